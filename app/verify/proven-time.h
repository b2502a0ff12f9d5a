/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "verify/evidence.h"

G_BEGIN_DECLS

/* What timestamps say about when a signature was there. */
typedef struct
{
  gboolean present;  /* a timestamp that is sound, trusted or not */
  gboolean archived; /* one of them is over the validation data too */
  gboolean proven;
  gint64 time; /* the earliest proven */
} MftProvenTime;

/* By the signature's own token and by the document timestamps after it, which were judged before. */
MftProvenTime mft_proven_time (MftSubject *subject, GPtrArray *subjects,
                               const MftEvidence *evidence);

/* The earliest time at which document timestamps over it prove that it was there; else the time of
 * judgement. */
gint64 mft_proven_before (const MftSubject *subject, GPtrArray *subjects,
                          const MftEvidence *evidence);

/* Whether a sound timestamp that existed at `existed_at` proves its time: its signer trusted when it
 * was made and not known revoked while it could be made. That the certificate ended since is told,
 * and does not undo it (DESIGN.md §6). */
gboolean mft_timestamp_proves (const MftTimestamp *stamp, gint64 existed_at,
                               const MftEvidence *evidence, GPtrArray *messages);

/* Whether the file brings what is needed to judge a signature's own token (NULL: there is none). */
gboolean mft_token_is_covered (const MftTimestamp *token, const MftEvidence *evidence);

G_END_DECLS
