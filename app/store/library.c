/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/library.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/random.h"

#include "agreement/akn.h"
#include "agreement/shown.h"

#include "store/database.h"

struct MftLibrary
{
  sqlite3 *database;
  int lock;
};

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

MftLibrary *
mft_library_open (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "pustaka.db", NULL);
  g_autofree char *lock_path = g_build_filename (folder, "pustaka.lock", NULL);
  g_autoptr (MftLibrary) library = g_new0 (MftLibrary, 1);

  library->lock = take_lock (lock_path, error);
  if (library->lock < 0)
    return NULL;
  library->database = mft_database_open (path, error);
  return library->database != NULL ? g_steal_pointer (&library) : NULL;
}

void
mft_library_close (MftLibrary *library)
{
  sqlite3_close (library->database);
  if (library->lock >= 0)
    close (library->lock);
  g_free (library);
}

/* Binds title, changed, naskah and id, in the order of both statements. */
static gboolean
store (MftLibrary *library, const char *sql, const char *id, MftAgreement *agreement,
       GError **error)
{
  g_autofree char *title = mft_agreement_dup_title (agreement);
  g_autoptr (GBytes) naskah = mft_akn_write (agreement);
  gsize size;
  gconstpointer data = g_bytes_get_data (naskah, &size);
  g_autoptr (sqlite3_stmt) statement = mft_database_prepare (library->database, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, title, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, mft_clock_now ());
  sqlite3_bind_blob64 (statement, 3, data, size, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, id, -1, SQLITE_STATIC);
  return mft_database_finish (library->database, statement, error);
}

/* Whether the last statement touched an entry. */
static gboolean
check_touched (MftLibrary *library, const char *id, GError **error)
{
  if (sqlite3_changes (library->database) > 0)
    return TRUE;
  g_set_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_MISSING, "no agreement '%s'", id);
  return FALSE;
}

char *
mft_library_add (MftLibrary *library, MftAgreement *agreement, GError **error)
{
  g_autofree char *id = mft_random_id ();

  if (!store (library,
              "INSERT INTO agreement (title, created, changed, naskah, id)"
              " VALUES (?1, ?2, ?2, ?3, ?4)",
              id, agreement, error))
    return NULL;
  return g_steal_pointer (&id);
}

gboolean
mft_library_save (MftLibrary *library, const char *id, MftAgreement *agreement, GError **error)
{
  return store (library, "UPDATE agreement SET title = ?1, changed = ?2, naskah = ?3 WHERE id = ?4",
                id, agreement, error)
         && check_touched (library, id, error);
}

MftAgreement *
mft_library_load (MftLibrary *library, const char *id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = mft_database_prepare (
      library->database, "SELECT naskah FROM agreement WHERE id = ?1", error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  switch (sqlite3_step (statement))
    {
    case SQLITE_ROW:
      break;
    case SQLITE_DONE:
      g_set_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_MISSING, "no agreement '%s'", id);
      return NULL;
    default:
      mft_database_fail (library->database, error);
      return NULL;
    }
  g_autoptr (GBytes) naskah = g_bytes_new (sqlite3_column_blob (statement, 0),
                                           (gsize) sqlite3_column_bytes (statement, 0));
  return mft_akn_read (naskah, NULL, error);
}

static MftLibraryEntry *
read_entry (sqlite3_stmt *statement)
{
  MftLibraryEntry *entry = g_new (MftLibraryEntry, 1);

  entry->id = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  entry->title = g_strdup ((const char *) sqlite3_column_text (statement, 1));
  entry->changed = sqlite3_column_int64 (statement, 2);
  return entry;
}

GPtrArray *
mft_library_list (MftLibrary *library, GError **error)
{
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_library_entry_free);
  g_autoptr (sqlite3_stmt) statement
      = mft_database_prepare (library->database,
                              "SELECT id, title, changed FROM agreement"
                              " ORDER BY changed DESC, id",
                              error);
  int result;

  if (statement == NULL)
    return NULL;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (entries, read_entry (statement));
  if (result != SQLITE_DONE)
    {
      mft_database_fail (library->database, error);
      return NULL;
    }
  return g_steal_pointer (&entries);
}

gboolean
mft_library_remove (MftLibrary *library, const char *id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
      = mft_database_prepare (library->database, "DELETE FROM agreement WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  return mft_database_finish (library->database, statement, error)
         && check_touched (library, id, error);
}

void
mft_library_entry_free (MftLibraryEntry *entry)
{
  g_free (entry->id);
  g_free (entry->title);
  g_free (entry);
}
