/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "base/digest.h"
#include "base/random.h"
#include "pki/cms-attributes.h"
#include "pki/cms-build.h"
#include "pki/cms.h"
#include "pki/tlv.h"
#include "practice-key.h"

static MftKey *
make_key (MftPracticeKey kind)
{
  return mft_test_key_new (NULL, &(MftPracticeIdentity){ .key = kind });
}

static GBytes *
build (MftKey *key, MftSignatureScheme scheme)
{
  guint8 digest[EVP_MAX_MD_SIZE];
  guint size;
  g_autoptr (GError) error = NULL;
  GBytes *cms;

  EVP_Digest ("naskah", 6, digest, &size, mft_signature_scheme_digest (scheme), NULL);
  cms = mft_cms_build (key, NULL, scheme, digest, size, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (cms), <=, mft_cms_size_estimate (key, NULL));
  return cms;
}

static MftCms *
read_cms (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  MftCms *cms = mft_cms_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                              MFT_CMS_DETACHED, &error);

  g_assert_no_error (error);
  return cms;
}

static void
check_sound (MftKey *key, MftSignatureScheme scheme, const char *algorithm)
{
  g_autoptr (GBytes) bytes = build (key, scheme);
  g_autoptr (MftCms) cms = read_cms (bytes);
  const EVP_MD *kind = mft_signature_scheme_digest (scheme);
  guint8 digest[EVP_MAX_MD_SIZE];
  guint size;

  EVP_Digest ("naskah", 6, digest, &size, kind, NULL);
  g_assert_cmphex (cms->facts, ==, 0);
  g_assert_true (mft_certificate_equal (cms->signer, mft_key_get_certificate (key)));
  g_assert_cmpuint (cms->certificates->len, ==, 2);
  g_assert_cmpstr (cms->algorithm, ==, algorithm);
  g_assert_true (EVP_MD_is_a (cms->digest, EVP_MD_get0_name (kind)));
  g_assert_true (mft_cms_digest_matches (cms, digest, size));
  digest[31] ^= 1;
  g_assert_false (mft_cms_digest_matches (cms, digest, size));
  g_assert_cmpint (cms->signing_time, ==, G_MININT64);
  g_assert_null (cms->timestamp);
  g_assert_null (cms->content);
}

static void
test_algorithms (void)
{
  g_autoptr (MftKey) ec = make_key (MFT_PRACTICE_KEY_EC);
  g_autoptr (MftKey) rsa = make_key (MFT_PRACTICE_KEY_RSA);

  for (MftSignatureScheme scheme = MFT_SIGNATURE_SCHEME_RSA_SHA256;
       scheme <= MFT_SIGNATURE_SCHEME_ECDSA_SHA512; scheme++)
    {
      const char *type = mft_signature_scheme_key_type (scheme);
      gboolean is_ec = g_str_equal (type, "EC");
      check_sound (is_ec ? ec : rsa, scheme, is_ec ? "ECDSA" : type);
    }
}

/* Bytes count: whatever is turned, it is never the sound signature any more, unless the byte
 * belongs to a certificate that is not the signer's. */
static void
test_turned_bytes (void)
{
  g_autoptr (MftKey) key = make_key (MFT_PRACTICE_KEY_EC);
  g_autoptr (GBytes) bytes = build (key, MFT_SIGNATURE_SCHEME_ECDSA_SHA256);
  gsize size = g_bytes_get_size (bytes);
  g_autoptr (GBytes) own = mft_certificate_der (mft_key_get_certificate (key));
  g_autoptr (GBytes) ca = mft_certificate_der (g_ptr_array_index (mft_key_get_chain (key), 0));
  guint8 *ca_at = memmem (g_bytes_get_data (bytes, NULL), size, g_bytes_get_data (ca, NULL),
                          g_bytes_get_size (ca));
  gsize ca_start = (gsize) (ca_at - (guint8 *) g_bytes_get_data (bytes, NULL));
  guint8 digest[MFT_SHA256_SIZE];

  mft_sha256 ("naskah", 6, digest);
  for (gsize at = 0; at < size; at += 3)
    {
      g_autofree guint8 *turned = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
      if (at >= ca_start && at < ca_start + g_bytes_get_size (ca))
        continue;
      turned[at] ^= 0x01;
      g_autoptr (MftCms) cms = mft_cms_read (turned, size, MFT_CMS_DETACHED, NULL);
      if (cms == NULL)
        continue;
      /* what is left are versions and the digests' list, which nobody signs */
      if ((cms->facts & (MFT_CMS_BREAKING | MFT_CMS_UNJUDGED)) == 0)
        {
          g_assert_true (mft_cms_digest_matches (cms, digest, sizeof digest));
          g_assert_true (mft_certificate_equal (cms->signer, mft_key_get_certificate (key)));
        }
    }
}

static void
test_cut_and_padded (void)
{
  g_autoptr (MftKey) key = make_key (MFT_PRACTICE_KEY_EC);
  g_autoptr (GBytes) bytes = build (key, MFT_SIGNATURE_SCHEME_ECDSA_SHA256);
  gsize size = g_bytes_get_size (bytes);
  g_autofree guint8 *padded = g_malloc0 (size + 100);
  g_autoptr (GError) error = NULL;

  memcpy (padded, g_bytes_get_data (bytes, NULL), size);
  for (gsize cut = 0; cut < size; cut += 5)
    g_assert_null (mft_cms_read (padded, cut, MFT_CMS_DETACHED, NULL));
  g_assert_null (mft_cms_read (padded, 100, MFT_CMS_DETACHED, &error));
  g_assert_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_DAMAGED);

  g_autoptr (MftCms) zeros = mft_cms_read (padded, size + 100, MFT_CMS_DETACHED, NULL);
  g_assert_cmphex (zeros->facts, ==, 0);
  padded[size + 60] = 'x';
  g_autoptr (MftCms) hidden = mft_cms_read (padded, size + 100, MFT_CMS_DETACHED, NULL);
  g_assert_cmphex (hidden->facts, ==, MFT_CMS_TRAILING_BYTES);
}

static void
test_swapped_certificate (void)
{
  g_autoptr (MftKey) key = make_key (MFT_PRACTICE_KEY_EC);
  g_autoptr (MftKey) other = make_key (MFT_PRACTICE_KEY_EC);
  g_autoptr (GBytes) bytes = build (key, MFT_SIGNATURE_SCHEME_ECDSA_SHA256);
  const unsigned char *at = g_bytes_get_data (bytes, NULL);
  g_autoptr (CMS_ContentInfo) info
      = d2i_CMS_ContentInfo (NULL, &at, (long) g_bytes_get_size (bytes));
  CMS_SignerInfo *signer = sk_CMS_SignerInfo_value (CMS_get0_SignerInfos (info), 0);
  X509 *x509 = mft_certificate_x509 (mft_key_get_certificate (other));
  unsigned char *der = NULL;
  int size;

  CMS_add1_cert (info, x509);
  CMS_SignerInfo_set1_signer_cert (signer, x509);
  g_autoptr (X509) twin = X509_dup (x509); /* the first one's names around the other's key */
  X509_set_serialNumber (
      twin, X509_get_serialNumber (mft_certificate_x509 (mft_key_get_certificate (key))));
  i2d_re_X509_tbs (twin, NULL);
  CMS_add1_cert (info, twin);
  size = i2d_CMS_ContentInfo (info, &der);
  g_autoptr (GBytes) changed = mft_ossl_take (der, size);
  g_autoptr (MftCms) cms = read_cms (changed);
  g_assert_true (cms->signer == NULL
                 || mft_certificate_equal (cms->signer, mft_key_get_certificate (key)));
}

static void
remove_attribute (GBytes *bytes, int remove_nid, guint expected)
{
  const unsigned char *at = g_bytes_get_data (bytes, NULL);
  g_autoptr (CMS_ContentInfo) info
      = d2i_CMS_ContentInfo (NULL, &at, (long) g_bytes_get_size (bytes));
  CMS_SignerInfo *signer = sk_CMS_SignerInfo_value (CMS_get0_SignerInfos (info), 0);
  int place = CMS_signed_get_attr_by_NID (signer, remove_nid, -1);
  unsigned char *der = NULL;
  int size;

  X509_ATTRIBUTE_free (CMS_signed_delete_attr (signer, place));
  size = i2d_CMS_ContentInfo (info, &der);
  g_autoptr (GBytes) changed = mft_ossl_take (der, size);
  g_autoptr (MftCms) cms = read_cms (changed);
  g_assert_cmphex (cms->facts & (expected | MFT_CMS_VALUE_WRONG), ==,
                   expected | MFT_CMS_VALUE_WRONG);
}

static void
test_attributes (void)
{
  g_autoptr (MftKey) key = make_key (MFT_PRACTICE_KEY_EC);
  g_autoptr (GBytes) bytes = build (key, MFT_SIGNATURE_SCHEME_ECDSA_SHA256);

  remove_attribute (bytes, NID_pkcs9_messageDigest, MFT_CMS_ATTRIBUTES_WRONG);
  remove_attribute (bytes, NID_pkcs9_contentType, MFT_CMS_ATTRIBUTES_WRONG);
  remove_attribute (bytes, NID_id_smime_aa_signingCertificateV2, MFT_CMS_NO_SIGNING_CERTIFICATE);
}

static void
test_noise (void)
{
  g_autoptr (MftKey) key = make_key (MFT_PRACTICE_KEY_EC);
  g_autoptr (GBytes) bytes = build (key, MFT_SIGNATURE_SCHEME_ECDSA_SHA256);
  gsize size = g_bytes_get_size (bytes);
  g_autofree guint8 *noisy = g_malloc (size);

  mft_random_seed (42);
  for (guint round = 0; round < 400; round++)
    {
      guint8 places[8];
      memcpy (noisy, g_bytes_get_data (bytes, NULL), size);
      mft_random_bytes (places, sizeof places);
      for (guint i = 0; i < sizeof places; i += 2)
        noisy[(places[i] * 251u + round) % size] = places[i + 1];
      g_autoptr (MftCms) cms = mft_cms_read (noisy, size, MFT_CMS_DETACHED, NULL);
      g_assert_true (cms == NULL || cms->certificates != NULL);
    }
  mft_random_seed (0);
}

static void
test_tlv (void)
{
  const guint8 deep[200] = { 0 };
  const guint8 indefinite[] = { 0x30, 0x80, 0x04, 0x01, 'a', 0x00, 0x00, 0xff };
  guint8 nested[200];
  MftTlv element;
  MftCursor cursor = mft_cursor (indefinite, sizeof indefinite);

  g_assert_true (mft_tlv_read (&cursor, &element));
  g_assert_false (element.definite);
  g_assert_cmpuint (element.size, ==, 3);
  g_assert_cmpuint (element.whole_size, ==, 7);
  g_assert_false (mft_tlv_accept (&cursor, 0x30, &element));
  for (guint i = 0; i < sizeof nested; i += 2)
    {
      nested[i] = 0x30;
      nested[i + 1] = 0x80;
    }
  cursor = mft_cursor (nested, sizeof nested);
  g_assert_false (mft_tlv_read (&cursor, &element));
  cursor = mft_cursor ("\x04\x84\xff\xff\xff\xff", 6);
  g_assert_false (mft_tlv_read (&cursor, &element));
  cursor = mft_cursor (deep, 0);
  g_assert_false (mft_tlv_read (&cursor, &element));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  mft_secret_init ();
  g_test_add_func ("/pki/cms/algorithms", test_algorithms);
  g_test_add_func ("/pki/cms/turned-bytes", test_turned_bytes);
  g_test_add_func ("/pki/cms/cut-and-padded", test_cut_and_padded);
  g_test_add_func ("/pki/cms/swapped-certificate", test_swapped_certificate);
  g_test_add_func ("/pki/cms/attributes", test_attributes);
  g_test_add_func ("/pki/cms/noise", test_noise);
  g_test_add_func ("/pki/cms/tlv", test_tlv);
  return g_test_run ();
}
