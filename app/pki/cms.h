/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/certificate.h"

G_BEGIN_DECLS

/* What is wrong or remarkable in a CMS signature. The first group breaks it, the second leaves it
 * unjudged, the third is told. */
typedef enum
{
  MFT_CMS_VALUE_WRONG = 1 << 0,         /* the signature value does not fit the attributes */
  MFT_CMS_ATTRIBUTES_WRONG = 1 << 1,    /* content-type or message-digest missing, double, other */
  MFT_CMS_CERTIFICATE_SWAPPED = 1 << 2, /* signing-certificate names another certificate */
  MFT_CMS_ALGORITHMS_DISAGREE = 1 << 3, /* digest, attributes and parameters tell differently */

  MFT_CMS_SIGNERS_NOT_ONE = 1 << 8,
  MFT_CMS_NO_SIGNER_CERTIFICATE = 1 << 9,
  MFT_CMS_NO_ATTRIBUTES = 1 << 10,
  MFT_CMS_ALGORITHM_UNKNOWN = 1 << 11,
  MFT_CMS_CONTENT_UNEXPECTED = 1 << 12, /* signed content inside where none belongs */
  MFT_CMS_TRAILING_BYTES = 1 << 13,     /* something but zeros after the end */

  MFT_CMS_NO_SIGNING_CERTIFICATE = 1 << 16, /* the ESS attribute that PAdES asks for is missing */
  MFT_CMS_WEAK_DIGEST = 1 << 17,            /* SHA-1, SHA-224 */
  MFT_CMS_WEAK_KEY = 1 << 18,               /* less than RSA 2048 or EC 224 */
  MFT_CMS_NOT_DER = 1 << 19,
  MFT_CMS_HAS_SIGNING_TIME = 1 << 20, /* PAdES forbids it */
} MftCmsFact;

#define MFT_CMS_BREAKING 0x000000ffu
#define MFT_CMS_UNJUDGED 0x0000ff00u

/* The facts of a CMS SignedData, read once and never changed. Everything but `facts` may be NULL. */
typedef struct
{
  guint facts; /* of MftCmsFact */
  MftCertificate *signer;
  GPtrArray *certificates; /* MftCertificate, all that it carries */
  EVP_MD *digest;          /* of the signed bytes */
  gsize digest_size;
  char *algorithm; /* as "RSA", "RSA-PSS", "ECDSA", "ED25519" */
  GBytes *message_digest;
  GBytes *signature_value;
  GBytes *content;     /* what it carries inside (a timestamp's statement, a digest) */
  GBytes *timestamp;   /* the RFC 3161 token among the unsigned attributes */
  GPtrArray *crls;     /* GBytes: revocation lists that it carries */
  GPtrArray *ocsps;    /* GBytes: OCSP answers */
  gint64 signing_time; /* microseconds since 1970; G_MININT64: none */
} MftCms;

typedef enum
{
  MFT_CMS_DETACHED,  /* over bytes elsewhere: a PDF signature */
  MFT_CMS_TIMESTAMP, /* carries a TSTInfo */
  MFT_CMS_OVER_SHA1, /* carries the SHA-1 of bytes elsewhere: adbe.pkcs7.sha1 (ISO 32000-1, 12.8.3.3) */
} MftCmsKind;

/* Reads at most 16 MiB. Zeros after the end are passed over.
 * Errors: MFT_PKI_ERROR_DAMAGED: it is no SignedData at all. */
MftCms *mft_cms_read (gconstpointer data, gsize size, MftCmsKind kind, GError **error);
void mft_cms_free (MftCms *cms);

/* Whether the message-digest attribute is this digest. */
gboolean mft_cms_digest_matches (const MftCms *cms, gconstpointer digest, gsize size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftCms, mft_cms_free)

G_END_DECLS
