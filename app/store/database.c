/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/database.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* How long another process may write before this one gives up. */
#define PATIENCE_MS 10000

static gboolean
is_disk_full (int system_error)
{
  return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
}

gboolean
mft_database_fail (sqlite3 *database, GError **error)
{
  int code = sqlite3_errcode (database) & 0xff;
  const char *path = sqlite3_db_filename (database, "main");
  MftStoreError kind = MFT_STORE_ERROR_DAMAGED;

  if (code == SQLITE_FULL || is_disk_full (sqlite3_system_errno (database)))
    kind = MFT_STORE_ERROR_FULL;
  else if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
    kind = MFT_STORE_ERROR_BUSY;
  else if (code == SQLITE_READONLY || code == SQLITE_PERM || code == SQLITE_CANTOPEN)
    kind = MFT_STORE_ERROR_READ_ONLY;
  else if (code == SQLITE_IOERR)
    kind = MFT_STORE_ERROR_DISK;
  g_set_error (error, MFT_STORE_ERROR, kind, "'%s': %s", path != NULL ? path : "",
               sqlite3_errmsg (database));
  return FALSE;
}

static void
bind (sqlite3_stmt *statement, int place, char type, va_list *values)
{
  gconstpointer data;
  gsize size;

  switch (type)
    {
    case 's':
      sqlite3_bind_text (statement, place, va_arg (*values, const char *), -1, SQLITE_STATIC);
      return;
    case 'i':
      sqlite3_bind_int64 (statement, place, va_arg (*values, gint64));
      return;
    case 'b':
      data = g_bytes_get_data (va_arg (*values, GBytes *), &size);
      sqlite3_bind_blob64 (statement, place, data, size, SQLITE_STATIC);
      return;
    default:
      g_return_if_reached ();
    }
}

static sqlite3_stmt *
prepare (sqlite3 *database, GError **error, const char *sql, const char *types, va_list *values)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL) != SQLITE_OK)
    {
      mft_database_fail (database, error);
      return NULL;
    }
  for (int i = 0; types[i] != '\0'; i++)
    bind (statement, i + 1, types[i], values);
  return statement;
}

sqlite3_stmt *
mft_database_prepare (sqlite3 *database, GError **error, const char *sql, const char *types, ...)
{
  va_list values;

  va_start (values, types);
  sqlite3_stmt *statement = prepare (database, error, sql, types, &values);
  va_end (values);
  return statement;
}

gboolean
mft_database_step (sqlite3 *database, sqlite3_stmt *statement, GError **error)
{
  int result = sqlite3_step (statement);

  if (result != SQLITE_ROW && result != SQLITE_DONE)
    mft_database_fail (database, error);
  return result == SQLITE_ROW;
}

gboolean
mft_database_do (sqlite3 *database, GError **error, const char *sql, const char *types, ...)
{
  va_list values;

  va_start (values, types);
  g_autoptr (sqlite3_stmt) statement = prepare (database, error, sql, types, &values);
  va_end (values);
  if (statement == NULL)
    return FALSE;
  return sqlite3_step (statement) == SQLITE_DONE || mft_database_fail (database, error);
}

const char *
mft_database_text (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL ? text : "";
}

GBytes *
mft_database_bytes (sqlite3_stmt *statement, int column)
{
  return g_bytes_new (sqlite3_column_blob (statement, column),
                      (gsize) sqlite3_column_bytes (statement, column));
}

gboolean
mft_database_run (sqlite3 *database, const char *sql, GError **error)
{
  return sqlite3_exec (database, sql, NULL, NULL, NULL) == SQLITE_OK
         || mft_database_fail (database, error);
}

gboolean
mft_database_begin (sqlite3 *database, GError **error)
{
  return mft_database_run (database, "BEGIN IMMEDIATE", error);
}

gboolean
mft_database_end (sqlite3 *database, gboolean done, GError **error)
{
  if (done && mft_database_run (database, "COMMIT", error))
    return TRUE;
  sqlite3_exec (database, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

gboolean
mft_database_number (sqlite3 *database, const char *sql, gint64 *number, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = mft_database_prepare (database, error, sql, "");

  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_ROW)
    return mft_database_fail (database, error);
  *number = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

/* SQLite would make the file readable by others. */
void
mft_database_make_private (const char *path)
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

  mft_database_make_private (copy_path);
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
check_not_newer (const MftSchema *schema, gint64 version, const char *path, GError **error)
{
  if (version >= 0 && version <= (gint64) schema->n_migrations)
    return TRUE;
  g_set_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_NEWER,
               "'%s' has version %" G_GINT64_FORMAT ", newer than this program", path, version);
  return FALSE;
}

/* Inside a transaction, from the version that is there now: another process may have been first. */
static gboolean
migrate (sqlite3 *database, const MftSchema *schema, const char *path, GError **error)
{
  g_autofree char *number = g_strdup_printf ("PRAGMA user_version = %u", schema->n_migrations);
  gint64 version = 0;

  if (!mft_database_number (database, "PRAGMA user_version", &version, error)
      || !check_not_newer (schema, version, path, error))
    return FALSE;
  for (gsize i = (gsize) version; i < schema->n_migrations; i++)
    if (!mft_database_run (database, schema->migrations[i], error))
      return FALSE;
  return mft_database_run (database, number, error);
}

static gboolean
bring_up_to_date (sqlite3 *database, const MftSchema *schema, const char *path, GError **error)
{
  gint64 version = 0;

  if (!mft_database_number (database, "PRAGMA user_version", &version, error)
      || !check_not_newer (schema, version, path, error))
    return FALSE;
  if (version == (gint64) schema->n_migrations)
    return TRUE;
  if (version > 0 && !back_up (database, path, (guint) version, error))
    return FALSE;
  return mft_database_begin (database, error)
         && mft_database_end (database, migrate (database, schema, path, error), error);
}

sqlite3 *
mft_database_open (const char *path, const MftSchema *schema, GError **error)
{
  g_autofree char *options
      = g_strdup_printf ("PRAGMA journal_mode = %s; PRAGMA synchronous = FULL;"
                         "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;",
                         schema->journal);
  sqlite3 *database = NULL;

  mft_database_make_private (path);
  if (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK
      && sqlite3_busy_timeout (database, PATIENCE_MS) == SQLITE_OK
      && mft_database_run (database, options, error)
      && bring_up_to_date (database, schema, path, error))
    return database;
  if (error != NULL && *error == NULL)
    mft_database_fail (database, error);
  sqlite3_close (database);
  return NULL;
}

/* As a URI: "?" and "%" in the folder's name are no options. */
static sqlite3 *
open_uri (const char *path, const char *options)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  g_autofree char *uri = g_strdup_printf ("file:%s?%s", escaped, options);
  sqlite3 *database = NULL;
  gint64 version;

  if (sqlite3_open_v2 (uri, &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL) == SQLITE_OK
      && mft_database_number (database, "SELECT count(*) FROM sqlite_schema", &version, NULL))
    return database;
  sqlite3_close (database);
  return NULL;
}

sqlite3 *
mft_database_open_reading (const char *path, const MftSchema *schema, GError **error)
{
  sqlite3 *database = open_uri (path, "mode=ro");
  gint64 version = 0;

  /* Where not even the log of a folder can be written, nobody writes the database either. */
  if (database == NULL)
    database = open_uri (path, "immutable=1");
  if (database == NULL)
    {
      g_set_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_DAMAGED, "'%s' cannot be read", path);
      return NULL;
    }
  if (mft_database_number (database, "PRAGMA user_version", &version, error)
      && check_not_newer (schema, version, path, error) && version == (gint64) schema->n_migrations)
    return database;
  if (error != NULL && *error == NULL)
    g_set_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_READ_ONLY,
                 "'%s' is of an older version and may not be changed", path);
  sqlite3_close (database);
  return NULL;
}
