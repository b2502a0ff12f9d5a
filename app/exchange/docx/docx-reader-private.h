/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/docx/docx-counter.h"
#include "exchange/docx/docx-reader.h"
#include "exchange/recognise/source.h"

G_BEGIN_DECLS

/* The state of one reading; shared by the files of this folder. */
typedef struct
{
  MftDocxPackage *package;
  MftDocxStyleSheet *styles;
  MftDocxCounter *counter;
  MftImportReport *report;
  MftImportSource *source;
  MftTrackedChanges changes;

  GPtrArray *sections;  /* xmlNode w:sectPr, in order; each ends the pages that it is about */
  guint section;        /* that is being read */
  MftImportPlace place; /* of the cell that is being read */
  guint tables;
  gboolean shaded; /* the cell has a colour of its own, white words can be read on it */

  const xmlNode *properties; /* of the paragraph that is being read */
  const char *style;
  GArray *fields;    /* MftDocxField: those that are open */
  GPtrArray *boxes;  /* xmlNode: text boxes that hang on the paragraph */
  xmlDoc *footnotes; /* read when first referred to */
  xmlDoc *endnotes;
} MftDocxReader;

/* A w:fldChar field: what stands between its begin and its separator is an instruction. */
typedef struct
{
  GString *instruction;
  gboolean shows; /* past the separator */
  char *link;     /* the bookmark that a REF leads to, or NULL */
} MftDocxField;

/* The pieces of a paragraph or of something inside one. */
void _mft_docx_read_inline (MftDocxReader *self, xmlNode *parent);

/* w:commentRangeStart, w:commentRangeEnd, w:commentReference; FALSE for another element. */
gboolean _mft_docx_note_comment (MftDocxReader *self, const xmlNode *node);

/* Whether the tracked change that `node` is leaves its words in the text that is read; counts it. TRUE
 * for what is no change. */
gboolean _mft_docx_keeps (MftDocxReader *self, const xmlNode *node);

/* Paragraphs and tables. */
void _mft_docx_read_blocks (MftDocxReader *self, xmlNode *parent);

/* The pictures of a drawing of `part` (NULL: the main one); `margin`: of a header. */
void _mft_docx_read_pictures (MftDocxReader *self, xmlNode *node, const char *part);

/* docx-reader-pages.c: the sections of the document; whether the pages of the one that is being read lie on their
 * side; and, of all, what headers and footers say. */
void _mft_docx_find_sections (MftDocxReader *self, xmlNode *body);
gboolean _mft_docx_is_across (MftDocxReader *self);
void _mft_docx_report_margins (MftDocxReader *self);

/* Comments, which are no part of the text. */
void _mft_docx_report_comments (MftDocxReader *self);

/* A w:footnoteReference or w:endnoteReference: the note is told as dropped. */
void _mft_docx_report_note (MftDocxReader *self, const xmlNode *reference);

/* All words of a node. Owned by the caller. */
char *_mft_docx_dup_words (const xmlNode *node);

G_END_DECLS
