/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "authority.h"

#include <openssl/ocsp.h>
#include <openssl/ts.h>

#include "pki/key-evp.h"

struct MftTestAuthority
{
  EVP_PKEY *key;
  MftCertificate *certificate;
  long serial;
};

/* A key that lies open, for tests. */
#define TEST_TYPE_KEY (test_key_get_type ())
G_DECLARE_FINAL_TYPE (TestKey, test_key, TEST, KEY, GObject)

struct _TestKey
{
  GObject parent_instance;
  EVP_PKEY *key;
  MftCertificate *certificate;
  GPtrArray *chain;
};

static MftCertificate *
test_key_get_certificate (MftKey *key)
{
  return TEST_KEY (key)->certificate;
}

static GPtrArray *
test_key_get_chain (MftKey *key)
{
  return TEST_KEY (key)->chain;
}

static GBytes *
test_key_sign (MftKey *key, MftSignatureScheme scheme, gconstpointer data, gsize size,
               GError **error)
{
  return mft_key_evp_sign (TEST_KEY (key)->key, NULL, scheme, data, size, error);
}

static void
test_key_interface_init (MftKeyInterface *interface)
{
  interface->get_certificate = test_key_get_certificate;
  interface->get_chain = test_key_get_chain;
  interface->sign = test_key_sign;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestKey, test_key, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MFT_TYPE_KEY, test_key_interface_init))

static void
test_key_finalize (GObject *object)
{
  TestKey *self = TEST_KEY (object);

  EVP_PKEY_free (self->key);
  mft_certificate_unref (self->certificate);
  g_ptr_array_unref (self->chain);
  G_OBJECT_CLASS (test_key_parent_class)->finalize (object);
}

static void
test_key_class_init (TestKeyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_key_finalize;
}

static void
test_key_init (TestKey *self)
{
  self->chain = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_certificate_unref);
}

static void
add_extension (X509 *x509, X509 *issuer, const char *name, const char *value)
{
  X509V3_CTX context;
  X509_EXTENSION *extension;

  X509V3_set_ctx (&context, issuer, x509, NULL, NULL, 0);
  extension = X509V3_EXT_conf (NULL, &context, name, value);
  g_assert_nonnull (extension);
  g_assert_cmpint (X509_add_ext (x509, extension, -1), ==, 1);
  X509_EXTENSION_free (extension);
}

static ASN1_TIME *
set_day (ASN1_TIME *time, int day)
{
  return ASN1_TIME_adj (time, (time_t) (MFT_TEST_START / G_USEC_PER_SEC), day, 0);
}

/* `issuer` NULL: signed by its own key. */
static MftCertificate *
certify (MftTestAuthority *issuer, EVP_PKEY *key, long serial, const MftTestIdentity *identity)
{
  g_autoptr (X509) x509 = X509_new ();
  X509 *above = issuer != NULL ? mft_certificate_x509 (issuer->certificate) : x509;
  const char *ca_usage = "critical,keyCertSign,cRLSign,digitalSignature";
  const char *usage = identity->usage != NULL ? identity->usage : "critical,nonRepudiation";

  X509_set_version (x509, X509_VERSION_3);
  ASN1_INTEGER_set (X509_get_serialNumber (x509), serial);
  X509_NAME_add_entry_by_txt (X509_get_subject_name (x509), "CN", MBSTRING_UTF8,
                              (const guint8 *) identity->name, -1, -1, 0);
  X509_set_issuer_name (x509, X509_get_subject_name (above));
  set_day (X509_getm_notBefore (x509), identity->from_day);
  set_day (X509_getm_notAfter (x509), identity->from_day + identity->days);
  X509_set_pubkey (x509, key);
  add_extension (x509, above, "basicConstraints",
                 identity->is_ca ? "critical,CA:TRUE" : "critical,CA:FALSE");
  add_extension (x509, above, "keyUsage", identity->is_ca ? ca_usage : usage);
  add_extension (x509, above, "subjectKeyIdentifier", "hash");
  if (identity->extended != NULL)
    add_extension (x509, above, "extendedKeyUsage", identity->extended);
  for (guint i = 0; identity->extensions[i] != NULL; i += 2)
    add_extension (x509, above, identity->extensions[i], identity->extensions[i + 1]);
  g_assert_cmpint (X509_sign (x509, issuer != NULL ? issuer->key : key, EVP_sha256 ()), >, 0);
  return mft_certificate_new_from_x509 (x509);
}

MftTestAuthority *
mft_test_authority_new (const char *name)
{
  MftTestAuthority *authority = g_new0 (MftTestAuthority, 1);
  const MftTestIdentity identity = { .name = name, .days = 3650, .is_ca = TRUE };

  authority->key = EVP_EC_gen ("P-256");
  authority->certificate = certify (NULL, authority->key, ++authority->serial, &identity);
  return authority;
}

void
mft_test_authority_free (MftTestAuthority *authority)
{
  EVP_PKEY_free (authority->key);
  mft_certificate_unref (authority->certificate);
  g_free (authority);
}

MftCertificate *
mft_test_authority_certificate (const MftTestAuthority *authority)
{
  return authority->certificate;
}

MftKey *
mft_test_authority_issue (MftTestAuthority *authority, const MftTestIdentity *identity)
{
  TestKey *key = g_object_new (TEST_TYPE_KEY, NULL);
  const char *kind = identity->key != NULL ? identity->key : "P-256";

  if (g_str_has_prefix (kind, "RSA"))
    key->key = EVP_RSA_gen (g_str_equal (kind, "RSA-1024") ? 1024 : 2048);
  else
    key->key = EVP_EC_gen (kind);
  key->certificate = certify (authority, key->key, ++authority->serial, identity);
  g_ptr_array_add (key->chain, mft_certificate_ref (authority->certificate));
  return MFT_KEY (key);
}

GBytes *
mft_test_key_to_p12 (MftKey *key, const char *passphrase)
{
  TestKey *own = TEST_KEY (key);
  PKCS12 *p12 = PKCS12_create (passphrase, NULL, own->key, mft_certificate_x509 (own->certificate),
                               NULL, 0, 0, 1, 1, 0);
  unsigned char *der = NULL;

  g_assert_nonnull (p12);
  int size = i2d_PKCS12 (p12, &der);
  PKCS12_free (p12);
  return mft_ossl_take (der, size);
}

MftTestAuthority *
mft_test_authority_issue_ca (MftTestAuthority *authority, const MftTestIdentity *identity)
{
  MftTestAuthority *below = g_new0 (MftTestAuthority, 1);
  MftTestIdentity ca = *identity;

  ca.is_ca = TRUE;
  below->key = EVP_EC_gen ("P-256");
  below->certificate = certify (authority, below->key, ++authority->serial, &ca);
  return below;
}

static void
add_revoked (X509_CRL *list, const MftCertificate *certificate, int day)
{
  X509_REVOKED *revoked = X509_REVOKED_new ();
  ASN1_TIME *time = ASN1_TIME_new ();

  X509_REVOKED_set_serialNumber (revoked,
                                 X509_get_serialNumber (mft_certificate_x509 (certificate)));
  X509_REVOKED_set_revocationDate (revoked, set_day (time, day));
  X509_CRL_add0_revoked (list, revoked);
  ASN1_TIME_free (time);
}

GBytes *
mft_test_authority_crl (MftTestAuthority *authority, int from_day, int to_day,
                        const MftCertificate *revoked, int revoked_on,
                        const char *const *extensions)
{
  g_autoptr (X509_CRL) list = X509_CRL_new ();
  X509 *issuer = mft_certificate_x509 (authority->certificate);
  ASN1_TIME *time = ASN1_TIME_new ();
  X509V3_CTX context;
  unsigned char *der = NULL;
  int size;

  X509_CRL_set_version (list, X509_CRL_VERSION_2);
  X509_CRL_set_issuer_name (list, X509_get_subject_name (issuer));
  X509_CRL_set1_lastUpdate (list, set_day (time, from_day));
  X509_CRL_set1_nextUpdate (list, set_day (time, to_day));
  ASN1_TIME_free (time);
  if (revoked != NULL)
    add_revoked (list, revoked, revoked_on);
  X509V3_set_ctx (&context, issuer, NULL, NULL, list, 0);
  for (guint i = 0; extensions != NULL && extensions[i] != NULL; i += 2)
    {
      X509_EXTENSION *extension
          = X509V3_EXT_conf (NULL, &context, extensions[i], extensions[i + 1]);
      g_assert_nonnull (extension);
      X509_CRL_add_ext (list, extension, -1);
      X509_EXTENSION_free (extension);
    }
  X509_CRL_sign (list, authority->key, EVP_sha256 ());
  size = i2d_X509_CRL (list, &der);
  return mft_ossl_take (der, size);
}

GBytes *
mft_test_authority_ocsp (MftTestAuthority *authority, MftKey *responder,
                         const MftCertificate *certificate, MftTestAnswer answer, int from_day,
                         int to_day, int revoked_on)
{
  OCSP_BASICRESP *basic = OCSP_BASICRESP_new ();
  OCSP_CERTID *id = OCSP_cert_to_id (NULL, mft_certificate_x509 (certificate),
                                     mft_certificate_x509 (authority->certificate));
  ASN1_TIME *from = set_day (NULL, from_day), *until = set_day (NULL, to_day);
  ASN1_TIME *revoked = answer == MFT_TEST_ANSWER_REVOKED ? set_day (NULL, revoked_on) : NULL;
  EVP_PKEY *key = responder != NULL ? TEST_KEY (responder)->key : authority->key;
  MftCertificate *signer
      = responder != NULL ? TEST_KEY (responder)->certificate : authority->certificate;
  OCSP_RESPONSE *response;
  unsigned char *der = NULL;
  int size;

  ASN1_TIME_to_generalizedtime (from, &from);
  ASN1_TIME_to_generalizedtime (until, &until);
  if (revoked != NULL)
    ASN1_TIME_to_generalizedtime (revoked, &revoked);
  OCSP_basic_add1_status (basic, id, (int) answer, 0, revoked, from, until);
  g_assert_cmpint (
      OCSP_basic_sign (basic, mft_certificate_x509 (signer), key, EVP_sha256 (), NULL, 0), ==, 1);
  response = OCSP_response_create (OCSP_RESPONSE_STATUS_SUCCESSFUL, basic);
  size = i2d_OCSP_RESPONSE (response, &der);
  OCSP_RESPONSE_free (response);
  OCSP_BASICRESP_free (basic);
  OCSP_CERTID_free (id);
  ASN1_TIME_free (from);
  ASN1_TIME_free (until);
  ASN1_TIME_free (revoked);
  return mft_ossl_take (der, size);
}

static int
tell_time_cb (TS_RESP_CTX *context, void *data, long *seconds, long *micro)
{
  (void) context;
  *seconds = (long) (*(gint64 *) data / G_USEC_PER_SEC);
  *micro = 0;
  return 1;
}

static ASN1_INTEGER *
serial_cb (TS_RESP_CTX *context, void *data)
{
  ASN1_INTEGER *serial = ASN1_INTEGER_new ();

  (void) context;
  (void) data;
  ASN1_INTEGER_set (serial, 7);
  return serial;
}

/* A request for a token over the bytes, with the signer's certificate. */
static BIO *
make_request (GBytes *bytes)
{
  TS_REQ *request = TS_REQ_new ();
  TS_MSG_IMPRINT *imprint = TS_MSG_IMPRINT_new ();
  g_autoptr (X509_ALGOR) algorithm = X509_ALGOR_new ();
  guint8 digest[EVP_MAX_MD_SIZE];
  guint size;
  BIO *bio = BIO_new (BIO_s_mem ());

  EVP_Digest (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), digest, &size,
              EVP_sha256 (), NULL);
  X509_ALGOR_set0 (algorithm, OBJ_nid2obj (NID_sha256), V_ASN1_NULL, NULL);
  TS_MSG_IMPRINT_set_algo (imprint, algorithm);
  TS_MSG_IMPRINT_set_msg (imprint, digest, (int) size);
  TS_REQ_set_version (request, 1);
  TS_REQ_set_msg_imprint (request, imprint);
  TS_REQ_set_cert_req (request, 1);
  i2d_TS_REQ_bio (bio, request);
  TS_MSG_IMPRINT_free (imprint);
  TS_REQ_free (request);
  return bio;
}

static TS_RESP *
respond (MftKey *key, BIO *request, gint64 time)
{
  TestKey *tsa = TEST_KEY (key);
  TS_RESP_CTX *context = TS_RESP_CTX_new ();
  ASN1_OBJECT *policy = OBJ_txt2obj ("1.3.6.1.4.1.99999.1", 1);
  STACK_OF (X509) *chain = sk_X509_new_null ();
  TS_RESP *response;

  for (guint i = 0; i < tsa->chain->len; i++)
    sk_X509_push (chain, mft_certificate_x509 (g_ptr_array_index (tsa->chain, i)));
  TS_RESP_CTX_set_signer_cert (context, mft_certificate_x509 (tsa->certificate));
  TS_RESP_CTX_set_signer_key (context, tsa->key);
  TS_RESP_CTX_set_certs (context, chain);
  TS_RESP_CTX_set_def_policy (context, policy);
  TS_RESP_CTX_add_md (context, EVP_sha256 ());
  TS_RESP_CTX_set_signer_digest (context, EVP_sha256 ());
  TS_RESP_CTX_set_ess_cert_id_digest (context, EVP_sha256 ());
  TS_RESP_CTX_set_time_cb (context, tell_time_cb, &time);
  TS_RESP_CTX_set_serial_cb (context, serial_cb, NULL);
  response = TS_RESP_create_response (context, request);
  g_assert_nonnull (response);
  TS_RESP_CTX_free (context);
  ASN1_OBJECT_free (policy);
  sk_X509_free (chain);
  return response;
}

GBytes *
mft_test_stamp (MftKey *key, GBytes *bytes, gint64 time)
{
  g_autoptr (BIO) request = make_request (bytes);
  TS_RESP *response = respond (key, request, time);
  unsigned char *der = NULL;

  g_assert_nonnull (TS_RESP_get_token (response));
  int size = i2d_PKCS7 (TS_RESP_get_token (response), &der);
  TS_RESP_free (response);
  return mft_ossl_take (der, size);
}

GBytes *
mft_test_answer_stamp (MftKey *key, GBytes *request, gint64 time)
{
  g_autoptr (BIO) bio
      = BIO_new_mem_buf (g_bytes_get_data (request, NULL), (int) g_bytes_get_size (request));
  TS_RESP *response = respond (key, bio, time);
  unsigned char *der = NULL;
  int size = i2d_TS_RESP (response, &der);

  TS_RESP_free (response);
  return mft_ossl_take (der, size);
}
