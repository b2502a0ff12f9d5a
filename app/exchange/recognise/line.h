/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/text.h"

G_BEGIN_DECLS

/* A line of a source, as a reader of any format hands it to the recogniser: its words in one form
 * (mft_text_normalize), markers and labels still in front of them. */
typedef struct
{
  guint number;   /* in the source, from 1 */
  guint gap;      /* empty lines before it */
  MftText *text;  /* bold and italic, no atoms */
  char *words;    /* the same, plain */
  char **columns; /* its pieces, where wide gaps part it; NULL-terminated, at least one */
} MftImportLine;

MftImportLine *mft_import_line_new (guint number, guint gap, MftText *text, char **columns);
void mft_import_line_free (MftImportLine *line);

/* What follows the first `size` bytes of the words. Owned by the caller. */
MftText *mft_import_line_dup_rest (const MftImportLine *line, gsize size);

/* Whether there are letters and all of them are capitals. */
gboolean mft_words_are_capitals (const char *words);

/* Whether a sentence or list item may end here: a full stop, semicolon or colon, also before closing
 * quotes and brackets, also with "dan", "atau" behind. */
gboolean mft_words_are_closed (const char *words);

/* Whether what stands here must go on: "… sebagaimana dimaksud pada ayat". */
gboolean mft_words_want_number (const char *words);

/* Whether a sentence may begin here: a capital letter, a digit, a quote. */
gboolean mft_words_begin_sentence (const char *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftImportLine, mft_import_line_free)

G_END_DECLS
