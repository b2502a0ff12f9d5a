/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* One field of the agreement. What is written is taken over when the person pauses, presses Enter or
 * goes on; what the field cannot hold stays in the row, with a word on what it wants.
 * A field of choices is a drop-down, all others a line to write in. Owned by the caller (floating). */
GtkWidget *mft_field_row_new (MftAgreement *agreement, const char *id);

/* Under a heading that says `words` already, its title ends before them. */
GtkWidget *mft_field_row_new_without (MftAgreement *agreement, const char *id, const char *words);

const char *mft_field_row_get_id (GtkWidget *row);

/* Shows the agreement's value again, unless the person is writing in the row. */
void mft_field_row_refresh (GtkWidget *row);

/* The first field that a value takes its words from ("{p1.nama}"). NULL: it is written out. */
const MftField *mft_field_find_source (MftAgreement *agreement, const char *value);

/* The value as people write it: "26 November 2026" for 2026-11-26. Owned by the caller; NULL while
 * the field is empty. */
char *mft_field_dup_words (MftAgreement *agreement, const char *id);

G_END_DECLS
