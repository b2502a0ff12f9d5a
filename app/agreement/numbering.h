/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"
#include "bahasa/label.h"

G_BEGIN_DECLS

/* Computes every label of the tree. Returns whether any changed. A Pasal's only ayat has none. */
gboolean mft_numbering_update (MftBlock *root);

/* The same for the labels directly inside one block, on which no others depend. */
gboolean mft_numbering_update_children (MftBlock *parent);

/* What the items of a list with these marks are labelled; MFT_MARKS_AUTO: as huruf. */
MftLabelKind mft_marks_label_kind (MftMarks marks);

typedef struct
{
  guint pasal, ayat, huruf, angka, sub_huruf, sub_angka;
  guint contacts, references, definitions, legal_basis;
} MftCounts;

/* What `show` and `import` count; huruf without contact blocks (DESIGN.md §7). References are those
 * inside the agreement. */
MftCounts mft_count (MftAgreement *agreement);

G_END_DECLS
