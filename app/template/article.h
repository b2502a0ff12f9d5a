/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/clause-library.h"

G_BEGIN_DECLS

/* A clause (or part, or attachment) as a template uses it: "K-25=tetap/tanggal", "K-26?". */
typedef struct
{
  MftUnit *unit;  /* borrowed from the library or the template */
  char **forms;   /* the alternatives offered; the first is the default */
  char mark;      /* '?' off at first, '!' on at first, 0 always there */
  gboolean rival; /* chosen, it puts out the others of "K-50/K-51"; the first is the default */
} MftUse;

/* A Pasal as a template plans it: several clauses in a row under one heading. */
typedef struct
{
  char *heading; /* NULL: that of its first clause */
  GPtrArray *uses;
} MftArticle;

void mft_use_free (MftUse *use);
void mft_article_free (MftArticle *article);

/* "K-25=tetap + K-28 + K-50/K-51"; `plus` parts them. `own` is a unit of the template that the value
 * may name, or NULL. The caller owns the result. Errors: MFT_TEMPLATE_ERROR_UNKNOWN. */
GPtrArray *mft_uses_parse (const MftClauseLibrary *library, MftUnit *own, const char *value,
                           const char *plus, GError **error);

G_END_DECLS
