/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <glib/gstdio.h>

#include "base/data-folder.h"
#include "base/safe-file.h"
#include "pki/error.h"
#include "pki/key-p12.h"
#include "pki/practice.h"
#include "store/certificate-folder.h"

#define NAME "Bagas Manikmaya"
#define OFFICE "Pemerintah Kota Tanjung Bahari"

static MftSecret *passphrase;

static void
new_folder (void)
{
  g_autofree char *folder = mft_test_folder ();

  mft_data_folder_set (folder);
}

static MftIdentity *
add_practice (void)
{
  g_autoptr (GError) error = NULL;
  MftIdentity *identity
      = mft_certificate_folder_add_practice (NULL, NAME, OFFICE, passphrase, &error);

  g_assert_no_error (error);
  return identity;
}

static guint
count (GPtrArray *list)
{
  guint number;

  g_assert_nonnull (list);
  number = list->len;
  g_ptr_array_unref (list);
  return number;
}

static void
test_identities (void)
{
  g_autoptr (MftIdentity) identity = NULL;
  g_autoptr (GError) error = NULL;
  guint unreadable = 9;
  GStatBuf facts;

  new_folder ();
  g_assert_cmpuint (count (mft_certificate_folder_identities (&unreadable, NULL)), ==, 0);
  g_assert_cmpuint (unreadable, ==, 0);
  identity = add_practice ();
  g_assert_cmpint (g_stat (identity->path, &facts), ==, 0);
  g_assert_cmpuint (facts.st_mode & 0777, ==, 0600);

  g_autoptr (GPtrArray) list = mft_certificate_folder_identities (NULL, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  const MftIdentity *listed = g_ptr_array_index (list, 0);
  g_assert_cmpstr (mft_certificate_common_name (listed->certificate), ==, NAME);
  g_assert_true (mft_certificate_is_practice (listed->certificate));
  g_assert_cmpuint (listed->chain->len, ==, 1);

  /* what lies there is the file as it was, under its own passphrase */
  g_autoptr (MftKey) key = mft_key_p12_new_from_file (listed->path, passphrase, &error);
  g_assert_no_error (error);
  g_assert_true (mft_certificate_equal (mft_key_get_certificate (key), identity->certificate));

  g_assert_true (mft_certificate_folder_remove (listed, NULL));
  g_assert_cmpuint (count (mft_certificate_folder_identities (&unreadable, NULL)), ==, 0);
  g_assert_cmpuint (unreadable, ==, 0);
}

static void
test_import (void)
{
  g_autoptr (MftIdentity) identity = NULL, again = NULL;
  g_autoptr (MftSecret) wrong = mft_secret_new ("salah", 5);
  g_autoptr (GBytes) p12 = NULL;
  g_autoptr (GError) error = NULL;

  new_folder ();
  identity = add_practice ();
  p12 = mft_file_read (identity->path, 1 << 20, NULL);
  new_folder ();
  g_assert_null (mft_certificate_folder_import (p12, wrong, &error));
  g_assert_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_WRONG_PASSPHRASE);
  g_assert_cmpuint (count (mft_certificate_folder_identities (NULL, NULL)), ==, 0);
  for (guint times = 0; times < 2; times++)
    {
      g_clear_pointer (&again, mft_identity_free);
      again = mft_certificate_folder_import (p12, passphrase, NULL);
      g_assert_nonnull (again);
      g_assert_cmpuint (count (mft_certificate_folder_identities (NULL, NULL)), ==, 1);
    }
}

static void
test_damaged_is_counted (void)
{
  g_autoptr (MftIdentity) identity = NULL;
  g_autofree char *beside = NULL;
  guint unreadable = 0;

  new_folder ();
  identity = add_practice ();
  beside = g_strdup (identity->path);
  memcpy (beside + strlen (beside) - 4, ".pem", 4);
  g_assert_true (mft_safe_file_save (beside, "rusak", 5, TRUE, NULL));
  g_assert_cmpuint (count (mft_certificate_folder_identities (&unreadable, NULL)), ==, 0);
  g_assert_cmpuint (unreadable, ==, 1);
}

static void
test_trust (void)
{
  g_autoptr (MftIdentity) identity = NULL;
  g_autoptr (MftAnchors) before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;
  MftCertificate *ca;

  new_folder ();
  identity = add_practice ();
  ca = g_ptr_array_index (identity->chain, 0);
  before = mft_certificate_folder_anchors (NULL);
  g_assert_false (mft_anchors_contain (before, ca, NULL));

  g_assert_false (mft_certificate_folder_trust (identity->certificate, &error));
  g_assert_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_WRONG_USAGE);

  g_assert_true (mft_certificate_folder_trust (ca, NULL));
  g_assert_cmpuint (count (mft_certificate_folder_trusted (NULL, NULL)), ==, 1);
  after = mft_certificate_folder_anchors (NULL);
  g_assert_true (mft_anchors_contain (after, ca, NULL));
  g_assert_false (mft_anchors_contain (after, identity->certificate, NULL));

  g_assert_true (mft_certificate_folder_distrust (ca, NULL));
  g_assert_true (mft_certificate_folder_distrust (ca, NULL));
  g_assert_cmpuint (count (mft_certificate_folder_trusted (NULL, NULL)), ==, 0);
}

static void
test_unwritable (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *file = g_build_filename (folder, "bukan-folder", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  mft_data_folder_set (file);
  g_assert_null (mft_certificate_folder_identities (NULL, &error));
  g_assert_cmpuint (error->domain, ==, G_FILE_ERROR);
  g_clear_error (&error);
  g_assert_null (mft_certificate_folder_anchors (&error));
  g_assert_cmpuint (error->domain, ==, G_FILE_ERROR);
}

int
main (int argc, char **argv)
{
  int status;

  mft_test_init (&argc, &argv);
  passphrase = mft_secret_new ("sandi", 5);
  g_test_add_func ("/store/certificate-folder/identities", test_identities);
  g_test_add_func ("/store/certificate-folder/import", test_import);
  g_test_add_func ("/store/certificate-folder/damaged-is-counted", test_damaged_is_counted);
  g_test_add_func ("/store/certificate-folder/trust", test_trust);
  g_test_add_func ("/store/certificate-folder/unwritable", test_unwritable);
  status = g_test_run ();
  mft_secret_unref (passphrase);
  return status;
}
