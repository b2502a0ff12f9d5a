/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/certificate-request.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include "base/digest.h"
#include "pki/p12-pack.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509_REQ, X509_REQ_free)

static EVP_PKEY *
make_key (MftNewKey kind)
{
  switch (kind)
    {
    case MFT_NEW_KEY_RSA_3072:
      return EVP_RSA_gen (3072);
    case MFT_NEW_KEY_RSA_4096:
      return EVP_RSA_gen (4096);
    case MFT_NEW_KEY_P256:
      return EVP_EC_gen ("P-256");
    case MFT_NEW_KEY_P384:
      return EVP_EC_gen ("P-384");
    }
  g_return_val_if_reached (NULL);
}

/* Set as objects: a text with a comma in it would be read as configuration. */
static gboolean
push_email (STACK_OF (X509_EXTENSION) * extensions, const char *email)
{
  GENERAL_NAMES *names = GENERAL_NAMES_new ();
  GENERAL_NAME *name = GENERAL_NAME_new ();
  ASN1_IA5STRING *text = ASN1_IA5STRING_new ();
  gboolean added;

  ASN1_STRING_set (text, email, -1);
  GENERAL_NAME_set0_value (name, GEN_EMAIL, text);
  sk_GENERAL_NAME_push (names, name);
  added = X509V3_add1_i2d ((STACK_OF (X509_EXTENSION) **) &extensions, NID_subject_alt_name, names,
                           0, X509V3_ADD_DEFAULT)
          == 1;
  GENERAL_NAMES_free (names);
  return added;
}

/* What the key is for, as in BSrE's certificates. */
static gboolean
add_extensions (X509_REQ *request, const char *email)
{
  STACK_OF (X509_EXTENSION) *extensions = sk_X509_EXTENSION_new_null ();
  X509_EXTENSION *usage
      = X509V3_EXT_conf_nid (NULL, NULL, NID_key_usage, "critical,digitalSignature,nonRepudiation");
  gboolean added = usage != NULL && sk_X509_EXTENSION_push (extensions, usage) > 0
                   && (email == NULL || push_email (extensions, email))
                   && X509_REQ_add_extensions (request, extensions) == 1;

  sk_X509_EXTENSION_pop_free (extensions, X509_EXTENSION_free);
  return added;
}

static gboolean
check_email (const char *email, GError **error)
{
  if (email == NULL
      || (g_str_is_ascii (email) && strchr (email, '@') != NULL && strlen (email) <= 255))
    return TRUE;
  g_set_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_SUBJECT, "'%s' is no e-mail address", email);
  return FALSE;
}

char *
mft_public_key_id (EVP_PKEY *key)
{
  unsigned char *der = NULL;
  int size = i2d_PUBKEY (key, &der);
  char *id = size > 0 ? mft_sha256_hex (der, (gsize) size) : NULL;

  OPENSSL_free (der);
  return id;
}

static char *
encode (X509_REQ *request)
{
  g_autoptr (BIO) out = BIO_new (BIO_s_mem ());
  char *text = NULL;
  long size;

  if (PEM_write_bio_X509_REQ (out, request) != 1)
    return NULL;
  size = BIO_get_mem_data (out, &text);
  return g_strndup (text, (gsize) size);
}

char *
mft_certificate_request_new (MftNewKey kind, const MftCertificateSubject *subject,
                             MftSecret *passphrase, GBytes **key, char **key_id, GError **error)
{
  g_autoptr (EVP_PKEY) made = NULL;
  g_autoptr (X509_REQ) request = NULL;

  if (!check_email (subject->email, error))
    return NULL;
  ERR_clear_error ();
  request = X509_REQ_new ();
  if (!mft_subject_write (subject, X509_REQ_get_subject_name (request), error))
    return NULL;
  made = make_key (kind);
  if (made == NULL || X509_REQ_set_version (request, X509_REQ_VERSION_1) != 1
      || X509_REQ_set_pubkey (request, made) != 1 || !add_extensions (request, subject->email)
      || X509_REQ_sign (request, made, kind == MFT_NEW_KEY_P384 ? EVP_sha384 () : EVP_sha256 ())
             == 0)
    {
      mft_ossl_error (error, MFT_PKI_ERROR_FAILED, "the request cannot be made");
      return NULL;
    }
  *key = mft_pkcs8_wrap (made, passphrase, error);
  if (*key == NULL)
    return NULL;
  *key_id = mft_public_key_id (made);
  return encode (request);
}
