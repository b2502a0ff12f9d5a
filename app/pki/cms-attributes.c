/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/cms-attributes.h"

#include <openssl/err.h>

#include "base/digest.h"
#include "pki/tlv.h"

#define TAG_OCTETS 0x04
#define TAG_SEQUENCE 0x30
#define TAG_SET 0x31
#define TAG_CONTEXT_0 0xa0

/* The only attribute of its kind with its only value of that type; else NULL. `count` tells how many
 * values there are. */
static ASN1_TYPE *
only_value (CMS_SignerInfo *signer, int nid, int type, guint *count)
{
  ASN1_TYPE *value = NULL;

  *count = 0;
  for (int at = -1; (at = CMS_signed_get_attr_by_NID (signer, nid, at)) >= 0;)
    {
      X509_ATTRIBUTE *attribute = CMS_signed_get_attr (signer, at);
      *count += MAX (1, (guint) X509_ATTRIBUTE_count (attribute));
      value = X509_ATTRIBUTE_get0_type (attribute, 0);
    }
  return *count == 1 && value != NULL && value->type == type ? value : NULL;
}

static void
read_content_type (MftCms *cms, CMS_SignerInfo *signer, MftCmsKind kind)
{
  int wanted = kind == MFT_CMS_TIMESTAMP ? NID_id_smime_ct_TSTInfo : NID_pkcs7_data;
  guint count;
  ASN1_TYPE *value = only_value (signer, NID_pkcs9_contentType, V_ASN1_OBJECT, &count);

  if (value == NULL || OBJ_obj2nid (value->value.object) != wanted)
    cms->facts |= MFT_CMS_ATTRIBUTES_WRONG;
}

static void
read_message_digest (MftCms *cms, CMS_SignerInfo *signer)
{
  guint count;
  ASN1_TYPE *value = only_value (signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING, &count);

  if (value == NULL)
    cms->facts |= MFT_CMS_ATTRIBUTES_WRONG;
  else
    cms->message_digest = g_bytes_new (ASN1_STRING_get0_data (value->value.octet_string),
                                       (gsize) ASN1_STRING_length (value->value.octet_string));
}

static void
read_signing_time (MftCms *cms, CMS_SignerInfo *signer)
{
  int at = CMS_signed_get_attr_by_NID (signer, NID_pkcs9_signingTime, -1);
  ASN1_TYPE *value;

  if (at < 0)
    return;
  cms->facts |= MFT_CMS_HAS_SIGNING_TIME;
  value = X509_ATTRIBUTE_get0_type (CMS_signed_get_attr (signer, at), 0);
  if (value != NULL && (value->type == V_ASN1_UTCTIME || value->type == V_ASN1_GENERALIZEDTIME))
    cms->signing_time = mft_ossl_time ((ASN1_TIME *) value->value.asn1_string);
}

/* RFC 6211: the attribute repeats the algorithms so that nobody exchanges them outside. */
static void
read_algorithm_protection (MftCms *cms, CMS_SignerInfo *signer)
{
  ASN1_OBJECT *oid = OBJ_txt2obj ("1.2.840.113549.1.9.52", TRUE);
  int at = CMS_signed_get_attr_by_OBJ (signer, oid, -1);
  ASN1_TYPE *value = at < 0 ? NULL : X509_ATTRIBUTE_get0_type (CMS_signed_get_attr (signer, at), 0);
  X509_ALGOR *digest, *stated = NULL;
  MftTlv sequence, algorithm;
  MftCursor cursor;

  ASN1_OBJECT_free (oid);
  if (at < 0)
    return;
  CMS_SignerInfo_get0_algs (signer, NULL, NULL, &digest, NULL);
  if (value != NULL && value->type == V_ASN1_SEQUENCE)
    {
      cursor = mft_cursor (value->value.sequence->data, (gsize) value->value.sequence->length);
      if (mft_tlv_accept (&cursor, TAG_SEQUENCE, &sequence))
        {
          cursor = mft_tlv_open (&sequence);
          if (mft_tlv_accept (&cursor, TAG_SEQUENCE, &algorithm))
            {
              const unsigned char *der = algorithm.whole;
              stated = d2i_X509_ALGOR (NULL, &der, (long) algorithm.whole_size);
            }
        }
    }
  if (stated == NULL || OBJ_cmp (stated->algorithm, digest->algorithm) != 0)
    cms->facts |= MFT_CMS_ALGORITHMS_DISAGREE;
  X509_ALGOR_free (stated);
}

void
mft_cms_read_attributes (MftCms *cms, CMS_SignerInfo *signer, MftCmsKind kind)
{
  if (CMS_signed_get_attr_count (signer) <= 0)
    {
      cms->facts |= MFT_CMS_NO_ATTRIBUTES;
      return;
    }
  read_content_type (cms, signer, kind);
  read_message_digest (cms, signer);
  read_signing_time (cms, signer);
  read_algorithm_protection (cms, signer);
}

/* The hash in the first ESSCertID or ESSCertIDv2 (RFC 2634, RFC 5035). */
static gboolean
first_certificate_hash (const ASN1_STRING *sequence, gboolean is_v2, MftTlv *hash,
                        X509_ALGOR **algorithm)
{
  MftCursor cursor = mft_cursor (sequence->data, (gsize) sequence->length);
  MftTlv element;

  for (guint level = 0; level < 3; level++) /* SigningCertificate, its certs, the first of them */
    {
      if (!mft_tlv_accept (&cursor, TAG_SEQUENCE, &element))
        return FALSE;
      cursor = mft_tlv_open (&element);
    }
  if (is_v2 && mft_tlv_accept (&cursor, TAG_SEQUENCE, &element))
    {
      const unsigned char *der = element.whole;
      *algorithm = d2i_X509_ALGOR (NULL, &der, (long) element.whole_size);
      if (*algorithm == NULL)
        return FALSE;
    }
  return mft_tlv_accept (&cursor, TAG_OCTETS, hash);
}

static gboolean
names_certificate (const ASN1_STRING *sequence, gboolean is_v2, const MftCertificate *certificate)
{
  g_autoptr (X509_ALGOR) algorithm = NULL;
  const EVP_MD *digest = is_v2 ? EVP_sha256 () : EVP_sha1 ();
  guint8 actual[EVP_MAX_MD_SIZE];
  guint size = 0;
  MftTlv stated;

  if (!first_certificate_hash (sequence, is_v2, &stated, &algorithm))
    return FALSE;
  if (algorithm != NULL)
    digest = EVP_get_digestbyobj (algorithm->algorithm);
  return digest != NULL && X509_digest (mft_certificate_x509 (certificate), digest, actual, &size)
         && mft_bytes_equal (actual, size, stated.content, stated.size);
}

/* Both attributes count where both are there. */
static gboolean
ess_names (CMS_SignerInfo *signer, const MftCertificate *certificate, gboolean *stated)
{
  guint v1_count, v2_count;
  ASN1_TYPE *v1
      = only_value (signer, NID_id_smime_aa_signingCertificate, V_ASN1_SEQUENCE, &v1_count);
  ASN1_TYPE *v2
      = only_value (signer, NID_id_smime_aa_signingCertificateV2, V_ASN1_SEQUENCE, &v2_count);

  *stated = v1_count + v2_count > 0;
  if ((v1_count > 0 && v1 == NULL) || (v2_count > 0 && v2 == NULL))
    return FALSE;
  return (v1 == NULL || names_certificate (v1->value.sequence, FALSE, certificate))
         && (v2 == NULL || names_certificate (v2->value.sequence, TRUE, certificate));
}

void
mft_cms_find_signer (MftCms *cms, CMS_SignerInfo *signer)
{
  MftCertificate *by_name = NULL;
  gboolean stated = FALSE;

  for (guint i = 0; i < cms->certificates->len; i++)
    {
      MftCertificate *candidate = g_ptr_array_index (cms->certificates, i);
      if (CMS_SignerInfo_cert_cmp (signer, mft_certificate_x509 (candidate)) != 0)
        continue;
      by_name = candidate;
      if (!ess_names (signer, candidate, &stated))
        continue;
      cms->signer = mft_certificate_ref (candidate);
      if (!stated)
        cms->facts |= MFT_CMS_NO_SIGNING_CERTIFICATE;
      return;
    }
  if (by_name == NULL)
    cms->facts |= MFT_CMS_NO_SIGNER_CERTIFICATE;
  else
    {
      cms->signer = mft_certificate_ref (by_name);
      cms->facts |= MFT_CMS_CERTIFICATE_SWAPPED;
    }
}

/* ContentInfo ▸ [0] ▸ SignedData ▸ its last SET ▸ the one SignerInfo. */
static gboolean
find_signer_info (MftCursor cursor, MftTlv *info)
{
  MftTlv element;
  MftCursor signers;
  gboolean found = FALSE;

  if (!mft_tlv_accept (&cursor, TAG_SEQUENCE, &element))
    return FALSE;
  cursor = mft_tlv_open (&element);
  if (!mft_tlv_read (&cursor, &element) || !mft_tlv_accept (&cursor, TAG_CONTEXT_0, &element))
    return FALSE;
  cursor = mft_tlv_open (&element);
  if (!mft_tlv_accept (&cursor, TAG_SEQUENCE, &element))
    return FALSE;
  cursor = mft_tlv_open (&element);
  while (mft_cursor_left (&cursor) > 0 && mft_tlv_read (&cursor, &element))
    found = element.tag == TAG_SET;
  if (!found || cursor.failed)
    return FALSE;
  signers = mft_tlv_open (&element);
  return mft_tlv_accept (&signers, TAG_SEQUENCE, info) && mft_cursor_left (&signers) == 0;
}

GBytes *
mft_cms_attributes_as_they_stand (gconstpointer data, gsize size)
{
  MftTlv element;
  MftCursor cursor;
  guint8 *signed_bytes;

  if (!find_signer_info (mft_cursor (data, size), &element))
    return NULL;
  cursor = mft_tlv_open (&element);
  for (guint i = 0; i < 3; i++) /* version, signer's identifier, digest algorithm */
    if (!mft_tlv_read (&cursor, &element))
      return NULL;
  if (!mft_tlv_accept (&cursor, TAG_CONTEXT_0, &element))
    return NULL;
  signed_bytes = g_memdup2 (element.whole, element.whole_size);
  signed_bytes[0] = TAG_SET;
  return g_bytes_new_take (signed_bytes, element.whole_size);
}

static int
compare_der (gconstpointer a, gconstpointer b)
{
  return g_bytes_compare (*(GBytes *const *) a, *(GBytes *const *) b);
}

GBytes *
mft_cms_attributes_der (CMS_SignerInfo *signer)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  gsize total = 0;
  unsigned char *set, *at;
  int size;

  for (int i = 0; i < CMS_signed_get_attr_count (signer); i++)
    {
      unsigned char *der = NULL;
      size = i2d_X509_ATTRIBUTE (CMS_signed_get_attr (signer, i), &der);
      g_ptr_array_add (parts, mft_ossl_take (der, size));
      total += (gsize) size;
    }
  g_ptr_array_sort (parts, compare_der);
  size = ASN1_object_size (TRUE, (int) total, V_ASN1_SET);
  at = set = OPENSSL_malloc ((gsize) size);
  ASN1_put_object (&at, TRUE, (int) total, V_ASN1_SET, V_ASN1_UNIVERSAL);
  for (guint i = 0; i < parts->len; i++)
    {
      gsize part_size;
      gconstpointer part = g_bytes_get_data (g_ptr_array_index (parts, i), &part_size);
      memcpy (at, part, part_size);
      at += part_size;
    }
  return mft_ossl_take (set, size);
}
