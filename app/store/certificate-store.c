/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/certificate-store.h"

#include "pki/error.h"
#include "pki/key-p12.h"

#include "store/certificate-database.h"
#include "store/certificate-import.h"
#include "store/certificate-takeover.h"

static int
compare_names (const MftCertificate *a, const MftCertificate *b)
{
  int order = g_utf8_collate (mft_certificate_common_name (a), mft_certificate_common_name (b));

  return order != 0 ? order : g_strcmp0 (mft_certificate_sha256 (a), mft_certificate_sha256 (b));
}

static int
compare_identities (gconstpointer a, gconstpointer b)
{
  return compare_names ((*(MftIdentity *const *) a)->certificate,
                        (*(MftIdentity *const *) b)->certificate);
}

static int
compare_certificates (gconstpointer a, gconstpointer b)
{
  return compare_names (*(MftCertificate *const *) a, *(MftCertificate *const *) b);
}

static gboolean
add_to_chain (MftIdentity *identity, sqlite3_stmt *statement)
{
  g_autoptr (MftCertificate) one
      = _mft_certificate_database_get (statement, 3, mft_database_text (statement, 2));

  if (one != NULL)
    g_ptr_array_add (identity->chain, mft_certificate_ref (one));
  return one != NULL;
}

/* Rows of one identity follow each other, one for each certificate beside it. */
static gboolean
read_identities (sqlite3 *database, GPtrArray *identities, guint *unreadable, GError **error)
{
  GError *failure = NULL;
  g_autoptr (sqlite3_stmt) statement = mft_database_prepare (
      database, error,
      "SELECT identity.sha256, identity.certificate, chain.sha256, chain.certificate FROM identity"
      " LEFT JOIN chain ON chain.identity = identity.sha256 ORDER BY identity.sha256",
      "");
  MftIdentity *last = NULL;

  if (statement == NULL)
    return FALSE;
  while (mft_database_step (database, statement, &failure))
    {
      const char *sha256 = mft_database_text (statement, 0);
      if (last == NULL || !g_str_equal (mft_certificate_sha256 (last->certificate), sha256))
        {
          g_autoptr (MftCertificate) certificate
              = _mft_certificate_database_get (statement, 1, sha256);
          g_autoptr (GPtrArray) chain
              = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_certificate_unref);
          last = certificate != NULL ? mft_identity_new (certificate, chain) : NULL;
          if (last != NULL)
            g_ptr_array_add (identities, last);
        }
      if (last == NULL
          || (sqlite3_column_type (statement, 2) != SQLITE_NULL && !add_to_chain (last, statement)))
        *unreadable += 1;
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

GPtrArray *
mft_certificate_store_identities (guint *unreadable, GError **error)
{
  g_autoptr (sqlite3) database = NULL;
  g_autoptr (GPtrArray) identities
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_identity_free);
  guint failed = 0;

  if (!_mft_certificate_database_open_reading (&database, error)
      || (database != NULL && !read_identities (database, identities, &failed, error)))
    return NULL;
  if (unreadable != NULL)
    *unreadable = failed + _mft_certificate_takeover_count ();
  g_ptr_array_sort (identities, compare_identities);
  return g_steal_pointer (&identities);
}

/* `sql` gives SHA-256 and certificate. */
static GPtrArray *
list_certificates (const char *sql, guint *unreadable, GError **error)
{
  g_autoptr (sqlite3) database = NULL;
  g_autoptr (GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_certificate_unref);
  GError *failure = NULL;
  guint failed = 0;

  if (!_mft_certificate_database_open_reading (&database, error))
    return NULL;
  g_autoptr (sqlite3_stmt) statement
      = database != NULL ? mft_database_prepare (database, &failure, sql, "") : NULL;
  while (statement != NULL && mft_database_step (database, statement, &failure))
    {
      MftCertificate *one
          = _mft_certificate_database_get (statement, 1, mft_database_text (statement, 0));
      if (one != NULL)
        g_ptr_array_add (list, one);
      else
        failed++;
    }
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  if (unreadable != NULL)
    *unreadable = failed;
  g_ptr_array_sort (list, compare_certificates);
  return g_steal_pointer (&list);
}

GPtrArray *
mft_certificate_store_others (GError **error)
{
  return list_certificates ("SELECT sha256, certificate FROM other", NULL, error);
}

GPtrArray *
mft_certificate_store_trusted (guint *unreadable, GError **error)
{
  return list_certificates ("SELECT sha256, certificate FROM anchor", unreadable, error);
}

MftIdentity *
mft_certificate_store_import (GBytes *p12, MftSecret *passphrase, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (MftCertificateImport) import = NULL;

  g_ptr_array_add (files, p12);
  import = mft_certificate_store_take (files, passphrase, error);
  if (import == NULL)
    return NULL;
  if (import->identities->len > 0)
    return mft_identity_copy (g_ptr_array_index (import->identities, 0));
  g_set_error_literal (error, MFT_PKI_ERROR, MFT_PKI_ERROR_NO_KEY, "no private key in the file");
  return NULL;
}

MftIdentity *
mft_certificate_store_add_practice (MftPracticeCa *ca, const char *name, const char *organization,
                                    MftSecret *passphrase, GError **error)
{
  const MftPracticeIdentity identity
      = { .common_name = name, .organization = organization, .key = MFT_PRACTICE_KEY_EC };
  g_autoptr (MftPracticeCa) own
      = ca == NULL ? mft_practice_ca_new (MFT_PRACTICE_KEY_EC, 0, error) : NULL;

  if (ca == NULL && own == NULL)
    return NULL;
  g_autoptr (GBytes) p12
      = mft_practice_ca_issue (ca != NULL ? ca : own, &identity, passphrase, error);
  return p12 != NULL ? mft_certificate_store_import (p12, passphrase, error) : NULL;
}

static const MftIdentity *
find_identity (GPtrArray *identities, const char *sha256)
{
  for (guint i = 0; i < identities->len; i++)
    {
      const MftIdentity *one = g_ptr_array_index (identities, i);
      if (g_str_equal (mft_certificate_sha256 (one->certificate), sha256))
        return one;
    }
  return NULL;
}

MftKey *
mft_certificate_store_open_key (const char *sha256, MftSecret *passphrase, GError **error)
{
  g_autoptr (GPtrArray) identities = mft_certificate_store_identities (NULL, error);
  g_autoptr (GBytes) wrapped
      = identities != NULL ? _mft_certificate_database_wrapped_key (sha256, error) : NULL;
  const MftIdentity *identity = wrapped != NULL ? find_identity (identities, sha256) : NULL;

  if (wrapped == NULL)
    return NULL;
  if (identity == NULL)
    {
      g_set_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_DAMAGED, "the kept certificate is damaged");
      return NULL;
    }
  return mft_key_p12_new_from_parts (wrapped, identity->certificate, identity->chain, passphrase,
                                     error);
}

static gboolean
remove_row (const char *sql, const MftCertificate *certificate, GError **error)
{
  g_autoptr (sqlite3) database = _mft_certificate_database_open (error);

  return database != NULL
         && mft_database_do (database, error, sql, "s", mft_certificate_sha256 (certificate));
}

gboolean
mft_certificate_store_remove (const MftIdentity *identity, GError **error)
{
  return remove_row ("DELETE FROM identity WHERE sha256 = ?1", identity->certificate, error);
}

gboolean
mft_certificate_store_trust (MftCertificate *certificate, GError **error)
{
  if (!mft_certificate_is_ca (certificate))
    {
      g_set_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_WRONG_USAGE,
                   "'%s' is not a certification authority",
                   mft_certificate_common_name (certificate));
      return FALSE;
    }
  g_autoptr (sqlite3) database = _mft_certificate_database_open (error);
  return database != NULL && _mft_certificate_database_put_anchor (database, certificate, error);
}

gboolean
mft_certificate_store_distrust (const MftCertificate *certificate, GError **error)
{
  return remove_row ("DELETE FROM anchor WHERE sha256 = ?1", certificate, error);
}

MftAnchors *
mft_certificate_store_anchors (GError **error)
{
  g_autoptr (GPtrArray) trusted = mft_certificate_store_trusted (NULL, error);
  MftAnchors *anchors;

  if (trusted == NULL)
    return NULL;
  anchors = mft_anchors_new ();
  mft_anchors_add_list (anchors, trusted);
  return anchors;
}
