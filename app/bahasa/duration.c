/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/duration.h"

#include "bahasa/bahasa-error.h"
#include "bahasa/scan.h"
#include "bahasa/terbilang.h"

static const char *const names[] = {
  [MFT_DURATION_MINUTES] = "menit",
  [MFT_DURATION_HOURS] = "jam",
  [MFT_DURATION_DAYS] = "hari",
  [MFT_DURATION_CALENDAR_DAYS] = "hari kalender",
  [MFT_DURATION_WORKING_DAYS] = "hari kerja",
  [MFT_DURATION_WEEKS] = "minggu",
  [MFT_DURATION_MONTHS] = "bulan",
  [MFT_DURATION_YEARS] = "tahun",
};

const char *
mft_duration_unit_name (MftDurationUnit unit)
{
  g_return_val_if_fail ((gsize) unit < G_N_ELEMENTS (names), NULL);
  return names[unit];
}

char *
mft_duration_format (MftDuration duration)
{
  g_autofree char *number = mft_decimal_format (mft_decimal (duration.count));

  return g_strdup_printf ("%s %s", number, mft_duration_unit_name (duration.unit));
}

char *
mft_duration_full (MftDuration duration)
{
  g_autofree char *number = mft_terbilang_number (mft_decimal (duration.count));

  return number != NULL ? g_strdup_printf ("%s %s", number, mft_duration_unit_name (duration.unit))
                        : NULL;
}

/* "hari" may be followed by what kind of day. */
static gsize
scan_unit (const char *at, MftDurationUnit *unit)
{
  char word[MFT_SCAN_WORD_SIZE];
  gsize size = mft_scan_word (at, word);
  gsize i = 0;

  while (size > 0 && i < G_N_ELEMENTS (names) && strcmp (names[i], word) != 0)
    i++;
  if (size == 0 || i == G_N_ELEMENTS (names))
    return 0;
  *unit = (MftDurationUnit) i;
  if (*unit != MFT_DURATION_DAYS)
    return size;
  gsize ahead = size + mft_scan_space (at + size);
  gsize kind = mft_scan_keyword (at + ahead, "kalender");
  if (kind > 0)
    *unit = MFT_DURATION_CALENDAR_DAYS;
  else if ((kind = mft_scan_keyword (at + ahead, "kerja")) > 0)
    *unit = MFT_DURATION_WORKING_DAYS;
  return kind > 0 ? ahead + kind : size;
}

/* "(tiga puluh)" behind the digits; 0 if the words say something else. */
static gsize
scan_bracket (const char *at, MftDecimal count)
{
  MftDecimal words;
  gsize size = 1 + mft_scan_space (at + 1);
  gsize taken = mft_terbilang_scan (at + size, &words);

  size += taken;
  size += mft_scan_space (at + size);
  return taken > 0 && mft_decimal_equal (words, count) && at[size] == ')' ? size + 1 : 0;
}

gsize
mft_duration_scan (const char *at, MftDuration *duration)
{
  MftDecimal count;
  gsize size = mft_decimal_scan (at, &count);

  if (size == 0)
    size = mft_terbilang_scan (at, &count);
  if (size == 0 || !mft_decimal_set_places (&count, 0))
    return 0;
  size += mft_scan_space (at + size);
  if (at[size] == '(')
    {
      gsize bracket = scan_bracket (at + size, count);
      if (bracket == 0)
        return 0;
      size += bracket;
      size += mft_scan_space (at + size);
    }
  gsize unit = scan_unit (at + size, &duration->unit);
  duration->count = count.digits;
  return unit > 0 ? size + unit : 0;
}

gboolean
mft_duration_parse (const char *text, MftDuration *duration, GError **error)
{
  gsize start = mft_scan_space (text);
  gsize size = mft_duration_scan (text + start, duration);

  return mft_bahasa_whole ("a length of time", text, size > 0 ? start + size : 0, error);
}
