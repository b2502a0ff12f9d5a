/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/cms-build.h"

#include <openssl/err.h>
#include <openssl/rsa.h>

#include "pki/cms-attributes.h"

static gboolean
set_pss_parameters (X509_ALGOR *algorithm, const EVP_MD *digest)
{
  g_autoptr (RSA_PSS_PARAMS) parameters = RSA_PSS_PARAMS_new ();
  ASN1_STRING *mask = NULL, *packed = NULL;

  parameters->hashAlgorithm = X509_ALGOR_new ();
  X509_ALGOR_set_md (parameters->hashAlgorithm, digest);
  parameters->maskGenAlgorithm = X509_ALGOR_new ();
  if (ASN1_item_pack (parameters->hashAlgorithm, ASN1_ITEM_rptr (X509_ALGOR), &mask) == NULL)
    return FALSE;
  X509_ALGOR_set0 (parameters->maskGenAlgorithm, OBJ_nid2obj (NID_mgf1), V_ASN1_SEQUENCE, mask);
  parameters->saltLength = ASN1_INTEGER_new ();
  ASN1_INTEGER_set (parameters->saltLength, EVP_MD_get_size (digest));
  if (ASN1_item_pack (parameters, ASN1_ITEM_rptr (RSA_PSS_PARAMS), &packed) == NULL)
    return FALSE;
  return X509_ALGOR_set0 (algorithm, OBJ_nid2obj (NID_rsassaPss), V_ASN1_SEQUENCE, packed) == 1;
}

/* OpenSSL leaves it empty for PSS when no private key is at hand, so all are written here. */
static gboolean
set_signature_algorithm (CMS_SignerInfo *signer, MftSignatureScheme scheme)
{
  const EVP_MD *digest = mft_signature_scheme_digest (scheme);
  gboolean is_ec = g_str_equal (mft_signature_scheme_key_type (scheme), "EC");
  X509_ALGOR *algorithm;
  int nid = NID_undef;

  CMS_SignerInfo_get0_algs (signer, NULL, NULL, NULL, &algorithm);
  if (mft_signature_scheme_is_pss (scheme))
    return set_pss_parameters (algorithm, digest);
  return OBJ_find_sigid_by_algs (&nid, EVP_MD_get_type (digest),
                                 is_ec ? NID_X9_62_id_ecPublicKey : NID_rsaEncryption)
             == 1
         && X509_ALGOR_set0 (algorithm, OBJ_nid2obj (nid), is_ec ? V_ASN1_UNDEF : V_ASN1_NULL, NULL)
                == 1;
}

static GPtrArray *
carried (MftKey *key, GPtrArray *issuers)
{
  return issuers != NULL ? issuers : mft_key_get_chain (key);
}

/* A signer whose value is not there yet. The certificate's own public key passes OpenSSL's key
 * check, so no private key has to be shown to it. */
static CMS_SignerInfo *
add_signer (CMS_ContentInfo *cms, MftKey *key, GPtrArray *issuers, const EVP_MD *digest_kind,
            gconstpointer digest, gsize digest_size)
{
  const guint flags = CMS_PARTIAL | CMS_BINARY | CMS_NOSMIMECAP | CMS_CADES;
  MftCertificate *certificate = mft_key_get_certificate (key);
  X509 *x509 = mft_certificate_x509 (certificate);
  CMS_SignerInfo *signer = CMS_add1_signer (cms, x509, X509_get0_pubkey (x509), digest_kind, flags);

  if (signer == NULL)
    return NULL;
  for (guint i = 0; i < issuers->len; i++)
    {
      MftCertificate *other = g_ptr_array_index (issuers, i);
      if (!mft_certificate_equal (other, certificate))
        CMS_add1_cert (cms, mft_certificate_x509 (other)); /* fails on doubles: harmless */
    }
  if (CMS_signed_add1_attr_by_NID (signer, NID_pkcs9_contentType, V_ASN1_OBJECT,
                                   OBJ_nid2obj (NID_pkcs7_data), -1)
          != 1
      || CMS_signed_add1_attr_by_NID (signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING, digest,
                                      (int) digest_size)
             != 1)
    return NULL;
  return signer;
}

static GBytes *
encode (CMS_ContentInfo *cms)
{
  unsigned char *der = NULL;
  int size = i2d_CMS_ContentInfo (cms, &der);

  return size > 0 ? mft_ossl_take (der, size) : NULL;
}

GBytes *
mft_cms_build (MftKey *key, GPtrArray *issuers, MftSignatureScheme scheme, gconstpointer digest,
               gsize digest_size, GError **error)
{
  const EVP_MD *digest_kind = mft_signature_scheme_digest (scheme);
  g_autoptr (CMS_ContentInfo) cms = NULL;
  g_autoptr (GBytes) attributes = NULL;
  g_autoptr (GBytes) value = NULL;
  CMS_SignerInfo *signer = NULL;
  GBytes *built;

  g_return_val_if_fail (digest_size == (gsize) EVP_MD_get_size (digest_kind), NULL);
  ERR_clear_error ();
  cms = CMS_sign (NULL, NULL, NULL, NULL, CMS_DETACHED | CMS_PARTIAL | CMS_BINARY);
  if (cms != NULL)
    signer = add_signer (cms, key, carried (key, issuers), digest_kind, digest, digest_size);
  if (signer == NULL || !set_signature_algorithm (signer, scheme))
    {
      mft_ossl_error (error, MFT_PKI_ERROR_FAILED, "the signature cannot be put together");
      return NULL;
    }
  attributes = mft_cms_attributes_der (signer); /* X.690 11.6: these very bytes are signed */
  value = mft_key_sign (key, scheme, g_bytes_get_data (attributes, NULL),
                        g_bytes_get_size (attributes), error);
  if (value == NULL)
    return NULL;
  ASN1_OCTET_STRING_set (CMS_SignerInfo_get0_signature (signer), g_bytes_get_data (value, NULL),
                         (int) g_bytes_get_size (value));
  built = encode (cms);
  if (built == NULL)
    mft_ossl_error (error, MFT_PKI_ERROR_FAILED, "the signature cannot be encoded");
  return built;
}

gsize
mft_cms_size_estimate (MftKey *key, GPtrArray *issuers)
{
  MftCertificate *certificate = mft_key_get_certificate (key);
  GPtrArray *others = carried (key, issuers);
  g_autoptr (GBytes) own = mft_certificate_der (certificate);
  gsize size = 2048 + g_bytes_get_size (own); /* attributes, issuer's name, signature value */

  for (guint i = 0; i < others->len; i++)
    {
      g_autoptr (GBytes) other = mft_certificate_der (g_ptr_array_index (others, i));
      size += g_bytes_get_size (other);
    }
  return size;
}

static CMS_ContentInfo *
parse (GBytes *bytes, CMS_SignerInfo **signer, GError **error)
{
  const unsigned char *at = g_bytes_get_data (bytes, NULL);
  g_autoptr (CMS_ContentInfo) cms = NULL;
  STACK_OF (CMS_SignerInfo) *signers = NULL;

  ERR_clear_error ();
  cms = d2i_CMS_ContentInfo (NULL, &at, (long) g_bytes_get_size (bytes));
  if (cms != NULL)
    signers = CMS_get0_SignerInfos (cms);
  if (sk_CMS_SignerInfo_num (signers) != 1)
    {
      mft_ossl_error (error, MFT_PKI_ERROR_DAMAGED, "not a CMS of one signer");
      return NULL;
    }
  *signer = sk_CMS_SignerInfo_value (signers, 0);
  return g_steal_pointer (&cms);
}

GBytes *
mft_cms_signature_value (GBytes *bytes, GError **error)
{
  CMS_SignerInfo *signer;
  g_autoptr (CMS_ContentInfo) cms = parse (bytes, &signer, error);
  const ASN1_OCTET_STRING *value;

  if (cms == NULL)
    return NULL;
  value = CMS_SignerInfo_get0_signature (signer);
  return g_bytes_new (ASN1_STRING_get0_data (value), (gsize) ASN1_STRING_length (value));
}

GBytes *
mft_cms_add_timestamp (GBytes *bytes, GBytes *token, GError **error)
{
  CMS_SignerInfo *signer;
  g_autoptr (CMS_ContentInfo) cms = parse (bytes, &signer, error);
  GBytes *built = NULL;

  if (cms == NULL)
    return NULL;
  if (CMS_unsigned_add1_attr_by_NID (signer, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE,
                                     g_bytes_get_data (token, NULL), (int) g_bytes_get_size (token))
      == 1)
    built = encode (cms);
  if (built == NULL)
    mft_ossl_error (error, MFT_PKI_ERROR_FAILED, "the timestamp cannot be added");
  return built;
}
