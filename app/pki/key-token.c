/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/key-token.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>

#include "pki/token-session.h"

#define VALUE_MOST 2048 /* bytes of a signature */

struct _MftKeyToken
{
  GObject parent;

  MftTokenSession *token;
  CK_OBJECT_HANDLE key;
  gboolean asks_each_time; /* CKA_ALWAYS_AUTHENTICATE, as keys for nonRepudiation do */
  MftSecret *pin;          /* NULL: the reader has its own keys */
  MftCertificate *certificate;
  GPtrArray *chain;
};

static void mft_key_token_iface (MftKeyInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MftKeyToken, mft_key_token, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MFT_TYPE_KEY, mft_key_token_iface))

/* The token's certificate with the key's id; the others, authorities, are the chain. */
static void
take_certificates (MftKeyToken *self)
{
  g_autoptr (GBytes) id = mft_token_session_get (self->token, self->key, CKA_ID);
  g_autoptr (GArray) all = mft_token_session_find (self->token, CKO_CERTIFICATE, FALSE, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      CK_OBJECT_HANDLE object = g_array_index (all, CK_OBJECT_HANDLE, i);
      g_autoptr (GBytes) other_id = mft_token_session_get (self->token, object, CKA_ID);
      g_autoptr (MftCertificate) one = mft_token_session_certificate (self->token, object);
      if (one == NULL)
        continue;
      if (self->certificate == NULL && id != NULL && other_id != NULL
          && g_bytes_equal (id, other_id))
        self->certificate = g_steal_pointer (&one);
      else if (mft_certificate_is_ca (one))
        g_ptr_array_add (self->chain, g_steal_pointer (&one));
    }
}

static gboolean
has_number (EVP_PKEY *key, const char *name, GBytes *value)
{
  g_autoptr (BIGNUM) own = NULL;
  g_autoptr (BIGNUM) other
      = BN_bin2bn (g_bytes_get_data (value, NULL), (int) g_bytes_get_size (value), NULL);
  BIGNUM *number = NULL;

  if (EVP_PKEY_get_bn_param (key, name, &number) != 1)
    return FALSE;
  own = number;
  return BN_cmp (own, other) == 0;
}

/* The point stands in an OCTET STRING (PKCS #11 2.3.3), after at most three bytes of head. */
static gboolean
has_point (EVP_PKEY *key, GBytes *value)
{
  guint8 own[256];
  gsize size = 0, other_size;
  const guint8 *other = g_bytes_get_data (value, &other_size);

  return EVP_PKEY_get_octet_string_param (key, OSSL_PKEY_PARAM_PUB_KEY, own, sizeof own, &size) == 1
         && other_size >= size && other_size <= size + 3
         && memcmp (other + other_size - size, own, size) == 0;
}

static gboolean
is_certificate_of (MftKeyToken *self, const MftCertificate *certificate)
{
  EVP_PKEY *key = X509_get0_pubkey (mft_certificate_x509 (certificate));
  g_autoptr (GBytes) modulus = mft_token_session_get (self->token, self->key, CKA_MODULUS);
  g_autoptr (GBytes) id = mft_token_session_get (self->token, self->key, CKA_ID);

  if (key == NULL)
    return FALSE;
  if (modulus != NULL)
    return EVP_PKEY_is_a (key, "RSA") && has_number (key, OSSL_PKEY_PARAM_RSA_N, modulus);
  if (id == NULL)
    return FALSE;
  const CK_ATTRIBUTE same_id
      = { CKA_ID, (gpointer) g_bytes_get_data (id, NULL), g_bytes_get_size (id) };
  g_autoptr (GArray) halves = mft_token_session_find (self->token, CKO_PUBLIC_KEY, FALSE, &same_id);
  g_autoptr (GBytes) point
      = halves->len > 0 ? mft_token_session_get (
            self->token, g_array_index (halves, CK_OBJECT_HANDLE, 0), CKA_EC_POINT)
                        : NULL;
  return point != NULL && EVP_PKEY_is_a (key, "EC") && has_point (key, point);
}

static gboolean
find_key (MftKeyToken *self, GError **error)
{
  g_autoptr (GArray) keys = mft_token_session_find (self->token, CKO_PRIVATE_KEY, TRUE, NULL);

  if (keys->len != 1)
    {
      g_set_error_literal (error, MFT_PKI_ERROR,
                           keys->len == 0 ? MFT_PKI_ERROR_NO_KEY : MFT_PKI_ERROR_SEVERAL,
                           keys->len == 0 ? "no key on the token" : "several keys on the token");
      return FALSE;
    }
  self->key = g_array_index (keys, CK_OBJECT_HANDLE, 0);
  g_autoptr (GBytes) each = mft_token_session_get (self->token, self->key, CKA_ALWAYS_AUTHENTICATE);
  self->asks_each_time = each != NULL && *(const guint8 *) g_bytes_get_data (each, NULL) == CK_TRUE;
  return TRUE;
}

MftKey *
mft_key_token_new (const char *uri, MftSecret *pin, GPtrArray *certificates, GError **error)
{
  g_autoptr (MftKeyToken) self = g_object_new (MFT_TYPE_KEY_TOKEN, NULL);

  self->token = mft_token_session_open (uri, error);
  if (self->token == NULL || !mft_token_session_login (self->token, pin, FALSE, error)
      || !find_key (self, error))
    return NULL;
  self->pin = pin != NULL ? mft_secret_ref (pin) : NULL;
  take_certificates (self);
  for (guint i = 0; self->certificate == NULL && certificates != NULL && i < certificates->len; i++)
    if (is_certificate_of (self, g_ptr_array_index (certificates, i)))
      self->certificate = mft_certificate_ref (g_ptr_array_index (certificates, i));
  if (self->certificate != NULL)
    return MFT_KEY (g_steal_pointer (&self));
  g_set_error_literal (error, MFT_PKI_ERROR, MFT_PKI_ERROR_NO_CERTIFICATE,
                       "no certificate for the key on the token");
  return NULL;
}

gboolean
mft_key_token_has_pad (const char *uri)
{
  g_autoptr (MftTokenSession) token = mft_token_session_open (uri, NULL);
  CK_TOKEN_INFO info = { 0 };

  return token != NULL && token->module->C_GetTokenInfo (token->slot, &info) == CKR_OK
         && (info.flags & CKF_PROTECTED_AUTHENTICATION_PATH) != 0;
}

static MftCertificate *
get_certificate (MftKey *key)
{
  return MFT_KEY_TOKEN (key)->certificate;
}

static GPtrArray *
get_chain (MftKey *key)
{
  return MFT_KEY_TOKEN (key)->chain;
}

/* How the token is asked: it hashes itself, or gets what is to be signed. */
typedef struct
{
  CK_MECHANISM mechanism;
  CK_RSA_PKCS_PSS_PARAMS pss;
  gboolean hashes;
} Way;

static const struct
{
  CK_MECHANISM_TYPE rsa, pss, digest;
  CK_RSA_PKCS_MGF_TYPE mask;
} mechanisms[] = { { CKM_SHA256_RSA_PKCS, CKM_SHA256_RSA_PKCS_PSS, CKM_SHA256, CKG_MGF1_SHA256 },
                   { CKM_SHA384_RSA_PKCS, CKM_SHA384_RSA_PKCS_PSS, CKM_SHA384, CKG_MGF1_SHA384 },
                   { CKM_SHA512_RSA_PKCS, CKM_SHA512_RSA_PKCS_PSS, CKM_SHA512, CKG_MGF1_SHA512 } };

static void
choose_way (MftTokenSession *token, MftSignatureScheme scheme, Way *way)
{
  gsize size = (gsize) EVP_MD_get_size (mft_signature_scheme_digest (scheme));
  gsize index = size / 16 - 2; /* 32, 48, 64 bytes */
  gboolean pss = mft_signature_scheme_is_pss (scheme);
  CK_MECHANISM_TYPE hashing = pss ? mechanisms[index].pss : mechanisms[index].rsa;

  if (g_str_equal (mft_signature_scheme_key_type (scheme), "EC"))
    {
      way->mechanism.mechanism = CKM_ECDSA;
      return;
    }
  way->hashes = mft_token_session_has_mechanism (token, hashing);
  way->mechanism.mechanism = way->hashes ? hashing : pss ? CKM_RSA_PKCS_PSS : CKM_RSA_PKCS;
  if (!pss)
    return;
  way->pss = (CK_RSA_PKCS_PSS_PARAMS){ mechanisms[index].digest, mechanisms[index].mask, size };
  way->mechanism.pParameter = &way->pss;
  way->mechanism.ulParameterLen = sizeof way->pss;
}

/* What goes to a token that does not hash: the digest, inside a DigestInfo for PKCS #1 v1.5
 * (RFC 8017, 9.2, note 1). */
static GBytes *
prepare (const Way *way, MftSignatureScheme scheme, gconstpointer data, gsize size)
{
  guint8 value[32 + EVP_MAX_MD_SIZE];
  guint8 digest[EVP_MAX_MD_SIZE];
  guint digest_size = 0;
  gsize head = 0;

  if (way->hashes)
    return g_bytes_new (data, size);
  EVP_Digest (data, size, digest, &digest_size, mft_signature_scheme_digest (scheme), NULL);
  if (way->mechanism.mechanism == CKM_RSA_PKCS)
    {
      const guint8 info[] = { 0x30,
                              (guint8) (0x11 + digest_size),
                              0x30,
                              0x0d,
                              0x06,
                              0x09,
                              0x60,
                              0x86,
                              0x48,
                              0x01,
                              0x65,
                              0x03,
                              0x04,
                              0x02,
                              (guint8) (digest_size / 16 - 1),
                              0x05,
                              0x00,
                              0x04,
                              (guint8) digest_size };
      head = sizeof info;
      memcpy (value, info, head);
    }
  memcpy (value + head, digest, digest_size);
  return g_bytes_new (value, head + digest_size);
}

/* r and s, each half of it, as DER. */
static GBytes *
ecdsa_as_der (const guint8 *value, gsize size)
{
  ECDSA_SIG *pair = ECDSA_SIG_new ();
  BIGNUM *r = BN_bin2bn (value, (int) (size / 2), NULL);
  BIGNUM *s = BN_bin2bn (value + size / 2, (int) (size / 2), NULL);
  unsigned char *der = NULL;
  int der_size;

  ECDSA_SIG_set0 (pair, r, s);
  der_size = i2d_ECDSA_SIG (pair, &der);
  ECDSA_SIG_free (pair);
  return der_size > 0 ? mft_ossl_take (der, der_size) : NULL;
}

static GBytes *
sign (MftKey *key, MftSignatureScheme scheme, gconstpointer data, gsize size, GError **error)
{
  MftKeyToken *self = MFT_KEY_TOKEN (key);
  CK_FUNCTION_LIST *module = self->token->module;
  CK_SESSION_HANDLE session = self->token->session;
  Way way = { 0 };
  guint8 value[VALUE_MOST];
  CK_ULONG value_size = sizeof value;

  choose_way (self->token, scheme, &way);
  g_autoptr (GBytes) given = prepare (&way, scheme, data, size);
  CK_RV result = module->C_SignInit (session, &way.mechanism, self->key);
  if (result == CKR_OK && self->asks_each_time
      && !mft_token_session_login (self->token, self->pin, TRUE, error))
    return NULL;
  if (result == CKR_OK)
    result = module->C_Sign (session, (CK_BYTE_PTR) g_bytes_get_data (given, NULL),
                             g_bytes_get_size (given), value, &value_size);
  if (result != CKR_OK || value_size > sizeof value)
    {
      mft_token_session_fail (error, result, "the token does not sign");
      return NULL;
    }
  return way.mechanism.mechanism == CKM_ECDSA ? ecdsa_as_der (value, value_size)
                                              : g_bytes_new (value, value_size);
}

static void
mft_key_token_iface (MftKeyInterface *interface)
{
  interface->get_certificate = get_certificate;
  interface->get_chain = get_chain;
  interface->sign = sign;
}

static void
mft_key_token_finalize (GObject *object)
{
  MftKeyToken *self = MFT_KEY_TOKEN (object);

  g_clear_pointer (&self->token, mft_token_session_close);
  g_clear_pointer (&self->pin, mft_secret_unref);
  g_clear_pointer (&self->certificate, mft_certificate_unref);
  g_ptr_array_unref (self->chain);
  G_OBJECT_CLASS (mft_key_token_parent_class)->finalize (object);
}

static void
mft_key_token_class_init (MftKeyTokenClass *class)
{
  G_OBJECT_CLASS (class)->finalize = mft_key_token_finalize;
}

static void
mft_key_token_init (MftKeyToken *self)
{
  self->chain = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_certificate_unref);
}
