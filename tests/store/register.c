/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"

#include <sqlite3.h>

#include "agreement/akn.h"
#include "agreement/edit.h"

#include "store/register.h"

static char *
add (MftLibrary *library, const char *party, const char *number)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();

  mft_edit_field (agreement, "p1.nama", party, NULL);
  mft_edit_field (agreement, "p1.nomor", number, NULL);
  return mft_library_add (library, agreement, NULL);
}

/* The ids that a query finds, joined. */
static char *
find (MftLibrary *library, const char *words, guint statuses)
{
  const MftRegisterQuery query = { words, statuses };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = mft_register_list (library, &query, 0, 100, &error);
  GString *ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            ((MftLibraryEntry *) g_ptr_array_index (entries, i))->id);
  return g_string_free (ids, FALSE);
}

static void
assert_finds (MftLibrary *library, const char *words, guint statuses, const char *expected)
{
  g_autofree char *found = find (library, words, statuses);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_search (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (MftLibrary) library = mft_library_open (folder, NULL);
  g_autofree char *first = add (library, "Badan Arsip Nusa", "14/PKS/BAN/III/2026");
  g_autofree char *second = add (library, "Dinas Perikanan Teluk Jingga", "27/PKS/DP/XI/2026");
  g_autofree char *both = g_strjoin (" ", second, first, NULL);
  g_autofree char *turned = g_strjoin (" ", first, second, NULL);

  assert_finds (library, NULL, 0, both);
  assert_finds (library, "arsip", 0, first);
  assert_finds (library, "ARS", 0, first);
  assert_finds (library, "teluk dinas", 0, second);
  assert_finds (library, "27/PKS", 0, second);
  assert_finds (library, "pks 2026", 0, both);
  assert_finds (library, "arsip teluk", 0, "");
  /* Status words are no words of the text. */
  assert_finds (library, "draft", 0, "");
  assert_finds (library, "arsip", 1u << MFT_STATUS_DRAFT, first);
  assert_finds (library, "arsip", 1u << MFT_STATUS_IN_FORCE, "");
  g_assert_true (mft_library_set_status (library, first, MFT_STATUS_DISCUSSION, NULL));
  assert_finds (library, "arsip", 1u << MFT_STATUS_DISCUSSION, first);
  assert_finds (library, "", 1u << MFT_STATUS_DISCUSSION, first);
  assert_finds (library, "pks", 1u << MFT_STATUS_DISCUSSION | 1u << MFT_STATUS_DRAFT, turned);
}

/* What a person may type is no language. */
static void
test_hostile_words (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (MftLibrary) library = mft_library_open (folder, NULL);
  g_autofree char *id = add (library, "Badan Arsip Nusa", "14/PKS");

  assert_finds (library, "\"", 0, id);
  assert_finds (library, "arsip\" OR \"x", 0, "");
  assert_finds (library, "status:draft", 0, "");
  assert_finds (library, "NEAR(arsip nusa)", 0, "");
  assert_finds (library, "arsip*", 0, id);
  assert_finds (library, "') DROP TABLE agreement; --", 0, "");
  assert_finds (library, "arsip \xff\xfe", 0, id);
  assert_finds (library, "((((", 0, id);
}

/* A changed text is found by its new words only; a removed one not at all. */
static void
test_follows (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (MftLibrary) library = mft_library_open (folder, NULL);
  g_autofree char *id = add (library, "Badan Arsip Nusa", "14/PKS");
  gint64 revision;
  g_autoptr (MftAgreement) agreement = mft_library_load (library, id, &revision, NULL);

  assert_finds (library, "nusa", 0, id);
  mft_edit_field (agreement, "p1.nama", "Balai Rempah", NULL);
  g_assert_true (mft_library_save (library, id, agreement, &revision, NULL));
  assert_finds (library, "nusa", 0, "");
  assert_finds (library, "rempah", 0, id);
  g_assert_true (mft_library_remove (library, id, NULL));
  assert_finds (library, "rempah", 0, "");
  g_assert_true (mft_library_bring_back (library, id, NULL));
  assert_finds (library, "rempah", 0, id);
}

static void
test_pages_and_counts (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (MftLibrary) library = mft_library_open (folder, NULL);
  const MftRegisterQuery all = { 0 }, drafts = { .statuses = 1u << MFT_STATUS_DRAFT };
  guint count;
  g_autofree char *last = NULL;

  for (int i = 0; i < 25; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d/PKS", i);
      g_free (last);
      last = add (library, "Badan Arsip", number);
    }
  g_assert_true (mft_library_set_status (library, last, MFT_STATUS_DISCUSSION, NULL));
  g_assert_true (mft_register_count (library, &all, &count, NULL));
  g_assert_cmpuint (count, ==, 25);
  g_assert_true (mft_register_count (library, &drafts, &count, NULL));
  g_assert_cmpuint (count, ==, 24);
  g_autoptr (GPtrArray) page = mft_register_list (library, &all, 20, 10, NULL);
  g_assert_cmpuint (page->len, ==, 5);
  g_autoptr (GPtrArray) beyond = mft_register_list (library, &all, 90, 10, NULL);
  g_assert_cmpuint (beyond->len, ==, 0);
}

/* The library as the first version of the program left it. */
static void
test_migration (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "pustaka.db", NULL);
  g_autofree char *kept = g_strconcat (path, ".v1", NULL);
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (GBytes) naskah = mft_akn_write (agreement);
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement;
  sqlite3 *database;

  sqlite3_open (path, &database);
  g_assert_cmpint (sqlite3_exec (database,
                                 "CREATE TABLE agreement (id TEXT PRIMARY KEY NOT NULL,"
                                 " title TEXT NOT NULL, created INTEGER NOT NULL,"
                                 " changed INTEGER NOT NULL, naskah BLOB NOT NULL) STRICT;"
                                 "CREATE INDEX agreement_changed ON agreement (changed);"
                                 "INSERT INTO agreement VALUES ('rusak', 'Rusak', 1, 2, x'00');"
                                 "PRAGMA user_version = 1",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_prepare_v2 (database, "INSERT INTO agreement VALUES ('lama', 'Lama', 10, 20, ?1)", -1,
                      &statement, NULL);
  sqlite3_bind_blob (statement, 1, g_bytes_get_data (naskah, NULL), (int) g_bytes_get_size (naskah),
                     SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
  sqlite3_close (database);

  g_autoptr (MftLibrary) library = mft_library_open (folder, &error);
  g_assert_no_error (error);
  assert_finds (library, NULL, 0, "lama rusak");
  assert_finds (library, "samudra", 0, "lama");
  assert_finds (library, "rusak", 0, "rusak");
  g_autoptr (MftLibraryEntry) entry = mft_register_find (library, "lama", &error);
  g_assert_no_error (error);
  g_assert_cmpint (entry->changed, ==, 20);
  g_assert_cmpint (entry->status, ==, MFT_STATUS_DRAFT);
  g_assert_nonnull (strstr (entry->parties, "Kementerian Tata Samudra"));
  g_autoptr (MftAgreement) loaded = mft_library_load (library, "lama", NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) read = mft_akn_write (loaded);
  g_assert_true (g_bytes_equal (read, naskah));
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/store/register/search", test_search);
  g_test_add_func ("/store/register/hostile-words", test_hostile_words);
  g_test_add_func ("/store/register/follows", test_follows);
  g_test_add_func ("/store/register/pages-and-counts", test_pages_and_counts);
  g_test_add_func ("/store/register/migration", test_migration);
  return g_test_run ();
}
