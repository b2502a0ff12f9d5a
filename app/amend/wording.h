/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* The words of an addendum, from resources/content/amend/. */

/* The lines of a part ("premis", "kesepakatan"), as blocks under `parent`. What they leave open is a field
 * of the addendum. `document`: the name of what is amended, "Perjanjian Kerja Sama". */
void mft_wording_add_part (MftBlock *parent, const char *key, const char *document);

/* The Pasal that follow those with the changes. */
void mft_wording_add_articles (MftBlock *body, const char *document);

/* The closing words: "elektronik", "basah-meterai", "basah". */
void mft_wording_add_closing (MftBlock *closing, const char *form, const char *document);

/* Line `index` of a formula ("ubah-pasal"). `open`: what it leaves open, by name ("induk.pasal") →
 * MftText. Owned by the caller. */
MftText *mft_wording_new_formula (const char *form, guint index, GHashTable *open,
                                  const char *document);

G_END_DECLS
