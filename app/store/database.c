/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/database.h"

#include <fcntl.h>
#include <unistd.h>

/* Version n of the schema is made from n - 1 by statement n - 1 (PRAGMA user_version). */
static const char *const migrations[] = {
  "CREATE TABLE agreement ("
  "  id TEXT PRIMARY KEY NOT NULL,"
  "  title TEXT NOT NULL,"
  "  created INTEGER NOT NULL,"
  "  changed INTEGER NOT NULL,"
  "  naskah BLOB NOT NULL"
  ") STRICT;"
  "CREATE INDEX agreement_changed ON agreement (changed);",
};

gboolean
mft_database_fail (sqlite3 *database, GError **error)
{
  int code = sqlite3_errcode (database) & 0xff;
  MftStoreError kind = MFT_STORE_ERROR_DAMAGED;

  if (code == SQLITE_FULL)
    kind = MFT_STORE_ERROR_FULL;
  else if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
    kind = MFT_STORE_ERROR_BUSY;
  g_set_error (error, MFT_STORE_ERROR, kind, "library: %s", sqlite3_errmsg (database));
  return FALSE;
}

sqlite3_stmt *
mft_database_prepare (sqlite3 *database, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL) != SQLITE_OK)
    mft_database_fail (database, error);
  return statement;
}

gboolean
mft_database_run (sqlite3 *database, const char *sql, GError **error)
{
  return sqlite3_exec (database, sql, NULL, NULL, NULL) == SQLITE_OK
         || mft_database_fail (database, error);
}

gboolean
mft_database_finish (sqlite3 *database, sqlite3_stmt *statement, GError **error)
{
  return sqlite3_step (statement) == SQLITE_DONE || mft_database_fail (database, error);
}

static gboolean
read_version (sqlite3 *database, guint *version, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
      = mft_database_prepare (database, "PRAGMA user_version", error);

  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_ROW)
    return mft_database_fail (database, error);
  *version = (guint) sqlite3_column_int (statement, 0);
  return TRUE;
}

/* SQLite would make the file readable by others. */
static void
make_private (const char *path)
{
  int fd = open (path, O_CREAT | O_RDWR | O_CLOEXEC, 0600);

  if (fd >= 0)
    close (fd);
}

/* PATH.vN: what an older version was, before it is changed. */
static gboolean
back_up (sqlite3 *database, const char *path, guint version, GError **error)
{
  g_autofree char *copy_path = g_strdup_printf ("%s.v%u", path, version);
  sqlite3 *copy = NULL;
  sqlite3_backup *backup;
  gboolean done = FALSE;

  make_private (copy_path);
  if (sqlite3_open (copy_path, &copy) == SQLITE_OK
      && (backup = sqlite3_backup_init (copy, "main", database, "main")) != NULL)
    {
      sqlite3_backup_step (backup, -1);
      done = sqlite3_backup_finish (backup) == SQLITE_OK;
    }
  if (!done)
    mft_database_fail (copy, error);
  sqlite3_close (copy);
  return done;
}

static gboolean
migrate (sqlite3 *database, guint version, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("BEGIN IMMEDIATE;");

  for (guint i = version; i < G_N_ELEMENTS (migrations); i++)
    g_string_append (sql, migrations[i]);
  g_string_append_printf (sql, "PRAGMA user_version = %u; COMMIT;",
                          (guint) G_N_ELEMENTS (migrations));
  return mft_database_run (database, sql->str, error);
}

static gboolean
bring_up_to_date (sqlite3 *database, const char *path, GError **error)
{
  guint version = 0;

  if (!read_version (database, &version, error))
    return FALSE;
  if (version > G_N_ELEMENTS (migrations))
    {
      g_set_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_NEWER,
                   "'%s' has version %u, newer than this program", path, version);
      return FALSE;
    }
  if (version == G_N_ELEMENTS (migrations))
    return TRUE;
  if (version > 0 && !back_up (database, path, version, error))
    return FALSE;
  return migrate (database, version, error);
}

sqlite3 *
mft_database_open (const char *path, GError **error)
{
  sqlite3 *database = NULL;

  make_private (path);
  if (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK
      && mft_database_run (database,
                           "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                           "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;",
                           error)
      && bring_up_to_date (database, path, error))
    return database;
  if (error != NULL && *error == NULL)
    mft_database_fail (database, error);
  sqlite3_close (database);
  return NULL;
}
