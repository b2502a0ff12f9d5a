/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/data-folder.h"
#include "files.h"
#include "pki/error.h"
#include "store/certificate-import.h"
#include "store/certificate-store.h"
#include "store/error.h"

#define NAME "Bagas Manikmaya"
#define OFFICE "Pemerintah Kota Tanjung Bahari"

static MftSecret *passphrase;

static void
new_folder (void)
{
  g_autofree char *folder = mft_test_folder ();

  mft_data_folder_set (folder);
}

static char *
database_path (void)
{
  g_autofree char *folder = mft_data_folder (NULL, NULL);

  return g_build_filename (folder, "sertifikat.db", NULL);
}

static MftIdentity *
add_practice (void)
{
  g_autoptr (GError) error = NULL;
  MftIdentity *identity
      = mft_certificate_store_add_practice (NULL, NAME, OFFICE, passphrase, &error);

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
  g_assert_cmpuint (count (mft_certificate_store_identities (&unreadable, NULL)), ==, 0);
  g_assert_cmpuint (unreadable, ==, 0);
  identity = add_practice ();
  g_autofree char *path = database_path ();
  g_assert_cmpint (g_stat (path, &facts), ==, 0);
  g_assert_cmpuint (facts.st_mode & 0777, ==, 0600);

  g_autoptr (GPtrArray) list = mft_certificate_store_identities (NULL, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  const MftIdentity *listed = g_ptr_array_index (list, 0);
  g_assert_cmpstr (mft_certificate_common_name (listed->certificate), ==, NAME);
  g_assert_true (mft_certificate_is_practice (listed->certificate));
  g_assert_cmpuint (listed->chain->len, ==, 1);

  const char *sha256 = mft_certificate_sha256 (listed->certificate);
  g_autoptr (MftKey) key = mft_certificate_store_open_key (sha256, passphrase, &error);
  g_assert_no_error (error);
  g_assert_true (mft_certificate_equal (mft_key_get_certificate (key), identity->certificate));
  g_assert_cmpuint (mft_key_get_chain (key)->len, ==, 1);

  g_assert_true (mft_certificate_store_remove (listed, NULL));
  g_assert_cmpuint (count (mft_certificate_store_identities (&unreadable, NULL)), ==, 0);
  g_assert_cmpuint (unreadable, ==, 0);
  g_assert_null (mft_certificate_store_open_key (sha256, passphrase, &error));
  g_assert_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_MISSING);
}

/* Who only reads makes no database. */
static void
test_empty (void)
{
  g_autofree char *path = NULL;

  new_folder ();
  g_assert_cmpuint (count (mft_certificate_store_identities (NULL, NULL)), ==, 0);
  g_assert_cmpuint (count (mft_certificate_store_others (NULL)), ==, 0);
  g_assert_cmpuint (count (mft_certificate_store_trusted (NULL, NULL)), ==, 0);
  path = database_path ();
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_passphrases (void)
{
  g_autoptr (MftIdentity) identity = NULL;
  g_autoptr (MftSecret) wrong = mft_secret_new ("salah", 5), new = mft_secret_new ("baru", 4);
  g_autoptr (GError) error = NULL;

  new_folder ();
  identity = add_practice ();
  const char *sha256 = mft_certificate_sha256 (identity->certificate);
  g_assert_null (mft_certificate_store_open_key (sha256, wrong, &error));
  g_assert_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_WRONG_PASSPHRASE);
  g_clear_error (&error);
  g_assert_false (mft_certificate_store_change_passphrase (identity, wrong, new, NULL));
  g_assert_true (mft_certificate_store_change_passphrase (identity, passphrase, new, &error));
  g_assert_no_error (error);
  g_autoptr (MftKey) old = mft_certificate_store_open_key (sha256, passphrase, NULL);
  g_autoptr (MftKey) key = mft_certificate_store_open_key (sha256, new, NULL);
  g_assert_null (old);
  g_assert_nonnull (key);
  g_assert_cmpuint (mft_key_get_chain (key)->len, ==, 1);
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
  p12 = mft_certificate_store_export (identity, passphrase, NULL);
  new_folder ();
  g_assert_null (mft_certificate_store_import (p12, wrong, &error));
  g_assert_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_WRONG_PASSPHRASE);
  g_assert_cmpuint (count (mft_certificate_store_identities (NULL, NULL)), ==, 0);
  for (guint times = 0; times < 2; times++)
    {
      g_clear_pointer (&again, mft_identity_free);
      again = mft_certificate_store_import (p12, passphrase, NULL);
      g_assert_nonnull (again);
      g_assert_cmpuint (count (mft_certificate_store_identities (NULL, NULL)), ==, 1);
    }
}

static void
change_database (const char *sql)
{
  g_autofree char *path = database_path ();
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

/* What is damaged is counted and is no wrong passphrase; the rest is there. */
static void
test_damaged_rows (void)
{
  g_autoptr (MftIdentity) identity = NULL, other = NULL;
  g_autoptr (GError) error = NULL;
  guint unreadable = 0;

  new_folder ();
  identity = add_practice ();
  other = add_practice ();
  const char *sha256 = mft_certificate_sha256 (identity->certificate);
  g_autofree char *damage_key
      = g_strdup_printf ("UPDATE identity SET wrapped_key = CAST (substr (wrapped_key, 1,"
                         " length (wrapped_key) - 1) AS BLOB) WHERE sha256 = '%s'",
                         sha256);
  change_database (damage_key);
  g_assert_null (mft_certificate_store_open_key (sha256, passphrase, &error));
  g_assert_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_DAMAGED);
  g_autofree char *damage
      = g_strdup_printf ("UPDATE identity SET certificate = x'00' WHERE sha256 = '%s'", sha256);
  change_database (damage);
  g_assert_cmpuint (count (mft_certificate_store_identities (&unreadable, NULL)), ==, 1);
  g_assert_cmpuint (unreadable, ==, 1);
}

/* It is told, and nothing is written over it. */
static void
test_damaged_database (void)
{
  static const char rubbish[] = "This is no database, and nobody may write over it.\n";
  g_autofree char *path = NULL, *text = NULL;
  g_autoptr (GError) error = NULL;

  new_folder ();
  path = database_path ();
  g_assert_true (g_file_set_contents (path, rubbish, -1, NULL));
  g_assert_null (mft_certificate_store_identities (NULL, &error));
  g_assert_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, path));
  g_clear_error (&error);
  g_assert_null (mft_certificate_store_add_practice (NULL, NAME, OFFICE, passphrase, &error));
  g_assert_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_DAMAGED);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, rubbish);
}

static void
test_newer_database (void)
{
  g_autoptr (MftIdentity) identity = NULL;
  g_autoptr (GError) error = NULL;

  new_folder ();
  identity = add_practice ();
  change_database ("PRAGMA user_version = 999");
  g_assert_null (mft_certificate_store_identities (NULL, &error));
  g_assert_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_NEWER);
  g_clear_error (&error);
  g_assert_false (mft_certificate_store_remove (identity, &error));
  g_assert_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_NEWER);
}

/* What is deleted is overwritten: its bytes are in no file of the folder. */
static void
test_removed_for_good (void)
{
  g_autoptr (MftIdentity) identity = NULL;
  g_autoptr (GBytes) der = NULL;
  g_autofree char *path = NULL, *text = NULL;
  gsize size, der_size;

  new_folder ();
  identity = add_practice ();
  der = mft_certificate_der (identity->certificate);
  path = database_path ();
  gconstpointer needle = g_bytes_get_data (der, &der_size);
  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  g_assert_nonnull (memmem (text, size, needle, der_size));
  g_assert_true (mft_certificate_store_remove (identity, NULL));
  g_clear_pointer (&text, g_free);
  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  g_assert_null (memmem (text, size, needle, der_size));
  g_autofree char *folder = g_path_get_dirname (path);
  g_assert_cmpuint (mft_test_count_files (folder), ==, 1);
}

#define WRITERS 6
#define TIMES 8

static void
write_often (void)
{
  for (guint i = 0; i < TIMES; i++)
    {
      g_autoptr (MftPracticeCa) ca = mft_practice_ca_new (MFT_PRACTICE_KEY_EC, 0, NULL);
      g_autoptr (GError) error = NULL;
      mft_certificate_store_trust (mft_practice_ca_certificate (ca), &error);
      g_assert_no_error (error);
    }
  _exit (0);
}

/* Several programs at once, from the making of the database on: each waits for the others. */
static void
test_writers (void)
{
  pid_t writers[WRITERS];
  int status;

  new_folder ();
  for (guint i = 0; i < WRITERS; i++)
    if ((writers[i] = fork ()) == 0)
      write_often ();
  for (guint i = 0; i < WRITERS; i++)
    {
      g_assert_cmpint (waitpid (writers[i], &status, 0), ==, writers[i]);
      g_assert_cmpint (status, ==, 0);
    }
  g_assert_cmpuint (count (mft_certificate_store_trusted (NULL, NULL)), ==, WRITERS * TIMES);
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
  before = mft_certificate_store_anchors (NULL);
  g_assert_false (mft_anchors_contain (before, ca, NULL));

  g_assert_false (mft_certificate_store_trust (identity->certificate, &error));
  g_assert_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_WRONG_USAGE);

  g_assert_true (mft_certificate_store_trust (ca, NULL));
  g_assert_cmpuint (count (mft_certificate_store_trusted (NULL, NULL)), ==, 1);
  after = mft_certificate_store_anchors (NULL);
  g_assert_true (mft_anchors_contain (after, ca, NULL));
  g_assert_false (mft_anchors_contain (after, identity->certificate, NULL));

  g_assert_true (mft_certificate_store_distrust (ca, NULL));
  g_assert_true (mft_certificate_store_distrust (ca, NULL));
  g_assert_cmpuint (count (mft_certificate_store_trusted (NULL, NULL)), ==, 0);
}

static void
test_unwritable (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *file = g_build_filename (folder, "bukan-folder", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  mft_data_folder_set (file);
  g_assert_null (mft_certificate_store_identities (NULL, &error));
  g_assert_cmpuint (error->domain, ==, G_FILE_ERROR);
  g_clear_error (&error);
  g_assert_null (mft_certificate_store_anchors (&error));
  g_assert_cmpuint (error->domain, ==, G_FILE_ERROR);
}

int
main (int argc, char **argv)
{
  int status;

  mft_test_init (&argc, &argv);
  passphrase = mft_secret_new ("sandi", 5);
  g_test_add_func ("/store/certificate-store/identities", test_identities);
  g_test_add_func ("/store/certificate-store/import", test_import);
  g_test_add_func ("/store/certificate-store/empty", test_empty);
  g_test_add_func ("/store/certificate-store/passphrases", test_passphrases);
  g_test_add_func ("/store/certificate-store/damaged-rows", test_damaged_rows);
  g_test_add_func ("/store/certificate-store/damaged-database", test_damaged_database);
  g_test_add_func ("/store/certificate-store/newer-database", test_newer_database);
  g_test_add_func ("/store/certificate-store/removed-for-good", test_removed_for_good);
  g_test_add_func ("/store/certificate-store/writers", test_writers);
  g_test_add_func ("/store/certificate-store/trust", test_trust);
  g_test_add_func ("/store/certificate-store/unwritable", test_unwritable);
  status = g_test_run ();
  mft_secret_unref (passphrase);
  return status;
}
