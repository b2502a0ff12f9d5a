/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* The field that says which addendum it is: "KESATU". */
#define MFT_ADDENDUM_ORDER "urutan_perubahan"

/* Gives the addendum every field that it shows, and those of the parties, as the renumbered version has them;
 * its own numbers and date are left open. */
void mft_addendum_add_fields (MftAgreement *addendum, MftAgreement *renumbered);

/* Fills in which addendum of what it is, and why; `reason` may be NULL. */
void mft_addendum_fill_in (MftAgreement *addendum, MftAgreement *original, const char *reason);

G_END_DECLS
