/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/date-phrase.h"

#include "bahasa/scan.h"
#include "bahasa/terbilang.h"

/* How many words may stand for a day or a year that cannot be read. */
#define UNREADABLE_WORDS_MAX 8

char *
mft_date_phrase_format (MftDate date, MftDateStyle style)
{
  MftCapitals day_style = style == MFT_DATE_STYLE_TITLE ? MFT_CAPITALS_TITLE : MFT_CAPITALS_LOWER;
  MftCapitals year_style = style == MFT_DATE_STYLE_LOWER ? MFT_CAPITALS_LOWER : MFT_CAPITALS_TITLE;

  g_return_val_if_fail (mft_date_valid (date), NULL);
  g_autofree char *day = mft_terbilang (date.day, day_style);
  g_autofree char *year = mft_terbilang (date.year, year_style);
  g_autofree char *digits = mft_date_format_digits (date);
  return g_strdup_printf ("%s tanggal %s bulan %s tahun %s (%s)",
                          mft_weekday_name (mft_date_weekday (date)), day,
                          mft_month_name (date.month), year, digits);
}

static gsize
skip_comma (const char *at)
{
  gsize size = mft_scan_space (at);

  if (at[size] == ',')
    size++;
  return size + mft_scan_space (at + size);
}

/* A number in words or digits, before the word `end` (NULL: before a bracket). If it cannot be read
 * the words up to there are passed over and the number is 0. Always stops right there; 0 taken:
 * it is too far. */
static gsize
scan_number_before (const char *at, const char *end, guint *number)
{
  MftDecimal value = { 0 };
  char word[MFT_SCAN_WORD_SIZE];
  gsize size = mft_terbilang_scan (at, &value);

  if (size == 0)
    size = mft_decimal_scan (at, &value);
  size += skip_comma (at + size);
  *number = value.places == 0 && value.digits <= 9999 ? (guint) value.digits : 0;
  if (end == NULL ? *number >= 1000 || at[size] == '(' : mft_scan_keyword (at + size, end) > 0)
    return size;
  *number = 0;
  for (guint i = 0; i < UNREADABLE_WORDS_MAX; i++)
    {
      gsize taken = mft_scan_word (at + size, word);
      if (taken == 0)
        return 0;
      size += taken;
      size += skip_comma (at + size);
      if (end == NULL ? at[size] == '(' : mft_scan_keyword (at + size, end) > 0)
        return size;
    }
  return 0;
}

/* "delapan bulan Mei tahun dua ribu dua puluh tiga" */
static gsize
scan_in_words (const char *at, MftDate *date)
{
  gsize size = scan_number_before (at, "bulan", &date->day);
  gsize taken;

  if (size == 0)
    return 0;
  size += mft_scan_keyword (at + size, "bulan");
  size += mft_scan_space (at + size);
  if ((taken = mft_month_scan (at + size, &date->month)) == 0)
    return 0;
  size += taken;
  size += skip_comma (at + size);
  if ((taken = mft_scan_keyword (at + size, "tahun")) == 0)
    return 0;
  size += taken;
  size += mft_scan_space (at + size);
  taken = scan_number_before (at + size, NULL, &date->year);
  return taken > 0 ? size + taken : size;
}

/* "(08-05-2023)" */
static gsize
scan_digits (const char *at, MftDatePhrase *phrase)
{
  gsize start = skip_comma (at);

  if (at[start] != '(')
    return 0;
  start++;
  start += mft_scan_space (at + start);
  phrase->digits_size = mft_date_scan (at + start, &phrase->digits);
  gsize end = start + phrase->digits_size;
  end += mft_scan_space (at + end);
  if (phrase->digits_size == 0 || at[end] != ')')
    {
      phrase->digits = (MftDate){ 0 };
      phrase->digits_size = 0;
      return 0;
    }
  phrase->digits_at = start;
  return end + 1;
}

gboolean
mft_date_phrase_scan (const char *at, MftDatePhrase *phrase)
{
  gsize size;

  *phrase = (MftDatePhrase){ 0 };
  phrase->weekday_size = mft_weekday_scan (at, &phrase->weekday);
  size = phrase->weekday_size;
  if (size > 0)
    size += skip_comma (at + size);
  gsize keyword = mft_scan_keyword (at + size, "tanggal");
  if (keyword > 0)
    size += keyword + mft_scan_space (at + size + keyword);
  gsize date = mft_date_scan (at + size, &phrase->written);
  if (date == 0 && size > 0)
    {
      phrase->written = (MftDate){ 0 };
      date = scan_in_words (at + size, &phrase->written);
      phrase->in_words = date > 0;
    }
  if (date == 0)
    return FALSE;
  size += date;
  /* What the year's reader passed over belongs to the text behind. */
  while (g_ascii_isspace (at[size - 1]) || at[size - 1] == ',')
    size--;
  gsize digits = scan_digits (at + size, phrase);
  phrase->digits_at += digits > 0 ? size : 0;
  phrase->size = size + digits;
  return TRUE;
}

/* Whether a date may stand behind this: not within a document's number (…/02/05/2023). */
static gboolean
is_opening (gunichar c)
{
  return g_unichar_isspace (c) || (c < 0x80 && strchr ("(:,;\"'*", (int) c) != NULL) || c == 0x201C
         || c == 0x2018;
}

gboolean
mft_date_phrase_find (const char *text, gsize from, gsize *start, MftDatePhrase *phrase)
{
  gboolean begins = TRUE;
  gsize size;

  for (gsize at = from; text[at] != '\0'; at += size)
    {
      gunichar c = mft_scan_char (text + at, &size);
      if (begins && mft_date_phrase_scan (text + at, phrase))
        {
          *start = at;
          return TRUE;
        }
      begins = is_opening (c);
    }
  return FALSE;
}
