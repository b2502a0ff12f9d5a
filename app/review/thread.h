/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* What somebody said, and when (RFC 3339, UTC). */
typedef struct
{
  char *author;
  char *time;
  char *text;
} MftRemark;

/* A comment on a block or on words of it, with the answers. It belongs to the block's id, so it follows
 * wherever the block goes, and stays when the block is gone. */
typedef struct
{
  char *id;
  char *block;
  char *quote;       /* the words, as they read then; "" for the whole block */
  guint start;       /* where they stood, in characters of what is shown */
  gboolean internal; /* not for the other party */
  gboolean resolved;
  GPtrArray *remarks; /* of MftRemark; the first opens it */
} MftThread;

/* With a new id. */
MftThread *mft_thread_new (const char *block, const char *quote, guint start, gboolean internal);
void mft_thread_free (MftThread *thread);

/* `time` NULL: now. */
void mft_thread_say (MftThread *thread, const char *author, const char *time, const char *text);

/* Where it stands now. ORPHAN: its block is gone. BLOCK: on the whole block, also because its words are
 * gone. WORDS: on the characters from `start` to `end` of what the block shows. */
typedef enum
{
  MFT_ANCHOR_ORPHAN,
  MFT_ANCHOR_BLOCK,
  MFT_ANCHOR_WORDS,
} MftAnchor;

MftAnchor mft_thread_find (const MftThread *thread, MftAgreement *agreement, guint *start,
                           guint *end);

/* Now, as remarks and decisions write it. Owned by the caller. */
char *mft_review_dup_now (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftThread, mft_thread_free)

G_END_DECLS
