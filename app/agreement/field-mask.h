/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"
#include "bahasa/date.h"

G_BEGIN_DECLS

/* How the words of a field are put together, as an office numbers its letters:
 * "{nomor}/PKS/MARVES/{bulan}/{tahun}". {nomor} stands for letters, digits, points and hyphens, {bulan}
 * for a month in Roman numerals, {bulan_angka} for one in two digits, {tahun} for a year. */

/* FALSE for one with other braces, or too long. */
gboolean mft_field_mask_is_valid (const char *mask);

/* Kept with the agreement; NULL for none. */
const char *mft_field_mask_get (MftAgreement *agreement, const char *field);

/* One step of the history; NULL or "" takes it away. Errors: MFT_AGREEMENT_ERROR_FIELD, _LOCKED. */
gboolean mft_field_mask_set (MftAgreement *agreement, const char *field, const char *mask,
                             GError **error);

/* Whether the words follow it. `dated` gets them with month and year of `date`; both may be NULL. Owned by
 * the caller. */
gboolean mft_field_mask_match (const char *mask, const char *words, const MftDate *date,
                               char **dated);

/* What one would look like, for people: "…/PKS/MARVES/X/2020". Owned by the caller. */
char *mft_field_mask_example (const char *mask, MftDate date);

G_END_DECLS
