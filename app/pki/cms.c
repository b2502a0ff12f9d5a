/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/cms.h"

#include <openssl/err.h>
#include <openssl/rsa.h>

#include "base/digest.h"
#include "pki/cms-attributes.h"

#define SIZE_MOST (16 << 20)
#define CERTIFICATES_MOST 100
#define SHAKE256_SIZE 64 /* RFC 8419 3.1 */

static const struct
{
  const char *oid;
  const char *name;
  gboolean weak;
} digests[] = {
  { "2.16.840.1.101.3.4.2.1", "SHA256", FALSE },
  { "2.16.840.1.101.3.4.2.2", "SHA384", FALSE },
  { "2.16.840.1.101.3.4.2.3", "SHA512", FALSE },
  { "2.16.840.1.101.3.4.2.6", "SHA512-256", FALSE },
  { "2.16.840.1.101.3.4.2.8", "SHA3-256", FALSE },
  { "2.16.840.1.101.3.4.2.9", "SHA3-384", FALSE },
  { "2.16.840.1.101.3.4.2.10", "SHA3-512", FALSE },
  { "2.16.840.1.101.3.4.2.12", "SHAKE256", FALSE },
  { "2.16.840.1.101.3.4.2.18", "SHAKE256", FALSE },
  { "2.16.840.1.101.3.4.2.4", "SHA224", TRUE },
  { "1.3.14.3.2.26", "SHA1", TRUE },
};

static void
read_digest (MftCms *cms, const X509_ALGOR *algorithm)
{
  char oid[128];

  OBJ_obj2txt (oid, sizeof oid, algorithm->algorithm, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (digests); i++)
    if (strcmp (oid, digests[i].oid) == 0)
      {
        cms->digest = EVP_MD_fetch (NULL, digests[i].name, NULL);
        if (digests[i].weak)
          cms->facts |= MFT_CMS_WEAK_DIGEST;
      }
  if (cms->digest == NULL)
    cms->facts |= MFT_CMS_ALGORITHM_UNKNOWN;
  else
    cms->digest_size = (EVP_MD_get_flags (cms->digest) & EVP_MD_FLAG_XOF) != 0
                           ? SHAKE256_SIZE
                           : (gsize) EVP_MD_get_size (cms->digest);
}

/* PSS parameters may not speak of another digest than the signer's (downgrade). */
static gboolean
set_pss (MftCms *cms, const X509_ALGOR *algorithm, EVP_PKEY_CTX *options)
{
  g_autoptr (RSA_PSS_PARAMS) parameters = NULL;
  g_autoptr (X509_ALGOR) mask_digest = NULL;
  long salt = 20;

  if (algorithm->parameter == NULL || algorithm->parameter->type != V_ASN1_SEQUENCE)
    return FALSE;
  parameters
      = ASN1_item_unpack (algorithm->parameter->value.sequence, ASN1_ITEM_rptr (RSA_PSS_PARAMS));
  if (parameters == NULL || parameters->hashAlgorithm == NULL
      || parameters->maskGenAlgorithm == NULL
      || OBJ_obj2nid (parameters->maskGenAlgorithm->algorithm) != NID_mgf1
      || parameters->maskGenAlgorithm->parameter == NULL
      || parameters->maskGenAlgorithm->parameter->type != V_ASN1_SEQUENCE)
    return FALSE;
  mask_digest = ASN1_item_unpack (parameters->maskGenAlgorithm->parameter->value.sequence,
                                  ASN1_ITEM_rptr (X509_ALGOR));
  if (parameters->saltLength != NULL)
    salt = ASN1_INTEGER_get (parameters->saltLength);
  if (mask_digest == NULL || salt < 0 || salt > EVP_MAX_MD_SIZE * 4
      || (parameters->trailerField != NULL && ASN1_INTEGER_get (parameters->trailerField) != 1)
      || !EVP_MD_is_a (cms->digest, OBJ_nid2sn (OBJ_obj2nid (parameters->hashAlgorithm->algorithm)))
      || !EVP_MD_is_a (cms->digest, OBJ_nid2sn (OBJ_obj2nid (mask_digest->algorithm))))
    return FALSE;
  return EVP_PKEY_CTX_set_rsa_padding (options, RSA_PKCS1_PSS_PADDING) == 1
         && EVP_PKEY_CTX_set_rsa_mgf1_md (options, cms->digest) == 1
         && EVP_PKEY_CTX_set_rsa_pss_saltlen (options, (int) salt) == 1;
}

/* Digest and key of a combined algorithm; OpenSSL 3.0 names those with SHA-3 and knows no more. */
static void
split_algorithm (int nid, int *digest_nid, int *key_nid)
{
  static const struct
  {
    int nid;
    int digest;
    int key;
  } newer[] = {
    { NID_ecdsa_with_SHA3_256, NID_sha3_256, NID_X9_62_id_ecPublicKey },
    { NID_ecdsa_with_SHA3_384, NID_sha3_384, NID_X9_62_id_ecPublicKey },
    { NID_ecdsa_with_SHA3_512, NID_sha3_512, NID_X9_62_id_ecPublicKey },
    { NID_RSA_SHA3_256, NID_sha3_256, NID_rsaEncryption },
    { NID_RSA_SHA3_384, NID_sha3_384, NID_rsaEncryption },
    { NID_RSA_SHA3_512, NID_sha3_512, NID_rsaEncryption },
  };

  OBJ_find_sigid_algs (nid, digest_nid, key_nid);
  for (gsize i = 0; i < G_N_ELEMENTS (newer); i++)
    if (newer[i].nid == nid)
      {
        *digest_nid = newer[i].digest;
        *key_nid = newer[i].key;
      }
}

/* The algorithm's name if signature algorithm, digest and key agree; else NULL with the fact set. */
static const char *
agree (MftCms *cms, int nid, EVP_PKEY *key)
{
  int digest_nid = NID_undef, key_nid = nid;
  gboolean is_rsa = EVP_PKEY_is_a (key, "RSA");
  const char *name = NULL;

  if (nid == NID_rsassaPss)
    name = is_rsa || EVP_PKEY_is_a (key, "RSA-PSS") ? "RSA-PSS" : NULL;
  else if (nid == NID_ED25519 || nid == NID_ED448)
    name = EVP_PKEY_is_a (key, OBJ_nid2sn (nid)) ? OBJ_nid2sn (nid) : NULL;
  else
    {
      split_algorithm (nid, &digest_nid, &key_nid);
      if (key_nid == NID_rsaEncryption && is_rsa)
        name = "RSA";
      else if (key_nid == NID_X9_62_id_ecPublicKey && EVP_PKEY_is_a (key, "EC"))
        name = "ECDSA";
      else if (key_nid == NID_rsaEncryption || key_nid == NID_X9_62_id_ecPublicKey)
        cms->facts |= MFT_CMS_ALGORITHMS_DISAGREE;
      if (digest_nid != NID_undef && !EVP_MD_is_a (cms->digest, OBJ_nid2sn (digest_nid)))
        cms->facts |= MFT_CMS_ALGORITHMS_DISAGREE;
    }
  if (name == NULL && (cms->facts & MFT_CMS_ALGORITHMS_DISAGREE) == 0)
    cms->facts |= MFT_CMS_ALGORITHM_UNKNOWN;
  return (cms->facts & (MFT_CMS_ALGORITHMS_DISAGREE | MFT_CMS_ALGORITHM_UNKNOWN)) == 0 ? name
                                                                                       : NULL;
}

static gboolean
value_fits (MftCms *cms, const X509_ALGOR *algorithm, EVP_PKEY *key, GBytes *attributes)
{
  g_autoptr (EVP_MD_CTX) context = EVP_MD_CTX_new ();
  EVP_PKEY_CTX *options = NULL;                            /* belongs to `context` */
  gboolean pure = g_str_has_prefix (cms->algorithm, "ED"); /* hashes for itself */
  gboolean fits
      = EVP_DigestVerifyInit (context, &options, pure ? NULL : cms->digest, NULL, key) == 1
        && (strcmp (cms->algorithm, "RSA-PSS") != 0 || set_pss (cms, algorithm, options))
        && EVP_DigestVerify (context, g_bytes_get_data (cms->signature_value, NULL),
                             g_bytes_get_size (cms->signature_value),
                             g_bytes_get_data (attributes, NULL), g_bytes_get_size (attributes))
               == 1;

  ERR_clear_error ();
  return fits;
}

/* The attributes are taken as they stand. Some signers sort them only for signing: the DER of the
 * same attributes is tried then, and told. */
static void
check_value (MftCms *cms, CMS_SignerInfo *signer, GBytes *stand)
{
  EVP_PKEY *key;
  X509_ALGOR *algorithm;
  g_autoptr (GBytes) der = mft_cms_attributes_der (signer);

  CMS_SignerInfo_get0_algs (signer, &key, NULL, NULL, &algorithm);
  key = X509_get0_pubkey (mft_certificate_x509 (cms->signer));
  if (key == NULL)
    {
      cms->facts |= MFT_CMS_ALGORITHM_UNKNOWN;
      return;
    }
  if ((EVP_PKEY_is_a (key, "EC") || g_str_has_prefix (EVP_PKEY_get0_type_name (key), "ED"))
          ? EVP_PKEY_get_bits (key) < 224
          : EVP_PKEY_get_bits (key) < 2048)
    cms->facts |= MFT_CMS_WEAK_KEY;
  cms->algorithm = g_strdup (agree (cms, OBJ_obj2nid (algorithm->algorithm), key));
  if (cms->algorithm == NULL)
    return;
  if (!g_bytes_equal (stand, der))
    cms->facts |= MFT_CMS_NOT_DER;
  if (!value_fits (cms, algorithm, key, stand) && !value_fits (cms, algorithm, key, der))
    cms->facts |= MFT_CMS_VALUE_WRONG;
}

static void
read_certificates (MftCms *cms, CMS_ContentInfo *info)
{
  STACK_OF (X509) *all = CMS_get1_certs (info);

  for (int i = 0; i < MIN (sk_X509_num (all), CERTIFICATES_MOST); i++)
    g_ptr_array_add (cms->certificates, mft_certificate_new_from_x509 (sk_X509_value (all, i)));
  sk_X509_pop_free (all, X509_free);
}

static void
read_timestamp (MftCms *cms, CMS_SignerInfo *signer)
{
  ASN1_OBJECT *oid = OBJ_nid2obj (NID_id_smime_aa_timeStampToken);
  ASN1_STRING *token = CMS_unsigned_get0_data_by_OBJ (signer, oid, -3, V_ASN1_SEQUENCE);

  if (token != NULL)
    cms->timestamp
        = g_bytes_new (ASN1_STRING_get0_data (token), (gsize) ASN1_STRING_length (token));
}

static void
read_content (MftCms *cms, CMS_ContentInfo *info, MftCmsKind kind)
{
  int wanted = kind == MFT_CMS_TIMESTAMP ? NID_id_smime_ct_TSTInfo : NID_pkcs7_data;
  ASN1_OCTET_STRING **content = CMS_get0_content (info);

  if (content != NULL && *content != NULL)
    cms->content
        = g_bytes_new (ASN1_STRING_get0_data (*content), (gsize) ASN1_STRING_length (*content));
  if ((cms->content != NULL) == (kind == MFT_CMS_DETACHED)
      || OBJ_obj2nid (CMS_get0_eContentType (info)) != wanted)
    cms->facts |= MFT_CMS_CONTENT_UNEXPECTED;
}

/* What it carries is itself what is signed: the message digest is the content's. SHA-1 is weak whatever the
 * signer's own digest is. */
static void
check_content (MftCms *cms)
{
  guint8 digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;

  cms->facts |= MFT_CMS_WEAK_DIGEST;
  if (cms->content == NULL || cms->digest == NULL
      || EVP_Digest (g_bytes_get_data (cms->content, NULL), g_bytes_get_size (cms->content), digest,
                     &size, cms->digest, NULL)
             != 1
      || !mft_cms_digest_matches (cms, digest, size))
    cms->facts |= MFT_CMS_ATTRIBUTES_WRONG;
}

static void
read_signer (MftCms *cms, CMS_SignerInfo *signer, MftCmsKind kind, GBytes *stand)
{
  const ASN1_OCTET_STRING *value = CMS_SignerInfo_get0_signature (signer);
  X509_ALGOR *digest;

  cms->signature_value
      = g_bytes_new (ASN1_STRING_get0_data (value), (gsize) ASN1_STRING_length (value));
  CMS_SignerInfo_get0_algs (signer, NULL, NULL, &digest, NULL);
  read_digest (cms, digest);
  mft_cms_read_attributes (cms, signer, kind);
  if (kind == MFT_CMS_OVER_SHA1)
    check_content (cms);
  read_timestamp (cms, signer);
  mft_cms_find_signer (cms, signer);
  if (stand == NULL)
    cms->facts |= MFT_CMS_NO_ATTRIBUTES;
  else if (cms->signer != NULL && cms->digest != NULL)
    check_value (cms, signer, stand);
}

static gboolean
only_zeros (const guint8 *bytes, gsize size)
{
  for (gsize i = 0; i < size; i++)
    if (bytes[i] != 0)
      return FALSE;
  return TRUE;
}

MftCms *
mft_cms_read (gconstpointer data, gsize size, MftCmsKind kind, GError **error)
{
  const unsigned char *at = data;
  g_autoptr (CMS_ContentInfo) info = NULL;
  g_autoptr (MftCms) cms = g_new0 (MftCms, 1);
  g_autoptr (GBytes) stand = NULL;
  STACK_OF (CMS_SignerInfo) *signers = NULL;
  gsize used;

  cms->signing_time = G_MININT64;
  cms->certificates = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_certificate_unref);
  cms->crls = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  cms->ocsps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  ERR_clear_error ();
  if (size <= SIZE_MOST)
    info = d2i_CMS_ContentInfo (NULL, &at, (long) size);
  if (info != NULL)
    signers = CMS_get0_SignerInfos (info);
  if (signers == NULL)
    {
      mft_ossl_error (error, MFT_PKI_ERROR_DAMAGED, "not a CMS signature");
      return NULL;
    }
  used = (gsize) (at - (const unsigned char *) data);
  if (!only_zeros (at, size - used))
    cms->facts |= MFT_CMS_TRAILING_BYTES;
  read_certificates (cms, info);
  read_content (cms, info, kind);
  stand = mft_cms_attributes_as_they_stand (data, used);
  if (sk_CMS_SignerInfo_num (signers) == 1)
    {
      read_signer (cms, sk_CMS_SignerInfo_value (signers, 0), kind, stand);
      mft_cms_read_revocation (cms, info, sk_CMS_SignerInfo_value (signers, 0));
    }
  else
    cms->facts |= MFT_CMS_SIGNERS_NOT_ONE;
  ERR_clear_error ();
  return g_steal_pointer (&cms);
}

void
mft_cms_free (MftCms *cms)
{
  g_clear_pointer (&cms->signer, mft_certificate_unref);
  g_ptr_array_unref (cms->certificates);
  g_ptr_array_unref (cms->crls);
  g_ptr_array_unref (cms->ocsps);
  EVP_MD_free (cms->digest);
  g_free (cms->algorithm);
  g_clear_pointer (&cms->message_digest, g_bytes_unref);
  g_clear_pointer (&cms->signature_value, g_bytes_unref);
  g_clear_pointer (&cms->content, g_bytes_unref);
  g_clear_pointer (&cms->timestamp, g_bytes_unref);
  g_free (cms);
}

gboolean
mft_cms_digest_matches (const MftCms *cms, gconstpointer digest, gsize size)
{
  return cms->message_digest != NULL
         && mft_bytes_equal (digest, size, g_bytes_get_data (cms->message_digest, NULL),
                             g_bytes_get_size (cms->message_digest));
}
