/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/key-material.h"

#include <openssl/err.h>
#include <openssl/pem.h>

#include "pki/key-p12-private.h"
#include "pki/p12-pack.h"

#define FILE_MOST (16 << 20)
#define BLOCKS_MOST 1000

MftKeyMaterial *
mft_key_material_new (void)
{
  MftKeyMaterial *material = g_new0 (MftKeyMaterial, 1);

  material->keys = g_ptr_array_new_with_free_func ((GDestroyNotify) EVP_PKEY_free);
  material->certificates = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_certificate_unref);
  return material;
}

void
mft_key_material_free (MftKeyMaterial *material)
{
  g_ptr_array_unref (material->keys);
  g_ptr_array_unref (material->certificates);
  g_free (material);
}

static void
add_certificate (MftKeyMaterial *material, MftCertificate *certificate)
{
  if (!g_ptr_array_find_with_equal_func (material->certificates, certificate,
                                         (GEqualFunc) mft_certificate_equal, NULL))
    g_ptr_array_add (material->certificates, mft_certificate_ref (certificate));
}

static void
add_certificates (MftKeyMaterial *material, GPtrArray *certificates)
{
  for (guint i = 0; i < certificates->len; i++)
    add_certificate (material, g_ptr_array_index (certificates, i));
}

/* Takes `key`; FALSE if there is none. */
static gboolean
add_key (MftKeyMaterial *material, EVP_PKEY *key)
{
  if (key != NULL)
    g_ptr_array_add (material->keys, key);
  return key != NULL;
}

static gboolean
ask_passphrase (GError **error)
{
  g_set_error_literal (error, MFT_PKI_ERROR, MFT_PKI_ERROR_WRONG_PASSPHRASE,
                       "a passphrase is needed");
  return FALSE;
}

static gboolean
add_p12 (MftKeyMaterial *material, gconstpointer data, gsize size, MftSecret *passphrase,
         GError **error)
{
  g_autoptr (MftKey) key = NULL;
  g_autoptr (PKCS12) container = _mft_p12_read (data, size, error);

  if (container == NULL)
    return FALSE;
  if (passphrase == NULL)
    return ask_passphrase (error);
  key = mft_key_p12_new_from_bytes (data, size, passphrase, error);
  if (key == NULL)
    return FALSE;
  EVP_PKEY *private_key = _mft_key_p12_evp (MFT_KEY_P12 (key));
  EVP_PKEY_up_ref (private_key);
  add_key (material, private_key);
  add_certificate (material, mft_key_get_certificate (key));
  add_certificates (material, mft_key_get_chain (key));
  return TRUE;
}

static gboolean
add_plain_key (MftKeyMaterial *material, gconstpointer data, gsize size)
{
  const unsigned char *at = data;
  EVP_PKEY *key = d2i_AutoPrivateKey_ex (NULL, &at, (long) size, _mft_key_p12_library (), NULL);

  ERR_clear_error ();
  return add_key (material, key);
}

static gboolean
add_encrypted_key (MftKeyMaterial *material, gconstpointer data, gsize size, MftSecret *passphrase,
                   GError **error)
{
  return passphrase != NULL ? add_key (material, mft_pkcs8_unwrap (data, size, passphrase, error))
                            : ask_passphrase (error);
}

static int
tell_passphrase_cb (char *buffer, int size, int writing, void *data)
{
  MftSecret *passphrase = data;
  gsize length = passphrase != NULL ? mft_secret_size (passphrase) : 0;

  (void) writing;
  if (length == 0 || length > (gsize) size)
    return -1;
  memcpy (buffer, mft_secret_peek (passphrase), length);
  return (int) length;
}

/* OpenSSL's own encryption of a block ("DEK-Info"); `der` is decrypted in place. */
static gboolean
open_block (char *header, unsigned char *der, long *size, MftSecret *passphrase, GError **error)
{
  EVP_CIPHER_INFO way;

  if (header[0] == '\0')
    return TRUE;
  if (passphrase == NULL)
    return ask_passphrase (error);
  if (PEM_get_EVP_CIPHER_INFO (header, &way) == 1
      && PEM_do_header (&way, der, size, tell_passphrase_cb, passphrase) == 1)
    return TRUE;
  ERR_clear_error ();
  g_set_error_literal (error, MFT_PKI_ERROR, MFT_PKI_ERROR_WRONG_PASSPHRASE,
                       "the passphrase is wrong");
  return FALSE;
}

/* One block of a PEM file, if it is a key. */
static gboolean
add_block (MftKeyMaterial *material, const char *name, char *header, unsigned char *der, long size,
           MftSecret *passphrase, GError **error)
{
  if (strcmp (name, PEM_STRING_PKCS8) == 0)
    return add_encrypted_key (material, der, (gsize) size, passphrase, error);
  if (!g_str_has_suffix (name, "PRIVATE KEY"))
    return TRUE;
  if (!open_block (header, der, &size, passphrase, error))
    return FALSE;
  if (add_plain_key (material, der, (gsize) size))
    return TRUE;
  /* A wrong passphrase opens one block in 256 to something that is no key. */
  g_set_error_literal (error, MFT_PKI_ERROR,
                       header[0] != '\0' ? MFT_PKI_ERROR_WRONG_PASSPHRASE : MFT_PKI_ERROR_DAMAGED,
                       "a key that cannot be read");
  return FALSE;
}

static gboolean
add_pem_keys (MftKeyMaterial *material, gconstpointer data, gsize size, MftSecret *passphrase,
              GError **error)
{
  g_autoptr (BIO) in = BIO_new_mem_buf (data, (int) size);
  gboolean sound = TRUE;
  char *name, *header;
  unsigned char *der;
  long der_size;

  for (guint i = 0;
       sound && i < BLOCKS_MOST && PEM_read_bio (in, &name, &header, &der, &der_size) == 1; i++)
    {
      long whole = der_size;
      sound = add_block (material, name, header, der, der_size, passphrase, error);
      OPENSSL_free (name);
      OPENSSL_free (header);
      OPENSSL_clear_free (der, (gsize) whole);
    }
  ERR_clear_error ();
  return sound;
}

static gboolean
is_encrypted_key (gconstpointer data, gsize size)
{
  const unsigned char *at = data;
  X509_SIG *shrouded = d2i_X509_SIG (NULL, &at, (long) size);

  X509_SIG_free (shrouded);
  ERR_clear_error ();
  return shrouded != NULL;
}

static gboolean
add_der (MftKeyMaterial *material, gconstpointer data, gsize size, MftSecret *passphrase,
         GError **error)
{
  g_autoptr (GPtrArray) certificates = mft_certificate_list_new_from_bytes (data, size, NULL);

  if (certificates != NULL)
    {
      add_certificates (material, certificates);
      return TRUE;
    }
  if (is_encrypted_key (data, size))
    return add_encrypted_key (material, data, size, passphrase, error);
  return add_plain_key (material, data, size) || add_p12 (material, data, size, passphrase, error);
}

gboolean
mft_key_material_add (MftKeyMaterial *material, GBytes *bytes, MftSecret *passphrase,
                      GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  guint before = material->keys->len;

  if (size == 0 || size > FILE_MOST)
    {
      g_set_error_literal (error, MFT_PKI_ERROR, MFT_PKI_ERROR_DAMAGED, "not a certificate file");
      return FALSE;
    }
  if (g_strstr_len (data, (gssize) size, "-----BEGIN ") == NULL)
    return add_der (material, data, size, passphrase, error);
  if (!add_pem_keys (material, data, size, passphrase, error))
    return FALSE;
  g_autoptr (GError) none = NULL;
  g_autoptr (GPtrArray) certificates = mft_certificate_list_new_from_bytes (data, size, &none);
  if (certificates != NULL)
    add_certificates (material, certificates);
  else if (material->keys->len == before
           || !g_error_matches (none, MFT_PKI_ERROR, MFT_PKI_ERROR_NO_CERTIFICATE))
    {
      g_propagate_error (error, g_steal_pointer (&none));
      return FALSE;
    }
  return TRUE;
}

MftCertificate *
mft_key_material_find (const MftKeyMaterial *material, EVP_PKEY *key)
{
  for (guint i = 0; i < material->certificates->len; i++)
    {
      MftCertificate *one = g_ptr_array_index (material->certificates, i);
      EVP_PKEY *public_key = X509_get0_pubkey (mft_certificate_x509 (one));
      if (public_key != NULL && EVP_PKEY_eq (public_key, key) == 1)
        return one;
    }
  return NULL;
}
