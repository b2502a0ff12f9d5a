/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/recognise/importer-private.h"

#include "bahasa/scan.h"

static gsize
scan_words (const char *at, const char *const *words)
{
  for (; *words != NULL; words++)
    {
      gsize size = strlen (*words);
      if (g_ascii_strncasecmp (at, *words, size) == 0 && mft_scan_boundary (at + size))
        return size;
    }
  return 0;
}

gsize
_mft_import_scan_law (const char *at)
{
  static const char *const codes[] = { "Kitab Undang-Undang Hukum Perdata",
                                       "Kitab Undang-Undang Hukum Pidana",
                                       "Kitab Undang-Undang Hukum Dagang",
                                       "Kitab Undang-Undang Hukum Acara Perdata",
                                       "Kitab Undang-Undang Hukum Acara Pidana",
                                       "KUHPerdata",
                                       "KUH Perdata",
                                       "KUHPer",
                                       "KUHPidana",
                                       "KUHP",
                                       "KUHAP",
                                       "KUHD",
                                       NULL };
  static const char *const kinds[] = { "Undang-Undang Dasar",
                                       "Undang-Undang",
                                       "UU",
                                       "Peraturan Pemerintah",
                                       "PP",
                                       "Peraturan Presiden",
                                       "Perpres",
                                       "Peraturan Menteri",
                                       "Permen",
                                       "Peraturan Daerah",
                                       "Peraturan Badan",
                                       "Peraturan Gubernur",
                                       "Peraturan Bupati",
                                       "Peraturan Wali Kota",
                                       "Keputusan",
                                       NULL };
  gsize size = scan_words (at, codes);
  const char *number;
  gsize digits;
  guint64 value;

  if (size > 0)
    return size;
  size = scan_words (at, kinds);
  if (size == 0)
    return 0;
  number = strstr (at + size, "Nomor ");
  if (number == NULL || number > at + size + 80 || memchr (at, '.', (gsize) (number - at)) != NULL)
    return size;
  digits = mft_scan_digits (number + 6, 1, 4, &value);
  size = (gsize) (number - at) + 6 + digits;
  if (digits > 0 && g_str_has_prefix (at + size, " Tahun "))
    {
      digits = mft_scan_digits (at + size + 7, 4, 4, &value);
      size += digits > 0 ? 7 + digits : 0;
    }
  return size;
}
