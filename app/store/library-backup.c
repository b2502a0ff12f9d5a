/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/library-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file-error.h"
#include "base/random.h"
#include "base/safe-file.h"

#include "store/library-private.h"

#define PIECE 65536

/* A name beside the library that nobody has. */
static char *
name_beside (MftLibrary *library)
{
  g_autofree char *id = mft_random_id ();

  return g_strdup_printf ("%s.%s", library->path, id);
}

/* Removes what SQLite may have left under a name, too. */
static void
drop (const char *path)
{
  static const char *const ends[] = { "", "-wal", "-shm", "-journal", ".v1" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *name = g_strconcat (path, ends[i], NULL);
      g_unlink (name);
    }
}

static gboolean
copy_bytes (int from, MftSafeFile *to, GError **error)
{
  g_autofree guint8 *piece = g_malloc (PIECE);
  ssize_t size;

  while ((size = read (from, piece, PIECE)) > 0)
    if (!mft_safe_file_write (to, piece, (gsize) size, error))
      return FALSE;
  if (size == 0)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_IO, "a backup cannot be read");
  return FALSE;
}

static gboolean
copy_file (const char *from_path, const char *path, gboolean replace, GError **error)
{
  g_autoptr (MftSafeFile) file = mft_safe_file_new (path, error);
  int from = file != NULL ? open (from_path, O_RDONLY | O_CLOEXEC) : -1;

  if (file == NULL)
    return FALSE;
  if (from < 0)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "cannot open '%s'", from_path);
      return FALSE;
    }
  gboolean done = copy_bytes (from, file, error) && mft_safe_file_commit (file, replace, error);
  close (from);
  return done;
}

gboolean
mft_library_back_up (MftLibrary *library, const char *path, gboolean replace, GError **error)
{
  g_autofree char *packed = name_beside (library);

  mft_database_make_private (packed);
  gboolean done = mft_database_do (library->database, error, "VACUUM INTO ?1", "s", packed)
                  && copy_file (packed, path, replace, error);
  drop (packed);
  return done;
}

static gboolean
fail_foreign (const char *path, GError **error)
{
  g_set_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_FOREIGN, "'%s' is no backup", path);
  return FALSE;
}

/* A sound database with agreements in it, of any version. */
static gboolean
check_backup (const char *copy_path, const char *path, GError **error)
{
  sqlite3 *database = NULL;
  gint64 number = 0;
  gboolean sound
      = sqlite3_open_v2 (copy_path, &database, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK
        && mft_database_number (database, "PRAGMA user_version", &number, NULL) && number > 0
        && mft_database_number (database, "SELECT count(*) FROM agreement", &number, NULL)
        && mft_database_number (database,
                                "SELECT count(*) FROM pragma_quick_check"
                                " WHERE quick_check <> 'ok'",
                                &number, NULL)
        && number == 0;

  sqlite3_close (database);
  return sound || fail_foreign (path, error);
}

/* Values only come over: what else the file's schema holds never runs here. */
static gboolean
take_rows (sqlite3 *database, GError **error)
{
  return mft_database_run (
      database,
      "DELETE FROM words;"
      "DELETE FROM agreement;"
      "INSERT INTO agreement (id, title, number, parties, status, created, changed, revision,"
      "  removed, stale, place)"
      " SELECT id, title, number, parties, status, created, changed, revision, 0, 1, NULL"
      " FROM backup.agreement WHERE removed = 0;"
      "INSERT INTO content (agreement, naskah) SELECT agreement, naskah FROM backup.content"
      " WHERE agreement IN (SELECT id FROM agreement);"
      "INSERT INTO version (number, agreement, kind, name, created, changes, naskah)"
      " SELECT number, agreement, kind, name, created, changes, naskah FROM backup.version"
      " WHERE agreement IN (SELECT id FROM agreement);"
      "INSERT INTO document (sha256, agreement) SELECT sha256, agreement FROM backup.document"
      " WHERE agreement IN (SELECT id FROM agreement)",
      error);
}

static gboolean
take_over (MftLibrary *library, const char *copy_path, GError **error)
{
  sqlite3 *database = library->database;

  if (!mft_database_do (database, error, "ATTACH ?1 AS backup", "s", copy_path))
    return FALSE;
  gboolean done = mft_database_begin (database, error)
                  && mft_database_end (database, take_rows (database, error), error);
  sqlite3_exec (database, "DETACH backup", NULL, NULL, NULL);
  return done && _mft_library_index (library, error);
}

/* An older backup is brought up to date in the copy. */
static gboolean
modernise (const char *copy_path, GError **error)
{
  sqlite3 *database = mft_database_open (copy_path, &_mft_library_schema, error);

  sqlite3_close (database);
  return database != NULL;
}

/* NULL with an error, or the name of what was kept. */
static char *
keep_present (MftLibrary *library, GError **error)
{
  g_autoptr (GDateTime) now = mft_clock_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *path = g_strdup_printf ("%s.sebelum-%s", library->path, time);

  return mft_library_back_up (library, path, TRUE, error) ? g_steal_pointer (&path) : NULL;
}

static gboolean
restore_copy (MftLibrary *library, const char *copy_path, const char *path, gboolean replace,
              char **kept, GError **error)
{
  g_autofree char *present = NULL;
  gint64 count = 0;

  if (!check_backup (copy_path, path, error) || !modernise (copy_path, error)
      || !mft_database_number (library->database, "SELECT count(*) FROM agreement", &count, error))
    return FALSE;
  if (count > 0 && !replace)
    {
      g_set_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_OCCUPIED, "'%s' is not empty",
                   library->path);
      return FALSE;
    }
  if (count > 0 && (present = keep_present (library, error)) == NULL)
    return FALSE;
  if (!take_over (library, copy_path, error))
    return FALSE;
  if (kept != NULL)
    *kept = g_steal_pointer (&present);
  return TRUE;
}

gboolean
mft_library_restore (MftLibrary *library, const char *path, gboolean replace, char **kept,
                     GError **error)
{
  g_autofree char *copy_path = name_beside (library);

  if (!_mft_library_check_writable (library, error))
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return mft_file_fail (error, EISDIR, "cannot read", path);
  gboolean done = copy_file (path, copy_path, FALSE, error)
                  && restore_copy (library, copy_path, path, replace, kept, error);
  drop (copy_path);
  return done;
}
