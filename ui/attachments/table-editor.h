/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "agreement/table.h"

G_BEGIN_DECLS

/* A table of the agreement, to be written in: an entry for each cell, what is computed beside them, a
 * menu for each column and each row. It follows the agreement and dies with its table. */
#define MFT_TYPE_TABLE_EDITOR (mft_table_editor_get_type ())
G_DECLARE_FINAL_TYPE (MftTableEditor, mft_table_editor, MFT, TABLE_EDITOR, AdwBin)

GtkWidget *mft_table_editor_new (MftAgreement *agreement, MftBlock *table);

/* Where the cell of a row (0: the titles) and a column is written; NULL for a computed one. */
GtkWidget *mft_table_editor_get_entry (MftTableEditor *self, guint row, guint column);

G_END_DECLS
