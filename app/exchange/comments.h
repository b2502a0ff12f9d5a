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

/* What a writer does next in a paragraph with comments; one of them is not NULL. */
typedef struct
{
  const MftCommentRange *begins;
  const MftCommentRange *ends;
  const MftFlowSpan *span;
} MftCommentStep;

/* The words of a paragraph and the comments on them, in order. */
typedef struct
{
  GArray *ranges; /* MftCommentRange */
  GArray *pieces; /* MftFlowSpan, cut where ranges begin and end */
  GArray *steps;  /* MftCommentStep */
} MftCommentWalk;

/* `review` may be NULL. `remarks` counts through the file. */
void mft_comment_walk_init (MftCommentWalk *walk, MftReview *review, MftAgreement *agreement,
                            const MftFlowItem *item, guint *remarks);
void mft_comment_walk_clear (MftCommentWalk *walk);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MftCommentWalk, mft_comment_walk_clear)

G_END_DECLS
