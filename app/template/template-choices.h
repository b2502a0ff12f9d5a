/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/template.h"

G_BEGIN_DECLS

/* Fills in the choices: variants, clauses with alternatives, optional clauses, lines, definitions and
 * attachments, packs. What a variant governs is not offered a second time.
 * Errors: MFT_TEMPLATE_ERROR_SYNTAX. */
gboolean mft_template_collect_choices (MftTemplate *template, GError **error);

/* "K-51", "K-53=rinci", "K-34=tidak" → the id. Owned by the caller. */
char *mft_effect_dup_id (const char *effect);

/* "K-51" → "ya", "K-53=rinci" → "rinci". Borrowed. */
const char *mft_effect_get_choice (const char *effect);

/* The template's entry "isian: FIELD = VALUE" or NULL; `value` is what stands after "=", borrowed. */
MftEntry *mft_entries_find_initial (GPtrArray *entries, const char *field, const char **value);

G_END_DECLS
