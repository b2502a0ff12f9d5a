/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "pki/practice.h"
#include "pki/revocation-set.h"

/* Revocation lists and OCSP answers, and what they say about a certificate. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static MftPracticeCa *ca = NULL;
  g_autoptr (MftRevocationSet) set = mft_revocation_set_new ();

  if (ca == NULL)
    ca = mft_practice_ca_new (MFT_PRACTICE_KEY_EC, 0, NULL);
  MftCertificate *certificate = mft_practice_ca_certificate (ca);
  const MftRevocationQuestion question = { certificate, certificate, G_USEC_PER_SEC, G_MAXINT64 };
  mft_revocation_set_add_crl (set, data, size, NULL);
  mft_revocation_set_add_ocsp (set, data, size, NULL);
  g_assert_cmpint (mft_revocation_set_ask (set, &question, NULL), ==, MFT_REVOCATION_UNKNOWN);
  mft_revocation_set_covers (set, certificate, certificate);
  return 0;
}
