/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/edit.h"

G_BEGIN_DECLS

/* BAB: some offices group the Pasal of an agreement, as regulations do (UU 12/2011 Lampiran II). A BAB begins
 * with a Pasal (MFT_TRAIT_CHAPTER) and is numbered by itself; the Pasal are counted on through all of them.
 * The house style may leave them out. */

/* "BAB II" where one begins with the Pasal; NULL where none does, or none is shown. Owned by the caller. */
char *mft_chapter_dup_label (MftAgreement *agreement, MftBlock *pasal);

/* Its heading as it is shown, NULL like the label. Owned by the caller. */
char *mft_chapter_dup_heading (MftAgreement *agreement, MftBlock *pasal);

/* The heading as it is kept, whether it is shown or not; NULL: none begins here. Borrowed. */
const char *mft_chapter_get_heading (MftBlock *pasal);

/* A BAB begins with the Pasal, or, with NULL or "", none does. The style then shows them. One step of the
 * history. Errors: MFT_AGREEMENT_ERROR_STRUCTURE, _LOCKED. */
gboolean mft_chapter_set (MftAgreement *agreement, MftBlock *pasal, const char *heading,
                          GError **error);

/* "BAB II" at the start of a line, also with its heading behind. Returns the bytes of the label, 0 if it is
 * none. */
gsize mft_chapter_scan (const char *line);

G_END_DECLS
