/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* What a template of one's own lets choose: which of some passages of its text an agreement gets. A part
 * that may be left out is a choice between it and nothing. Kept with the text of the template; every
 * change is one step of its history. */
typedef struct
{
  char *name;  /* "musyawarah"; MFT_CHOICE_ON and _OFF for what may be left out */
  char *block; /* the id of a Pasal, ayat, item or attachment; NULL: nothing */
} MftOwnVariant;

typedef struct
{
  char *id;
  char *title;
  GPtrArray *variants; /* of MftOwnVariant, the default first */
} MftOwnChoice;

void mft_own_choice_free (MftOwnChoice *choice);

/* Passages that are gone are left out, and choices in which nothing is left to choose. An array of
 * MftOwnChoice, owned by the caller. */
GPtrArray *mft_own_choices_list (MftAgreement *template);

/* The one that a passage is a variant of, or NULL. */
MftOwnChoice *mft_own_choices_find (GPtrArray *choices, MftBlock *block);
MftOwnVariant *mft_own_choice_get (const MftOwnChoice *choice, const char *name);

/* Puts others in their place. */
void mft_own_choices_set (MftAgreement *template, GPtrArray *choices);

/* The passage around a block that can be chosen: its item, ayat, Pasal or attachment, or the legal basis.
 * NULL for what every agreement has. */
MftBlock *mft_own_choices_passage_of (MftBlock *block);

/* Whether a passage may be left out. Errors: MFT_AGREEMENT_ERROR_STRUCTURE for what every agreement has,
 * _LOCKED. */
gboolean mft_own_choices_set_optional (MftAgreement *template, MftBlock *passage, gboolean optional,
                                       GError **error);
gboolean mft_own_choices_is_optional (GPtrArray *choices, MftBlock *passage);

/* Another wording of a passage, behind it, to be written: a copy to begin with. Returns it, borrowed.
 * Errors as above. */
MftBlock *mft_own_choices_add_variant (MftAgreement *template, MftBlock *passage, GError **error);

/* The default comes first. */
void mft_own_choices_prefer (MftAgreement *template, const char *choice, const char *variant);

/* Leaves in the text what is chosen: id → name; what is not named has its default. References to a
 * wording that is not taken lead to the one that is. Nothing can be chosen afterwards. Errors:
 * MFT_TEMPLATE_ERROR_UNKNOWN. */
gboolean mft_own_choices_take (MftAgreement *agreement, GHashTable *chosen, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftOwnChoice, mft_own_choice_free)

G_END_DECLS
