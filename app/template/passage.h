/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/token.h"

G_BEGIN_DECLS

typedef enum
{
  MFT_PASSAGE_PARAGRAPH,
  MFT_PASSAGE_AYAT,
  MFT_PASSAGE_ITEM,
  MFT_PASSAGE_CENTERED, /* tengah: */
  MFT_PASSAGE_COLUMNS,  /* kolom: */
  MFT_PASSAGE_ROW,      /* baris: */
  MFT_PASSAGE_TOTAL,    /* jumlah: */
} MftPassageKind;

/* One line of a template's text. */
typedef struct
{
  MftPassageKind kind;
  guint level;       /* ITEM: 1 for "  a."; else 0 */
  gboolean digits;   /* ITEM: written "1." or "1)" */
  gboolean optional; /* [?] */
  char *label;       /* [#label], or NULL */
  char *joint;       /* ITEM: "dan", "atau", "dan/atau" after its ";", or NULL */
  gboolean marked;   /* ITEM: it had a closing ";" or "." */
  GPtrArray *cells;  /* of arrays of MftToken: one, but COLUMNS and ROW have one a column */
  guint line;
} MftPassage;

void mft_passage_free (MftPassage *passage);

/* The tokens of a passage that is no table row. */
GPtrArray *mft_passage_get_tokens (const MftPassage *passage);

/* Reads one line of text. NULL and MFT_TEMPLATE_ERROR_SYNTAX, without a place, if it breaks the form. */
MftPassage *mft_passage_parse (const char *line, GError **error);

/* Whether the line is one of tengah:, kolom:, baris:, jumlah:. */
gboolean mft_passage_is_layout (const char *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftPassage, mft_passage_free)

G_END_DECLS
