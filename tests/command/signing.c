/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signatures under fire: both orders, other judges, flipped bytes, killed and interrupted programs. */
#include "drive.h"
#include "support.h"

#include <signal.h>
#include <string.h>

static void
assert_judge (const char *const *argv, const char *wanted, guint times)
{
  g_autofree char *program = g_find_program_in_path (argv[0]);
  g_autofree char *output = NULL;
  int status;

  if (program == NULL)
    {
      g_test_message ("not judged: there is no %s here", argv[0]);
      return;
    }
  g_assert_true (g_spawn_sync (mft_drive_folder (), (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL,
                               NULL, &output, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  g_auto (GStrv) parts = g_strsplit (output, wanted, -1);
  g_assert_cmpuint (g_strv_length (parts) - 1, ==, times);
}

static void
assert_both_orders (guint first, guint second, const char *once, const char *twice)
{
  mft_drive_make_pages ();
  mft_drive_sign ("naskah.pdf", once, first);
  mft_drive_sign (once, twice, second);
  g_autoptr (GBytes) before = mft_drive_read (once);
  g_autoptr (GBytes) after = mft_drive_read (twice);

  /* Not one byte of what the first party signed has changed. */
  g_assert_cmpuint (g_bytes_get_size (after), >, g_bytes_get_size (before));
  g_assert_cmpmem (g_bytes_get_data (after, NULL), g_bytes_get_size (before),
                   g_bytes_get_data (before, NULL), g_bytes_get_size (before));
  g_free (mft_drive_done (WORDS ("verify", once, twice, "--trust", "ca.pem")));
  assert_judge (WORDS ("pdfsig", "-nocert", twice), "Signature is Valid.", 2);
  assert_judge (WORDS ("pdfsig", "-nocert", twice), "Total document signed", 1);
  assert_judge (WORDS ("qpdf", "--check", twice), "No syntax or stream encoding errors found", 1);
}

static void
test_orders (void)
{
  assert_both_orders (1, 2, "a-1.pdf", "a-2.pdf");
  assert_both_orders (2, 1, "b-1.pdf", "b-2.pdf");
}

/* The four numbers of the only signature of a file. */
static void
read_range (const char *name, gint64 *range)
{
  g_autoptr (JsonNode) root
      = mft_drive_json (0, WORDS ("verify", name, "--trust", "ca.pem", "--json"));
  JsonArray *files = json_object_get_array_member (json_node_get_object (root), "files");
  JsonObject *file = json_array_get_object_element (files, 0);
  JsonArray *signatures = json_object_get_array_member (file, "signatures");

  for (guint i = 0; i < json_array_get_length (signatures); i++)
    {
      JsonObject *signature = json_array_get_object_element (signatures, i);
      JsonNode *numbers = json_object_get_member (signature, "byte_range");
      if (!JSON_NODE_HOLDS_ARRAY (numbers))
        continue;
      for (guint j = 0; j < 4; j++)
        range[j] = json_array_get_int_element (json_node_get_array (numbers), j);
      return;
    }
  g_assert_not_reached ();
}

#define FLIPS 90

/* Invalid; in the signature's own dictionary it may as well be a signature that cannot be read. */
static void
assert_not_passed (JsonObject *file)
{
  const char *verdict = json_object_get_string_member (file, "verdict");
  JsonArray *signatures = json_object_get_array_member (file, "signatures");

  if (g_str_equal (verdict, "invalid"))
    return;
  g_assert_cmpstr (verdict, ==, "indeterminate");
  for (guint i = 0; i < json_array_get_length (signatures); i++)
    {
      JsonObject *signature = json_array_get_object_element (signatures, i);
      if (g_str_equal (json_object_get_string_member (signature, "state"), "unreadable"))
        return;
    }
  g_error ("%s: %s", json_object_get_string_member (file, "file"), verdict);
}

/* One bit of any byte that is signed: never valid again, and it says so. */
static void
test_flips (void)
{
  gint64 range[4] = { 0 };
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  mft_drive_make_pages ();
  mft_drive_sign ("naskah.pdf", "utuh.pdf", 1);
  read_range ("utuh.pdf", range);
  g_autoptr (GBytes) bytes = mft_drive_read ("utuh.pdf");
  g_assert_cmpint (range[2] + range[3], ==, (gint64) g_bytes_get_size (bytes));
  g_ptr_array_add (words, g_strdup ("verify"));
  for (gint64 i = 0; i < FLIPS; i++)
    {
      gint64 at = (range[1] + range[3] - 1) * i / (FLIPS - 1);
      if (at >= range[1])
        at += range[2] - range[1];
      g_autofree guint8 *copy
          = g_memdup2 (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_autofree char *name = g_strdup_printf ("balik-%" G_GINT64_FORMAT ".pdf", at);
      copy[at] ^= (guint8) (1 << (i % 8));
      mft_drive_write (name, copy, (gssize) g_bytes_get_size (bytes));
      g_ptr_array_add (words, g_steal_pointer (&name));
    }
  g_ptr_array_add (words, g_strdup ("--trust"));
  g_ptr_array_add (words, g_strdup ("ca.pem"));
  g_ptr_array_add (words, g_strdup ("--json"));
  g_ptr_array_add (words, NULL);
  g_autoptr (MftDriven) driven = mft_drive ((const char *const *) words->pdata);
  g_autoptr (JsonNode) root = json_from_string (driven->output, NULL);
  JsonArray *files = json_object_get_array_member (json_node_get_object (root), "files");
  g_assert_cmpuint (json_array_get_length (files), ==, FLIPS);
  for (guint i = 0; i < FLIPS; i++)
    assert_not_passed (json_array_get_object_element (files, i));
  g_assert_cmpint (driven->status, ==, 1);
}

static void
assert_no_passphrase (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);

  for (const char *name; folder != NULL && (name = g_dir_read_name (folder)) != NULL;)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      g_autofree char *data = NULL;
      gsize size = 0;
      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        assert_no_passphrase (child);
      else if (g_file_get_contents (child, &data, &size, NULL) && !g_str_equal (name, "sandi.txt"))
        g_assert_null (memmem (data, size, MFT_DRIVE_PASSPHRASE, strlen (MFT_DRIVE_PASSPHRASE)));
    }
}

static void
test_passphrase_is_nowhere (void)
{
  g_autoptr (GSubprocessLauncher) launcher = mft_drive_launcher ();
  g_autofree char *data = mft_drive_data_folder ();

  mft_drive_make_keys ();
  mft_drive_make_pages ();
  g_autoptr (GSubprocess) process = mft_drive_start (
      launcher, WORDS ("sign", "naskah.pdf", "-o", "masukan.pdf", "--p12", "kesatu.p12",
                       "--passphrase-file", "-", "--field", "PIHAK_KESATU", "--yes", "--json"));
  g_autoptr (MftDriven) driven = mft_drive_wait (process, MFT_DRIVE_PASSPHRASE "\n");
  g_assert_cmpint (driven->status, ==, 0);
  g_assert_null (strstr (driven->output, MFT_DRIVE_PASSPHRASE));
  g_assert_null (strstr (driven->messages, MFT_DRIVE_PASSPHRASE));
  assert_no_passphrase (mft_drive_folder ());
  assert_no_passphrase (data);
  /* The journal knows of the act all the same. */
  g_autofree char *journal = g_build_filename (data, "catatan.jsonl", NULL);
  g_autofree char *lines = NULL;
  g_assert_true (g_file_get_contents (journal, &lines, NULL, NULL));
  g_assert_nonnull (strstr (lines, "Wulan Hapsari Tirtanegara"));
}

#define KILLS 50

/* Power that fails at any moment: the input as it was, the output whole or not there. */
static void
test_killed (void)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);

  mft_drive_make_keys ();
  mft_drive_make_pages ();
  g_autoptr (GBytes) before = mft_drive_read ("naskah.pdf");
  gint64 start = g_get_monotonic_time ();
  mft_drive_sign ("naskah.pdf", "ukur.pdf", 1);
  gint64 whole = g_get_monotonic_time () - start;
  g_ptr_array_add (made, g_strdup ("verify"));
  for (gint64 i = 0; i < KILLS; i++)
    {
      g_autofree char *output = g_strdup_printf ("mati-%" G_GINT64_FORMAT ".pdf", i);
      g_autoptr (GSubprocessLauncher) launcher = mft_drive_launcher ();
      g_autoptr (GSubprocess) process = mft_drive_start (
          launcher, WORDS ("sign", "naskah.pdf", "-o", output, "--p12", "kesatu.p12",
                           "--passphrase-file", "sandi.txt", "--field", "PIHAK_KESATU", "--yes"));
      g_usleep ((gulong) (whole * i / (KILLS * 2 / 3)));
      g_subprocess_force_exit (process);
      g_assert_true (g_subprocess_wait (process, NULL, NULL));
      if (mft_drive_exists (output))
        g_ptr_array_add (made, g_steal_pointer (&output));
    }
  g_test_message ("%u of %u were done before they were killed", made->len - 1, KILLS);
  g_assert_cmpuint (made->len - 1, <, KILLS);
  g_ptr_array_add (made, g_strdup ("ukur.pdf"));
  g_ptr_array_add (made, g_strdup ("--trust"));
  g_ptr_array_add (made, g_strdup ("ca.pem"));
  g_ptr_array_add (made, NULL);
  g_free (mft_drive_done ((const char *const *) made->pdata));
  g_autoptr (GBytes) after = mft_drive_read ("naskah.pdf");
  g_assert_true (g_bytes_equal (before, after));
}

/* Whether the program has a file open for writing in our folder: it is half-way. */
static gboolean
is_writing (GSubprocess *process)
{
  const char *id = g_subprocess_get_identifier (process);
  g_autofree char *table = id != NULL ? g_strdup_printf ("/proc/%s/fd", id) : NULL;
  g_autoptr (GDir) folder = table != NULL ? g_dir_open (table, 0, NULL) : NULL;

  for (const char *name; folder != NULL && (name = g_dir_read_name (folder)) != NULL;)
    {
      g_autofree char *link = g_build_filename (table, name, NULL);
      g_autofree char *target = g_file_read_link (link, NULL);
      if (target != NULL && g_str_has_prefix (target, mft_drive_folder ())
          && (strstr (target, "(deleted)") != NULL || strstr (target, ".mufakat-") != NULL))
        return TRUE;
    }
  return FALSE;
}

static int
interrupt (const char *output)
{
  g_autoptr (GSubprocessLauncher) launcher = mft_drive_launcher ();
  g_autoptr (GSubprocess) process = mft_drive_start (
      launcher, WORDS ("sign", "besar.pdf", "-o", output, "--p12", "kesatu.p12",
                       "--passphrase-file", "sandi.txt", "--invisible", "--yes", "--json"));

  while (g_subprocess_get_identifier (process) != NULL && !is_writing (process))
    g_usleep (200);
  g_subprocess_send_signal (process, SIGINT);
  g_autoptr (MftDriven) driven = mft_drive_wait (process, NULL);
  if (driven->status == 130)
    {
      g_assert_cmpstr (driven->output, ==, "");
      g_assert_true (g_str_has_prefix (driven->messages, "mufakat: "));
      g_assert_false (mft_drive_exists (output));
    }
  return driven->status;
}

/* Ctrl+C in the middle of the copy; a machine that was faster is asked again. */
static void
test_interrupted (void)
{
  int status = -1;

  mft_drive_make_keys ();
  mft_drive_make_large ("besar.pdf", 64 * 1024 * 1024);
  for (int i = 0; i < 5 && status != 130; i++)
    {
      g_autofree char *output = g_strdup_printf ("henti-%d.pdf", i);
      status = interrupt (output);
    }
  g_assert_cmpint (status, ==, 130);
}

/* Ctrl+C while it waits for the passphrase. */
static void
test_interrupted_waiting (void)
{
  g_autoptr (GSubprocessLauncher) launcher = mft_drive_launcher ();

  mft_drive_make_keys ();
  mft_drive_make_pages ();
  g_autoptr (GSubprocess) process = mft_drive_start (
      launcher, WORDS ("sign", "naskah.pdf", "-o", "tunggu.pdf", "--p12", "kesatu.p12",
                       "--passphrase-file", "-", "--field", "PIHAK_KESATU", "--yes"));
  /* Time to reach the wait; a signal before that is caught as well, and ends the job. */
  g_usleep (300 * 1000);
  g_subprocess_send_signal (process, SIGINT);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 130);
  g_assert_false (mft_drive_exists ("tunggu.pdf"));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/signing/orders", test_orders);
  g_test_add_func ("/signing/flips", test_flips);
  g_test_add_func ("/signing/passphrase-is-nowhere", test_passphrase_is_nowhere);
  g_test_add_func ("/signing/killed", test_killed);
  g_test_add_func ("/signing/interrupted", test_interrupted);
  g_test_add_func ("/signing/interrupted/waiting", test_interrupted_waiting);
  return g_test_run ();
}
