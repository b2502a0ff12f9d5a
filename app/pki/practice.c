/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/practice.h"

#include <openssl/err.h>
#include <openssl/rsa.h>

#include "base/clock.h"
#include "base/random.h"
#include "pki/subject.h"

#define DAY (24 * 60 * 60)

#define ROUNDS 50000

struct MftPracticeCa
{
  EVP_PKEY *key;
  MftCertificate *certificate;
};

static EVP_PKEY *
make_key (MftPracticeKey kind)
{
  switch (kind)
    {
    case MFT_PRACTICE_KEY_RSA:
      return EVP_RSA_gen (3072);
    case MFT_PRACTICE_KEY_EC:
      return EVP_EC_gen ("P-256");
    }
  g_return_val_if_reached (NULL);
}

static gboolean
add_extension (X509 *x509, X509 *issuer, int nid, const char *value)
{
  X509V3_CTX context;
  X509_EXTENSION *extension;
  gboolean added;

  X509V3_set_ctx (&context, issuer, x509, NULL, NULL, 0);
  extension = X509V3_EXT_conf_nid (NULL, &context, nid, value);
  added = extension != NULL && X509_add_ext (x509, extension, -1) == 1;
  X509_EXTENSION_free (extension);
  return added;
}

static gboolean
set_serial (X509 *x509)
{
  guint8 serial[16];
  g_autoptr (BIGNUM) number = NULL;

  mft_random_bytes (serial, sizeof serial);
  serial[0] = (serial[0] & 0x3f) | 0x40; /* positive, and always as long (RFC 5280 4.1.2.2) */
  number = BN_bin2bn (serial, sizeof serial, NULL);
  return BN_to_ASN1_INTEGER (number, X509_get_serialNumber (x509)) != NULL;
}

/* A certificate without extensions and signature. */
static X509 *
make_certificate (EVP_PKEY *key, const MftCertificateSubject *subject, gint64 not_before, int days,
                  GError **error)
{
  g_autoptr (X509) x509 = X509_new ();
  time_t start = (time_t) (not_before / G_USEC_PER_SEC);

  if (!mft_subject_write (subject, X509_get_subject_name (x509), error))
    return NULL;
  if (key != NULL && X509_set_version (x509, X509_VERSION_3) == 1 && set_serial (x509)
      && X509_set_pubkey (x509, key) == 1
      && ASN1_TIME_adj (X509_getm_notBefore (x509), start, 0, 0) != NULL
      && ASN1_TIME_adj (X509_getm_notAfter (x509), start, days, -1) != NULL)
    return g_steal_pointer (&x509);
  mft_ossl_error (error, MFT_PKI_ERROR_FAILED, "the practice certificate cannot be made");
  return NULL;
}

MftPracticeCa *
mft_practice_ca_new (MftPracticeKey kind, gint64 not_before, GError **error)
{
  const MftCertificateSubject subject
      = { .common_name = MFT_PRACTICE_CA_NAME, .organization = "Mufakat (latihan)" };
  g_autoptr (MftPracticeCa) ca = g_new0 (MftPracticeCa, 1);
  g_autoptr (X509) x509 = NULL;

  if (not_before == 0)
    not_before = mft_clock_now () - (gint64) DAY * G_USEC_PER_SEC;
  ERR_clear_error ();
  ca->key = make_key (kind);
  x509 = make_certificate (ca->key, &subject, not_before, 3652, error);
  if (x509 == NULL)
    return NULL;
  if (X509_set_issuer_name (x509, X509_get_subject_name (x509)) != 1
      || !add_extension (x509, x509, NID_basic_constraints, "critical,CA:TRUE,pathlen:0")
      || !add_extension (x509, x509, NID_key_usage, "critical,keyCertSign,cRLSign")
      || !add_extension (x509, x509, NID_subject_key_identifier, "hash")
      || X509_sign (x509, ca->key, EVP_sha256 ()) == 0)
    {
      mft_ossl_error (error, MFT_PKI_ERROR_FAILED, "the practice CA cannot be made");
      return NULL;
    }
  ca->certificate = mft_certificate_new_from_x509 (x509);
  return g_steal_pointer (&ca);
}

void
mft_practice_ca_free (MftPracticeCa *ca)
{
  EVP_PKEY_free (ca->key);
  g_clear_pointer (&ca->certificate, mft_certificate_unref);
  g_free (ca);
}

MftCertificate *
mft_practice_ca_certificate (const MftPracticeCa *ca)
{
  return ca->certificate;
}

static gboolean
certify (MftPracticeCa *ca, X509 *x509)
{
  X509 *issuer = mft_certificate_x509 (ca->certificate);

  return X509_set_issuer_name (x509, X509_get_subject_name (issuer)) == 1
         && add_extension (x509, issuer, NID_basic_constraints, "critical,CA:FALSE")
         && add_extension (x509, issuer, NID_key_usage, "critical,digitalSignature,nonRepudiation")
         && add_extension (x509, issuer, NID_subject_key_identifier, "hash")
         && add_extension (x509, issuer, NID_authority_key_identifier, "keyid:always")
         && X509_sign (x509, ca->key, EVP_sha256 ()) != 0;
}

static GBytes *
pack (MftPracticeCa *ca, EVP_PKEY *key, X509 *x509, const MftPracticeIdentity *identity,
      MftSecret *passphrase)
{
  int rounds = identity->rounds > 0 ? identity->rounds : ROUNDS;
  STACK_OF (X509) *chain = sk_X509_new_null ();
  g_autoptr (PKCS12) container = NULL;
  unsigned char *der = NULL;
  int size = -1;

  sk_X509_push (chain, mft_certificate_x509 (ca->certificate));
  container = PKCS12_create (mft_secret_peek (passphrase), identity->common_name, key, x509, chain,
                             0, 0, rounds, rounds, 0);
  sk_X509_free (chain);
  if (container != NULL)
    size = i2d_PKCS12 (container, &der);
  return size > 0 ? mft_ossl_take (der, size) : NULL;
}

GBytes *
mft_practice_ca_issue (MftPracticeCa *ca, const MftPracticeIdentity *identity,
                       MftSecret *passphrase, GError **error)
{
  const MftCertificateSubject subject
      = { .common_name = identity->common_name, .organization = identity->organization };
  gint64 not_before = identity->not_before;
  g_autoptr (EVP_PKEY) key = NULL;
  g_autoptr (X509) x509 = NULL;
  GBytes *packed = NULL;

  if (not_before == 0)
    not_before = mft_clock_now () - (gint64) 3600 * G_USEC_PER_SEC;
  ERR_clear_error ();
  key = make_key (identity->key);
  x509 = make_certificate (key, &subject, not_before, 730, error);
  if (x509 == NULL)
    return NULL;
  if (certify (ca, x509))
    packed = pack (ca, key, x509, identity, passphrase);
  if (packed == NULL)
    mft_ossl_error (error, MFT_PKI_ERROR_FAILED, "the practice certificate cannot be made");
  return packed;
}

gboolean
mft_certificate_is_practice (const MftCertificate *certificate)
{
  return g_str_equal (mft_certificate_issuer_common_name (certificate), MFT_PRACTICE_CA_NAME);
}
