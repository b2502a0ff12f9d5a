/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "base/data-folder.h"

#include "act/journal.h"

static void
test_chain (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "catatan.jsonl", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const MftJournalEntry entry = { .act = "sign", .outcome = "done", .signer = "Wulan \"W\"" };

  mft_data_folder_set (folder);
  g_assert_cmpuint (mft_journal_check (&error), ==, 0);
  for (int i = 0; i < 3; i++)
    g_assert_true (mft_journal_add (&entry, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (mft_journal_check (&error), ==, 0);

  /* A change inside shows in the line that follows it. */
  g_file_get_contents (path, &text, NULL, NULL);
  *strstr (text, "Wulan") = 'B';
  g_file_set_contents (path, text, -1, NULL);
  g_assert_cmpuint (mft_journal_check (&error), ==, 2);
  mft_data_folder_set (NULL);
}

static guint
check_after_adding (const MftJournalEntry *entry)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mft_journal_add (entry, &error));
  g_assert_no_error (error);
  return mft_journal_check (&error);
}

/* Names come from outside and may be of any length. */
static void
test_long_lines (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *name = g_strnfill (20000, 'W');
  const MftJournalEntry entry = { .act = "sign", .outcome = "done", .signer = name };

  mft_data_folder_set (folder);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (check_after_adding (&entry), ==, 0);
  mft_data_folder_set (NULL);
}

/* A line cut short is told, and spoils no other; nothing hides behind an empty one. */
static void
test_cut_and_empty_lines (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "catatan.jsonl", NULL);
  const MftJournalEntry entry = { .act = "sign", .outcome = "done" };
  g_autofree char *text = NULL;
  g_autofree char *changed = NULL;

  mft_data_folder_set (folder);
  g_assert_cmpuint (check_after_adding (&entry), ==, 0);
  g_file_get_contents (path, &text, NULL, NULL);
  changed = g_strconcat (text, "{\"time\":", NULL);
  g_file_set_contents (path, changed, -1, NULL);
  g_assert_cmpuint (check_after_adding (&entry), ==, 2);
  g_free (changed);
  changed = g_strconcat (text, "\n{}\n", NULL);
  g_file_set_contents (path, changed, -1, NULL);
  g_assert_cmpuint (mft_journal_check (NULL), ==, 2);
  mft_data_folder_set (NULL);
}

/* What was written is read back, newest first; what is no entry is passed over. */
static void
test_list (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "catatan.jsonl", NULL);
  const MftJournalEntry done = { .act = "sign", .outcome = "done", .signer = "Wulan \"W\"" };
  const MftJournalEntry failed = { .act = "sign",
                                   .outcome = "mft-pki-error/0",
                                   .basis = "explanation",
                                   .told_by = "Bagas Manikmaya",
                                   .pages_shown = 2,
                                   .pages = 5 };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  mft_data_folder_set (folder);
  g_autoptr (GPtrArray) none = mft_journal_list (10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (mft_journal_add (&done, &error));
  g_assert_true (mft_journal_add (&failed, &error));
  g_file_get_contents (path, &text, NULL, NULL);
  g_assert_nonnull (strstr (text, "\"pages_shown\": 2,\"pages\": 5"));
  g_assert_nonnull (strstr (text, "\"told_by\": \"Bagas Manikmaya\""));
  g_autofree char *spoiled = g_strconcat (text, "[1]\n{\"time\": 7, \"act\": [\n\x01\n", NULL);
  g_file_set_contents (path, spoiled, -1, NULL);
  g_autoptr (GPtrArray) records = mft_journal_list (10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 2);
  g_assert_true (mft_journal_record_failed (g_ptr_array_index (records, 0)));
  const MftJournalRecord *first = g_ptr_array_index (records, 1);
  g_assert_false (mft_journal_record_failed (first));
  g_assert_cmpstr (first->signer, ==, "Wulan \"W\"");
  g_assert_cmpint (first->time, >, 0);
  g_autoptr (GPtrArray) one = mft_journal_list (1, &error);
  g_assert_cmpuint (one->len, ==, 1);
  mft_data_folder_set (NULL);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/act/journal/chain", test_chain);
  g_test_add_func ("/act/journal/long-lines", test_long_lines);
  g_test_add_func ("/act/journal/cut-and-empty-lines", test_cut_and_empty_lines);
  g_test_add_func ("/act/journal/list", test_list);
  return g_test_run ();
}
