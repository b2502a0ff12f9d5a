/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/compare.h"

G_BEGIN_DECLS

/* What a comparison found, in words for people. */

/* "edited", "number only": in the person's language. */
const char *mft_change_class_word (MftChangeClass class);

/* Whether it changes what the agreement says: not the number, the form, or how a reference reads. */
gboolean mft_change_is_of_content (const MftChange *change);

/* "9 changes in 5 Pasal, 3 of them important; 10 Pasal unchanged". Owned by the caller. */
char *mft_comparison_sentence (const MftComparison *comparison);

/* One Pasal in which something changed, or what stands outside of them. */
typedef struct
{
  char *article;  /* "Pasal 7"; NULL outside */
  char *heading;  /* NULL outside */
  char *sentence; /* "ayat (2) edited; 1 ayat inserted" */
  guint important;
  guint first; /* the index of its first change */
} MftArticleSummary;

/* In order; an array of MftArticleSummary, owned by the caller. */
GPtrArray *mft_comparison_summarize (const MftComparison *comparison);

/* The same in ten plain lines at most, for a message. Owned by the caller. */
char *mft_comparison_message (const MftComparison *comparison);

G_END_DECLS
