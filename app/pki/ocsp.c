/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/ocsp.h"

#include <openssl/err.h>
#include <openssl/ocsp.h>

#define ANSWERS_MOST 1000

struct MftOcsp
{
  OCSP_BASICRESP *basic;
  X509 *checked_with; /* the issuer whose signature was looked for last */
  gboolean is_signed; /* by it, or in its name */
};

static OCSP_BASICRESP *
read_basic (gconstpointer data, gsize size)
{
  const unsigned char *at = data;
  OCSP_RESPONSE *response = d2i_OCSP_RESPONSE (NULL, &at, (long) size);
  OCSP_BASICRESP *basic = NULL;

  if (response != NULL)
    {
      if (OCSP_response_status (response) == OCSP_RESPONSE_STATUS_SUCCESSFUL)
        basic = OCSP_response_get1_basic (response);
      OCSP_RESPONSE_free (response);
      return basic;
    }
  at = data;
  return d2i_OCSP_BASICRESP (NULL, &at, (long) size);
}

MftOcsp *
mft_ocsp_new (gconstpointer data, gsize size, GError **error)
{
  OCSP_BASICRESP *basic;
  MftOcsp *ocsp;

  ERR_clear_error ();
  basic = size <= G_MAXINT ? read_basic (data, size) : NULL;
  if (basic == NULL)
    {
      mft_ossl_error (error, MFT_PKI_ERROR_DAMAGED, "not an OCSP answer");
      return NULL;
    }
  ERR_clear_error ();
  ocsp = g_new0 (MftOcsp, 1);
  ocsp->basic = basic;
  return ocsp;
}

void
mft_ocsp_free (MftOcsp *ocsp)
{
  OCSP_BASICRESP_free (ocsp->basic);
  X509_free (ocsp->checked_with);
  g_free (ocsp);
}

static gboolean
is_id_of (const OCSP_CERTID *id, X509 *certificate, X509 *issuer)
{
  ASN1_OBJECT *digest;
  OCSP_CERTID *own;
  const EVP_MD *kind;
  gboolean same;

  OCSP_id_get0_info (NULL, &digest, NULL, NULL, (OCSP_CERTID *) id);
  kind = EVP_get_digestbyobj (digest);
  own = kind != NULL ? OCSP_cert_to_id (kind, certificate, issuer) : NULL;
  same = own != NULL && OCSP_id_cmp (id, own) == 0;
  OCSP_CERTID_free (own);
  return same;
}

static OCSP_SINGLERESP *
find (const MftOcsp *ocsp, const MftCertificate *certificate, const MftCertificate *issuer)
{
  int count = MIN (OCSP_resp_count (ocsp->basic), ANSWERS_MOST);

  for (int i = 0; i < count; i++)
    {
      OCSP_SINGLERESP *one = OCSP_resp_get0 (ocsp->basic, i);
      if (is_id_of (OCSP_SINGLERESP_get0_id (one), mft_certificate_x509 (certificate),
                    mft_certificate_x509 (issuer)))
        return one;
    }
  return NULL;
}

gboolean
mft_ocsp_is_about (const MftOcsp *ocsp, const MftCertificate *certificate,
                   const MftCertificate *issuer)
{
  gboolean found = find (ocsp, certificate, issuer) != NULL;

  ERR_clear_error ();
  return found;
}

/* RFC 6960 4.2.2.2: the issuer itself, or a certificate that it issued for this purpose and that was
 * valid when the answer was made. */
static gboolean
may_answer (X509 *responder, X509 *issuer, gint64 produced_at)
{
  if (X509_cmp (responder, issuer) == 0)
    return TRUE;
  return X509_NAME_cmp (X509_get_issuer_name (responder), X509_get_subject_name (issuer)) == 0
         && (X509_get_extended_key_usage (responder) & XKU_OCSP_SIGN) != 0
         && X509_get_extended_key_usage (responder) != UINT32_MAX
         && (X509_get_extension_flags (responder) & (EXFLAG_INVALID | EXFLAG_CRITICAL)) == 0
         && mft_ossl_time (X509_get0_notBefore (responder)) <= produced_at
         && produced_at <= mft_ossl_time (X509_get0_notAfter (responder))
         && X509_verify (responder, X509_get0_pubkey (issuer)) == 1;
}

static gboolean
check_signature (OCSP_BASICRESP *basic, X509 *issuer)
{
  STACK_OF (X509) *extra = sk_X509_new_null ();
  X509 *responder = NULL;
  gint64 produced_at = mft_ossl_time (OCSP_resp_get0_produced_at (basic));
  gboolean sound;

  sk_X509_push (extra, issuer);
  sound = OCSP_resp_get0_signer (basic, &responder, extra) == 1
          && may_answer (responder, issuer, produced_at)
          && ASN1_item_verify (ASN1_ITEM_rptr (OCSP_RESPDATA), OCSP_resp_get0_tbs_sigalg (basic),
                               OCSP_resp_get0_signature (basic),
                               (gpointer) OCSP_resp_get0_respdata (basic),
                               X509_get0_pubkey (responder))
                 == 1;
  sk_X509_free (extra);
  return sound;
}

static gboolean
is_signed_for (MftOcsp *ocsp, const MftCertificate *issuer)
{
  X509 *x509 = mft_certificate_x509 (issuer);

  if (ocsp->checked_with != NULL && X509_cmp (ocsp->checked_with, x509) == 0)
    return ocsp->is_signed;
  X509_free (ocsp->checked_with);
  X509_up_ref (x509);
  ocsp->checked_with = x509;
  ocsp->is_signed = check_signature (ocsp->basic, x509);
  return ocsp->is_signed;
}

static MftRevocation
ask (MftOcsp *ocsp, const MftRevocationQuestion *question)
{
  OCSP_SINGLERESP *one = find (ocsp, question->certificate, question->issuer);
  ASN1_GENERALIZEDTIME *revoked = NULL, *from = NULL, *until = NULL;

  if (one == NULL || !is_signed_for (ocsp, question->issuer))
    return MFT_REVOCATION_UNKNOWN;
  switch (OCSP_single_get0_status (one, NULL, &revoked, &from, &until))
    {
    case V_OCSP_CERTSTATUS_REVOKED:
      return mft_ossl_time (revoked) <= question->at ? MFT_REVOCATION_REVOKED : MFT_REVOCATION_GOOD;
    case V_OCSP_CERTSTATUS_GOOD:
      if (mft_revocation_vouches (question, mft_ossl_time (from), mft_ossl_time (until)))
        return MFT_REVOCATION_GOOD;
      break;
    default: /* the responder does not know the certificate */
      break;
    }
  return MFT_REVOCATION_UNKNOWN;
}

MftRevocation
mft_ocsp_ask (MftOcsp *ocsp, const MftRevocationQuestion *question)
{
  MftRevocation answer = ask (ocsp, question);

  ERR_clear_error ();
  return answer;
}
