/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* What stands in the place of a unit that is gone (UU 12/2011 Lampiran II). */
#define MFT_AMEND_DELETED "Dihapus."

/* The agreement that `changed` is when it amends `original`, whose numbers are signed: what both have keeps
 * its number; what is new has that of the unit before it and a letter (Pasal 7A, ayat (1a), huruf a1, angka
 * 4a), or the next one at the end; what is gone stays as "Dihapus." New units that stand before the first
 * one come behind it: no number is left there. House style and settings stay the original's. Owned by the
 * caller. Errors: MFT_AMEND_ERROR_NUMBERS, MFT_AGREEMENT_ERROR_STRUCTURE. */
MftAgreement *mft_amend_renumber (MftAgreement *original, MftAgreement *changed, GError **error);

/* A block that stands for one that is gone, with the same id if `id` is not NULL. Owned by the caller. */
MftBlock *mft_amend_placeholder (MftBlockKind kind, const char *id);

/* Gives the blocks these labels (MftBlock → char *), as locked ones only where counting gives others. */
void mft_amend_keep_labels (MftAgreement *agreement, GHashTable *labels);

G_END_DECLS
