/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/date.h"

#include "bahasa/bahasa-error.h"
#include "bahasa/scan.h"

static const char *const weekdays[]
    = { "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu", "Ahad" };
static const char *const months[]
    = { "Januari", "Februari",  "Maret",   "April",    "Mei",      "Juni",     "Juli",
        "Agustus", "September", "Oktober", "November", "Desember", "Pebruari", "Nopember" };

gboolean
mft_date_valid (MftDate date)
{
  return date.year <= 9999 && date.month <= 12 && date.day <= 31
         && g_date_valid_dmy ((GDateDay) date.day, (GDateMonth) date.month, (GDateYear) date.year);
}

gboolean
mft_date_equal (MftDate a, MftDate b)
{
  return a.year == b.year && a.month == b.month && a.day == b.day;
}

guint
mft_date_weekday (MftDate date)
{
  GDate day;

  g_return_val_if_fail (mft_date_valid (date), 1);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) date.day, (GDateMonth) date.month, (GDateYear) date.year);
  return (guint) g_date_get_weekday (&day);
}

const char *
mft_weekday_name (guint weekday)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= 7, NULL);
  return weekdays[weekday - 1];
}

const char *
mft_month_name (guint month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, NULL);
  return months[month - 1];
}

char *
mft_date_format (MftDate date)
{
  return g_strdup_printf ("%u %s %u", date.day, mft_month_name (date.month), date.year);
}

char *
mft_date_format_digits (MftDate date)
{
  return g_strdup_printf ("%02u-%02u-%04u", date.day, date.month, date.year);
}

char *
mft_date_format_iso (MftDate date)
{
  return g_strdup_printf ("%04u-%02u-%02u", date.year, date.month, date.day);
}

/* The number, from 1, of the name here; 0 if it is none of them. */
static guint
find_name (const char *const *names, gsize count, const char *at, gsize *size)
{
  char word[MFT_SCAN_WORD_SIZE];

  *size = mft_scan_word (at, word);
  for (gsize i = 0; *size > 0 && i < count; i++)
    if (g_ascii_strcasecmp (names[i], word) == 0)
      return (guint) i + 1;
  *size = 0;
  return 0;
}

gsize
mft_weekday_scan (const char *at, guint *weekday)
{
  gsize size;
  guint found = find_name (weekdays, G_N_ELEMENTS (weekdays), at, &size);

  *weekday = found == 8 ? 7 : found;
  return size;
}

gsize
mft_month_scan (const char *at, guint *month)
{
  gsize size;
  guint found = find_name (months, G_N_ELEMENTS (months), at, &size);

  *month = found == 13 ? 2 : found == 14 ? 11 : found;
  return size;
}

static gsize
scan_number (const char *at, guint least, guint most, guint *number)
{
  guint64 value;
  gsize size = mft_scan_digits (at, least, most, &value);

  *number = (guint) value;
  return size;
}

/* The stroke between two numbers, with or without space around it. */
static gsize
scan_stroke (const char *at, char stroke)
{
  gsize size = mft_scan_space (at);

  if (at[size] != stroke)
    return 0;
  size++;
  return size + mft_scan_space (at + size);
}

static gsize
scan_iso (const char *at, MftDate *date)
{
  gboolean read = scan_number (at, 4, 4, &date->year) > 0 && at[4] == '-'
                  && scan_number (at + 5, 2, 2, &date->month) > 0 && at[7] == '-'
                  && scan_number (at + 8, 2, 2, &date->day) > 0;

  return read && mft_scan_boundary (at + 10) ? 10 : 0;
}

/* The month and year behind the day: " Mei 2023", "-05-2023". */
static gsize
scan_after_day (const char *at, MftDate *date)
{
  char stroke = at[mft_scan_space (at)] == '-' ? '-' : '/';
  gsize size = scan_stroke (at, stroke);
  gsize taken;

  if (size > 0)
    {
      taken = scan_number (at + size, 1, 2, &date->month);
      size += taken;
      gsize second = taken > 0 ? scan_stroke (at + size, stroke) : 0;
      size += second;
      taken = second;
    }
  else
    {
      size = mft_scan_space (at);
      taken = size > 0 ? mft_month_scan (at + size, &date->month) : 0;
      size += taken;
      size += mft_scan_space (at + size);
    }
  gsize year = taken > 0 ? scan_number (at + size, 4, 4, &date->year) : 0;
  size += year;
  /* A stroke goes on with a document's number: 02/05/2023/PKS. */
  return year > 0 && mft_scan_boundary (at + size) && at[size] != '/' ? size : 0;
}

gsize
mft_date_scan (const char *at, MftDate *date)
{
  gsize size = scan_iso (at, date);

  if (size > 0)
    return size;
  size = scan_number (at, 1, 2, &date->day);
  if (size == 0)
    return 0;
  gsize rest = scan_after_day (at + size, date);
  return rest > 0 ? size + rest : 0;
}

gboolean
mft_date_parse_iso (const char *text, MftDate *date, GError **error)
{
  if (scan_iso (text, date) != 10 || text[10] != '\0')
    return mft_bahasa_error_invalid (error, "a date of the form YYYY-MM-DD", text, 0);
  return mft_date_valid (*date)
         || mft_bahasa_error_invalid (error, "a day of the calendar", text, 0);
}
