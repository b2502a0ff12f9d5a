/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/library-private.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/random.h"

#include "agreement/edit.h"
#include "agreement/party.h"
#include "agreement/saved-history.h"
#include "agreement/shown.h"
#include "review/review.h"

#include "store/library-history.h"
#include "store/stored.h"

/* One process at a time: a lock that the kernel drops when the process ends, however it ends. */
static int
take_lock (const char *path, GError **error)
{
  const struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  int fd = open (path, O_CREAT | O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      int saved_errno = errno;
      g_set_error (error, G_FILE_ERROR, (gint) g_file_error_from_errno (saved_errno),
                   "cannot open '%s': %s", path, g_strerror (saved_errno));
      return -1;
    }
  if (fcntl (fd, F_OFD_SETLK, &whole) == 0)
    return fd;
  g_set_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_BUSY, "'%s' is in use", path);
  close (fd);
  return -1;
}

/* What was taken out of the register goes for good. */
static gboolean
purge (MftLibrary *library, GError **error)
{
  sqlite3 *database = library->database;
  gint64 removed = 0;

  if (!mft_database_number (database, "SELECT count(*) FROM agreement WHERE removed > 0", &removed,
                            error))
    return FALSE;
  if (removed == 0)
    return TRUE;
  return mft_database_begin (database, error)
         && mft_database_end (database,
                              mft_database_run (database,
                                                "DELETE FROM words WHERE rowid IN"
                                                " (SELECT place FROM agreement WHERE removed > 0);"
                                                "DELETE FROM agreement WHERE removed > 0",
                                                error),
                              error);
}

MftLibrary *
mft_library_open (const char *folder, GError **error)
{
  g_autofree char *lock_path = g_build_filename (folder, "pustaka.lock", NULL);
  g_autoptr (MftLibrary) library = g_new0 (MftLibrary, 1);

  library->path = g_build_filename (folder, "pustaka.db", NULL);
  library->lock = take_lock (lock_path, error);
  if (library->lock < 0)
    return NULL;
  library->database = mft_database_open (library->path, &_mft_library_schema, error);
  if (library->database == NULL || !purge (library, error) || !_mft_library_index (library, error))
    return NULL;
  return g_steal_pointer (&library);
}

MftLibrary *
mft_library_open_reading (const char *folder, GError **error)
{
  g_autoptr (MftLibrary) library = g_new0 (MftLibrary, 1);

  library->path = g_build_filename (folder, "pustaka.db", NULL);
  library->lock = -1;
  library->read_only = TRUE;
  library->database = mft_database_open_reading (library->path, &_mft_library_schema, error);
  return library->database != NULL ? g_steal_pointer (&library) : NULL;
}

MftLibrary *
mft_library_open_or_read (const char *folder, GError **reason, GError **error)
{
  g_autoptr (GError) failure = NULL;
  MftLibrary *library = mft_library_open (folder, &failure);

  if (library != NULL)
    return library;
  if (failure->domain == G_FILE_ERROR
      || g_error_matches (failure, MFT_STORE_ERROR, MFT_STORE_ERROR_BUSY)
      || g_error_matches (failure, MFT_STORE_ERROR, MFT_STORE_ERROR_READ_ONLY))
    library = mft_library_open_reading (folder, NULL);
  g_propagate_error (library != NULL ? reason : error, g_steal_pointer (&failure));
  return library;
}

gboolean
mft_library_is_read_only (MftLibrary *library)
{
  return library->read_only;
}

void
mft_library_close (MftLibrary *library)
{
  if (library->database != NULL && !library->read_only)
    purge (library, NULL);
  sqlite3_close (library->database);
  if (library->lock >= 0)
    close (library->lock);
  g_free (library->path);
  g_free (library);
}

gboolean
_mft_library_check_writable (MftLibrary *library, GError **error)
{
  if (!library->read_only)
    return TRUE;
  g_set_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_READ_ONLY, "'%s' is open to read only",
               library->path);
  return FALSE;
}

gboolean
_mft_library_fail_missing (const char *id, GError **error)
{
  g_set_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_MISSING, "no agreement '%s'", id);
  return FALSE;
}

/* Whether the last statement touched an entry. */
static gboolean
check_touched (MftLibrary *library, const char *id, GError **error)
{
  return sqlite3_changes (library->database) > 0 || _mft_library_fail_missing (id, error);
}

char *
_mft_library_join_parties (MftAgreement *agreement, const char *suffix)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint party = 1; party <= mft_agreement_n_parties (agreement); party++)
    {
      g_autofree char *shown = mft_party_dup_shown (agreement, party, suffix);
      if (shown != NULL && shown[0] != '\0')
        g_string_append_printf (all, "%s%s", all->len > 0 ? " · " : "", shown);
    }
  return g_strdup (all->str);
}

/* What the register shows of it. */
static gboolean
describe (MftLibrary *library, const char *id, MftAgreement *agreement, GError **error)
{
  g_autofree char *title = mft_agreement_dup_title (agreement);
  g_autofree char *number = _mft_library_join_parties (agreement, "nomor");
  g_autofree char *parties = _mft_library_join_parties (agreement, "nama");

  return mft_database_do (
             library->database, error,
             "UPDATE agreement SET title = ?2, number = ?3, parties = ?4, changed = ?5,"
             " revision = revision + 1, stale = 1 WHERE id = ?1 AND removed = 0",
             "ssssi", id, title, number, parties, mft_clock_now ())
         && check_touched (library, id, error);
}

static gboolean
insert (MftLibrary *library, const char *id, MftAgreement *agreement, GError **error)
{
  g_autoptr (GBytes) naskah = _mft_stored_write (agreement, error);

  return naskah != NULL
         && mft_database_do (
             library->database, error,
             "INSERT INTO agreement VALUES (?1, '', '', '', 'draft', ?2, ?2, 0, 0, 1,"
             " NULL)",
             "si", id, mft_clock_now ())
         && mft_database_do (library->database, error, "INSERT INTO content VALUES (?1, ?2)", "sb",
                             id, naskah)
         && _mft_library_write_history (library, id, agreement, error)
         && describe (library, id, agreement, error);
}

char *
mft_library_add (MftLibrary *library, MftAgreement *agreement, GError **error)
{
  g_autofree char *id = mft_random_id ();

  if (!_mft_library_check_writable (library, error)
      || !mft_database_begin (library->database, error)
      || !mft_database_end (library->database, insert (library, id, agreement, error), error))
    return NULL;
  mft_agreement_note_history_saved (agreement);
  return g_steal_pointer (&id);
}

char *
mft_library_duplicate (MftLibrary *library, const char *id, GError **error)
{
  g_autoptr (MftAgreement) original = mft_library_load (library, id, NULL, error);
  g_autoptr (MftAgreement) copy = original != NULL ? mft_agreement_snapshot (original) : NULL;
  g_autofree char *lineage = mft_random_id ();

  if (copy == NULL)
    return NULL;
  mft_agreement_set_setting (copy, "garis", lineage);
  /* Comments and paraf were given to the other one. */
  g_hash_table_remove (mft_agreement_get_entries (copy), MFT_REVIEW_ENTRY);
  for (guint i = 0; i < mft_agreement_n_fields (copy); i++)
    {
      MftField *field = mft_agreement_get_field_at (copy, i);
      if (mft_field_comes_late (mft_field_get_id (field)))
        mft_field_set_value (field, NULL);
    }
  return mft_library_add (library, copy, error);
}

/* 0: there is no such agreement, or an error. */
static gint64
read_revision (MftLibrary *library, const char *id, GError **error)
{
  GError *failure = NULL;
  g_autoptr (sqlite3_stmt) statement = mft_database_prepare (
      library->database, &failure, "SELECT revision FROM agreement WHERE id = ?1 AND removed = 0",
      "s", id);
  gint64 revision = 0;

  if (statement != NULL && mft_database_step (library->database, statement, &failure))
    revision = sqlite3_column_int64 (statement, 0);
  if (failure != NULL)
    g_propagate_error (error, failure);
  else if (revision == 0)
    _mft_library_fail_missing (id, error);
  return revision;
}

static gboolean
overwrite (MftLibrary *library, const char *id, MftAgreement *agreement, GBytes *naskah,
           GError **error)
{
  return _mft_library_keep_automatic (library, id, error)
         && mft_database_do (library->database, error,
                             "UPDATE content SET naskah = ?2 WHERE agreement = ?1", "sb", id,
                             naskah)
         && _mft_library_write_history (library, id, agreement, error)
         && describe (library, id, agreement, error);
}

gboolean
mft_library_save (MftLibrary *library, const char *id, MftAgreement *agreement, gint64 *revision,
                  GError **error)
{
  g_autoptr (GBytes) naskah = _mft_stored_write (agreement, error);
  gboolean overtaken, done;

  if (naskah == NULL || !_mft_library_check_writable (library, error)
      || !mft_database_begin (library->database, error))
    return FALSE;
  gint64 saved = read_revision (library, id, error);
  overtaken = saved != 0 && saved != *revision;
  if (overtaken)
    done = _mft_library_insert_version (library, id, MFT_VERSION_CONFLICT, "", naskah, error);
  else
    done = saved != 0 && overwrite (library, id, agreement, naskah, error);
  if (!mft_database_end (library->database, done, error))
    return FALSE;
  if (overtaken)
    {
      g_set_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_CHANGED, "'%s' was saved meanwhile", id);
      return FALSE;
    }
  mft_agreement_note_history_saved (agreement);
  *revision = saved + 1;
  return TRUE;
}

GBytes *
_mft_library_naskah (MftLibrary *library, const char *id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
      = mft_database_prepare (library->database, error,
                              "SELECT naskah FROM content JOIN agreement ON id = agreement"
                              " WHERE id = ?1 AND removed = 0",
                              "s", id);
  GError *failure = NULL;

  if (statement == NULL)
    return NULL;
  if (mft_database_step (library->database, statement, &failure))
    return mft_database_bytes (statement, 0);
  if (failure != NULL)
    g_propagate_error (error, failure);
  else
    _mft_library_fail_missing (id, error);
  return NULL;
}

MftAgreement *
mft_library_load (MftLibrary *library, const char *id, gint64 *revision, GError **error)
{
  g_autoptr (GBytes) naskah = _mft_library_naskah (library, id, error);
  g_autoptr (MftAgreement) agreement = naskah != NULL ? _mft_stored_read (naskah, error) : NULL;
  MftStatus status;

  if (agreement == NULL || !mft_library_get_status (library, id, &status, error))
    return NULL;
  mft_agreement_set_lock (agreement, library->read_only ? MFT_LOCK_ALL : mft_status_lock (status));
  if (revision != NULL && (*revision = read_revision (library, id, error)) == 0)
    return NULL;
  _mft_library_read_history (library, id, agreement);
  return g_steal_pointer (&agreement);
}

gboolean
mft_library_get_status (MftLibrary *library, const char *id, MftStatus *status, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = mft_database_prepare (
      library->database, error, "SELECT status FROM agreement WHERE id = ?1 AND removed = 0", "s",
      id);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  if (mft_database_step (library->database, statement, &failure))
    {
      if (!mft_status_from_name (mft_database_text (statement, 0), status))
        *status = MFT_STATUS_DRAFT;
      return TRUE;
    }
  if (failure == NULL)
    return _mft_library_fail_missing (id, error);
  g_propagate_error (error, failure);
  return FALSE;
}

static gboolean
write_status (MftLibrary *library, const char *id, MftStatus status, GError **error)
{
  g_autoptr (GBytes) naskah = _mft_library_naskah (library, id, error);

  return naskah != NULL
         && (status != MFT_STATUS_FINAL
             || _mft_library_insert_version (library, id, MFT_VERSION_FINAL, "", naskah, error))
         && mft_database_do (library->database, error,
                             "UPDATE agreement SET status = ?2, changed = ?3, stale = 1"
                             " WHERE id = ?1",
                             "ssi", id, mft_status_name (status), mft_clock_now ());
}

gboolean
mft_library_set_status (MftLibrary *library, const char *id, MftStatus status, GError **error)
{
  g_autoptr (MftAgreement) agreement = mft_library_load (library, id, NULL, error);
  MftStatus before;

  return agreement != NULL && _mft_library_check_writable (library, error)
         && mft_library_get_status (library, id, &before, error)
         && mft_status_check (before, status, agreement, error)
         && mft_database_begin (library->database, error)
         && mft_database_end (library->database, write_status (library, id, status, error), error);
}

static gboolean
set_removed (MftLibrary *library, const char *id, gint64 removed, GError **error)
{
  return _mft_library_check_writable (library, error)
         && mft_database_do (library->database, error,
                             "UPDATE agreement SET removed = ?2 WHERE id = ?1"
                             " AND (removed > 0) <> (?2 > 0)",
                             "si", id, removed)
         && check_touched (library, id, error);
}

gboolean
mft_library_remove (MftLibrary *library, const char *id, GError **error)
{
  return set_removed (library, id, MAX (1, mft_clock_now ()), error);
}

gboolean
mft_library_bring_back (MftLibrary *library, const char *id, GError **error)
{
  return set_removed (library, id, 0, error);
}

gboolean
mft_library_note_document (MftLibrary *library, const char *sha256, const char *id, GError **error)
{
  return _mft_library_check_writable (library, error)
         && mft_database_do (library->database, error,
                             "INSERT OR REPLACE INTO document VALUES (?1, ?2)", "ss", sha256, id);
}

char *
mft_library_find_document (MftLibrary *library, const char *sha256, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = mft_database_prepare (
      library->database, error, "SELECT agreement FROM document WHERE sha256 = ?1", "s", sha256);

  return statement != NULL && mft_database_step (library->database, statement, error)
             ? g_strdup (mft_database_text (statement, 0))
             : NULL;
}
