/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"

#include "agreement/akn.h"
#include "agreement/edit.h"

#include "store/library.h"

static void
assert_same (MftAgreement *a, MftAgreement *b)
{
  g_autoptr (GBytes) first = mft_akn_write (a);
  g_autoptr (GBytes) second = mft_akn_write (b);

  g_assert_true (g_bytes_equal (first, second));
}

static void
test_round_trip (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autofree char *id = NULL;

  {
    g_autoptr (MftLibrary) library = mft_library_open (folder, &error);
    g_assert_no_error (error);
    id = mft_library_add (library, agreement, &error);
    g_assert_no_error (error);
    mft_edit_field (agreement, "p1.nama", "Badan Arsip", NULL);
    g_assert_true (mft_library_save (library, id, agreement, &error));
  }
  g_autoptr (MftLibrary) again = mft_library_open (folder, &error);
  g_autoptr (MftAgreement) loaded = mft_library_load (again, id, &error);
  g_assert_no_error (error);
  assert_same (loaded, agreement);
}

static void
test_list_and_remove (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (MftLibrary) library = mft_library_open (folder, NULL);
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (GError) error = NULL;

  mft_clock_freeze (1000);
  g_autofree char *older = mft_library_add (library, agreement, NULL);
  mft_clock_freeze (2000);
  g_autofree char *newer = mft_library_add (library, agreement, NULL);
  mft_clock_freeze (3000);
  mft_library_save (library, older, agreement, NULL);
  mft_clock_freeze (-1);

  g_autoptr (GPtrArray) entries = mft_library_list (library, NULL);
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpstr (((MftLibraryEntry *) g_ptr_array_index (entries, 0))->id, ==, older);
  g_assert_true (mft_library_remove (library, newer, NULL));
  g_assert_false (mft_library_remove (library, newer, &error));
  g_assert_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_false (mft_library_save (library, newer, agreement, &error));
  g_assert_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_null (mft_library_load (library, newer, &error));
  g_assert_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_MISSING);
}

static void
test_one_at_a_time (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (MftLibrary) library = mft_library_open (folder, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (mft_library_open (folder, &error));
  g_assert_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_BUSY);
}

static void
test_private (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "pustaka.db", NULL);
  g_autoptr (MftLibrary) library = mft_library_open (folder, NULL);
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0077, ==, 0);
}

static void
test_damaged_and_newer (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "pustaka.db", NULL);
  g_autoptr (GError) damaged = NULL;
  g_autoptr (GError) newer = NULL;
  sqlite3 *database;

  g_file_set_contents (path, "ini bukan basis data, melainkan teks biasa saja", -1, NULL);
  g_assert_null (mft_library_open (folder, &damaged));
  g_assert_error (damaged, MFT_STORE_ERROR, MFT_STORE_ERROR_DAMAGED);
  g_unlink (path);
  sqlite3_open (path, &database);
  sqlite3_exec (database, "PRAGMA user_version = 999", NULL, NULL, NULL);
  sqlite3_close (database);
  g_assert_null (mft_library_open (folder, &newer));
  g_assert_error (newer, MFT_STORE_ERROR, MFT_STORE_ERROR_NEWER);
}

/* A program that is killed while saving leaves the last saved state, and no lock. */
static void
test_killed (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autofree char *id = NULL;

  {
    g_autoptr (MftLibrary) library = mft_library_open (folder, NULL);
    id = mft_library_add (library, agreement, NULL);
  }
  for (int round = 0; round < 10; round++)
    {
      pid_t child = fork ();
      if (child == 0)
        {
          MftLibrary *library = mft_library_open (folder, NULL);
          for (int i = 0; library != NULL; i++)
            {
              mft_edit_field (agreement, "p1.nama", i % 2 ? "Ganjil" : "Genap", NULL);
              mft_library_save (library, id, agreement, NULL);
            }
          _exit (1);
        }
      g_usleep (2000 + 3000 * (gulong) round);
      kill (child, SIGKILL);
      waitpid (child, NULL, 0);
      g_autoptr (GError) error = NULL;
      g_autoptr (MftLibrary) library = mft_library_open (folder, &error);
      g_assert_no_error (error);
      g_autoptr (MftAgreement) loaded = mft_library_load (library, id, &error);
      g_assert_no_error (error);
      g_assert_nonnull (loaded);
    }
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/store/library/round-trip", test_round_trip);
  g_test_add_func ("/store/library/list", test_list_and_remove);
  g_test_add_func ("/store/library/lock", test_one_at_a_time);
  g_test_add_func ("/store/library/private", test_private);
  g_test_add_func ("/store/library/damaged", test_damaged_and_newer);
  g_test_add_func ("/store/library/killed", test_killed);
  return g_test_run ();
}
