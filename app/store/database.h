/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

#include "store/error.h"

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

/* Opens the database (mode 0600) and brings it to the newest version, in one transaction; before a
 * change of an older version a copy is kept beside it. Errors: MFT_STORE_ERROR. */
sqlite3 *mft_database_open (const char *path, GError **error);

/* A prepared statement; declare it after the database. */
sqlite3_stmt *mft_database_prepare (sqlite3 *database, const char *sql, GError **error);

/* Runs statements without results. */
gboolean mft_database_run (sqlite3 *database, const char *sql, GError **error);

/* Runs a statement that gives no rows. */
gboolean mft_database_finish (sqlite3 *database, sqlite3_stmt *statement, GError **error);

/* Sets the error for what SQLite said last. Always FALSE. */
gboolean mft_database_fail (sqlite3 *database, GError **error);

G_END_DECLS
