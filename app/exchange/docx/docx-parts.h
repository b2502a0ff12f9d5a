/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "container/xml-writer.h"
#include "container/zip-writer.h"
#include "exchange/flow/flow.h"
#include "review/review.h"

G_BEGIN_DECLS

/* The parts of the DOCX that is written; private to docx-writer.c and the files named. */

/* One use of a list: of all its levels from their beginning, or (`start` > 0) of one from there. */
typedef struct
{
  guint list;
  guint level;
  guint start;
} MftDocxNumber;

/* docx-body.c: word/document.xml. `numbers` gets what numbering.xml must define (MftDocxNumber; the
 * first is number 1); `threads` the comments of `review` that the text has marks for (MftThread,
 * borrowed). */
GBytes *mft_docx_body (const MftFlow *flow, MftReview *review, GArray *numbers, GPtrArray *threads);

/* docx-comments.c: word/comments.xml; and word/commentsExtended.xml, which says what answers what. Each
 * remark is a comment, numbered from 0 in the order of `threads`. */
GBytes *mft_docx_comments (GPtrArray *threads);
GBytes *mft_docx_comments_extended (GPtrArray *threads);

/* docx-styles.c: word/styles.xml */
GBytes *mft_docx_styles (const MftFlow *flow);
void mft_docx_family (MftXmlWriter *xml, const char *family);
const char *mft_docx_style_id (MftFlowStyle style);

/* docx-section.c: a w:sectPr; the headers and footers that it names, their relationships and content types;
 * both owned by the caller. */
void mft_docx_section (MftXmlWriter *xml, const MftFlow *flow, guint section);
char *mft_docx_margin_types (const MftFlow *flow);
char *mft_docx_margin_relations (const MftFlow *flow);
void mft_docx_add_margins (MftZipWriter *zip, const MftFlow *flow);

/* docx-picture.c: a w:drawing, numbered from 1 as mft_flow_pictures() has them; the relationships of all of
 * them, owned by the caller; and their parts. */
void mft_docx_picture (MftXmlWriter *xml, const MftFlowPicture *picture, guint number);
char *mft_docx_picture_relations (GPtrArray *pictures);
void mft_docx_add_pictures (MftZipWriter *zip, GPtrArray *pictures);

/* docx-numbering.c: word/numbering.xml */
GBytes *mft_docx_numbering (const MftFlow *flow, GArray *numbers);

/* Elements with at most two attributes. */
void mft_docx_empty (MftXmlWriter *xml, const char *name);
void mft_docx_val (MftXmlWriter *xml, const char *name, const char *value);
void mft_docx_val_number (MftXmlWriter *xml, const char *name, int value);
void mft_docx_attribute_number (MftXmlWriter *xml, const char *name, int value);

/* Points to twentieths. */
int mft_docx_twips (double points);

G_END_DECLS
