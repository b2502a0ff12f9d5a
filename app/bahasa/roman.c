/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/roman.h"

#include "bahasa/scan.h"

static const struct
{
  guint value;
  const char *letters;
} steps[] = {
  { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" },
  { 90, "XC" },  { 50, "L" },   { 40, "XL" }, { 10, "X" },   { 9, "IX" },
  { 5, "V" },    { 4, "IV" },   { 1, "I" },
};

char *
mft_roman (guint number)
{
  if (number == 0 || number > MFT_ROMAN_MAX)
    return NULL;
  GString *text = g_string_new (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    for (; number >= steps[i].value; number -= steps[i].value)
      g_string_append (text, steps[i].letters);
  return g_string_free (text, FALSE);
}

gsize
mft_roman_scan (const char *at, guint *number)
{
  gsize size = 0;
  guint value = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    while (g_str_has_prefix (at + size, steps[i].letters) && value <= MFT_ROMAN_MAX)
      {
        value += steps[i].value;
        size += strlen (steps[i].letters);
      }
  g_autofree char *canonical = mft_roman (value);
  if (canonical == NULL || strlen (canonical) != size || !g_str_has_prefix (at, canonical)
      || !mft_scan_boundary (at + size))
    return 0;
  *number = value;
  return size;
}
