/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/flow/flow.h"
#include "exchange/import-report.h"
#include "review/review.h"

G_BEGIN_DECLS

/* Makes what stood beside the text of a file comments of the agreement, on the words they were about.
 * Those of a draft stay in the house until somebody says otherwise; `outward`: the other party wrote
 * them. */
void mft_exchange_take_comments (MftAgreement *agreement, const MftImportReport *report,
                                 gboolean outward);

/* A comment for the other party, which a file that goes out shows, and the words of a paragraph that it is
 * about. */
typedef struct
{
  const MftThread *thread; /* borrowed from the review */
  guint first;             /* its first remark, counted through the file */
  guint start;             /* characters of what the block shows; G_MAXUINT: all that are left */
  guint end;
} MftCommentRange;

/* How a file shows where a comment begins and ends, and words. */
typedef struct
{
  void (*begin) (gpointer writer, const MftCommentRange *range);
  void (*end) (gpointer writer, const MftCommentRange *range);
  void (*words) (gpointer writer, const MftFlowSpan *span);
} MftCommentFuncs;

/* Writes the words of a paragraph and the comments on them, in order. `review` may be NULL; `remarks` counts
 * through the file. */
void mft_comments_write (const MftCommentFuncs *funcs, gpointer writer, MftReview *review,
                         const MftFlow *flow, const MftFlowItem *item, guint *remarks);

G_END_DECLS
