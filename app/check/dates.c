/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/date-phrase.h"

#include "check/rules-private.h"

static gboolean
has_digits (const MftDatePhrase *phrase)
{
  return phrase->digits_size > 0;
}

static gboolean
is_consistent (const MftDatePhrase *phrase)
{
  return mft_date_valid (phrase->written)
         && (!has_digits (phrase) || mft_date_equal (phrase->written, phrase->digits));
}

/* Digits alone may be a document's number; names of days and months are a date for sure. */
static gboolean
is_surely_date (const char *phrase_text, const MftDatePhrase *phrase)
{
  for (gsize i = 0; i < phrase->size; i++)
    if (g_ascii_isalpha (phrase_text[i]))
      return TRUE;
  return has_digits (phrase);
}

/* The way the text writes: capitals of the number behind "tanggal" and behind "tahun". */
static MftDateStyle
style_of (const char *phrase_text, const MftDatePhrase *phrase)
{
  const char *day = g_strstr_len (phrase_text, (gssize) phrase->size, "tanggal ");
  const char *year = g_strstr_len (phrase_text, (gssize) phrase->size, "tahun ");

  if (day != NULL && g_ascii_isupper (day[strlen ("tanggal ")]))
    return MFT_DATE_STYLE_TITLE;
  return year != NULL && g_ascii_isupper (year[strlen ("tahun ")]) ? MFT_DATE_STYLE_YEAR
                                                                   : MFT_DATE_STYLE_LOWER;
}

static gboolean
fits_weekday (const MftDatePhrase *phrase, MftDate date)
{
  return phrase->weekday > 0 && mft_date_valid (date) && mft_date_weekday (date) == phrase->weekday;
}

/* Where words and digits differ, the weekday decides; where the words cannot be read, the digits. */
static void
propose_date (MftChecker *checker, MftFinding *finding, gsize start, const MftDatePhrase *phrase)
{
  const char *text = checker->text + start;
  gboolean written = fits_weekday (phrase, phrase->written);
  gboolean digits = fits_weekday (phrase, phrase->digits);

  if (written && !digits)
    {
      g_autofree char *words = mft_date_format_digits (phrase->written);
      _mft_checker_propose (checker, finding, start + phrase->digits_at,
                            start + phrase->digits_at + phrase->digits_size, words);
    }
  else if (digits && !written && phrase->in_words)
    {
      g_autofree char *words = mft_date_phrase_format (phrase->digits, style_of (text, phrase));
      _mft_checker_propose (checker, finding, start, start + phrase->size, words);
    }
}

static void
check_phrase_words (MftChecker *checker, const MftRule *rule, gsize start,
                    const MftDatePhrase *phrase)
{
  gsize end = start + phrase->size;
  gboolean unread = phrase->written.day == 0 || phrase->written.year == 0;

  if (is_consistent (phrase) || !is_surely_date (checker->text + start, phrase))
    return;
  if (unread)
    {
      MftFinding *finding
          = _mft_checker_report (checker, rule, MFT_SEVERITY_ERROR, start, end,
                                 N_ ("the words of this date cannot be read"), NULL);
      propose_date (checker, finding, start, phrase);
    }
  else if (!mft_date_valid (phrase->written))
    {
      g_autofree char *day = mft_date_format_digits (phrase->written);
      _mft_checker_report (checker, rule, MFT_SEVERITY_ERROR, start, end,
                           N_ ("there is no such day in the calendar: {1}"), day, NULL);
    }
  else
    {
      g_autofree char *words = mft_date_format (phrase->written);
      g_autofree char *digits = mft_date_format_digits (phrase->digits);
      MftFinding *finding
          = _mft_checker_report (checker, rule, MFT_SEVERITY_ERROR, start, end,
                                 N_ ("the words say {1}, the digits say {2}"), words, digits, NULL);
      propose_date (checker, finding, start, phrase);
    }
}

static void
check_phrase_weekday (MftChecker *checker, const MftRule *rule, gsize start,
                      const MftDatePhrase *phrase)
{
  MftDate date = mft_date_valid (phrase->written) ? phrase->written : phrase->digits;

  if (phrase->weekday == 0 || !mft_date_valid (date) || fits_weekday (phrase, phrase->written)
      || fits_weekday (phrase, phrase->digits))
    return;
  g_autofree char *day = mft_date_format (date);
  const char *right = mft_weekday_name (mft_date_weekday (date));
  MftFinding *finding = _mft_checker_report (
      checker, rule, MFT_SEVERITY_ERROR, start, start + phrase->weekday_size,
      N_ ("{1} is a {2}, not a {3}"), day, right, mft_weekday_name (phrase->weekday), NULL);
  if (is_consistent (phrase))
    _mft_checker_propose (checker, finding, start, start + phrase->weekday_size, right);
}

static void
for_each_phrase (MftChecker *checker, const MftRule *rule,
                 void (*check) (MftChecker *, const MftRule *, gsize, const MftDatePhrase *))
{
  MftDatePhrase phrase;
  gsize start;

  for (gsize from = 0; mft_date_phrase_find (checker->text, from, &start, &phrase);
       from = start + phrase.size)
    check (checker, rule, start, &phrase);
}

void
_mft_check_date_words (MftChecker *checker, const MftRule *rule)
{
  for_each_phrase (checker, rule, check_phrase_words);
}

void
_mft_check_date_weekday (MftChecker *checker, const MftRule *rule)
{
  for_each_phrase (checker, rule, check_phrase_weekday);
}
