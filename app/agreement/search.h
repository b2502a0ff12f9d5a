/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* What is looked for, and where. */
typedef struct
{
  const char *words;
  gboolean match_case;
  gboolean whole_word;
  const char *within; /* a block's id: only in what it holds; NULL: everywhere */
  guint duties_of;    /* a party: only where its kewajiban stand; 0: everywhere */
} MftSearch;

typedef struct
{
  char *block_id;
  guint start; /* characters of the block's text */
  guint end;
  gboolean fixed; /* part of a value, reference or party's role: shown, but not to be replaced */
} MftMatch;

/* The places where the words are read, values and references included, in the order of the text. Array
 * of MftMatch, owned by the caller. */
GArray *mft_search (MftAgreement *agreement, const MftSearch *search);

/* Puts `with` in the place of one match, in the style of what stood there. FALSE: it is fixed or its
 * block is gone. */
gboolean mft_search_replace (MftAgreement *agreement, const MftMatch *match, const char *with);

/* The same for all that are not fixed, as one step. Returns how many. */
guint mft_search_replace_all (MftAgreement *agreement, const MftSearch *search, const char *with);

G_END_DECLS
