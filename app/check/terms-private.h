/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/checker-private.h"

G_BEGIN_DECLS

/* A term and where the agreement defines it. */
typedef struct
{
  GPtrArray *forms; /* as defined: "Balai Sertifikasi Elektronik", "BSrE" */
  MftReading *reading;
  gsize start; /* of the last form in the text, the short one */
  gsize end;
  gboolean in_list; /* in the article of definitions */
  guint uses;       /* outside its definition */
  MftReading *use;  /* the first of them */
} MftTerm;

/* Where a text uses a term. */
typedef struct
{
  MftTerm *term;
  const char *form;
  gsize size; /* bytes of the text */
  gboolean exact;
} MftTermUse;

/* All that the agreement defines, in the order of the text, with their uses counted. Private to the
 * room. */
MftTerms *_mft_terms_new (MftChecker *checker);
void _mft_terms_free (MftTerms *terms);
guint _mft_terms_count (MftTerms *terms);
MftTerm *_mft_terms_get (MftTerms *terms, guint index);

/* The longest term that begins at this place of a text, in any case. */
gboolean _mft_terms_match (MftTerms *terms, const char *at, MftTermUse *use);

/* Whether the reading defines a term in the article of definitions. */
gboolean _mft_terms_is_definition (MftTerms *terms, MftReading *reading);

G_END_DECLS
