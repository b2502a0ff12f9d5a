/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/object.h"

/* PDFDocEncoding where it differs from Latin-1 (ISO 32000-2, annex D.3). */
static gunichar
from_doc_encoding (guint8 byte)
{
  static const guint16 low[8] = { 0x02d8, 0x02c7, 0x02c6, 0x02d9, 0x02dd, 0x02db, 0x02da, 0x02dc };
  static const guint16 high[33]
      = { 0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x0192, 0x2044, 0x2039, 0x203a, 0x2212,
          0x2030, 0x201e, 0x201c, 0x201d, 0x2018, 0x2019, 0x201a, 0x2122, 0xfb01, 0xfb02, 0x0141,
          0x0152, 0x0160, 0x0178, 0x017d, 0x0131, 0x0142, 0x0153, 0x0161, 0x017e, 0xfffd, 0x20ac };

  if (byte >= 0x18 && byte <= 0x1f)
    return low[byte - 0x18];
  if (byte >= 0x80 && byte <= 0xa0)
    return high[byte - 0x80];
  return byte != 0 ? byte : 0xfffd;
}

static char *
from_utf16 (const guint8 *bytes, gsize size, gboolean big_endian)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i + 1 < size; i += 2)
    {
      gunichar unit = big_endian ? (gunichar) (bytes[i] << 8 | bytes[i + 1])
                                 : (gunichar) (bytes[i + 1] << 8 | bytes[i]);
      if (unit >= 0xd800 && unit < 0xdc00 && i + 3 < size)
        {
          gunichar low = big_endian ? (gunichar) (bytes[i + 2] << 8 | bytes[i + 3])
                                    : (gunichar) (bytes[i + 3] << 8 | bytes[i + 2]);
          if (low >= 0xdc00 && low < 0xe000)
            {
              unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
              i += 2;
            }
        }
      if (unit == 0 || !g_unichar_validate (unit))
        unit = 0xfffd;
      g_string_append_unichar (text, unit);
    }
  return g_string_free (text, FALSE);
}

char *
mft_pdf_object_dup_text (const MftPdfObject *object)
{
  gsize size;
  const guint8 *bytes = (const guint8 *) mft_pdf_object_get_string (object, &size);

  if (bytes == NULL)
    return NULL;
  if (size >= 2 && bytes[0] == 0xfe && bytes[1] == 0xff)
    return from_utf16 (bytes + 2, size - 2, TRUE);
  if (size >= 2 && bytes[0] == 0xff && bytes[1] == 0xfe)
    return from_utf16 (bytes + 2, size - 2, FALSE);
  if (size >= 3 && bytes[0] == 0xef && bytes[1] == 0xbb && bytes[2] == 0xbf)
    return g_utf8_make_valid ((const char *) bytes + 3, (gssize) size - 3);

  GString *text = g_string_sized_new (size);
  for (gsize i = 0; i < size; i++)
    g_string_append_unichar (text, from_doc_encoding (bytes[i]));
  return g_string_free (text, FALSE);
}

MftPdfObject *
mft_pdf_object_new_text (const char *utf8)
{
  if (g_str_is_ascii (utf8))
    return mft_pdf_object_new_string (utf8, strlen (utf8));

  g_autofree char *valid = g_utf8_make_valid (utf8, -1);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  glong units = 0;
  g_autofree gunichar2 *utf16 = g_utf8_to_utf16 (valid, -1, NULL, &units, NULL);

  g_byte_array_append (bytes, (const guint8 *) "\xfe\xff", 2);
  for (glong i = 0; i < units; i++)
    {
      const guint8 pair[2] = { (guint8) (utf16[i] >> 8), (guint8) utf16[i] };
      g_byte_array_append (bytes, pair, 2);
    }
  return mft_pdf_object_new_string (bytes->data, bytes->len);
}
