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

static gboolean
add_subject (X509_REQ *request, const MftRequestSubject *subject)
{
  X509_NAME *name = X509_REQ_get_subject_name (request);
  const struct
  {
    const char *key;
    const char *value;
  } entries[] = { { "C", "ID" },
                  { "O", subject->organization },
                  { "OU", subject->unit },
                  { "CN", subject->common_name } };

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    if (entries[i].value != NULL
        && X509_NAME_add_entry_by_txt (name, entries[i].key, MBSTRING_UTF8,
                                       (const guint8 *) entries[i].value, -1, -1, 0)
               != 1)
      return FALSE;
  return TRUE;
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
is_text (const char *value)
{
  return value == NULL
         || (value[0] != '\0' && g_utf8_validate (value, -1, NULL)
             && g_utf8_strlen (value, -1) <= 64); /* ub-common-name (RFC 5280 A.1) */
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
mft_certificate_request_new (MftNewKey kind, const MftRequestSubject *subject,
                             MftSecret *passphrase, GBytes **key, char **key_id, GError **error)
{
  g_autoptr (EVP_PKEY) made = NULL;
  g_autoptr (X509_REQ) request = NULL;

  if (!is_text (subject->common_name) || !is_text (subject->organization)
      || !is_text (subject->unit)
      || (subject->email != NULL
          && (!g_str_is_ascii (subject->email) || strchr (subject->email, '@') == NULL
              || strlen (subject->email) > 255)))
    {
      g_set_error_literal (error, MFT_PKI_ERROR, MFT_PKI_ERROR_UNSUPPORTED,
                           "a field of the request is too long or no text");
      return NULL;
    }
  ERR_clear_error ();
  made = make_key (kind);
  request = made != NULL ? X509_REQ_new () : NULL;
  if (request == NULL || X509_REQ_set_version (request, X509_REQ_VERSION_1) != 1
      || !add_subject (request, subject) || X509_REQ_set_pubkey (request, made) != 1
      || !add_extensions (request, subject->email)
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
