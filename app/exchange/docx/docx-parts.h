/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "container/xml-writer.h"
#include "exchange/flow/flow.h"

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
 * first is number 1). */
GBytes *mft_docx_body (const MftFlow *flow, GArray *numbers);

/* docx-styles.c: word/styles.xml */
GBytes *mft_docx_styles (const MftFlow *flow);
const char *mft_docx_style_id (MftFlowStyle style);

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
