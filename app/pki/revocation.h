/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/certificate.h"

G_BEGIN_DECLS

typedef enum
{
  MFT_REVOCATION_UNKNOWN, /* nobody who may says anything about the time */
  MFT_REVOCATION_GOOD,
  MFT_REVOCATION_REVOKED,
} MftRevocation;

/* Was `certificate` revoked by `issuer` at `at`? Times in microseconds since 1970. */
typedef struct
{
  const MftCertificate *certificate;
  const MftCertificate *issuer;
  gint64 at;
  gint64 known_at; /* statements made after it do not vouch: nobody had them yet */
} MftRevocationQuestion;

/* Whether a statement made at `from`, to be renewed at `until` (G_MININT64: not said), vouches for
 * the time: it was in force then, or came later, while the issuer still had to list the certificate
 * (RFC 5280 3.3: it may leave the list once expired). */
gboolean mft_revocation_vouches (const MftRevocationQuestion *question, gint64 from, gint64 until);

G_END_DECLS
