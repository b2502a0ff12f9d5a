/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/flow/flow.h"

G_BEGIN_DECLS

/* Shared by flow*.c only. */
struct MftFlow
{
  MftAgreement *agreement;
  GPtrArray *sections;       /* MftProfile */
  const MftProfile *profile; /* the section's that is being added to */
  GPtrArray *items;
  GPtrArray *widths;   /* arrays of double that items borrow */
  GPtrArray *lists;    /* List, flow-lists.c */
  GPtrArray *pictures; /* MftFlowPicture, that items borrow */
};

/* A paragraph without words at the end of the row; borrowed. */
MftFlowItem *mft_flow_add (MftFlow *flow, MftFlowStyle style, MftBlock *block, double left);
MftFlowItem *mft_flow_begin (MftFlow *flow, MftFlowKind kind);
void mft_flow_end (MftFlow *flow);

/* A table's columns; `widths` is copied. */
MftFlowItem *mft_flow_begin_table (MftFlow *flow, guint columns, const double *widths, double left);

double mft_flow_width (const MftFlow *flow);

/* flow-section.c: the pages of the agreement; those of an attachment: whether they are others than before it. */
void mft_flow_begin_pages (MftFlow *flow);
gboolean mft_flow_turn_pages (MftFlow *flow, MftBlock *attachment);

/* flow-spans.c: the block's words as they are read now; owned by the caller. */
GArray *mft_flow_spans (MftAgreement *agreement, MftBlock *block);
GArray *mft_flow_spans_new (void);
void mft_flow_spans_add (GArray *spans, const char *text, MftStyle style);

/* Characters from `start` to before `end`, without space at their edges. Owned by the caller. */
GArray *mft_flow_spans_slice (GArray *spans, glong start, glong end);
char *mft_flow_spans_words (GArray *spans);

/* flow-lists.c: gives a labelled block its place in a list, or, if its label is locked, the label as
 * it is typed. `list` is the one of the list around it, 0 for none. Returns the list. */
guint mft_flow_number (MftFlow *flow, MftFlowItem *item, MftBlock *block, guint list);
void mft_flow_list_free (gpointer list);

/* flow-picture.c */
void mft_flow_picture_free (gpointer picture);
void mft_flow_add_logos (MftFlow *flow);
void mft_flow_add_figure (MftFlow *flow, MftBlock *figure);

/* flow-frame.c */
void mft_flow_add_title (MftFlow *flow, MftBlock *title);
void mft_flow_add_person (MftFlow *flow, MftBlock *person);
void mft_flow_add_contact (MftFlow *flow, MftBlock *contact, double x, guint list);
void mft_flow_add_signatures (MftFlow *flow, MftBlock *parent);
void mft_flow_add_attachment_head (MftFlow *flow, MftBlock *attachment);
void mft_flow_add_table (MftFlow *flow, MftBlock *table, double x);

G_END_DECLS
