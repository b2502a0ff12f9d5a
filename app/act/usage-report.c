/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/usage-report.h"

#include <glib/gi18n.h>

#include "act/failure.h"
#include "act/journal.h"

#define N_COLUMNS 4
#define N_REASONS 2

/* Of one kind of act in one month. */
typedef struct
{
  guint done, failed;
} Count;

static const double weights[N_COLUMNS] = { 1.2, 2, 1, 1 };
static const double reason_weights[N_REASONS] = { 6, 1 };

static const char *
act_word (const char *act)
{
  if (g_strcmp0 (act, "sign") == 0)
    return _ ("Documents signed");
  if (g_strcmp0 (act, "extend") == 0)
    return _ ("Signatures completed");
  return act;
}

/* "2026-11 sign": sorts as time does. */
static char *
key_of (const MftJournalRecord *record)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (record->time / G_USEC_PER_SEC);
  g_autofree char *month = at != NULL ? g_date_time_format (at, "%Y-%m") : NULL;

  return g_strdup_printf ("%s %s", month != NULL ? month : "?", record->act);
}

static void
count (GHashTable *months, GHashTable *reasons, const MftJournalRecord *record)
{
  g_autofree char *key = key_of (record);
  Count *found = g_hash_table_lookup (months, key);

  if (found == NULL)
    {
      found = g_new0 (Count, 1);
      g_hash_table_insert (months, g_steal_pointer (&key), found);
    }
  if (!mft_journal_record_failed (record))
    {
      found->done++;
      return;
    }
  found->failed++;
  char *sentence = mft_failure_sentence_of_outcome (record->outcome);
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (reasons, sentence));
  g_hash_table_insert (reasons, sentence, GUINT_TO_POINTER (before + 1));
}

static GList *
sorted_keys (GHashTable *table)
{
  return g_list_sort (g_hash_table_get_keys (table), (GCompareFunc) strcmp);
}

static void
add_months (MftRoster *roster, GHashTable *months)
{
  static const char *titles[N_COLUMNS];
  g_autoptr (GList) keys = sorted_keys (months);

  titles[0] = _ ("Month");
  titles[1] = _ ("Act");
  titles[2] = _ ("Succeeded");
  titles[3] = _ ("Failed");
  mft_roster_begin (roster, _ ("Acts a month"), titles, weights, N_COLUMNS);
  for (GList *link = keys; link != NULL; link = link->next)
    {
      const Count *counted = g_hash_table_lookup (months, link->data);
      g_auto (GStrv) parts = g_strsplit (link->data, " ", 2);
      g_autofree char *done = g_strdup_printf ("%u", counted->done);
      g_autofree char *failed = g_strdup_printf ("%u", counted->failed);
      const char *const cells[N_COLUMNS] = { parts[0], act_word (parts[1]), done, failed };
      mft_roster_row (roster, cells);
    }
}

static void
add_reasons (MftRoster *roster, GHashTable *reasons)
{
  static const char *titles[N_REASONS];
  g_autoptr (GList) keys = sorted_keys (reasons);

  if (keys == NULL)
    return;
  titles[0] = _ ("What happened");
  titles[1] = _ ("How often");
  mft_roster_begin (roster, _ ("Why acts failed"), titles, reason_weights, N_REASONS);
  for (GList *link = keys; link != NULL; link = link->next)
    {
      gpointer often = g_hash_table_lookup (reasons, link->data);
      g_autofree char *number = g_strdup_printf ("%u", GPOINTER_TO_UINT (often));
      const char *const cells[N_REASONS] = { link->data, number };
      mft_roster_row (roster, cells);
    }
}

static char *
dup_note (guint acts, guint broken)
{
  g_autofree char *counted
      = g_strdup_printf (ngettext ("%u act, counted from this computer's journal.",
                                   "%u acts, counted from this computer's journal.", acts),
                         acts);
  g_autofree char *whole
      = broken == 0
            ? g_strdup (_ ("The journal is unbroken."))
            /* Translators: %u is the number of a line. */
            : g_strdup_printf (
                _ ("The journal was changed: line %u does not fit the one before it."), broken);

  return g_strconcat (counted, " ", whole, NULL);
}

MftRoster *
mft_usage_report (gint64 from, gint64 until, GError **error)
{
  g_autoptr (GPtrArray) records = mft_journal_list (G_MAXUINT, error);
  guint broken = records != NULL ? mft_journal_check (error) : G_MAXUINT;
  g_autoptr (GHashTable) months = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) reasons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint acts = 0;

  if (broken == G_MAXUINT)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    {
      const MftJournalRecord *record = g_ptr_array_index (records, i);
      if (record->time < from || record->time >= until)
        continue;
      acts++;
      count (months, reasons, record);
    }
  g_autofree char *note = dup_note (acts, broken);
  MftRoster *roster = mft_roster_new (_ ("Use of electronic certificates"), note);
  add_months (roster, months);
  add_reasons (roster, reasons);
  return roster;
}
