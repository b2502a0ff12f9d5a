/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/validation-data.h"

G_BEGIN_DECLS

/* What can be said of a certificate before the passphrase is asked (PP 71/2019 Ps 62(1)-(2)). */
typedef enum
{
  MFT_SIGNER_READY,
  MFT_SIGNER_PRACTICE,       /* usable, but not certified */
  MFT_SIGNER_UNKNOWN_ISSUER, /* usable, but its signatures are not certain on this computer */
  MFT_SIGNER_CLOCK_WRONG,    /* the computer's clock lies behind what it has written already */
  MFT_SIGNER_NOT_YET_VALID,
  MFT_SIGNER_EXPIRED,
  MFT_SIGNER_REVOKED,
  MFT_SIGNER_WRONG_USAGE,
} MftSignerState;

/* `evidence` (who is asked about revocation), `chain` and `job` may be NULL. `last_known`: the latest time that the computer is known to have been on,
 * as the journal's last entry; 0: none. Times in microseconds since 1970. */
typedef struct
{
  MftCertificate *certificate;
  GPtrArray *chain; /* MftCertificate */
  const MftAnchors *anchors;
  const MftEvidenceInputs *evidence;
  MftJob *job;
  gint64 now, last_known;
} MftSignerQuestion;

MftSignerState mft_signer_check (const MftSignerQuestion *question);

gboolean mft_signer_may_sign (MftSignerState state);

/* What it means and what to do, in the person's language; NULL for READY. Owned by the caller. */
char *mft_signer_sentence (MftSignerState state, const MftCertificate *certificate);

G_END_DECLS
