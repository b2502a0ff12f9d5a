/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/late.h"

#include <sqlite3.h>

#include "config.h"

/* Databases. Loaded late: every function that is called stands here. */
#define sqlite3_backup_finish(...) MFT_LATE (MFT_LATE_SQLITE, sqlite3_backup_finish) (__VA_ARGS__)
#define sqlite3_backup_init(...) MFT_LATE (MFT_LATE_SQLITE, sqlite3_backup_init) (__VA_ARGS__)
#define sqlite3_backup_step(...) MFT_LATE (MFT_LATE_SQLITE, sqlite3_backup_step) (__VA_ARGS__)
#define sqlite3_bind_blob64(...) MFT_LATE (MFT_LATE_SQLITE, sqlite3_bind_blob64) (__VA_ARGS__)
#define sqlite3_bind_int64(...) MFT_LATE (MFT_LATE_SQLITE, sqlite3_bind_int64) (__VA_ARGS__)
#define sqlite3_bind_text(...) MFT_LATE (MFT_LATE_SQLITE, sqlite3_bind_text) (__VA_ARGS__)
#define sqlite3_busy_timeout(...) MFT_LATE (MFT_LATE_SQLITE, sqlite3_busy_timeout) (__VA_ARGS__)
#define sqlite3_changes(...) MFT_LATE (MFT_LATE_SQLITE, sqlite3_changes) (__VA_ARGS__)
#define sqlite3_close(...) MFT_LATE (MFT_LATE_SQLITE, sqlite3_close) (__VA_ARGS__)
#define sqlite3_column_blob(...) MFT_LATE (MFT_LATE_SQLITE, sqlite3_column_blob) (__VA_ARGS__)
#define sqlite3_column_bytes(...) MFT_LATE (MFT_LATE_SQLITE, sqlite3_column_bytes) (__VA_ARGS__)
#define sqlite3_column_int(...) MFT_LATE (MFT_LATE_SQLITE, sqlite3_column_int) (__VA_ARGS__)
#define sqlite3_column_int64(...) MFT_LATE (MFT_LATE_SQLITE, sqlite3_column_int64) (__VA_ARGS__)
#define sqlite3_column_text(...) MFT_LATE (MFT_LATE_SQLITE, sqlite3_column_text) (__VA_ARGS__)
#define sqlite3_column_type(...) MFT_LATE (MFT_LATE_SQLITE, sqlite3_column_type) (__VA_ARGS__)
#define sqlite3_db_filename(...) MFT_LATE (MFT_LATE_SQLITE, sqlite3_db_filename) (__VA_ARGS__)
#define sqlite3_errcode(...) MFT_LATE (MFT_LATE_SQLITE, sqlite3_errcode) (__VA_ARGS__)
#define sqlite3_errmsg(...) MFT_LATE (MFT_LATE_SQLITE, sqlite3_errmsg) (__VA_ARGS__)
#define sqlite3_exec(...) MFT_LATE (MFT_LATE_SQLITE, sqlite3_exec) (__VA_ARGS__)
#define sqlite3_finalize(...) MFT_LATE (MFT_LATE_SQLITE, sqlite3_finalize) (__VA_ARGS__)
#define sqlite3_open(...) MFT_LATE (MFT_LATE_SQLITE, sqlite3_open) (__VA_ARGS__)
#define sqlite3_open_v2(...) MFT_LATE (MFT_LATE_SQLITE, sqlite3_open_v2) (__VA_ARGS__)
#define sqlite3_prepare_v2(...) MFT_LATE (MFT_LATE_SQLITE, sqlite3_prepare_v2) (__VA_ARGS__)
#define sqlite3_step(...) MFT_LATE (MFT_LATE_SQLITE, sqlite3_step) (__VA_ARGS__)
#define sqlite3_system_errno(...) MFT_LATE (MFT_LATE_SQLITE, sqlite3_system_errno) (__VA_ARGS__)
