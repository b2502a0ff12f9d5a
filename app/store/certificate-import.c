/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/certificate-import.h"

#include <glib/gstdio.h>

#include "base/data-folder.h"
#include "base/safe-file.h"
#include "pki/key-material.h"
#include "pki/p12-pack.h"
#include "store/certificate-folder-private.h"

#define REQUESTS "sertifikat/permintaan"
#define KEY ".key"
#define FILE_MOST (4 << 20)

void
mft_certificate_import_free (MftCertificateImport *import)
{
  g_ptr_array_unref (import->identities);
  g_ptr_array_unref (import->certificates);
  g_free (import);
}

static char *
request_path (const char *key_id, GError **error)
{
  g_autofree char *folder = mft_data_folder (REQUESTS, error);
  g_autofree char *name = g_strconcat (key_id, KEY, NULL);

  return folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
}

/* The file of the key that was made for the request of this certificate; NULL: there is none. */
static char *
waiting_key (const MftCertificate *certificate)
{
  EVP_PKEY *public_key = X509_get0_pubkey (mft_certificate_x509 (certificate));
  g_autofree char *id = public_key != NULL ? mft_public_key_id (public_key) : NULL;
  g_autofree char *path = id != NULL ? request_path (id, NULL) : NULL;

  return path != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&path)
                                                                    : NULL;
}

/* Adds the keys that wait for one of these certificates. */
static gboolean
add_waiting_keys (MftKeyMaterial *material, GPtrArray *done, MftSecret *passphrase, GError **error)
{
  for (guint i = 0; i < material->certificates->len; i++)
    {
      g_autofree char *path = waiting_key (g_ptr_array_index (material->certificates, i));
      g_autoptr (GBytes) wrapped = path != NULL ? mft_file_read (path, FILE_MOST, error) : NULL;
      if (path == NULL)
        continue;
      if (wrapped == NULL || !mft_key_material_add (material, wrapped, passphrase, error))
        return FALSE;
      g_ptr_array_add (done, g_steal_pointer (&path));
    }
  return TRUE;
}

/* Those that may stand above a signer's. */
static GPtrArray *
authorities (const MftKeyMaterial *material)
{
  GPtrArray *chain = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_certificate_unref);

  for (guint i = 0; i < material->certificates->len; i++)
    {
      MftCertificate *one = g_ptr_array_index (material->certificates, i);
      if (mft_certificate_is_ca (one))
        g_ptr_array_add (chain, mft_certificate_ref (one));
    }
  return chain;
}

static gboolean
keep_keys (MftCertificateImport *import, const MftKeyMaterial *material, MftSecret *passphrase,
           GError **error)
{
  g_autoptr (GPtrArray) chain = authorities (material);

  for (guint i = 0; i < material->keys->len; i++)
    {
      EVP_PKEY *key = g_ptr_array_index (material->keys, i);
      MftCertificate *certificate = mft_key_material_find (material, key);
      if (certificate == NULL)
        {
          g_set_error_literal (error, MFT_PKI_ERROR, MFT_PKI_ERROR_NO_CERTIFICATE,
                               "no certificate for a private key");
          return FALSE;
        }
      g_autoptr (GBytes) p12
          = mft_p12_pack (key, certificate, chain, passphrase, MFT_P12_STORED, error);
      gboolean was_there = FALSE;
      MftIdentity *identity
          = p12 != NULL ? _mft_certificate_folder_keep (p12, certificate, chain, &was_there, error)
                        : NULL;
      if (identity == NULL)
        return FALSE;
      import->known += was_there;
      g_ptr_array_add (import->identities, identity);
    }
  return TRUE;
}

static gboolean
is_of_identity (const MftCertificateImport *import, const MftCertificate *certificate)
{
  for (guint i = 0; i < import->identities->len; i++)
    {
      const MftIdentity *identity = g_ptr_array_index (import->identities, i);
      if (mft_certificate_equal (identity->certificate, certificate))
        return TRUE;
    }
  return FALSE;
}

static gboolean
keep_certificates (MftCertificateImport *import, const MftKeyMaterial *material, GError **error)
{
  for (guint i = 0; i < material->certificates->len; i++)
    {
      MftCertificate *one = g_ptr_array_index (material->certificates, i);
      gboolean was_there = FALSE;
      if (is_of_identity (import, one))
        continue;
      if (!_mft_certificate_folder_keep_other (one, &was_there, error))
        return FALSE;
      import->known += was_there;
      g_ptr_array_add (import->certificates, mft_certificate_ref (one));
    }
  return TRUE;
}

MftCertificateImport *
mft_certificate_folder_take (GPtrArray *files, MftSecret *passphrase, GError **error)
{
  g_autoptr (MftCertificateImport) import = g_new0 (MftCertificateImport, 1);
  g_autoptr (MftKeyMaterial) material = mft_key_material_new ();
  g_autoptr (GPtrArray) waiting = g_ptr_array_new_with_free_func (g_free);

  import->identities = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_identity_free);
  import->certificates = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_certificate_unref);
  for (guint i = 0; i < files->len; i++)
    if (!mft_key_material_add (material, g_ptr_array_index (files, i), passphrase, error))
      return NULL;
  if (!add_waiting_keys (material, waiting, passphrase, error))
    return NULL;
  if (material->keys->len > 0 && passphrase == NULL)
    {
      g_set_error_literal (error, MFT_PKI_ERROR, MFT_PKI_ERROR_WRONG_PASSPHRASE,
                           "a passphrase is needed");
      return NULL;
    }
  if (!keep_keys (import, material, passphrase, error)
      || !keep_certificates (import, material, error))
    return NULL;
  for (guint i = 0; i < waiting->len; i++)
    g_unlink (g_ptr_array_index (waiting, i)); /* they are identities now */
  return g_steal_pointer (&import);
}

char *
mft_certificate_folder_request (MftNewKey kind, const MftCertificateSubject *subject,
                                MftSecret *passphrase, GError **error)
{
  g_autoptr (GBytes) key = NULL;
  g_autofree char *key_id = NULL;
  g_autofree char *request
      = mft_certificate_request_new (kind, subject, passphrase, &key, &key_id, error);
  g_autofree char *path = request != NULL ? request_path (key_id, error) : NULL;

  if (path == NULL
      || !mft_safe_file_save (path, g_bytes_get_data (key, NULL), g_bytes_get_size (key), FALSE,
                              error))
    return NULL;
  return g_steal_pointer (&request);
}

static GBytes *
repack (const MftIdentity *identity, MftSecret *passphrase, MftSecret *new_passphrase,
        MftP12Kind kind, GError **error)
{
  g_autoptr (GBytes) stored = mft_file_read (identity->path, FILE_MOST, error);

  return stored != NULL ? mft_p12_repack (stored, passphrase, new_passphrase, kind, error) : NULL;
}

gboolean
mft_certificate_folder_change_passphrase (const MftIdentity *identity, MftSecret *passphrase,
                                          MftSecret *new_passphrase, GError **error)
{
  g_autoptr (GBytes) p12 = repack (identity, passphrase, new_passphrase, MFT_P12_STORED, error);

  return p12 != NULL
         && mft_safe_file_save (identity->path, g_bytes_get_data (p12, NULL),
                                g_bytes_get_size (p12), TRUE, error);
}

GBytes *
mft_certificate_folder_export (const MftIdentity *identity, MftSecret *passphrase, GError **error)
{
  return repack (identity, passphrase, passphrase, MFT_P12_PORTABLE, error);
}
