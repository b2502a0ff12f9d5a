/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/field-mask.h"
#include "agreement/party.h"
#include "bahasa/date.h"
#include "bahasa/roman.h"
#include "bahasa/scan.h"

#include "check/rules-private.h"

/* What a part of "7/PKS/MARVES/X/2020" says. */
static guint
read_year (const char *part)
{
  guint64 year;

  return mft_scan_digits (part, 4, 4, &year) == strlen (part) && year >= 1945 && year < 2200
             ? (guint) year
             : 0;
}

/* X or 10; only beside the year is it a month for sure. */
static guint
read_month (const char *part)
{
  guint roman;
  guint64 number;

  if (mft_roman_scan (part, &roman) == strlen (part) && roman <= 12)
    return roman;
  return mft_scan_digits (part, 2, 2, &number) == strlen (part) && number >= 1 && number <= 12
             ? (guint) number
             : 0;
}

/* The month is written as it was: Roman or two digits. */
static char *
format_month (guint month, const char *like)
{
  return g_ascii_isdigit (*like) ? g_strdup_printf ("%02u", month) : mft_roman (month);
}

/* The number with month and year of the date; NULL if it says nothing else. `month`: whether the month
 * is what differs. */
static char *
correct (const char *number, MftDate date, gboolean *month)
{
  g_auto (GStrv) parts = g_strsplit (number, "/", -1);
  gboolean differs = FALSE;

  *month = FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint year = read_year (parts[i]);
      if (year == 0)
        continue;
      for (guint j = i > 0 ? i - 1 : 1; j <= i + 1 && parts[j] != NULL; j += 2)
        {
          guint said = read_month (parts[j]);
          if (said == 0)
            continue;
          if (said != date.month)
            {
              char *right = format_month (date.month, parts[j]);
              g_free (parts[j]);
              parts[j] = right;
              differs = *month = TRUE;
            }
          break;
        }
      if (year != date.year)
        {
          g_free (parts[i]);
          parts[i] = g_strdup_printf ("%04u", date.year);
          differs = TRUE;
        }
      break;
    }
  return differs ? g_strjoinv ("/", parts) : NULL;
}

/* The reading that shows the field first; NULL if none does. */
static MftReading *
find_shown (MftChecker *checker, const char *field, gsize *start, gsize *end)
{
  for (guint i = 0; i < checker->readings->len; i++)
    {
      MftReading *reading = checker->readings->pdata[i];
      *start = 0;
      for (guint j = 0; j < reading->spans->len; j++, *start = *end)
        {
          const MftShownSpan *span = &g_array_index (reading->spans, MftShownSpan, j);
          *end = *start + strlen (span->text);
          if (span->run->kind == MFT_RUN_FIELD && g_str_equal (span->run->value, field))
            return reading;
        }
    }
  *start = *end = 0;
  return NULL;
}

static void
check_number (MftChecker *checker, const MftRule *rule, const char *field, MftDate date)
{
  const char *number = mft_agreement_get_value (checker->agreement, field);
  gboolean month;
  gsize start, end;
  g_autofree char *right = number != NULL ? correct (number, date, &month) : NULL;

  if (right == NULL)
    return;
  _mft_checker_go (checker, find_shown (checker, field, &start, &end));
  g_autofree char *day = mft_date_format (date);
  MftFinding *finding = _mft_checker_report (
      checker, rule, MFT_SEVERITY_WARNING, start, end,
      month ? N_ ("the month in {1} is not that of the agreement's date, {2}")
            : N_ ("the year in {1} is not that of the agreement's date, {2}"),
      number, day, NULL);
  _mft_checker_propose_field (checker, finding, field, right);
}

/* A field that has a pattern is held to it; `date` is NULL while nobody knows it. */
static void
check_mask (MftChecker *checker, const MftRule *rule, const MftField *field, const MftDate *date)
{
  const char *id = mft_field_get_id (field);
  const char *mask = mft_field_mask_get (checker->agreement, id);
  const char *value = mft_field_get_value (field);
  g_autofree char *right = NULL;
  gsize start, end;
  MftFinding *finding;

  if (mask == NULL || value == NULL)
    return;
  gboolean fits = mft_field_mask_match (mask, value, date, &right);
  if (fits && (right == NULL || g_str_equal (right, value)))
    return;
  _mft_checker_go (checker, find_shown (checker, id, &start, &end));
  if (!fits)
    {
      _mft_checker_report (checker, rule, MFT_SEVERITY_WARNING, start, end,
                           N_ ("{1} does not follow the pattern {2}"), value, mask, NULL);
      return;
    }
  g_autofree char *day = mft_date_format (*date);
  finding = _mft_checker_report (
      checker, rule, MFT_SEVERITY_WARNING, start, end,
      N_ ("month or year in {1} is not that of the agreement's date, {2}"), value, day, NULL);
  _mft_checker_propose_field (checker, finding, id, right);
}

void
_mft_check_number_mask (MftChecker *checker, const MftRule *rule)
{
  const char *value = mft_agreement_get_value (checker->agreement, "tanggal_ttd");
  MftDate date;
  gboolean dated = value != NULL && mft_date_parse_iso (value, &date, NULL);

  for (guint i = 0; i < mft_agreement_n_fields (checker->agreement); i++)
    check_mask (checker, rule, mft_agreement_get_field_at (checker->agreement, i),
                dated ? &date : NULL);
  for (guint party = 1; dated && party <= mft_agreement_n_parties (checker->agreement); party++)
    {
      g_autofree char *field = mft_party_field_id (party, "nomor");
      if (mft_field_mask_get (checker->agreement, field) == NULL)
        check_number (checker, rule, field, date);
    }
}
