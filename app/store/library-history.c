/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/library-history.h"

#include "agreement/saved-history.h"

/* The id of the history that is kept, owned by the caller; NULL: none, or one of another format. */
static char *
kept_history (MftLibrary *library, const char *id)
{
  g_autoptr (sqlite3_stmt) statement = mft_database_prepare (
      library->database, NULL, "SELECT id FROM history WHERE agreement = ?1 AND format = ?2", "si",
      id, (gint64) MFT_SAVED_HISTORY_FORMAT);

  return statement != NULL && mft_database_step (library->database, statement, NULL)
             ? g_strdup (mft_database_text (statement, 0))
             : NULL;
}

static gboolean
begin_anew (MftLibrary *library, const char *id, const char *history, GError **error)
{
  return mft_database_do (library->database, error, "DELETE FROM history WHERE agreement = ?1", "s",
                          id)
         && mft_database_do (library->database, error, "INSERT INTO history VALUES (?1, ?2, ?3)",
                             "ssi", id, history, (gint64) MFT_SAVED_HISTORY_FORMAT);
}

static gboolean
write_step (MftLibrary *library, const char *id, const MftSavedStep *step, GError **error)
{
  if (step->bytes == NULL)
    return mft_database_do (library->database, error,
                            "DELETE FROM step WHERE agreement = ?1 AND number = ?2", "si", id,
                            step->number);
  return mft_database_do (library->database, error,
                          "INSERT OR REPLACE INTO step VALUES (?1, ?2, ?3, ?4)", "siib", id,
                          step->number, (gint64) step->undone, step->bytes);
}

gboolean
_mft_library_write_history (MftLibrary *library, const char *id, MftAgreement *agreement,
                            GError **error)
{
  const char *history = mft_agreement_get_history_id (agreement);
  g_autofree char *kept = kept_history (library, id);
  gboolean all = g_strcmp0 (kept, history) != 0;
  g_autoptr (GPtrArray) steps = mft_agreement_dup_unsaved_steps (agreement, all);

  if (all && !begin_anew (library, id, history, error))
    return FALSE;
  for (guint i = 0; i < steps->len; i++)
    if (!write_step (library, id, steps->pdata[i], error))
      return FALSE;
  return TRUE;
}

static MftSavedStep *
read_step (sqlite3_stmt *statement)
{
  MftSavedStep *step = g_new (MftSavedStep, 1);

  step->number = sqlite3_column_int64 (statement, 0);
  step->undone = sqlite3_column_int (statement, 1) != 0;
  step->bytes = mft_database_bytes (statement, 2);
  return step;
}

void
_mft_library_read_history (MftLibrary *library, const char *id, MftAgreement *agreement)
{
  g_autofree char *history = kept_history (library, id);
  g_autoptr (GPtrArray) steps
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_saved_step_free);
  g_autoptr (sqlite3_stmt) statement = mft_database_prepare (
      library->database, NULL,
      "SELECT number, undone, commands FROM step WHERE agreement = ?1 ORDER BY number", "s", id);
  g_autoptr (GError) error = NULL;

  if (history == NULL || statement == NULL)
    return;
  while (mft_database_step (library->database, statement, &error))
    g_ptr_array_add (steps, read_step (statement));
  if (error == NULL)
    mft_agreement_set_saved_history (agreement, history, steps);
}
