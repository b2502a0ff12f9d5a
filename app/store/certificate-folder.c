/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/certificate-folder.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "base/data-folder.h"
#include "base/file-error.h"
#include "base/safe-file.h"
#include "pki/error.h"
#include "pki/practice.h"
#include "store/certificate-folder-private.h"
#include "store/certificate-import.h"

#define IDENTITIES "sertifikat/identitas"
#define TRUSTED "sertifikat/dipercaya"
#define OTHERS "sertifikat/lain"
#define P12 ".p12"
#define PEM ".pem"

typedef gpointer (*Reader) (const char *path);

/* What `read` makes of every file of the folder whose name ends so. */
static GPtrArray *
read_folder (const char *name, const char *ending, Reader read, GDestroyNotify free_one,
             guint *unreadable, GError **error)
{
  g_autofree char *folder = mft_data_folder (name, error);
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, error) : NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (free_one);
  guint failed = 0;
  const char *file;

  if (dir == NULL)
    return NULL;
  while ((file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, ending))
      {
        g_autofree char *path = g_build_filename (folder, file, NULL);
        gpointer one = read (path);
        if (one != NULL)
          g_ptr_array_add (found, one);
        else
          failed++;
      }
  if (unreadable != NULL)
    *unreadable = failed;
  return g_steal_pointer (&found);
}

static char *
file_path (const char *folder_name, const MftCertificate *certificate, const char *ending,
           GError **error)
{
  g_autofree char *folder = mft_data_folder (folder_name, error);
  g_autofree char *name = g_strconcat (mft_certificate_sha256 (certificate), ending, NULL);

  return folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
}

static gboolean
remove_file (const char *path, GError **error)
{
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  return mft_file_fail (error, errno, "cannot remove", path);
}

static gboolean
save_certificates (const char *path, GPtrArray *certificates, GError **error)
{
  g_autofree char *pem = mft_certificate_list_to_pem (certificates);

  return mft_safe_file_save (path, pem, strlen (pem), TRUE, error);
}

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

static char *
with_ending (const char *path, const char *ending)
{
  return g_strdup_printf ("%.*s%s", (int) strlen (path) - (int) strlen (P12), path, ending);
}

static gpointer
read_identity (const char *path)
{
  g_autofree char *beside = with_ending (path, PEM);
  g_autoptr (GPtrArray) chain = mft_certificate_list_new_from_file (beside, NULL);
  g_autoptr (MftCertificate) certificate = NULL;

  if (chain == NULL)
    return NULL;
  certificate = mft_certificate_ref (g_ptr_array_index (chain, 0));
  g_ptr_array_remove_index (chain, 0);
  return mft_identity_new (g_strdup (path), certificate, chain);
}

static gpointer
read_only_certificate (const char *path)
{
  g_autoptr (GPtrArray) list = mft_certificate_list_new_from_file (path, NULL);

  return list != NULL ? mft_certificate_ref (g_ptr_array_index (list, 0)) : NULL;
}

GPtrArray *
mft_certificate_folder_identities (guint *unreadable, GError **error)
{
  GPtrArray *identities = read_folder (IDENTITIES, P12, read_identity,
                                       (GDestroyNotify) mft_identity_free, unreadable, error);

  if (identities != NULL)
    g_ptr_array_sort (identities, compare_identities);
  return identities;
}

MftIdentity *
_mft_certificate_folder_keep (GBytes *p12, MftCertificate *certificate, GPtrArray *chain,
                              gboolean *was_there, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autofree char *path = file_path (IDENTITIES, certificate, P12, error);
  g_autofree char *beside = path != NULL ? with_ending (path, PEM) : NULL;

  if (path == NULL)
    return NULL;
  *was_there = g_file_test (path, G_FILE_TEST_EXISTS);
  g_ptr_array_add (all, certificate);
  g_ptr_array_extend (all, chain, NULL, NULL);
  /* The certificates first: a key is never there without them. */
  if (!save_certificates (beside, all, error)
      || !mft_safe_file_save (path, g_bytes_get_data (p12, NULL), g_bytes_get_size (p12), TRUE,
                              error))
    return NULL;
  return mft_identity_new (g_steal_pointer (&path), certificate, chain);
}

gboolean
_mft_certificate_folder_keep_other (MftCertificate *certificate, gboolean *was_there,
                                    GError **error)
{
  g_autofree char *path = file_path (OTHERS, certificate, PEM, error);
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  if (path == NULL)
    return FALSE;
  *was_there = g_file_test (path, G_FILE_TEST_EXISTS);
  g_ptr_array_add (one, certificate);
  return *was_there || save_certificates (path, one, error);
}

GPtrArray *
mft_certificate_folder_others (GError **error)
{
  return read_folder (OTHERS, PEM, read_only_certificate, (GDestroyNotify) mft_certificate_unref,
                      NULL, error);
}

MftIdentity *
mft_certificate_folder_import (GBytes *p12, MftSecret *passphrase, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (MftCertificateImport) import = NULL;

  g_ptr_array_add (files, p12);
  import = mft_certificate_folder_take (files, passphrase, error);
  if (import == NULL)
    return NULL;
  if (import->identities->len > 0)
    return mft_identity_copy (g_ptr_array_index (import->identities, 0));
  g_set_error_literal (error, MFT_PKI_ERROR, MFT_PKI_ERROR_NO_KEY, "no private key in the file");
  return NULL;
}

MftIdentity *
mft_certificate_folder_add_practice (MftPracticeCa *ca, const char *name, const char *organization,
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
  return p12 != NULL ? mft_certificate_folder_import (p12, passphrase, error) : NULL;
}

gboolean
mft_certificate_folder_remove (const MftIdentity *identity, GError **error)
{
  g_autofree char *beside = with_ending (identity->path, PEM);

  return remove_file (identity->path, error) && remove_file (beside, error);
}

GPtrArray *
mft_certificate_folder_trusted (guint *unreadable, GError **error)
{
  GPtrArray *trusted = read_folder (TRUSTED, PEM, read_only_certificate,
                                    (GDestroyNotify) mft_certificate_unref, unreadable, error);

  if (trusted != NULL)
    g_ptr_array_sort (trusted, compare_certificates);
  return trusted;
}

gboolean
mft_certificate_folder_trust (MftCertificate *certificate, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  if (!mft_certificate_is_ca (certificate))
    {
      g_set_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_WRONG_USAGE,
                   "'%s' is not a certification authority",
                   mft_certificate_common_name (certificate));
      return FALSE;
    }
  path = file_path (TRUSTED, certificate, PEM, error);
  g_ptr_array_add (one, certificate);
  return path != NULL && save_certificates (path, one, error);
}

gboolean
mft_certificate_folder_distrust (const MftCertificate *certificate, GError **error)
{
  g_autofree char *path = file_path (TRUSTED, certificate, PEM, error);

  return path != NULL && remove_file (path, error);
}

MftAnchors *
mft_certificate_folder_anchors (GError **error)
{
  g_autoptr (GPtrArray) trusted = mft_certificate_folder_trusted (NULL, error);
  MftAnchors *anchors;

  if (trusted == NULL)
    return NULL;
  anchors = mft_anchors_new ();
  mft_anchors_add_list (anchors, trusted);
  return anchors;
}
