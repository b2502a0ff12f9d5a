/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/certificate.h"

G_BEGIN_DECLS

typedef enum
{
  MFT_CRL_SAYS_NOTHING, /* none by this issuer, signed by it and in force at the time */
  MFT_CRL_SAYS_GOOD,
  MFT_CRL_SAYS_REVOKED,
} MftCrlAnswer;

/* What the revocation lists (GBytes, DER) say about `certificate` at `at` (microseconds since 1970).
 * Lists that cannot be read, are not signed by `issuer` or limit themselves (indirect, delta, by
 * reason) say nothing. Who was revoked before `at` stays revoked in lists of any age. */
MftCrlAnswer mft_crl_ask (GPtrArray *lists, const MftCertificate *certificate,
                          const MftCertificate *issuer, gint64 at);

G_END_DECLS
