/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "act/esign-signer.h"
#include "bahasa/moment.h"
#include "base/job.h"
#include "pki/key.h"
#include "sign/level.h"
#include "sign/request.h"
#include "verify/report.h"

G_BEGIN_DECLS

/* The signing act as BSrE's acceptance form and PP 71/2019 Ps 62 ask for it: the certificate is looked
 * at first, the result is verified before it takes its name, and every act, done or failed, stands in
 * the journal. */
/* The numbers stand in journals: new ones go to the end. */
typedef enum
{
  MFT_ACT_ERROR_SAME_FILE,  /* the output is the input */
  MFT_ACT_ERROR_SELF_CHECK, /* what was written does not verify: nothing was kept */
  MFT_ACT_ERROR_LEVEL,      /* the level that was asked for was not reached: nothing was kept */
  MFT_ACT_ERROR_ANCHOR,     /* the anchor does not stand where it can be found, or several times */
  MFT_ACT_ERROR_SOUND,      /* nothing is there to be repaired */
  MFT_ACT_ERROR_SIGNED,     /* a signature would not survive repairing */
  MFT_ACT_ERROR_BEYOND_REPAIR,
  MFT_ACT_ERROR_CHANGED,       /* the input is not what was read, or was written to meanwhile */
  MFT_ACT_ERROR_PARTS_MISSING, /* of a damaged file: what repairing would lose in silence */
} MftActError;

#define MFT_ACT_ERROR (mft_act_error_quark ())
GQuark mft_act_error_quark (void);

/* How the signer knows the document (PP 71/2019 Ps 62(3)); goes into the journal. */
typedef enum
{
  MFT_BASIS_SCREEN,      /* read on the screen */
  MFT_BASIS_PAPER,       /* read as a printed copy */
  MFT_BASIS_EXPLANATION, /* explained by somebody */
  MFT_BASIS_COMMAND,     /* --yes on the command line */
} MftBasis;

/* Everything is borrowed. */
typedef struct
{
  const char *input;
  const char *seen; /* its mft_file_mark() when it was shown; NULL: nobody saw it here */
  const char *output;
  gboolean replace;            /* an output that exists */
  MftKey *key;                 /* or */
  const MftEsignSigner *esign; /* whose key BSrE keeps */
  MftSignatureWish algorithm;  /* of the key */

  /* Where: a field by name; or a new one on a page (from 1), in points from its lower left corner as
   * seen; or where the pages say `anchor` (act/place.h); or invisible; or, with none of these, the one
   * empty field. */
  const char *field;
  guint page;
  MftPdfRect rect;
  const char *anchor;
  gboolean invisible;
  MftCertify certify;
  MftSignCompletion completion; /* the level; with evidence, who is revoked is refused at any */

  /* What the stamp says; NULL: what the certificate says. */
  MftStampLook look;
  const char *qr; /* what the QR code says, for that look */
  const char *office;
  const char *name;
  const char *rank;
  MftZone zone; /* of the stamp's time */
  gboolean shows_reason;
  const char *reason;
  const char *location;

  /* Written down: how the document is known. */
  MftBasis basis;
  const char *told_by;      /* for MFT_BASIS_EXPLANATION */
  guint pages_shown, pages; /* 0, 0: not known */
} MftSigningRequest;

typedef struct
{
  char *output;
  char *field;
  char *signer;
  char *sha256;
  char *input_sha256; /* of the document before */
  MftLevel level;
  gint64 timestamp;        /* microseconds since 1970; G_MININT64: none */
  MftVerifyReport *report; /* the output, verified without trust being asked */
} MftSigningResult;

/* Signs one document. Blocks; run it in a job. The input is never changed; on failure
 * there is no output. Errors: MFT_ACT_ERROR, MFT_REMOTE_ERROR and MFT_NET_ERROR of a signing service, and
 * those of pki, pdf, sign and base. */
MftSigningResult *mft_act_sign (const MftSigningRequest *request, MftJob *job, GError **error);
void mft_signing_result_free (MftSigningResult *result);

/* Who signs; borrowed. */
const char *mft_signing_request_signer (const MftSigningRequest *request);

/* Writes an act down that failed before it began, as with a wrong passphrase: BSrE asks for every
 * failure. `signer` (may be NULL): who wanted to sign. */
void mft_act_note_failure (const char *input, const char *field, MftBasis basis, const char *signer,
                           const GError *failure);

/* What the stamp of a request says, for a preview; the time in it is the clock's. Owned by the
 * caller. */
MftStampContent *mft_act_stamp (const MftSigningRequest *request,
                                const MftCertificate *certificate);

/* NAME_ttd-1.pdf, or the next number that the folder does not have. Owned by the caller. */
char *mft_act_suggest_output (const char *input);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftSigningResult, mft_signing_result_free)

G_END_DECLS
