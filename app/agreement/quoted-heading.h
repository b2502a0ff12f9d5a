/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bahasa/label.h"

#include "agreement/block.h"

G_BEGIN_DECLS

/* "Pasal 7 JANGKA WAKTU", in bold and a paragraph right under a Pasal: there an addendum quotes a Pasal of
 * another agreement, up to the next such line. `label` (may be NULL) gets its number. Returns how many
 * characters that takes, 0 for any other block. */
guint mft_quoted_heading_scan (MftBlock *block, MftLabel *label);

/* Such a line. `heading` is the text of the quoted Pasal. Owned by the caller. */
MftText *mft_quoted_heading_new (const char *label, MftText *heading);

G_END_DECLS
