/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "review/review.h"

G_BEGIN_DECLS

/* What the room's own files may touch. */
struct _MftReview
{
  GObject parent_instance;

  GPtrArray *threads;   /* of MftThread */
  GPtrArray *decisions; /* of MftDecision, by the change they are about */
  GPtrArray *reviewers; /* of MftReviewer */
  GPtrArray *parafs;    /* of MftParaf */
};

/* Takes a decision over, in its place. */
void _mft_review_put_decision (MftReview *review, MftDecision *decision);

G_END_DECLS
