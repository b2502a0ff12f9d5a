/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/data-folder.h"

#include <glib/gstdio.h>

#include "support.h"

static void
test_made_private (void)
{
  g_autofree char *top = mft_test_folder ();
  g_autofree char *chosen = g_build_filename (top, "data", NULL);
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  mft_data_folder_set (chosen);
  g_autofree char *folder = mft_data_folder ("naskah", &error);
  g_assert_no_error (error);
  g_autofree char *wanted = g_build_filename (chosen, "naskah", NULL);
  g_assert_cmpstr (folder, ==, wanted);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (chosen, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
}

static void
test_order (void)
{
  g_autofree char *top = mft_test_folder ();
  g_autoptr (GError) error = NULL;

  mft_data_folder_set (NULL);
  g_autofree char *usual = mft_data_folder (NULL, &error);
  g_assert_no_error (error);
  g_autofree char *wanted = g_build_filename (g_get_user_data_dir (), "mufakat", NULL);
  g_assert_cmpstr (usual, ==, wanted);

  g_setenv ("MUFAKAT_DATA_DIR", top, TRUE);
  g_autofree char *asked = mft_data_folder (NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (asked, ==, top);
  g_unsetenv ("MUFAKAT_DATA_DIR");
}

static void
test_in_the_way (void)
{
  g_autofree char *top = mft_test_folder ();
  g_autofree char *file = g_build_filename (top, "naskah", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  mft_data_folder_set (top);
  g_assert_null (mft_data_folder ("naskah", &error));
  g_assert_true (error != NULL && error->domain == G_FILE_ERROR);
  g_assert_nonnull (strstr (error->message, file));
  mft_data_folder_set (NULL);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/data-folder/made-private", test_made_private);
  g_test_add_func ("/data-folder/order", test_order);
  g_test_add_func ("/data-folder/in-the-way", test_in_the_way);
  return g_test_run ();
}
