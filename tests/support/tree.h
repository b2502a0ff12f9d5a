/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* The first block of this kind in the order of the text; aborts if there is none. */
MftBlock *mft_test_first (MftAgreement *agreement, MftBlockKind kind);

/* The Pasal at `index`, from 0. */
MftBlock *mft_test_pasal (MftAgreement *agreement, guint index);

/* Writes `words` over what the block says. */
void mft_test_rewrite (MftAgreement *agreement, MftBlock *block, const char *words);

/* Asserts that both are written as the same naskah.xml. */
void mft_test_assert_same (MftAgreement *a, MftAgreement *b);

G_END_DECLS
