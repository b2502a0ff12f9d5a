/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/edit.h"

G_BEGIN_DECLS

/* The parties of an agreement. Their roles follow their order (KESATU, KEDUA, …): in the title, the
 * komparisi, the signatures, and wherever the text speaks of them. Each call is one step. */

/* One more at the end, after the pattern of the last one, with empty fields.
 * Errors: MFT_AGREEMENT_ERROR_STRUCTURE at MFT_PARTIES_MOST. */
gboolean mft_edit_add_party (MftAgreement *agreement, GError **error);

/* Removes a party with its fields, its lines in the title, its person, contacts and signature. What the
 * articles say of it stays; the check tells it. Errors: MFT_AGREEMENT_ERROR_STRUCTURE at
 * MFT_PARTIES_LEAST. */
gboolean mft_edit_remove_party (MftAgreement *agreement, guint party, GError **error);

/* Makes a party the one of the number `to`; those between move up. What is said of a party goes along
 * with it: the duties of PIHAK KEDUA that becomes KESATU are then those of PIHAK KESATU. */
void mft_edit_move_party (MftAgreement *agreement, guint party, guint to);

G_END_DECLS
