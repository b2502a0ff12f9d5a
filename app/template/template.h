/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/field.h"
#include "template/article.h"
#include "template/choice.h"

G_BEGIN_DECLS

/* A template, read and checked: what it puts together and what it lets one choose. Read only. */
typedef struct
{
  const char *id;
  const char *title;
  const char *document; /* "Perjanjian Kerja Sama" */
  const char *note;     /* for the drafter, Indonesian; NULL for none */
  guint parties;
  const MftClauseLibrary *clauses;
  MftUnit *unit;
  GHashTable *parts;      /* "judul", "premis", … → array of one MftUse */
  GPtrArray *articles;    /* of MftArticle, the extra clauses in their place */
  GPtrArray *attachments; /* of MftUse */
  GPtrArray *choices;     /* of MftChoice */
} MftTemplate;

/* Ours. NULL-terminated; any thread; they live for ever. */
const MftTemplate *const *mft_templates (void);

/* NULL if we have none of that id. */
const MftTemplate *mft_template_get (const char *id);

/* From a unit with "naskah:" of a library, which must outlive it. Owned by the caller.
 * Errors: MFT_TEMPLATE_ERROR_UNKNOWN or _SYNTAX, naming file and line. */
MftTemplate *mft_template_new (const MftClauseLibrary *library, MftUnit *unit, GError **error);
void mft_template_free (MftTemplate *template);

/* The unit of a part ("judul", "premis", …), or NULL. */
MftUse *mft_template_get_part (const MftTemplate *template, const char *key);

MftChoice *mft_template_get_choice (const MftTemplate *template, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftTemplate, mft_template_free)

G_END_DECLS
