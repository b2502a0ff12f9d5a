/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/secret.h"
#include "verify/report.h"

G_BEGIN_DECLS

/* A file in the list of those that were checked, and its report once it is there.
 *
 * Signal "changed": the report came, or the checking failed. */
#define MFT_TYPE_FILE_ROW (mft_file_row_get_type ())
G_DECLARE_FINAL_TYPE (MftFileRow, mft_file_row, MFT, FILE_ROW, GtkListBoxRow)

/* Starts checking, by what the person trusts. Dropping the row stops it. */
GtkWidget *mft_file_row_new (const char *path);

const char *mft_file_row_get_path (MftFileRow *self);
const char *mft_file_row_get_name (MftFileRow *self);

/* Borrowed; NULL while it is checked, and where that failed. */
const MftVerifyReport *mft_file_row_get_report (MftFileRow *self);

/* What is known of where it came from, in a sentence; NULL: nothing. Borrowed. */
const char *mft_file_row_get_origin (MftFileRow *self, gboolean *important);

/* Why it failed; NULL if it did not. Borrowed. */
const GError *mft_file_row_get_error (MftFileRow *self);

/* Adds the outcome to an array of MftVerifiedFile, which borrows it; none while there is none. */
void mft_file_row_add_result (MftFileRow *self, GArray *results);

gboolean mft_file_row_is_busy (MftFileRow *self);

/* Gives up the checking that is under way. */
void mft_file_row_stop (MftFileRow *self);

/* The password of an encrypted file, for the next checks of it; NULL: none. */
void mft_file_row_set_password (MftFileRow *self, MftSecret *password);

/* Borrowed; NULL: none. */
MftSecret *mft_file_row_get_password (MftFileRow *self);

/* Checks once more, also after a change of what is trusted. */
void mft_file_row_check (MftFileRow *self);

G_END_DECLS
