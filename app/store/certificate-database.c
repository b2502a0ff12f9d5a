/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/certificate-database.h"

#include "base/clock.h"
#include "base/data-folder.h"
#include "base/digest.h"
#include "pki/error.h"

#include "store/certificate-takeover.h"

#define FILE_NAME "sertifikat.db"

static const char *const migrations[] = {
  /* Keys are PKCS #8 under the holder's passphrase, with the SHA-256 of these bytes: damage is no wrong
   * passphrase. `chain` came with the key; `other` only builds paths; `anchor` is trusted. `request` has
   * the keys whose certificate has not come yet. `evidence` is by the SHA-256 of what was asked. */
  "CREATE TABLE identity ("
  "  sha256 TEXT PRIMARY KEY NOT NULL,"
  "  certificate BLOB NOT NULL,"
  "  wrapped_key BLOB NOT NULL,"
  "  key_sha256 TEXT NOT NULL"
  ") STRICT;"
  "CREATE TABLE chain ("
  "  identity TEXT NOT NULL REFERENCES identity (sha256) ON DELETE CASCADE,"
  "  sha256 TEXT NOT NULL,"
  "  certificate BLOB NOT NULL,"
  "  PRIMARY KEY (identity, sha256)"
  ") STRICT;"
  "CREATE TABLE anchor (sha256 TEXT PRIMARY KEY NOT NULL, certificate BLOB NOT NULL) STRICT;"
  "CREATE TABLE other (sha256 TEXT PRIMARY KEY NOT NULL, certificate BLOB NOT NULL) STRICT;"
  "CREATE TABLE request ("
  "  key_id TEXT PRIMARY KEY NOT NULL,"
  "  wrapped_key BLOB NOT NULL,"
  "  made INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE evidence ("
  "  asked TEXT PRIMARY KEY NOT NULL,"
  "  kind TEXT NOT NULL CHECK (kind IN ('crl', 'ocsp')),"
  "  answer BLOB NOT NULL,"
  "  came INTEGER NOT NULL"
  ") STRICT;",
};

static const MftSchema schema = { migrations, G_N_ELEMENTS (migrations), "DELETE" };

static char *
database_path (GError **error)
{
  g_autofree char *folder = mft_data_folder (NULL, error);

  return folder != NULL ? g_build_filename (folder, FILE_NAME, NULL) : NULL;
}

sqlite3 *
_mft_certificate_database_open (GError **error)
{
  g_autofree char *path = database_path (error);
  g_autoptr (sqlite3) database = path != NULL ? mft_database_open (path, &schema, error) : NULL;

  if (database == NULL || !_mft_certificate_takeover (database, error))
    return NULL;
  return g_steal_pointer (&database);
}

gboolean
_mft_certificate_database_open_reading (sqlite3 **database, GError **error)
{
  g_autofree char *path = database_path (error);
  g_autoptr (GError) failure = NULL;

  *database = NULL;
  if (path == NULL)
    return FALSE;
  if (!g_file_test (path, G_FILE_TEST_EXISTS) && _mft_certificate_takeover_count () == 0)
    return TRUE;
  *database = _mft_certificate_database_open (&failure);
  if (g_error_matches (failure, MFT_STORE_ERROR, MFT_STORE_ERROR_READ_ONLY)
      && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_clear_error (&failure);
      *database = mft_database_open_reading (path, &schema, &failure);
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return *database != NULL;
}

MftCertificate *
_mft_certificate_database_get (sqlite3_stmt *statement, int column, const char *sha256)
{
  g_autoptr (MftCertificate) certificate
      = mft_certificate_new_from_der (sqlite3_column_blob (statement, column),
                                      (gsize) sqlite3_column_bytes (statement, column), NULL);

  return certificate != NULL && g_str_equal (mft_certificate_sha256 (certificate), sha256)
             ? g_steal_pointer (&certificate)
             : NULL;
}

GBytes *
_mft_certificate_database_wrapped_key (const char *sha256, GError **error)
{
  g_autoptr (sqlite3) database = NULL;
  GError *failure = NULL;

  if (!_mft_certificate_database_open_reading (&database, error))
    return NULL;
  g_autoptr (sqlite3_stmt) statement
      = database != NULL ? mft_database_prepare (
            database, &failure, "SELECT wrapped_key, key_sha256 FROM identity WHERE sha256 = ?1",
            "s", sha256)
                         : NULL;
  if (statement != NULL && mft_database_step (database, statement, &failure))
    {
      g_autoptr (GBytes) key = mft_database_bytes (statement, 0);
      g_autofree char *digest
          = mft_sha256_hex (g_bytes_get_data (key, NULL), g_bytes_get_size (key));
      if (g_str_equal (digest, mft_database_text (statement, 1)))
        return g_steal_pointer (&key);
      g_set_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_DAMAGED, "the kept key is damaged");
      return NULL;
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  else
    g_set_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_MISSING, "no key of '%s'", sha256);
  return NULL;
}

static gboolean
put_chain (sqlite3 *database, const MftCertificate *certificate, GPtrArray *chain, GError **error)
{
  const char *identity = mft_certificate_sha256 (certificate);

  for (guint i = 0; i < chain->len; i++)
    {
      const MftCertificate *one = g_ptr_array_index (chain, i);
      g_autoptr (GBytes) der = mft_certificate_der (one);
      if (!mft_certificate_equal (one, certificate)
          && !mft_database_do (database, error, "INSERT OR REPLACE INTO chain VALUES (?1, ?2, ?3)",
                               "ssb", identity, mft_certificate_sha256 (one), der))
        return FALSE;
    }
  return TRUE;
}

gboolean
_mft_certificate_database_put_identity (sqlite3 *database, MftCertificate *certificate,
                                        GPtrArray *chain, GBytes *wrapped_key, GError **error)
{
  g_autoptr (GBytes) der = mft_certificate_der (certificate);
  g_autofree char *key_sha256
      = mft_sha256_hex (g_bytes_get_data (wrapped_key, NULL), g_bytes_get_size (wrapped_key));

  return mft_database_do (database, error,
                          "INSERT OR REPLACE INTO identity VALUES (?1, ?2, ?3, ?4)", "sbbs",
                          mft_certificate_sha256 (certificate), der, wrapped_key, key_sha256)
         && put_chain (database, certificate, chain, error);
}

gboolean
_mft_certificate_database_put_anchor (sqlite3 *database, MftCertificate *certificate,
                                      GError **error)
{
  g_autoptr (GBytes) der = mft_certificate_der (certificate);

  return mft_database_do (database, error, "INSERT OR REPLACE INTO anchor VALUES (?1, ?2)", "sb",
                          mft_certificate_sha256 (certificate), der);
}

gboolean
_mft_certificate_database_put_other (sqlite3 *database, MftCertificate *certificate, GError **error)
{
  g_autoptr (GBytes) der = mft_certificate_der (certificate);

  return mft_database_do (database, error, "INSERT OR REPLACE INTO other VALUES (?1, ?2)", "sb",
                          mft_certificate_sha256 (certificate), der);
}

gboolean
_mft_certificate_database_put_request (sqlite3 *database, const char *key_id, GBytes *wrapped_key,
                                       GError **error)
{
  return mft_database_do (database, error, "INSERT OR REPLACE INTO request VALUES (?1, ?2, ?3)",
                          "sbi", key_id, wrapped_key, mft_clock_now ());
}

gboolean
_mft_certificate_database_put_evidence (sqlite3 *database, const char *asked, gboolean is_ocsp,
                                        GBytes *answer, GError **error)
{
  return mft_database_do (database, error,
                          "INSERT OR REPLACE INTO evidence VALUES (?1, ?2, ?3, ?4)", "ssbi", asked,
                          is_ocsp ? "ocsp" : "crl", answer, mft_clock_now ());
}
