/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing that was written is lost: when the program dies, when the disk is full, when another window
 * was faster. */
#include "ui-support.h"

#include "random-edits.h"
#include "support.h"

#include <signal.h>
#include <sys/wait.h>

#include "agreement/edit.h"
#include "agreement/lock.h"
#include "agreement/shown.h"
#include "store/register.h"
#include "ui/editor/working-copy.h"

#define TYPING "--type"
#define LETTER_MS 25

/* --- the one that is killed ------------------------------------------------------------------------- */

typedef struct
{
  MftAgreement *agreement;
  MftBlock *block;
} Typist;

static MftBlock *
first_ayat (MftAgreement *agreement)
{
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);

  return mft_block_get_child (mft_block_get_child (body, 1), 0);
}

/* One letter more, and its number and time to whoever watches. */
static gboolean
type_cb (gpointer data)
{
  static guint typed;
  Typist *typist = data;
  g_autoptr (MftText) letter = mft_text_new (typed % 6 == 5 ? " " : "x", MFT_STYLE_PLAIN);
  guint length = mft_text_length (mft_block_get_text (typist->block));

  g_assert_true (mft_edit_text (typist->agreement, typist->block, length, length, letter, NULL));
  typed++;
  g_print ("%u %" G_GINT64_FORMAT "\n", mft_text_length (mft_block_get_text (typist->block)),
           g_get_monotonic_time ());
  fflush (stdout);
  return G_SOURCE_CONTINUE;
}

static int
type_until_killed (const char *folder)
{
  g_autoptr (MftLibrary) library = mft_library_open (folder, NULL);
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (MftWorkingCopy) copy = mft_working_copy_new (library, agreement, NULL, NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Typist typist = { agreement, first_ayat (agreement) };

  g_assert_nonnull (copy);
  g_timeout_add (LETTER_MS, type_cb, &typist);
  g_main_loop_run (loop);
  return 1;
}

static MftAgreement *
load_only (MftLibrary *library)
{
  const MftRegisterQuery all = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = mft_register_list (library, &all, 0, 10, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 1);
  MftAgreement *agreement
      = mft_library_load (library, ((const MftLibraryEntry *) entries->pdata[0])->id, NULL, &error);
  g_assert_no_error (error);
  return agreement;
}

/* Letters that stood there a second before the end. */
static guint
letters_before (const char *log, gint64 end)
{
  g_auto (GStrv) lines = g_strsplit (log, "\n", -1);
  guint letters = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *rest;
      guint64 length = g_ascii_strtoull (lines[i], &rest, 10);
      if (*rest == ' ' && g_ascii_strtoll (rest, NULL, 10) <= end - G_USEC_PER_SEC)
        letters = (guint) length;
    }
  return letters;
}

/* kill -9 while somebody types: all but the last second is there, and it can be undone. */
static void
test_killed (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *log = g_build_filename (folder, "ketikan", NULL);
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GError) error = NULL;
  g_autofree char *typed = NULL;

  g_subprocess_launcher_set_stdout_file_path (launcher, log);
  g_autoptr (GSubprocess) child
      = g_subprocess_launcher_spawn (launcher, &error, self, TYPING, folder, NULL);
  g_assert_no_error (error);
  g_usleep (3 * G_USEC_PER_SEC);
  gint64 end = g_get_monotonic_time ();
  g_subprocess_send_signal (child, SIGKILL);
  g_subprocess_wait (child, NULL, NULL);
  g_assert_true (g_file_get_contents (log, &typed, NULL, &error));

  g_autoptr (MftLibrary) library = mft_library_open (folder, &error);
  g_assert_no_error (error);
  g_autoptr (MftAgreement) agreement = load_only (library);
  guint before = letters_before (typed, end);
  g_assert_cmpuint (before, >, 0);
  g_assert_cmpuint (mft_text_length (mft_block_get_text (first_ayat (agreement))), >=, before);
  g_autoptr (MftAgreement) start = mft_test_agreement ();
  while (mft_agreement_undo (agreement))
    ;
  g_autofree char *undone = mft_shown_text (agreement, first_ayat (agreement));
  g_autofree char *first = mft_shown_text (start, first_ayat (start));
  g_assert_cmpstr (undone, ==, first);
}

/* --- two windows ------------------------------------------------------------------------------------ */

static gboolean
is_saved (gpointer copy)
{
  return mft_working_copy_get_state (copy) == MFT_WORKING_COPY_SAVED;
}

/* Whoever is later overwrites nothing, loses nothing, and is told. */
static void
test_two_windows (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (MftLibrary) library = mft_library_open (folder, NULL);
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (MftWorkingCopy) first = mft_working_copy_new (library, agreement, NULL, NULL);
  const MftRegisterQuery all = { 0 };
  g_autoptr (GPtrArray) entries = mft_register_list (library, &all, 0, 10, NULL);
  const char *id = ((const MftLibraryEntry *) entries->pdata[0])->id;
  g_autoptr (MftWorkingCopy) second = mft_working_copy_open (library, id, NULL);
  MftAgreement *other = mft_working_copy_get_agreement (second);

  g_assert_true (mft_edit_field (agreement, "jangka_waktu", "7 tahun", NULL));
  mft_ui_test_until (is_saved, first);
  g_assert_true (mft_edit_field (other, "jangka_waktu", "9 tahun", NULL));
  mft_working_copy_flush (second);
  g_assert_cmpint (mft_working_copy_get_state (second), ==, MFT_WORKING_COPY_FAILED);
  g_assert_error (mft_working_copy_get_error (second), MFT_STORE_ERROR, MFT_STORE_ERROR_CHANGED);
  g_assert_cmpint (mft_agreement_get_lock (other), ==, MFT_LOCK_ALL);
  g_assert_false (mft_working_copy_keep (second, "tidak", NULL));

  g_autoptr (MftAgreement) saved = mft_library_load (library, id, NULL, NULL);
  g_assert_cmpstr (mft_agreement_get_value (saved, "jangka_waktu"), ==, "7 tahun");
  g_autoptr (GPtrArray) versions = mft_library_versions (library, id, NULL);
  const MftLibraryVersion *newest = versions->pdata[0];
  g_assert_cmpint (newest->kind, ==, MFT_VERSION_CONFLICT);
  g_autoptr (MftAgreement) kept = mft_library_load_version (library, id, newest->number, NULL);
  g_assert_cmpstr (mft_agreement_get_value (kept, "jangka_waktu"), ==, "9 tahun");
}

/* --- a library that can only be read ----------------------------------------------------------------- */

static void
test_read_only (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftLibrary *writing = mft_library_open (folder, NULL);
  g_autofree char *id = mft_library_add (writing, agreement, NULL);
  g_autoptr (GError) error = NULL;

  g_autoptr (MftLibrary) library = mft_library_open_or_read (folder, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (MftWorkingCopy) copy = mft_working_copy_open (library, id, &error);
  g_assert_no_error (error);
  g_assert_true (mft_working_copy_is_read_only (copy));
  g_assert_false (
      mft_edit_field (mft_working_copy_get_agreement (copy), "jangka_waktu", "7 tahun", &error));
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_false (mft_working_copy_set_status (copy, MFT_STATUS_DISCUSSION, &error));
  g_assert_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_READ_ONLY);
  mft_library_close (writing);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], TYPING))
    return type_until_killed (argv[2]);
  mft_ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/working-copy/killed", test_killed);
  g_test_add_func ("/ui/working-copy/two-windows", test_two_windows);
  g_test_add_func ("/ui/working-copy/read-only", test_read_only);
  return g_test_run ();
}
