/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/template.h"
#include "template/values.h"

G_BEGIN_DECLS

/* A template with every choice made: which clauses stand in which Pasal, each in which alternative. */
typedef struct
{
  const MftTemplate *template;
  const MftValues *values; /* borrowed */
  MftUnit *pack;           /* NULL for none */
  GPtrArray *articles;     /* of MftArticle */
  GPtrArray *attachments;  /* of MftUse */
  GHashTable *selected;    /* the id of each choice → what is chosen */
  GHashTable *forms;       /* MftUnit → MftWording; a unit that is left out is not in it */
} MftPlan;

/* `chosen`: id of a choice or clause → choice. Errors: MFT_TEMPLATE_ERROR_UNKNOWN, naming it;
 * MFT_TEMPLATE_ERROR_NEEDS if a clause needs another that is left out. */
MftPlan *mft_plan_new (const MftTemplate *template, GHashTable *chosen, const MftValues *values,
                       GError **error);
void mft_plan_free (MftPlan *plan);

/* What is chosen, or the choice's default; NULL if there is no such choice. */
const char *mft_plan_get_choice (const MftPlan *plan, const char *id);

/* The alternative of a unit that is in, or NULL. */
MftWording *mft_plan_get_wording (const MftPlan *plan, const MftUnit *unit);

/* The form of the komparisi for one party. */
MftWording *mft_plan_get_authority (const MftPlan *plan, guint party);

/* Whether the optional line is in. */
gboolean mft_plan_has_passage (const MftPlan *plan, const MftUnit *unit, const MftPassage *passage);

/* The default of a field as a template's text: that of the pack, of the template, else of the field.
 * A list's items are parted by line feeds. Owned by the caller; NULL for none. */
char *mft_plan_dup_initial (const MftPlan *plan, const char *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftPlan, mft_plan_free)

G_END_DECLS
