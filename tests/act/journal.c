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

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/act/journal/chain", test_chain);
  return g_test_run ();
}
