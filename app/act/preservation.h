/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "verify/report.h"

G_BEGIN_DECLS

/* What of a document's proof ends, while it can still be completed or renewed ("perlu preservasi").
 * A signature is carried by its own certificate, once its time is proven by the timestamp's, and below a
 * document timestamp by the newest one's; and by the strength of that key and digest. */
typedef enum
{
  MFT_PRESERVE_NOTHING,
  MFT_PRESERVE_NO_TIME,     /* the time is not proven: it ends with the signer's certificate */
  MFT_PRESERVE_NO_EVIDENCE, /* after the signer's certificate nobody says that it was not revoked */
  MFT_PRESERVE_TIMESTAMP,   /* the timestamp's certificate ends */
  MFT_PRESERVE_ALGORITHM,   /* key or digest no longer count as safe */
} MftPreserveReason;

typedef struct
{
  MftPreserveReason reason;
  gint64 until; /* microseconds since 1970; may be past */
} MftPreservation;

/* The first thing of all sound signatures that ends within 90 days of `now`, or has ended; a time that is
 * not proven counts from the first day. */
MftPreservation mft_preservation_of (const MftVerifyReport *report, gint64 now);

G_END_DECLS
