/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/secret.h"
#include "pki/certificate.h"

G_BEGIN_DECLS

/* A certification authority for practice, that nobody trusts by default: for the demo, for learning
 * the program without an official certificate, and for tests. Its name says what it is. */
typedef struct MftPracticeCa MftPracticeCa;

typedef enum
{
  MFT_PRACTICE_KEY_RSA, /* 3072 bits */
  MFT_PRACTICE_KEY_EC,  /* P-256 */
} MftPracticeKey;

typedef struct
{
  const char *common_name;
  const char *organization; /* NULL: none */
  MftPracticeKey key;
  gint64 not_before; /* microseconds since 1970, valid two years from then; 0: since an hour ago */
  int rounds;        /* of key derivation from the passphrase; 0: 50000 */
} MftPracticeIdentity;

#define MFT_PRACTICE_CA_NAME "CA LATIHAN Mufakat – tidak tersertifikasi"

/* Valid ten years from `not_before` (microseconds since 1970; 0: since yesterday).
 * Errors: MFT_PKI_ERROR_FAILED. */
MftPracticeCa *mft_practice_ca_new (MftPracticeKey key, gint64 not_before, GError **error);
void mft_practice_ca_free (MftPracticeCa *ca);

/* Borrowed. */
MftCertificate *mft_practice_ca_certificate (const MftPracticeCa *ca);

/* A new key with a certificate as BSrE's look (key usage digitalSignature and nonRepudiation,
 * critical), with the CA's certificate, as PKCS #12. Owned by the caller.
 * Errors: MFT_PKI_ERROR_FAILED, _SUBJECT. */
GBytes *mft_practice_ca_issue (MftPracticeCa *ca, const MftPracticeIdentity *identity,
                               MftSecret *passphrase, GError **error);

/* Whether a certificate says of itself that it is one of these. */
gboolean mft_certificate_is_practice (const MftCertificate *certificate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftPracticeCa, mft_practice_ca_free)

G_END_DECLS
