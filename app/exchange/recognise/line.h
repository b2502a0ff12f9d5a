/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/text.h"

G_BEGIN_DECLS

/* Where in a table a line stands. */
typedef struct
{
  guint table; /* from 1; 0: in none */
  guint row;
  guint column;
  gboolean ruled; /* its cells are drawn: a table for the eye, not only for the layout */
} MftImportPlace;

/* Words that lead to another place of the source. */
typedef struct
{
  guint start; /* in characters */
  guint end;
  char *target; /* a name that some line has among its anchors */
} MftImportLink;

/* A line of a source, as a reader of any format hands it to the recogniser: its words in one form
 * (mft_text_normalize), markers and labels still in front of them. What a plain text does not tell
 * is 0 or NULL. */
typedef struct
{
  guint number;   /* in the source, from 1 */
  guint gap;      /* empty lines before it */
  MftText *text;  /* bold and italic, no atoms */
  char *words;    /* the same, plain */
  char **columns; /* its pieces, where wide gaps part it; NULL-terminated, at least one */

  gboolean paragraph; /* the source begins a paragraph here */
  guint label;        /* bytes of the words that are a number which the source computed */
  guint list;         /* the list and level the number belongs to, equal numbers being one */
  gboolean bullet;    /* an item of a list without numbers */
  gboolean wrapped;   /* the line before had no room for its first word */
  gboolean across;    /* on pages that lie on their side */
  char *id;           /* of the block of ours that this was written from */
  MftImportPlace place;
  GPtrArray *anchors; /* char *: names that links lead to */
  GArray *links;      /* MftImportLink */
} MftImportLine;

MftImportLine *mft_import_line_new (guint number, guint gap, MftText *text, char **columns);
void mft_import_line_free (MftImportLine *line);

/* The pieces of a line as it stands, parted by tabs and wide gaps. NULL-terminated, owned. */
char **mft_import_columns (const char *raw);

/* Whether there is a letter or digit in it. */
gboolean mft_import_has_words (const char *line);

/* "- 3 -": a page number between dashes. */
gboolean mft_import_is_page_number (const char *line);

/* What follows the first `size` bytes of the words. Owned by the caller. */
MftText *mft_import_line_dup_rest (const MftImportLine *line, gsize size);

/* Whether there are letters and all of them are capitals. */
gboolean mft_words_are_capitals (const char *words);

/* Whether a sentence or list item may end here: a full stop, semicolon or colon, also before closing
 * quotes and brackets, also with "dan", "atau" behind. */
gboolean mft_words_are_closed (const char *words);

/* Whether what stands here must go on: "… sebagaimana dimaksud pada ayat". */
gboolean mft_words_want_number (const char *words);

/* Whether a paragraph cannot end so: with a comma, a hyphen, "dan", or what must go on. */
gboolean mft_words_go_on (const char *words);

/* Whether a sentence may begin here: a capital letter, a digit, a quote. */
gboolean mft_words_begin_sentence (const char *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftImportLine, mft_import_line_free)

G_END_DECLS
