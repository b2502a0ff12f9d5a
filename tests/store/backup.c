/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "files.h"
#include "support.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "agreement/edit.h"

#include "store/library-backup.h"
#include "store/register.h"

typedef struct
{
  char *folder;
  char *backup;
  char *id;
} Backup;

/* A library of one agreement with a version and a status, and its backup. */
static void
backup_begin (Backup *backup)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (GError) error = NULL;

  backup->folder = mft_test_folder ();
  backup->backup = g_build_filename (backup->folder, "cadangan.db", NULL);
  g_autoptr (MftLibrary) library = mft_library_open (backup->folder, &error);
  mft_edit_field (agreement, "p1.nama", "Balai Rempah", NULL);
  backup->id = mft_library_add (library, agreement, &error);
  mft_library_keep (library, backup->id, MFT_VERSION_NAMED, "Draf ke-1", &error);
  mft_library_set_status (library, backup->id, MFT_STATUS_DISCUSSION, &error);
  g_assert_no_error (error);
  g_assert_true (mft_library_back_up (library, backup->backup, FALSE, &error));
  g_assert_no_error (error);
}

static void
backup_end (Backup *backup)
{
  g_free (backup->folder);
  g_free (backup->backup);
  g_free (backup->id);
}

static void
assert_restored (MftLibrary *library, const char *id)
{
  const MftRegisterQuery query = { .words = "rempah" };
  g_autoptr (GPtrArray) found = mft_register_list (library, &query, 0, 10, NULL);
  g_autoptr (GPtrArray) versions = mft_library_versions (library, id, NULL);
  g_autoptr (MftAgreement) loaded = mft_library_load (library, id, NULL, NULL);
  MftStatus status;

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (versions->len, ==, 1);
  g_assert_cmpstr (mft_agreement_get_value (loaded, "p1.nama"), ==, "Balai Rempah");
  g_assert_true (mft_library_get_status (library, id, &status, NULL));
  g_assert_cmpint (status, ==, MFT_STATUS_DISCUSSION);
}

static void
test_into_an_empty_one (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  GStatBuf status;
  Backup backup;

  backup_begin (&backup);
  g_assert_cmpint (g_stat (backup.backup, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0077, ==, 0);
  g_autoptr (MftLibrary) library = mft_library_open (folder, NULL);
  guint files = mft_test_count_files (folder);
  g_assert_true (mft_library_restore (library, backup.backup, FALSE, &kept, &error));
  g_assert_no_error (error);
  g_assert_null (kept);
  assert_restored (library, backup.id);
  g_assert_cmpuint (mft_test_count_files (folder), ==, files);
  g_assert_false (mft_library_back_up (library, backup.backup, FALSE, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST);
  backup_end (&backup);
}

/* What would be replaced is asked about, and kept. */
static void
test_over_another (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  Backup backup;

  backup_begin (&backup);
  g_autoptr (MftLibrary) library = mft_library_open (backup.folder, NULL);
  g_autofree char *later = mft_library_add (library, agreement, NULL);
  g_assert_false (mft_library_restore (library, backup.backup, FALSE, &kept, &error));
  g_assert_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_OCCUPIED);
  g_clear_error (&error);
  g_assert_true (mft_library_restore (library, backup.backup, TRUE, &kept, &error));
  g_assert_no_error (error);
  assert_restored (library, backup.id);
  g_assert_null (mft_library_load (library, later, NULL, NULL));

  g_assert_true (mft_library_restore (library, kept, TRUE, NULL, &error));
  g_assert_no_error (error);
  g_autoptr (MftAgreement) again = mft_library_load (library, later, NULL, &error);
  g_assert_no_error (error);
  backup_end (&backup);
}

static void
assert_refused (Backup *backup, const char *path, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftLibrary) library = mft_library_open (backup->folder, NULL);
  guint files = mft_test_count_files (backup->folder);

  g_assert_false (mft_library_restore (library, path, TRUE, NULL, &error));
  g_assert_error (error, domain, code);
  g_assert_cmpuint (mft_test_count_files (backup->folder), ==, files);
  assert_restored (library, backup->id);
}

/* What is no backup changes nothing. */
static void
test_refused (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *text = g_build_filename (folder, "teks.db", NULL);
  g_autofree char *other = g_build_filename (folder, "lain.db", NULL);
  g_autofree char *cut = g_build_filename (folder, "terpotong.db", NULL);
  g_autofree char *missing = g_build_filename (folder, "tiada.db", NULL);
  g_autofree char *bytes = NULL;
  sqlite3 *database;
  gsize size;
  Backup backup;

  backup_begin (&backup);
  g_file_set_contents (text, "bukan cadangan", -1, NULL);
  assert_refused (&backup, text, MFT_STORE_ERROR, MFT_STORE_ERROR_FOREIGN);
  assert_refused (&backup, missing, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_file_get_contents (backup.backup, &bytes, &size, NULL);
  g_file_set_contents (cut, bytes, (gssize) size / 2, NULL);
  assert_refused (&backup, cut, MFT_STORE_ERROR, MFT_STORE_ERROR_FOREIGN);
  sqlite3_open (other, &database);
  sqlite3_exec (database, "CREATE TABLE alamat (nama)", NULL, NULL, NULL);
  assert_refused (&backup, other, MFT_STORE_ERROR, MFT_STORE_ERROR_FOREIGN);
  sqlite3_exec (database, "CREATE TABLE agreement (id); PRAGMA user_version = 999", NULL, NULL,
                NULL);
  sqlite3_close (database);
  assert_refused (&backup, other, MFT_STORE_ERROR, MFT_STORE_ERROR_NEWER);
  backup_end (&backup);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/store/backup/into-an-empty-one", test_into_an_empty_one);
  g_test_add_func ("/store/backup/over-another", test_over_another);
  g_test_add_func ("/store/backup/refused", test_refused);
  return g_test_run ();
}
