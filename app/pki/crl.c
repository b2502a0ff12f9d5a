/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/crl.h"

#include <openssl/err.h>

static X509_CRL *
read_list (GBytes *bytes, X509 *issuer)
{
  const unsigned char *at = g_bytes_get_data (bytes, NULL);
  g_autoptr (X509_CRL) list = d2i_X509_CRL (NULL, &at, (long) g_bytes_get_size (bytes));

  if (list != NULL
      && X509_NAME_cmp (X509_CRL_get_issuer (list), X509_get_subject_name (issuer)) == 0
      && (X509_get_key_usage (issuer) & KU_CRL_SIGN) != 0
      && X509_CRL_get_ext_by_critical (list, TRUE, -1) < 0
      && X509_CRL_verify (list, X509_get0_pubkey (issuer)) == 1)
    return g_steal_pointer (&list);
  return NULL;
}

static MftCrlAnswer
ask_list (X509_CRL *list, X509 *certificate, gint64 at)
{
  X509_REVOKED *revoked = NULL;
  gint64 from = mft_ossl_time (X509_CRL_get0_lastUpdate (list));
  gint64 until = mft_ossl_time (X509_CRL_get0_nextUpdate (list));

  if (X509_CRL_get0_by_cert (list, &revoked, certificate) == 1)
    return mft_ossl_time (X509_REVOKED_get0_revocationDate (revoked)) <= at ? MFT_CRL_SAYS_REVOKED
                                                                            : MFT_CRL_SAYS_GOOD;
  return from <= at && at <= until ? MFT_CRL_SAYS_GOOD : MFT_CRL_SAYS_NOTHING;
}

MftCrlAnswer
mft_crl_ask (GPtrArray *lists, const MftCertificate *certificate, const MftCertificate *issuer,
             gint64 at)
{
  MftCrlAnswer answer = MFT_CRL_SAYS_NOTHING;

  for (guint i = 0; i < lists->len; i++)
    {
      g_autoptr (X509_CRL) list
          = read_list (g_ptr_array_index (lists, i), mft_certificate_x509 (issuer));
      if (list != NULL)
        answer = MAX (answer, ask_list (list, mft_certificate_x509 (certificate), at));
    }
  ERR_clear_error ();
  return answer;
}
