/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/failure-log.h"

#include <glib/gi18n.h>

#include "act/failure.h"
#include "base/clock.h"
#include "report/csv.h"

#define RECORDS_MOST 100000

static gboolean
has_words (const MftJournalRecord *record, const char *words)
{
  if (words == NULL || words[0] == '\0')
    return TRUE;
  g_autofree char *sentence = mft_failure_sentence_of_outcome (record->outcome);
  g_autofree char *all
      = g_strconcat (sentence, " ", record->signer != NULL ? record->signer : "", NULL);
  g_autofree char *folded = g_utf8_casefold (all, -1);
  g_autofree char *wanted = g_utf8_casefold (words, -1);
  return strstr (folded, wanted) != NULL;
}

GPtrArray *
mft_failure_log (gint64 since, const char *words, GError **error)
{
  g_autoptr (GPtrArray) all = mft_journal_list (RECORDS_MOST, error);
  GPtrArray *failed;

  if (all == NULL)
    return NULL;
  failed = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_journal_record_free);
  for (guint i = 0; i < all->len; i++)
    {
      MftJournalRecord *record = g_ptr_array_index (all, i);
      if (record->time < since || !mft_journal_record_failed (record) || !has_words (record, words))
        continue;
      all->pdata[i] = NULL; /* handed on */
      g_ptr_array_add (failed, record);
    }
  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++)
    g_clear_pointer ((MftJournalRecord **) &all->pdata[i], mft_journal_record_free);
  return failed;
}

char *
mft_failure_log_csv (GPtrArray *records)
{
  const char *const titles[]
      = { _ ("Time"), _ ("What happened"), _ ("Signer"), _ ("Field"), "SHA-256", _ ("Code") };
  GString *csv = g_string_new (MFT_CSV_START);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    mft_csv_append (csv, titles[i], i + 1 == G_N_ELEMENTS (titles));
  for (guint i = 0; i < records->len; i++)
    {
      const MftJournalRecord *record = g_ptr_array_index (records, i);
      g_autofree char *time = mft_clock_format (record->time);
      g_autofree char *sentence = mft_failure_sentence_of_outcome (record->outcome);
      mft_csv_append (csv, time, FALSE);
      mft_csv_append (csv, sentence, FALSE);
      mft_csv_append (csv, record->signer, FALSE);
      mft_csv_append (csv, record->field, FALSE);
      mft_csv_append (csv, record->sha256, FALSE);
      mft_csv_append (csv, record->outcome, TRUE);
    }
  return g_string_free (csv, FALSE);
}
