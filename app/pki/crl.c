/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/crl.h"

#include <openssl/err.h>

struct MftCrl
{
  X509_CRL *list;
  X509 *checked_with; /* the issuer whose signature was looked for last */
  gboolean is_signed; /* by it */
};

MftCrl *
mft_crl_new (gconstpointer data, gsize size, GError **error)
{
  const unsigned char *at = data;
  g_autoptr (X509_CRL) list = NULL;
  MftCrl *crl;

  ERR_clear_error ();
  if (size <= G_MAXINT)
    list = d2i_X509_CRL (NULL, &at, (long) size);
  if (list == NULL || at != (const unsigned char *) data + size)
    {
      mft_ossl_error (error, MFT_PKI_ERROR_DAMAGED, "not a revocation list");
      return NULL;
    }
  crl = g_new0 (MftCrl, 1);
  crl->list = g_steal_pointer (&list);
  return crl;
}

void
mft_crl_free (MftCrl *crl)
{
  X509_CRL_free (crl->list);
  X509_free (crl->checked_with);
  g_free (crl);
}

gboolean
mft_crl_is_by (const MftCrl *crl, const MftCertificate *issuer)
{
  return X509_NAME_cmp (X509_CRL_get_issuer (crl->list),
                        X509_get_subject_name (mft_certificate_x509 (issuer)))
         == 0;
}

static gboolean
is_signed_by (MftCrl *crl, const MftCertificate *issuer)
{
  X509 *x509 = mft_certificate_x509 (issuer);

  if (crl->checked_with != NULL && X509_cmp (crl->checked_with, x509) == 0)
    return crl->is_signed;
  X509_free (crl->checked_with);
  X509_up_ref (x509);
  crl->checked_with = x509;
  crl->is_signed = (X509_get_key_usage (x509) & KU_CRL_SIGN) != 0
                   && X509_CRL_verify (crl->list, X509_get0_pubkey (x509)) == 1;
  return crl->is_signed;
}

static gboolean
has_common_name (const GENERAL_NAMES *a, const GENERAL_NAMES *b)
{
  for (int i = 0; i < sk_GENERAL_NAME_num (a); i++)
    for (int k = 0; k < sk_GENERAL_NAME_num (b); k++)
      if (GENERAL_NAME_cmp (sk_GENERAL_NAME_value (a, i), sk_GENERAL_NAME_value (b, k)) == 0)
        return TRUE;
  return FALSE;
}

/* Whether the certificate says that its list is to be found at this point, for all reasons. */
static gboolean
is_point_of (const DIST_POINT_NAME *point, X509 *certificate)
{
  STACK_OF (DIST_POINT) *points = NULL;
  gboolean found = FALSE;

  if (point->type != 0)
    return FALSE; /* relative to the issuer's name */
  points = X509_get_ext_d2i (certificate, NID_crl_distribution_points, NULL, NULL);
  for (int i = 0; i < sk_DIST_POINT_num (points); i++)
    {
      const DIST_POINT *one = sk_DIST_POINT_value (points, i);
      found = found
              || (one->distpoint != NULL && one->distpoint->type == 0 && one->CRLissuer == NULL
                  && one->reasons == NULL
                  && has_common_name (one->distpoint->name.fullname, point->name.fullname));
    }
  sk_DIST_POINT_pop_free (points, DIST_POINT_free);
  return found;
}

/* What the list limits itself to (RFC 5280 5.2.5). `complete`: all reasons are in it. */
static gboolean
concerns (X509_CRL *list, const MftCertificate *certificate, gboolean *complete)
{
  int critical;
  ISSUING_DIST_POINT *limits
      = X509_CRL_get_ext_d2i (list, NID_issuing_distribution_point, &critical, NULL);
  gboolean is_ca = mft_certificate_is_ca (certificate), fits;

  *complete = TRUE;
  if (limits == NULL)
    return critical == -1; /* there is none */
  *complete = limits->onlysomereasons == NULL;
  fits = limits->indirectCRL <= 0 && limits->onlyattr <= 0 && !(limits->onlyuser > 0 && is_ca)
         && !(limits->onlyCA > 0 && !is_ca)
         && (limits->distpoint == NULL
             || is_point_of (limits->distpoint, mft_certificate_x509 (certificate)));
  ISSUING_DIST_POINT_free (limits);
  return fits;
}

static gboolean
has_unknown_extension (X509_CRL *list)
{
  for (int at = -1; (at = X509_CRL_get_ext_by_critical (list, TRUE, at)) >= 0;)
    {
      int extension = OBJ_obj2nid (X509_EXTENSION_get_object (X509_CRL_get_ext (list, at)));
      if (extension != NID_issuing_distribution_point && extension != NID_delta_crl)
        return TRUE;
    }
  return FALSE;
}

/* It only says what changed since another list (RFC 5280 5.2.4). */
static gboolean
is_delta (X509_CRL *list)
{
  return X509_CRL_get_ext_by_NID (list, NID_delta_crl, -1) >= 0;
}

static MftRevocation
ask (MftCrl *crl, const MftRevocationQuestion *question)
{
  X509_REVOKED *revoked = NULL;
  gboolean complete;

  if (!mft_crl_is_by (crl, question->issuer) || has_unknown_extension (crl->list)
      || !concerns (crl->list, question->certificate, &complete)
      || !is_signed_by (crl, question->issuer))
    return MFT_REVOCATION_UNKNOWN;
  if (X509_CRL_get0_by_cert (crl->list, &revoked, mft_certificate_x509 (question->certificate)) == 1
      && mft_ossl_time (X509_REVOKED_get0_revocationDate (revoked)) <= question->at)
    return MFT_REVOCATION_REVOKED;
  if (is_delta (crl->list))
    return MFT_REVOCATION_UNKNOWN;
  if (revoked != NULL) /* later than the time asked about: until then it was not */
    return MFT_REVOCATION_GOOD;
  return complete
                 && mft_revocation_vouches (question,
                                            mft_ossl_time (X509_CRL_get0_lastUpdate (crl->list)),
                                            mft_ossl_time (X509_CRL_get0_nextUpdate (crl->list)))
             ? MFT_REVOCATION_GOOD
             : MFT_REVOCATION_UNKNOWN;
}

MftRevocation
mft_crl_ask (MftCrl *crl, const MftRevocationQuestion *question)
{
  MftRevocation answer = ask (crl, question);

  ERR_clear_error ();
  return answer;
}
