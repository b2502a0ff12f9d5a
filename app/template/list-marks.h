/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/edit.h"

G_BEGIN_DECLS

/* How many bytes of the words' end are an item's closing mark: ";", "; dan", "."; 0: none. `joint` (may
 * be NULL) gets "dan", "atau" or the like, static, or NULL. */
gsize mft_list_mark_scan (const char *words, const char **joint);

/* Removes an item of a list, in a step. Those that stay end as a list does: ";", "; dan" before the
 * last one, and what closed the list (UU 12/2011 Lampiran II on perincian). */
gboolean mft_list_marks_remove_item (MftAgreement *agreement, MftBlock *item, GError **error);

G_END_DECLS
