/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Tables of plain words for people, on paper and for spreadsheets. */
typedef struct MftRoster MftRoster;

/* `note` stands below the title: what was counted, and how. */
MftRoster *mft_roster_new (const char *title, const char *note);
void mft_roster_free (MftRoster *roster);

/* A table: the rows that follow are its. `weights` are shares of the width; `titles` and `weights` are
 * `n_columns` and outlive the roster. `heading` may be NULL. */
void mft_roster_begin (MftRoster *roster, const char *heading, const char *const *titles,
                       const double *weights, guint n_columns);

/* As many cells as there are columns; NULL is empty. Copied. */
void mft_roster_row (MftRoster *roster, const char *const *cells);

/* The tables one below the other (csv.h). */
GBytes *mft_roster_to_csv (const MftRoster *roster);

/* PDF/A, lying. Errors: MFT_DRAW_ERROR. */
GBytes *mft_roster_to_pdf (const MftRoster *roster, GDateTime *date, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftRoster, mft_roster_free)

G_END_DECLS
