/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/key.h"

G_BEGIN_DECLS

/* A certification authority with everything that stands around a signature: signers, revocation
 * lists, OCSP answers, timestamps. Times in microseconds since 1970. */
typedef struct MftTestAuthority MftTestAuthority;

#define MFT_TEST_START ((gint64) 1735689600 * G_USEC_PER_SEC) /* 2025-01-01 */
#define MFT_TEST_DAY ((gint64) 86400 * G_USEC_PER_SEC)
#define MFT_TEST_AT(day) (MFT_TEST_START + (day) *MFT_TEST_DAY)

/* A root of its own, valid from MFT_TEST_START for ten years. */
MftTestAuthority *mft_test_authority_new (const char *name);
void mft_test_authority_free (MftTestAuthority *authority);

MftCertificate *mft_test_authority_certificate (const MftTestAuthority *authority);

/* What a certificate is for and how long it is valid; `extensions` are pairs of OpenSSL's names and
 * values ("nameConstraints", "permitted;…"), NULL at the end. */
typedef struct
{
  const char *name;
  int from_day;
  int days;
  const char *usage;    /* keyUsage; NULL: critical,nonRepudiation */
  const char *extended; /* extendedKeyUsage; NULL: none */
  gboolean is_ca;
  const char *key; /* "RSA" (2048 bits), "RSA-1024", or a curve; NULL: P-256 */
  const char *extensions[9];
} MftTestIdentity;

/* A key with its certificate; its chain is the authority. Owned by the caller. */
MftKey *mft_test_authority_issue (MftTestAuthority *authority, const MftTestIdentity *identity);

/* The key with its certificate alone, as PKCS #12. */
GBytes *mft_test_key_to_p12 (MftKey *key, const char *passphrase);

/* An authority under this one. */
MftTestAuthority *mft_test_authority_issue_ca (MftTestAuthority *authority,
                                               const MftTestIdentity *identity);

/* A list in force from day to day, with `revoked` (NULL: nobody) on `revoked_on`; `extensions` as
 * above, may be NULL. */
GBytes *mft_test_authority_crl (MftTestAuthority *authority, int from_day, int to_day,
                                const MftCertificate *revoked, int revoked_on,
                                const char *const *extensions);

typedef enum
{
  MFT_TEST_ANSWER_GOOD,
  MFT_TEST_ANSWER_REVOKED,
  MFT_TEST_ANSWER_UNKNOWN,
} MftTestAnswer;

/* An answer about a certificate of this authority, signed by `responder` (NULL: itself). */
GBytes *mft_test_authority_ocsp (MftTestAuthority *authority, MftKey *responder,
                                 const MftCertificate *certificate, MftTestAnswer answer,
                                 int from_day, int to_day, int revoked_on);

/* An RFC 3161 token over `bytes`, made by `key` at `time`. */
GBytes *mft_test_stamp (MftKey *key, GBytes *bytes, gint64 time);

/* What `key` answers to a TimeStampReq at `time`, granted or not. */
GBytes *mft_test_answer_stamp (MftKey *key, GBytes *request, gint64 time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftTestAuthority, mft_test_authority_free)

G_END_DECLS
