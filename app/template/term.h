/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/plan.h"

G_BEGIN_DECLS

/* A term that the article on definitions defines. */
typedef struct
{
  char *words;         /* "Sertifikat Elektronik" */
  GPtrArray *tokens;   /* the definition; borrowed; NULL: it stands elsewhere */
  const MftUnit *unit; /* NULL for a definition that was filled in */
} MftTerm;

void mft_term_free (MftTerm *term);

/* The definitions that a plan needs: those its template and pack name, those its clauses ask for
 * ("istilah:") unless they define them in place, and those that these definitions use themselves.
 * `given`: definitions that were filled in, or NULL: a D-… or words. An array of MftTerm, owned by the
 * caller. */
GPtrArray *mft_terms_collect (const MftPlan *plan, char **given);

/* `words` with every term in the capitals it is defined in: "data pribadi" → "Data Pribadi"; not in the
 * name of a field of law ("di bidang pelindungan data pribadi"). Owned by the caller. */
char *mft_terms_capitalize (GPtrArray *terms, const char *words);

/* The terms of the library that the plan defines nowhere. An array of char *, owned by the caller. */
GPtrArray *mft_terms_list_undefined (const MftPlan *plan, GPtrArray *terms);

/* `words` with these terms in lower case, but for the first letter of a sentence. Owned by the caller. */
char *mft_terms_lower (GPtrArray *undefined, const char *words, gboolean at_start);

/* "… yang selanjutnya disebut X, …": where X starts and ends in `words`. FALSE if nothing is defined. */
gboolean mft_term_find_definition (const char *words, gsize *start, gsize *end);

G_END_DECLS
