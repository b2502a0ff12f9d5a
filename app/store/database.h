/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "store/error.h"
#include "store/sqlite.h"

G_BEGIN_DECLS

/* Functions that are loaded late have no address of their own. */
static inline void
mft_database_close (sqlite3 *database)
{
  sqlite3_close (database);
}

static inline void
mft_database_finish (sqlite3_stmt *statement)
{
  sqlite3_finalize (statement);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, mft_database_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, mft_database_finish)

/* What a database holds: version n is made from n - 1 by statement n - 1 (PRAGMA user_version).
 * `journal` is SQLite's journal_mode: WAL for one program that writes all the time, DELETE for many that
 * each do so for a moment, and would race for making the log. */
typedef struct
{
  const char *const *migrations;
  guint n_migrations;
  const char *journal;
} MftSchema;

/* Opens the database (mode 0600) and brings it to the newest version, in one transaction; before a
 * change of an older version a copy is kept beside it. Waits for others that write. Errors:
 * MFT_STORE_ERROR. */
sqlite3 *mft_database_open (const char *path, const MftSchema *schema, GError **error);

/* Opens it to read only, also in a folder that cannot be written or while another program writes. It
 * must be of the newest version. Errors: MFT_STORE_ERROR. */
sqlite3 *mft_database_open_reading (const char *path, const MftSchema *schema, GError **error);

/* Makes the file, mode 0600: SQLite would make it readable by others. */
void mft_database_make_private (const char *path);

/* A transaction: begin, then end with whether everything was done; else nothing is. */
gboolean mft_database_begin (sqlite3 *database, GError **error);
gboolean mft_database_end (sqlite3 *database, gboolean done, GError **error);

/* The first column of the first row. */
gboolean mft_database_number (sqlite3 *database, const char *sql, gint64 *number, GError **error);

/* A prepared statement with its values; declare it after the database. `types` has a letter for each
 * value: s const char *, i gint64, b GBytes *; they must live as long as the statement. */
sqlite3_stmt *mft_database_prepare (sqlite3 *database, GError **error, const char *sql,
                                    const char *types, ...);

/* The next row. FALSE: there is none, or an error. */
gboolean mft_database_step (sqlite3 *database, sqlite3_stmt *statement, GError **error);

/* Runs one statement without results. */
gboolean mft_database_do (sqlite3 *database, GError **error, const char *sql, const char *types,
                          ...);

/* A column's words, never NULL; borrowed. */
const char *mft_database_text (sqlite3_stmt *statement, int column);
GBytes *mft_database_bytes (sqlite3_stmt *statement, int column);

/* Runs statements without values and results. */
gboolean mft_database_run (sqlite3 *database, const char *sql, GError **error);

/* Sets the error for what SQLite said last. Always FALSE. */
gboolean mft_database_fail (sqlite3 *database, GError **error);

G_END_DECLS
