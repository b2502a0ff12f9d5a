/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/certificate-import.h"

#include "pki/key-material.h"
#include "pki/p12-pack.h"

#include "store/certificate-database.h"

void
mft_certificate_import_free (MftCertificateImport *import)
{
  g_ptr_array_unref (import->identities);
  g_ptr_array_unref (import->certificates);
  g_free (import);
}

/* The key that was made for the request of this certificate. FALSE with an error; `wrapped` NULL: there
 * is none. */
static gboolean
find_waiting (sqlite3 *database, const MftCertificate *certificate, char **key_id, GBytes **wrapped,
              GError **error)
{
  EVP_PKEY *public_key = X509_get0_pubkey (mft_certificate_x509 (certificate));
  GError *failure = NULL;

  *key_id = public_key != NULL ? mft_public_key_id (public_key) : NULL;
  if (*key_id == NULL)
    return TRUE;
  g_autoptr (sqlite3_stmt) statement = mft_database_prepare (
      database, &failure, "SELECT wrapped_key FROM request WHERE key_id = ?1", "s", *key_id);
  if (statement != NULL && mft_database_step (database, statement, &failure))
    *wrapped = mft_database_bytes (statement, 0);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/* Adds the keys that wait for one of these certificates; their ids go into `found`. */
static gboolean
add_waiting_keys (MftKeyMaterial *material, GPtrArray *found, MftSecret *passphrase, GError **error)
{
  g_autoptr (sqlite3) database = NULL;

  if (!_mft_certificate_database_open_reading (&database, error))
    return FALSE;
  for (guint i = 0; database != NULL && i < material->certificates->len; i++)
    {
      g_autofree char *key_id = NULL;
      g_autoptr (GBytes) wrapped = NULL;
      if (!find_waiting (database, g_ptr_array_index (material->certificates, i), &key_id, &wrapped,
                         error)
          || (wrapped != NULL && !mft_key_material_add (material, wrapped, passphrase, error)))
        return FALSE;
      if (wrapped != NULL)
        g_ptr_array_add (found, g_steal_pointer (&key_id));
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

/* Each key with its certificate, wrapped under the passphrase: MftIdentity and GBytes side by side. */
static gboolean
wrap_keys (const MftKeyMaterial *material, MftSecret *passphrase, GPtrArray *identities,
           GPtrArray *wrapped, GError **error)
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
      GBytes *one = mft_pkcs8_wrap (key, passphrase, error);
      if (one == NULL)
        return FALSE;
      g_ptr_array_add (wrapped, one);
      g_ptr_array_add (identities, mft_identity_new (certificate, chain));
    }
  return TRUE;
}

/* Counts a certificate that is there already. */
static gboolean
count_known (sqlite3 *database, const char *sql, const MftCertificate *certificate, guint *known,
             GError **error)
{
  GError *failure = NULL;
  g_autoptr (sqlite3_stmt) statement
      = mft_database_prepare (database, &failure, sql, "s", mft_certificate_sha256 (certificate));

  *known += statement != NULL && mft_database_step (database, statement, &failure);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static gboolean
keep_keys (sqlite3 *database, MftCertificateImport *import, GPtrArray *wrapped, GError **error)
{
  for (guint i = 0; i < import->identities->len; i++)
    {
      const MftIdentity *one = g_ptr_array_index (import->identities, i);
      if (!count_known (database, "SELECT 1 FROM identity WHERE sha256 = ?1", one->certificate,
                        &import->known, error)
          || !_mft_certificate_database_put_identity (database, one->certificate, one->chain,
                                                      g_ptr_array_index (wrapped, i), error))
        return FALSE;
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
keep_certificates (sqlite3 *database, MftCertificateImport *import, const MftKeyMaterial *material,
                   GError **error)
{
  for (guint i = 0; i < material->certificates->len; i++)
    {
      MftCertificate *one = g_ptr_array_index (material->certificates, i);
      if (is_of_identity (import, one))
        continue;
      if (!count_known (database, "SELECT 1 FROM other WHERE sha256 = ?1", one, &import->known,
                        error)
          || !_mft_certificate_database_put_other (database, one, error))
        return FALSE;
      g_ptr_array_add (import->certificates, mft_certificate_ref (one));
    }
  return TRUE;
}

/* They are identities now. */
static gboolean
drop_requests (sqlite3 *database, GPtrArray *key_ids, GError **error)
{
  for (guint i = 0; i < key_ids->len; i++)
    if (!mft_database_do (database, error, "DELETE FROM request WHERE key_id = ?1", "s",
                          (const char *) g_ptr_array_index (key_ids, i)))
      return FALSE;
  return TRUE;
}

static gboolean
keep_all (MftCertificateImport *import, const MftKeyMaterial *material, GPtrArray *wrapped,
          GPtrArray *waiting, GError **error)
{
  g_autoptr (sqlite3) database = _mft_certificate_database_open (error);

  return database != NULL && mft_database_begin (database, error)
         && mft_database_end (database,
                              keep_keys (database, import, wrapped, error)
                                  && keep_certificates (database, import, material, error)
                                  && drop_requests (database, waiting, error),
                              error);
}

MftCertificateImport *
mft_certificate_store_take (GPtrArray *files, MftSecret *passphrase, GError **error)
{
  g_autoptr (MftCertificateImport) import = g_new0 (MftCertificateImport, 1);
  g_autoptr (MftKeyMaterial) material = mft_key_material_new ();
  g_autoptr (GPtrArray) waiting = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) wrapped = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

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
  if (!wrap_keys (material, passphrase, import->identities, wrapped, error)
      || !keep_all (import, material, wrapped, waiting, error))
    return NULL;
  return g_steal_pointer (&import);
}

char *
mft_certificate_store_request (MftNewKey kind, const MftCertificateSubject *subject,
                               MftSecret *passphrase, GError **error)
{
  g_autoptr (sqlite3) database = NULL;
  g_autoptr (GBytes) key = NULL;
  g_autofree char *key_id = NULL;
  g_autofree char *request
      = mft_certificate_request_new (kind, subject, passphrase, &key, &key_id, error);

  if (request == NULL || (database = _mft_certificate_database_open (error)) == NULL
      || !_mft_certificate_database_put_request (database, key_id, key, error))
    return NULL;
  return g_steal_pointer (&request);
}

/* Owned by the caller. */
static EVP_PKEY *
unwrap (const MftIdentity *identity, MftSecret *passphrase, GError **error)
{
  g_autoptr (GBytes) wrapped = _mft_certificate_database_wrapped_key (
      mft_certificate_sha256 (identity->certificate), error);

  return wrapped != NULL ? mft_pkcs8_unwrap (g_bytes_get_data (wrapped, NULL),
                                             g_bytes_get_size (wrapped), passphrase, error)
                         : NULL;
}

gboolean
mft_certificate_store_change_passphrase (const MftIdentity *identity, MftSecret *passphrase,
                                         MftSecret *new_passphrase, GError **error)
{
  g_autoptr (EVP_PKEY) key = unwrap (identity, passphrase, error);
  g_autoptr (GBytes) wrapped = key != NULL ? mft_pkcs8_wrap (key, new_passphrase, error) : NULL;
  g_autoptr (sqlite3) database = wrapped != NULL ? _mft_certificate_database_open (error) : NULL;

  return database != NULL && mft_database_begin (database, error)
         && mft_database_end (database,
                              _mft_certificate_database_put_identity (
                                  database, identity->certificate, identity->chain, wrapped, error),
                              error);
}

GBytes *
mft_certificate_store_export (const MftIdentity *identity, MftSecret *passphrase, GError **error)
{
  g_autoptr (EVP_PKEY) key = unwrap (identity, passphrase, error);

  return key != NULL ? mft_p12_pack (key, identity->certificate, identity->chain, passphrase, error)
                     : NULL;
}
