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

#include "store/register.h"

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
  gint64 revision = MFT_LIBRARY_FIRST_REVISION;

  {
    g_autoptr (MftLibrary) library = mft_library_open (folder, &error);
    g_assert_no_error (error);
    id = mft_library_add (library, agreement, &error);
    g_assert_no_error (error);
    mft_edit_field (agreement, "p1.nama", "Badan Arsip", NULL);
    g_assert_true (mft_library_save (library, id, agreement, &revision, &error));
  }
  g_autoptr (MftLibrary) again = mft_library_open (folder, &error);
  g_autoptr (MftAgreement) loaded = mft_library_load (again, id, &revision, &error);
  g_assert_no_error (error);
  assert_same (loaded, agreement);
  g_assert_cmpint (revision, ==, MFT_LIBRARY_FIRST_REVISION + 1);
}

static GBytes *
entry_of (MftAgreement *agreement, const char *name)
{
  return g_hash_table_lookup (mft_agreement_get_entries (agreement), name);
}

/* Comments and what a newer version may have put beside the text come back, also in versions. */
static void
test_entries (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (MftLibrary) library = mft_library_open (folder, NULL);
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (GError) error = NULL;
  gint64 revision = MFT_LIBRARY_FIRST_REVISION;
  GHashTable *entries = mft_agreement_get_entries (agreement);

  g_autofree char *id = mft_library_add (library, agreement, NULL);
  g_hash_table_replace (entries, g_strdup ("komentar.xml"), g_bytes_new_static ("<catatan/>", 10));
  g_hash_table_replace (entries, g_strdup ("aset/logo-1.png"), g_bytes_new_static ("PNG", 3));
  g_assert_true (mft_library_save (library, id, agreement, &revision, &error));
  g_assert_no_error (error);
  g_autoptr (MftAgreement) loaded = mft_library_load (library, id, NULL, &error);
  g_assert_no_error (error);
  assert_same (loaded, agreement);
  g_assert_true (
      g_bytes_equal (entry_of (loaded, "komentar.xml"), entry_of (agreement, "komentar.xml")));
  g_assert_nonnull (entry_of (loaded, "aset/logo-1.png"));

  /* Paraf stay with the text that they were given to. */
  g_autofree char *copy = mft_library_duplicate (library, id, NULL);
  g_autoptr (MftAgreement) duplicate = mft_library_load (library, copy, NULL, NULL);
  g_assert_null (entry_of (duplicate, "komentar.xml"));
  g_assert_nonnull (entry_of (duplicate, "aset/logo-1.png"));
}

static void
assert_order (MftLibrary *library, const char *first, const char *second)
{
  const MftRegisterQuery all = { 0 };
  g_autoptr (GPtrArray) entries = mft_register_list (library, &all, 0, 10, NULL);
  guint count;

  g_assert_cmpuint (entries->len, ==, second != NULL ? 2 : 1);
  g_assert_true (mft_register_count (library, &all, &count, NULL));
  g_assert_cmpuint (count, ==, entries->len);
  g_assert_cmpstr (((MftLibraryEntry *) g_ptr_array_index (entries, 0))->id, ==, first);
  if (second != NULL)
    g_assert_cmpstr (((MftLibraryEntry *) g_ptr_array_index (entries, 1))->id, ==, second);
}

static void
test_list_and_remove (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (MftLibrary) library = mft_library_open (folder, NULL);
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  gint64 revision = MFT_LIBRARY_FIRST_REVISION;
  g_autoptr (GError) error = NULL;

  mft_clock_freeze (1000);
  g_autofree char *older = mft_library_add (library, agreement, NULL);
  mft_clock_freeze (2000);
  g_autofree char *newer = mft_library_add (library, agreement, NULL);
  assert_order (library, newer, older);
  mft_clock_freeze (3000);
  mft_library_save (library, older, agreement, &revision, NULL);
  mft_clock_freeze (-1);
  assert_order (library, older, newer);

  g_assert_true (mft_library_remove (library, newer, NULL));
  assert_order (library, older, NULL);
  g_assert_true (mft_library_bring_back (library, newer, NULL));
  assert_order (library, older, newer);
  g_assert_true (mft_library_remove (library, newer, NULL));
  g_assert_false (mft_library_remove (library, newer, &error));
  g_assert_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_false (mft_library_save (library, newer, agreement, &revision, &error));
  g_assert_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_null (mft_library_load (library, newer, NULL, &error));
  g_assert_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_MISSING);
  g_clear_error (&error);

  /* Gone for good once the library was closed. */
  g_clear_pointer (&library, mft_library_close);
  library = mft_library_open (folder, NULL);
  g_assert_false (mft_library_bring_back (library, newer, &error));
  g_assert_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_MISSING);
  assert_order (library, older, NULL);
}

static void
test_duplicate (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (MftLibrary) library = mft_library_open (folder, NULL);
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();

  mft_edit_field (agreement, "p1.nomor", "27/PKS/KTS/XI/2026", NULL);
  g_autofree char *id = mft_library_add (library, agreement, NULL);
  g_autofree char *copy = mft_library_duplicate (library, id, NULL);
  g_autoptr (MftAgreement) loaded = mft_library_load (library, copy, NULL, NULL);

  g_assert_cmpstr (copy, !=, id);
  g_assert_null (mft_agreement_get_value (loaded, "p1.nomor"));
  g_assert_cmpstr (mft_agreement_get_value (loaded, "p1.nama"), ==, "Kementerian Tata Samudra");
  g_assert_cmpstr (mft_agreement_get_setting (loaded, "garis"), !=,
                   mft_agreement_get_setting (agreement, "garis"));
}

/* Who comes second overwrites nothing, and loses nothing. */
static void
test_two_at_once (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (MftLibrary) library = mft_library_open (folder, NULL);
  g_autoptr (MftAgreement) original = mft_test_agreement ();
  g_autofree char *id = mft_library_add (library, original, NULL);
  gint64 first_revision, second_revision;
  g_autoptr (MftAgreement) first = mft_library_load (library, id, &first_revision, NULL);
  g_autoptr (MftAgreement) second = mft_library_load (library, id, &second_revision, NULL);
  g_autoptr (GError) error = NULL;

  mft_edit_field (first, "p1.nama", "Dinas Satu", NULL);
  mft_edit_field (second, "p1.nama", "Dinas Dua", NULL);
  g_assert_true (mft_library_save (library, id, first, &first_revision, NULL));
  g_assert_false (mft_library_save (library, id, second, &second_revision, &error));
  g_assert_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_CHANGED);

  g_autoptr (MftAgreement) saved = mft_library_load (library, id, NULL, NULL);
  assert_same (saved, first);
  g_autoptr (GPtrArray) versions = mft_library_versions (library, id, NULL);
  const MftLibraryVersion *kept = g_ptr_array_index (versions, 0);
  g_assert_cmpint (kept->kind, ==, MFT_VERSION_CONFLICT);
  g_autoptr (MftAgreement) words = mft_library_load_version (library, id, kept->number, NULL);
  assert_same (words, second);
}

static void
test_read_only (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (MftLibrary) library = mft_library_open (folder, NULL);
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autofree char *id = mft_library_add (library, agreement, NULL);
  g_autoptr (GError) error = NULL;
  gint64 revision;

  /* Beside the one that writes. */
  g_autoptr (MftLibrary) reading = mft_library_open_reading (folder, &error);
  g_assert_no_error (error);
  g_assert_true (mft_library_is_read_only (reading));
  g_autoptr (MftAgreement) loaded = mft_library_load (reading, id, &revision, &error);
  g_assert_no_error (error);
  assert_same (loaded, agreement);
  g_assert_false (mft_edit_field (loaded, "p1.nama", "Dinas Satu", NULL));
  g_assert_false (mft_library_save (reading, id, loaded, &revision, &error));
  g_assert_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (mft_library_remove (reading, id, &error));
  g_assert_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_null (mft_library_add (reading, agreement, &error));
  g_assert_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_READ_ONLY);
}

/* What `run` says in a child that is nobody. */
static int
run_as_nobody (int (*run) (const char *folder), const char *folder)
{
  int status;
  pid_t child = fork ();

  if (child == 0)
    {
      if (geteuid () == 0 && setuid (65534) != 0)
        _exit (99);
      _exit (run (folder));
    }
  waitpid (child, &status, 0);
  return WIFEXITED (status) ? WEXITSTATUS (status) : -1;
}

static int
open_protected (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftLibrary) library = mft_library_open (folder, &error);

  if (library != NULL || !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES))
    return 1;
  g_clear_error (&error);
  library = mft_library_open_reading (folder, &error);
  if (library == NULL)
    return 2;
  const MftRegisterQuery query = { .words = "samudra" };
  g_autoptr (GPtrArray) entries = mft_register_list (library, &query, 0, 10, &error);
  if (entries == NULL || entries->len != 1)
    return 3;
  const MftLibraryEntry *entry = g_ptr_array_index (entries, 0);
  g_autoptr (MftAgreement) loaded = mft_library_load (library, entry->id, NULL, NULL);
  return loaded != NULL ? 0 : 4;
}

/* A folder that may only be read is told, and what is in it can be read. */
static void
test_protected_folder (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "pustaka.db", NULL);
  g_autofree char *lock = g_build_filename (folder, "pustaka.lock", NULL);
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();

  {
    g_autoptr (MftLibrary) library = mft_library_open (folder, NULL);
    g_autofree char *id = mft_library_add (library, agreement, NULL);
    const MftRegisterQuery query = { .words = "samudra" };
    guint count;
    g_assert_true (mft_register_count (library, &query, &count, NULL));
    g_assert_cmpuint (count, ==, 1);
  }
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (lock, 0444), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  g_assert_cmpint (run_as_nobody (open_protected, folder), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
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
          gint64 revision;
          g_object_unref (mft_library_load (library, id, &revision, NULL));
          for (int i = 0; library != NULL; i++)
            {
              mft_edit_field (agreement, "p1.nama", i % 2 ? "Ganjil" : "Genap", NULL);
              mft_library_save (library, id, agreement, &revision, NULL);
            }
          _exit (1);
        }
      g_usleep (2000 + 3000 * (gulong) round);
      kill (child, SIGKILL);
      waitpid (child, NULL, 0);
      g_autoptr (GError) error = NULL;
      g_autoptr (MftLibrary) library = mft_library_open (folder, &error);
      g_assert_no_error (error);
      g_autoptr (MftAgreement) loaded = mft_library_load (library, id, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (loaded);
    }
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/store/library/round-trip", test_round_trip);
  g_test_add_func ("/store/library/entries", test_entries);
  g_test_add_func ("/store/library/list", test_list_and_remove);
  g_test_add_func ("/store/library/duplicate", test_duplicate);
  g_test_add_func ("/store/library/two-at-once", test_two_at_once);
  g_test_add_func ("/store/library/read-only", test_read_only);
  g_test_add_func ("/store/library/protected-folder", test_protected_folder);
  g_test_add_func ("/store/library/lock", test_one_at_a_time);
  g_test_add_func ("/store/library/private", test_private);
  g_test_add_func ("/store/library/damaged", test_damaged_and_newer);
  g_test_add_func ("/store/library/killed", test_killed);
  return g_test_run ();
}
