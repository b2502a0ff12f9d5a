/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "pki/crl.h"

#define START ((gint64) 1735689600) /* 2025-01-01 */
#define DAY ((gint64) 86400)
#define AT(day) ((START + (day) *DAY) * G_USEC_PER_SEC)

static EVP_PKEY *
a_key (void)
{
  static EVP_PKEY *key;

  if (key == NULL)
    key = EVP_EC_gen ("P-256");
  return key;
}

static MftCertificate *
make_certificate (const char *name, int serial)
{
  g_autoptr (X509) x509 = X509_new ();

  ASN1_INTEGER_set (X509_get_serialNumber (x509), serial);
  X509_NAME_add_entry_by_txt (X509_get_subject_name (x509), "CN", MBSTRING_UTF8,
                              (const guint8 *) name, -1, -1, 0);
  X509_set_issuer_name (x509, X509_get_subject_name (x509));
  ASN1_TIME_adj (X509_getm_notBefore (x509), START, 0, 0);
  ASN1_TIME_adj (X509_getm_notAfter (x509), START, 3650, 0);
  X509_set_pubkey (x509, a_key ());
  g_assert_cmpint (X509_sign (x509, a_key (), EVP_sha256 ()), >, 0);
  return mft_certificate_new_from_x509 (x509);
}

/* In force for days 10 to 20; revokes serial 7 on day 12. */
static GBytes *
make_list (const MftCertificate *issuer, EVP_PKEY *key)
{
  g_autoptr (X509_CRL) list = X509_CRL_new ();
  ASN1_TIME *time = ASN1_TIME_new ();
  X509_REVOKED *revoked = X509_REVOKED_new ();
  ASN1_INTEGER *serial = ASN1_INTEGER_new ();
  unsigned char *der = NULL;
  int size;

  X509_CRL_set_version (list, X509_CRL_VERSION_2);
  X509_CRL_set_issuer_name (list, X509_get_subject_name (mft_certificate_x509 (issuer)));
  X509_CRL_set1_lastUpdate (list, ASN1_TIME_adj (time, START, 10, 0));
  X509_CRL_set1_nextUpdate (list, ASN1_TIME_adj (time, START, 20, 0));
  ASN1_INTEGER_set (serial, 7);
  X509_REVOKED_set_serialNumber (revoked, serial);
  X509_REVOKED_set_revocationDate (revoked, ASN1_TIME_adj (time, START, 12, 0));
  X509_CRL_add0_revoked (list, revoked);
  X509_CRL_sign (list, key, EVP_sha256 ());
  ASN1_INTEGER_free (serial);
  ASN1_TIME_free (time);
  size = i2d_X509_CRL (list, &der);
  return mft_ossl_take (der, size);
}

static void
test_answers (void)
{
  g_autoptr (MftCertificate) issuer = make_certificate ("CA", 1);
  g_autoptr (MftCertificate) other = make_certificate ("CA lain", 2);
  g_autoptr (MftCertificate) good = make_certificate ("CA", 5);
  g_autoptr (MftCertificate) bad = make_certificate ("CA", 7);
  g_autoptr (EVP_PKEY) forger = EVP_EC_gen ("P-256");
  g_autoptr (GBytes) sound = make_list (issuer, a_key ());
  g_autoptr (GBytes) forged = make_list (issuer, forger);
  g_autoptr (GBytes) noise = g_bytes_new_static ("bukan", 5);
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();

  g_assert_cmpint (mft_crl_ask (lists, bad, issuer, AT (15)), ==, MFT_CRL_SAYS_NOTHING);
  g_ptr_array_add (lists, noise);
  g_ptr_array_add (lists, forged);
  g_assert_cmpint (mft_crl_ask (lists, bad, issuer, AT (15)), ==, MFT_CRL_SAYS_NOTHING);
  g_ptr_array_add (lists, sound);
  g_assert_cmpint (mft_crl_ask (lists, bad, issuer, AT (15)), ==, MFT_CRL_SAYS_REVOKED);
  g_assert_cmpint (mft_crl_ask (lists, bad, issuer, AT (99)), ==, MFT_CRL_SAYS_REVOKED);
  g_assert_cmpint (mft_crl_ask (lists, bad, issuer, AT (11)), ==, MFT_CRL_SAYS_GOOD);
  g_assert_cmpint (mft_crl_ask (lists, good, issuer, AT (15)), ==, MFT_CRL_SAYS_GOOD);
  g_assert_cmpint (mft_crl_ask (lists, good, issuer, AT (25)), ==, MFT_CRL_SAYS_NOTHING);
  g_assert_cmpint (mft_crl_ask (lists, bad, other, AT (15)), ==, MFT_CRL_SAYS_NOTHING);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/pki/crl/answers", test_answers);
  return g_test_run ();
}
