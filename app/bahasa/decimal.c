/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/decimal.h"

#include "bahasa/bahasa-error.h"
#include "bahasa/scan.h"

static const guint64 powers[] = { 1, 10, 100, 1000, 10000 };
G_STATIC_ASSERT (G_N_ELEMENTS (powers) == MFT_DECIMAL_PLACES_MAX + 1);

MftDecimal
mft_decimal (guint64 whole)
{
  return (MftDecimal){ .digits = whole };
}

guint64
mft_decimal_whole (MftDecimal value)
{
  return value.digits / powers[value.places];
}

guint64
mft_decimal_fraction (MftDecimal value)
{
  return value.digits % powers[value.places];
}

gboolean
mft_decimal_set_places (MftDecimal *value, guint places)
{
  g_return_val_if_fail (places <= MFT_DECIMAL_PLACES_MAX, FALSE);

  MftDecimal result = *value;
  for (; result.places < places; result.places++)
    result.digits *= 10;
  for (; result.places > places; result.places--)
    {
      if (result.digits % 10 != 0)
        return FALSE;
      result.digits /= 10;
    }
  *value = result;
  return TRUE;
}

gboolean
mft_decimal_equal (MftDecimal a, MftDecimal b)
{
  return mft_decimal_set_places (&a, MFT_DECIMAL_PLACES_MAX)
         && mft_decimal_set_places (&b, MFT_DECIMAL_PLACES_MAX) && a.digits == b.digits;
}

char *
mft_decimal_format (MftDecimal value)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, mft_decimal_whole (value));
  GString *text = g_string_new (NULL);

  for (gsize left = strlen (digits), i = 0; left > 0; left--, i++)
    {
      if (i > 0 && left % 3 == 0)
        g_string_append_c (text, '.');
      g_string_append_c (text, digits[i]);
    }
  if (value.places > 0)
    g_string_append_printf (text, ",%0*" G_GUINT64_FORMAT, (int) value.places,
                            mft_decimal_fraction (value));
  return g_string_free (text, FALSE);
}

/* The whole part, without or with points between thousands. */
static gsize
scan_whole (const char *at, guint64 *whole)
{
  gsize size = mft_scan_digits (at, 1, 16, whole);
  guint64 group;

  if (size == 0 || size > 3)
    return size;
  while (at[size] == '.' && mft_scan_digits (at + size + 1, 3, 3, &group) == 3)
    {
      if (*whole > MFT_DECIMAL_MAX / 1000)
        return 0;
      *whole = *whole * 1000 + group;
      size += 4;
    }
  return size;
}

gsize
mft_decimal_scan (const char *at, MftDecimal *value)
{
  guint64 whole;
  guint64 fraction = 0;
  gsize places = 0;
  gsize size = scan_whole (at, &whole);

  if (size == 0 || whole > MFT_DECIMAL_MAX)
    return 0;
  if (at[size] == ',' && g_ascii_isdigit (at[size + 1]))
    {
      places = mft_scan_digits (at + size + 1, 1, MFT_DECIMAL_PLACES_MAX, &fraction);
      if (places == 0)
        return 0;
      size += 1 + places;
    }
  if ((at[size] == '.' || at[size] == ',') && g_ascii_isdigit (at[size + 1]))
    return 0;
  *value = (MftDecimal){ .digits = whole * powers[places] + fraction, .places = (guint) places };
  return size;
}

gboolean
mft_decimal_parse (const char *text, MftDecimal *value, GError **error)
{
  gsize start = mft_scan_space (text);
  gsize size = mft_decimal_scan (text + start, value);

  return mft_bahasa_whole ("a number", text, size > 0 ? start + size : 0, error);
}
