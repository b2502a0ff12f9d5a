/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "bahasa/date-phrase.h"
#include "bahasa/duration.h"
#include "bahasa/label.h"
#include "bahasa/money.h"
#include "bahasa/roman.h"
#include "bahasa/terbilang.h"

/* Each reader of numbers, dates and labels takes no more than is there. */
static void
scan_all (const char *at)
{
  MftDecimal decimal;
  MftDate date;
  MftDuration duration;
  MftDatePhrase phrase;
  MftLabel label;
  guint number;
  const gsize taken[] = {
    mft_decimal_scan (at, &decimal),
    mft_money_scan (at, &decimal),
    mft_money_words_scan (at, &decimal),
    mft_terbilang_scan (at, &decimal),
    mft_terbilang_ordinal_scan (at, &number),
    mft_roman_scan (at, &number),
    mft_date_scan (at, &date),
    mft_duration_scan (at, &duration),
    mft_label_scan (at, &label),
    mft_label_reference_scan (at, &label),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (taken); i++)
    g_assert_cmpuint (taken[i], <=, strlen (at));
  mft_date_phrase_scan (at, &phrase);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, MIN (size, 300));
  MftDatePhrase phrase;
  gsize start;

  if (!g_utf8_validate (text, -1, NULL))
    return 0;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    scan_all (at);
  mft_date_phrase_find (text, 0, &start, &phrase);
  return 0;
}
