/* SPDX-License-Identifier: GPL-3.0-or-later */
/* adbe.pkcs7.sha1: older makers sign the SHA-1 of the bytes, carried inside. */
#include "verify-support.h"

#include <openssl/cms.h>
#include <openssl/ec.h>

typedef struct
{
  EVP_PKEY *key;
  X509 *certificate;
} Signer;

static void
set_up (Signer *signer, gconstpointer data G_GNUC_UNUSED)
{
  X509_NAME *name;

  signer->key = EVP_EC_gen ("P-256");
  signer->certificate = X509_new ();
  name = X509_get_subject_name (signer->certificate);
  X509_NAME_add_entry_by_txt (name, "CN", MBSTRING_UTF8, (const guint8 *) "Wulan", -1, -1, 0);
  X509_set_issuer_name (signer->certificate, name);
  X509_set_version (signer->certificate, X509_VERSION_3);
  ASN1_INTEGER_set (X509_get_serialNumber (signer->certificate), 1);
  X509_gmtime_adj (X509_getm_notBefore (signer->certificate), -3600);
  X509_gmtime_adj (X509_getm_notAfter (signer->certificate), 3600);
  X509_set_pubkey (signer->certificate, signer->key);
  g_assert_cmpint (X509_sign (signer->certificate, signer->key, EVP_sha256 ()), >, 0);
}

static void
tear_down (Signer *signer, gconstpointer data G_GNUC_UNUSED)
{
  EVP_PKEY_free (signer->key);
  X509_free (signer->certificate);
}

/* The hole for the signature, without its angle brackets. */
static char *
find_hole (char *pdf, gsize size, gsize *length)
{
  char *start = g_strstr_len (pdf, (gssize) size, "/Contents <");

  g_assert_nonnull (start);
  start += strlen ("/Contents <");
  *length = strcspn (start, ">");
  return start;
}

/* A file that another signer made, signed anew in the old way; `flip`: of a digest that is not its own. */
static GBytes *
sign_over_sha1 (Signer *signer, gboolean flip)
{
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) once = mft_test_sign_field (plain, "PIHAK_KESATU");
  gsize size, length;
  char *pdf = g_memdup2 (g_bytes_get_data (once, NULL), g_bytes_get_size (once));
  char *name, *hole;
  g_autoptr (EVP_MD_CTX) context = EVP_MD_CTX_new ();
  guint8 digest[EVP_MAX_MD_SIZE];
  unsigned char *der = NULL;

  size = g_bytes_get_size (once);
  name = g_strstr_len (pdf, (gssize) size, "/ETSI.CAdES.detached");
  memcpy (name, "/adbe.pkcs7.sha1    ", strlen ("/ETSI.CAdES.detached"));
  hole = find_hole (pdf, size, &length);
  EVP_DigestInit_ex (context, EVP_sha1 (), NULL);
  EVP_DigestUpdate (context, pdf, (gsize) (hole - 1 - pdf));
  EVP_DigestUpdate (context, hole + length + 1, size - (gsize) (hole + length + 1 - pdf));
  EVP_DigestFinal_ex (context, digest, NULL);
  digest[0] ^= flip ? 1 : 0;

  BIO *content = BIO_new_mem_buf (digest, 20);
  CMS_ContentInfo *cms
      = CMS_sign (signer->certificate, signer->key, NULL, content, CMS_BINARY | CMS_NOSMIMECAP);
  g_assert_nonnull (cms);
  int der_size = i2d_CMS_ContentInfo (cms, &der);
  g_assert_cmpint (der_size * 2, <=, (int) length);
  memset (hole, '0', length);
  for (int i = 0; i < der_size; i++)
    {
      hole[2 * i] = "0123456789abcdef"[der[i] >> 4];
      hole[2 * i + 1] = "0123456789abcdef"[der[i] & 15];
    }
  OPENSSL_free (der);
  CMS_ContentInfo_free (cms);
  BIO_free (content);
  return g_bytes_new_take (pdf, size);
}

static void
test_intact (Signer *signer, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GBytes) pdf = sign_over_sha1 (signer, FALSE);
  g_autoptr (MftVerifyReport) report = verify (pdf);
  MftSignatureReport *one = signature_of (report, "PIHAK_KESATU");

  g_assert_cmpint (one->state, ==, MFT_SIGNATURE_SIGNED);
  g_assert_cmpint (one->integrity, ==, MFT_INTEGRITY_INTACT);
  g_assert_cmpint (one->coverage, ==, MFT_COVERAGE_WHOLE_FILE);
  g_assert_cmpstr (one->signer, ==, "Wulan");
  g_assert_cmpstr (one->digest, ==, "SHA1");
  g_assert_true (mft_verify_has_message (one->messages, "DIGEST_WEAK"));
  g_assert_cmpint (report->verdict, !=, MFT_VERDICT_VALID);
}

static void
test_other_digest (Signer *signer, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GBytes) pdf = sign_over_sha1 (signer, TRUE);
  g_autoptr (MftVerifyReport) report = verify (pdf);

  g_assert_cmpint (signature_of (report, "PIHAK_KESATU")->integrity, ==, MFT_INTEGRITY_BROKEN);
  g_assert_cmpint (report->verdict, ==, MFT_VERDICT_INVALID);
}

static void
test_changed (Signer *signer, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GBytes) pdf = sign_over_sha1 (signer, FALSE);
  gsize size = g_bytes_get_size (pdf);
  char *copy = g_memdup2 (g_bytes_get_data (pdf, NULL), size);

  *g_strstr_len (copy, (gssize) size, "595") = '4';
  g_autoptr (GBytes) changed = g_bytes_new_take (copy, size);
  assert_verdict (changed, MFT_VERDICT_INVALID);
}

/* A detached signature under this name carries no digest: it does not count as one. */
static void
test_detached_under_its_name (Signer *signer, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) once = mft_test_sign_field (plain, "PIHAK_KESATU");
  gsize size = g_bytes_get_size (once);
  char *copy = g_memdup2 (g_bytes_get_data (once, NULL), size);

  (void) signer;
  memcpy (g_strstr_len (copy, (gssize) size, "/ETSI.CAdES.detached"), "/adbe.pkcs7.sha1    ", 20);
  g_autoptr (GBytes) changed = g_bytes_new_take (copy, size);
  g_autoptr (MftVerifyReport) report = verify (changed);
  g_assert_cmpint (signature_of (report, "PIHAK_KESATU")->integrity, ==, MFT_INTEGRITY_BROKEN);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/verify/sha1/" name, Signer, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  ADD ("intact", test_intact);
  ADD ("other-digest", test_other_digest);
  ADD ("changed", test_changed);
  ADD ("detached-under-its-name", test_detached_under_its_name);
  return g_test_run ();
}
