/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/sent.h"

#include "agreement/akn.h"

#include "store/library-private.h"

static gboolean
insert (MftLibrary *library, const char *agreement, GBytes *naskah, const char *sha256,
        const char *receiver, const char *file, GError **error)
{
  return _mft_library_insert_version (library, agreement, MFT_VERSION_SENT, receiver, naskah, error)
         && mft_database_do (library->database, error,
                             "INSERT INTO sent (version, sha256, receiver, file)"
                             " VALUES (last_insert_rowid (), ?1, ?2, ?3)",
                             "sss", sha256, receiver, file);
}

gboolean
mft_sent_add (MftLibrary *library, const char *agreement, MftAgreement *sent, const char *sha256,
              const char *receiver, const char *file, GError **error)
{
  g_autoptr (GBytes) naskah = mft_akn_write (sent);

  if (!_mft_library_check_writable (library, error)
      || !mft_database_begin (library->database, error))
    return FALSE;
  return mft_database_end (
      library->database, insert (library, agreement, naskah, sha256, receiver, file, error), error);
}

static MftSent *
read_sent (sqlite3_stmt *statement)
{
  MftSent *sent = g_new (MftSent, 1);

  sent->version = sqlite3_column_int64 (statement, 0);
  sent->agreement = g_strdup (mft_database_text (statement, 1));
  sent->created = sqlite3_column_int64 (statement, 2);
  sent->sha256 = g_strdup (mft_database_text (statement, 3));
  sent->receiver = g_strdup (mft_database_text (statement, 4));
  sent->file = g_strdup (mft_database_text (statement, 5));
  return sent;
}

GPtrArray *
mft_sent_list (MftLibrary *library, const char *agreement, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_sent_free);
  g_autoptr (sqlite3_stmt) statement = mft_database_prepare (
      library->database, error,
      "SELECT number, agreement, created, sha256, receiver, file FROM sent"
      " JOIN version ON number = version WHERE ?1 = '' OR agreement = ?1 ORDER BY number DESC",
      "s", agreement != NULL ? agreement : "");
  GError *failure = NULL;

  if (statement == NULL)
    return NULL;
  while (mft_database_step (library->database, statement, &failure))
    g_ptr_array_add (list, read_sent (statement));
  if (failure == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, failure);
  return NULL;
}

void
mft_sent_free (MftSent *sent)
{
  g_free (sent->agreement);
  g_free (sent->sha256);
  g_free (sent->receiver);
  g_free (sent->file);
  g_free (sent);
}
