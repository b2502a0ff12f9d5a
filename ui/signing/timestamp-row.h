/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Whether this act gets an electronic timestamp; says before the passphrase is asked if the authority
 * cannot be reached. Hidden while the settings do not ask for one.
 *
 * Signal "changed". */
#define MFT_TYPE_TIMESTAMP_ROW (mft_timestamp_row_get_type ())
G_DECLARE_FINAL_TYPE (MftTimestampRow, mft_timestamp_row, MFT, TIMESTAMP_ROW, AdwActionRow)

GtkWidget *mft_timestamp_row_new (void);

/* Whether the act is to have one. */
gboolean mft_timestamp_row_is_wanted (MftTimestampRow *self);

/* It is wanted, and cannot be had. */
gboolean mft_timestamp_row_is_stuck (MftTimestampRow *self);

G_END_DECLS
