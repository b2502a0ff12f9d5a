/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files.h"
#include "support.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/resource.h>
#include <signal.h>

#include "base/safe-file.h"

static void
test_whole_or_not_at_all (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "naskah.pdf", NULL);
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  MftSafeFile *file = mft_safe_file_new (path, &error);
  g_assert_no_error (error);
  g_assert_true (mft_safe_file_write (file, "satu dua", 8, &error));
  g_assert_cmpuint (mft_test_count_files (folder), ==, 0);
  g_assert_true (mft_safe_file_commit (file, FALSE, &error));
  mft_safe_file_free (file);

  g_autoptr (GBytes) bytes = mft_file_read (path, 100, &error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "satu dua", 8);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (mft_test_count_files (folder), ==, 1);
}

static void
test_existing_is_kept (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "a", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (mft_safe_file_save (path, "lama", 4, FALSE, NULL));
  g_assert_false (mft_safe_file_save (path, "baru", 4, FALSE, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST);
  g_assert_true (mft_safe_file_save (path, "baru!", 5, TRUE, NULL));
  g_autoptr (GBytes) bytes = mft_file_read (path, 5, NULL);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "baru!", 5);
  g_assert_cmpuint (mft_test_count_files (folder), ==, 1);
}

static void
test_dropped_leaves_nothing (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "a", NULL);
  MftSafeFile *file = mft_safe_file_new (path, NULL);

  mft_safe_file_write (file, "x", 1, NULL);
  mft_safe_file_free (file);
  g_assert_cmpuint (mft_test_count_files (folder), ==, 0);
}

static void
test_full_disk (void)
{
  const struct rlimit small = { 4096, RLIM_INFINITY };
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "a", NULL);
  g_autofree char *much = g_malloc0 (100000);
  g_autoptr (GError) error = NULL;
  struct rlimit before;

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  setrlimit (RLIMIT_FSIZE, &small);
  g_assert_false (mft_safe_file_save (path, much, 100000, FALSE, &error));
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_nonnull (error);
  g_assert_cmpuint (mft_test_count_files (folder), ==, 0);
}

static void
test_refusals (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "a", NULL);
  g_autoptr (GError) directory = NULL;
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) large = NULL;
  g_autoptr (GError) unreadable = NULL;

  g_assert_false (mft_safe_file_save (folder, "x", 1, TRUE, &directory));
  g_assert_error (directory, G_FILE_ERROR, G_FILE_ERROR_ISDIR);
  g_assert_false (mft_safe_file_save ("/tidak/ada/a", "x", 1, TRUE, &missing));
  g_assert_error (missing, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_true (mft_safe_file_save (path, "12345", 5, FALSE, NULL));
  g_assert_null (mft_file_read (path, 4, &large));
  g_assert_error (large, G_FILE_ERROR, G_FILE_ERROR_NOMEM);
  g_assert_null (mft_file_read (folder, 4, &unreadable));
  g_assert_error (unreadable, G_FILE_ERROR, G_FILE_ERROR_ISDIR);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/base/safe-file/whole", test_whole_or_not_at_all);
  g_test_add_func ("/base/safe-file/existing", test_existing_is_kept);
  g_test_add_func ("/base/safe-file/dropped", test_dropped_leaves_nothing);
  g_test_add_func ("/base/safe-file/full", test_full_disk);
  g_test_add_func ("/base/safe-file/refusals", test_refusals);
  return g_test_run ();
}
