/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/pdf/pdf-values.h"

#include <math.h>

void
mft_pdf_put_integer (GString *text, gint64 number)
{
  char digits[24];
  char *at = digits + sizeof digits;
  guint64 left = number < 0 ? 0 - (guint64) number : (guint64) number;

  do
    *--at = (char) ('0' + left % 10);
  while ((left /= 10) > 0);
  if (number < 0)
    *--at = '-';
  g_string_append_len (text, at, digits + sizeof digits - at);
}

void
mft_pdf_put_number (GString *text, double number, guint decimals)
{
  static const int powers[] = { 1, 10, 100, 1000, 10000 };
  gint64 scaled = llround (number * powers[decimals]);

  if (scaled < 0)
    {
      g_string_append_c (text, '-');
      scaled = -scaled;
    }
  mft_pdf_put_integer (text, scaled / powers[decimals]);
  int part = (int) (scaled % powers[decimals]);
  if (part == 0)
    return;
  g_string_append_c (text, '.');
  for (; part > 0; part = part % powers[decimals])
    g_string_append_c (text, (char) ('0' + part / powers[--decimals]));
}

void
mft_pdf_put_reference (GString *text, guint number)
{
  mft_pdf_put_integer (text, number);
  g_string_append (text, " 0 R");
}

void
mft_pdf_put_rectangle (GString *text, double left, double bottom, double right, double top)
{
  const double sides[] = { left, bottom, right, top };

  g_string_append_c (text, '[');
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_string_append_c (text, ' ');
      mft_pdf_put_number (text, sides[i], 2);
    }
  g_string_append (text, " ]");
}

/* The end of a line would be read as another one (7.3.4.2). */
void
mft_pdf_put_escaped (GString *text, const char *bytes, gsize size)
{
  for (gsize i = 0; i < size; i++)
    switch (bytes[i])
      {
      case '(':
      case ')':
      case '\\':
        g_string_append_c (text, '\\');
        g_string_append_c (text, bytes[i]);
        break;
      case '\r':
        g_string_append (text, "\\r");
        break;
      case '\n':
        g_string_append (text, "\\n");
        break;
      default:
        g_string_append_c (text, bytes[i]);
      }
}

void
mft_pdf_put_string (GString *text, const char *bytes, gsize size)
{
  g_string_append_c (text, '(');
  mft_pdf_put_escaped (text, bytes, size);
  g_string_append_c (text, ')');
}

static void
put_unit (GString *text, guint unit)
{
  for (int shift = 12; shift >= 0; shift -= 4)
    g_string_append_c (text, "0123456789ABCDEF"[(unit >> shift) & 15]);
}

void
mft_pdf_put_utf16 (GString *text, const char *utf8, gssize bytes)
{
  const char *end = utf8 + (bytes < 0 ? (gssize) strlen (utf8) : bytes);

  for (; utf8 < end; utf8 = g_utf8_next_char (utf8))
    {
      gunichar character = g_utf8_get_char (utf8);
      if (character >= 0x10000)
        put_unit (text, 0xd800 + ((character - 0x10000) >> 10));
      put_unit (text, character >= 0x10000 ? 0xdc00 + ((character - 0x10000) & 0x3ff) : character);
    }
}

void
mft_pdf_put_text (GString *text, const char *utf8, gssize bytes)
{
  gsize size = bytes < 0 ? strlen (utf8) : (gsize) bytes;
  gboolean plain = TRUE;

  for (gsize i = 0; i < size; i++)
    plain = plain && utf8[i] >= ' ' && utf8[i] < 0x7f;
  if (plain)
    {
      mft_pdf_put_string (text, utf8, size);
      return;
    }
  g_string_append (text, "<FEFF");
  mft_pdf_put_utf16 (text, utf8, (gssize) size);
  g_string_append_c (text, '>');
}
