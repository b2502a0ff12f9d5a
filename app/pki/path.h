/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/anchors.h"

G_BEGIN_DECLS

/* From 2014 on, RSA under 2048 bits and SHA-1 are too weak to sign with (NIST SP 800-131A). */
#define MFT_PKI_WEAK_SINCE ((gint64) 1388534400 * G_USEC_PER_SEC)

typedef enum
{
  MFT_TRUST_UNKNOWN,   /* no path to an anchor could be built */
  MFT_TRUST_UNTRUSTED, /* a path exists, or the certificate itself is wrong, and it must not hold */
  MFT_TRUST_TRUSTED,
} MftTrust;

typedef enum
{
  MFT_PATH_OK,
  MFT_PATH_NO_ANCHOR, /* incomplete, or ends at a root that nobody trusts */
  MFT_PATH_EXPIRED,   /* the certificate or one above it, at the judged time */
  MFT_PATH_NOT_YET_VALID,
  MFT_PATH_WRONG_USAGE,    /* not issued for this kind of use */
  MFT_PATH_CONSTRAINTS,    /* CA flag, path length, names, policies, unknown critical extension */
  MFT_PATH_BAD_SIGNATURE,  /* a certificate in the path was not signed by the one above */
  MFT_PATH_WEAK,           /* keys or digests in the path are too weak today */
  MFT_PATH_ANCHOR_RETIRED, /* the anchor counts only for times that a timestamp proves */
} MftPathReason;

typedef enum
{
  MFT_PATH_FOR_SIGNING,
  MFT_PATH_FOR_TIMESTAMPS,
} MftPathUse;

/* What to judge by. Times in microseconds since 1970. */
typedef struct
{
  MftPathUse use;
  gint64 at;
  gboolean at_is_proven; /* `at` comes from a timestamp that holds */
  const MftAnchors *anchors;
  GPtrArray *intermediates; /* MftCertificate, untrusted; may be NULL */
} MftPathRequest;

typedef struct
{
  MftTrust trust;
  MftPathReason reason;
  GPtrArray *chain; /* MftCertificate from the signer up, as far as it could be built */
} MftPath;

/* Never fails: what cannot be built or read is MFT_TRUST_UNKNOWN. Revocation is not looked at. */
MftPath *mft_path_build (MftCertificate *certificate, const MftPathRequest *request);
void mft_path_free (MftPath *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftPath, mft_path_free)

G_END_DECLS
