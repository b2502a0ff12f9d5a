/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was done can be undone after the library was closed and opened again. */
#include "random-edits.h"
#include "support.h"

#include "agreement/akn.h"
#include "agreement/edit.h"

#include "store/library.h"

typedef struct
{
  char *folder;
  MftLibrary *library;
  MftAgreement *agreement;
  char *id;
  gint64 revision;
} Work;

static void
set_up (Work *work, gconstpointer data)
{
  (void) data;
  work->folder = mft_test_folder ();
  work->library = mft_library_open (work->folder, NULL);
  work->agreement = mft_test_agreement ();
  work->id = mft_library_add (work->library, work->agreement, NULL);
  work->revision = MFT_LIBRARY_FIRST_REVISION;
}

static void
tear_down (Work *work, gconstpointer data)
{
  (void) data;
  g_object_unref (work->agreement);
  mft_library_close (work->library);
  g_free (work->folder);
  g_free (work->id);
}

static void
save (Work *work)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
      mft_library_save (work->library, work->id, work->agreement, &work->revision, &error));
  g_assert_no_error (error);
}

/* The program ends and starts again. */
static void
restart (Work *work)
{
  g_autoptr (GError) error = NULL;

  g_object_unref (work->agreement);
  mft_library_close (work->library);
  work->library = mft_library_open (work->folder, &error);
  g_assert_no_error (error);
  work->agreement = mft_library_load (work->library, work->id, &work->revision, &error);
  g_assert_no_error (error);
}

static void
test_restart (Work *work, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (23);
  g_autofree char *start = mft_test_dump (work->agreement);

  (void) data;
  for (int i = 0; i < 200; i++)
    {
      mft_test_random_edit (work->agreement, random);
      if (i % 20 == 3)
        mft_agreement_undo (work->agreement);
      if (i % 9 == 0)
        save (work);
      if (i % 50 == 49)
        {
          save (work);
          restart (work);
        }
    }
  save (work);
  g_autofree char *end = mft_test_dump (work->agreement);
  restart (work);
  while (mft_agreement_undo (work->agreement))
    ;
  g_autofree char *undone = mft_test_dump (work->agreement);
  mft_test_assert_text (undone, start);
  save (work);
  restart (work);
  while (mft_agreement_redo (work->agreement))
    ;
  g_autofree char *redone = mft_test_dump (work->agreement);
  mft_test_assert_text (redone, end);
}

/* A text that came another way has none of the old one's steps. */
static void
test_another_text (Work *work, gconstpointer data)
{
  g_autoptr (MftAgreement) other = mft_agreement_snapshot (work->agreement);

  (void) data;
  g_assert_true (mft_edit_field (work->agreement, "jangka_waktu", "7 tahun", NULL));
  save (work);
  g_assert_true (mft_library_save (work->library, work->id, other, &work->revision, NULL));
  restart (work);
  g_assert_false (mft_agreement_can_undo (work->agreement));
}

/* Whoever came too late writes no steps either. */
static void
test_overtaken (Work *work, gconstpointer data)
{
  gint64 revision;
  g_autoptr (MftAgreement) second = mft_library_load (work->library, work->id, &revision, NULL);

  (void) data;
  g_assert_true (mft_edit_field (work->agreement, "jangka_waktu", "7 tahun", NULL));
  save (work);
  g_assert_true (mft_edit_field (second, "jangka_waktu", "9 tahun", NULL));
  g_assert_true (mft_edit_field (second, "p1.nama", "Dinas Lain", NULL));
  g_assert_false (mft_library_save (work->library, work->id, second, &revision, NULL));
  restart (work);
  g_assert_cmpstr (mft_agreement_get_value (work->agreement, "jangka_waktu"), ==, "7 tahun");
  g_assert_true (mft_agreement_undo (work->agreement));
  g_assert_cmpstr (mft_agreement_get_value (work->agreement, "jangka_waktu"), ==, "4 tahun");
  g_assert_false (mft_agreement_can_undo (work->agreement));
}

/* Going back to a version from the command line is undone in the window. */
static void
test_revert_is_undone (Work *work, gconstpointer data)
{
  (void) data;
  g_assert_true (mft_library_keep (work->library, work->id, MFT_VERSION_NAMED, "awal", NULL));
  g_autoptr (GPtrArray) versions = mft_library_versions (work->library, work->id, NULL);
  gint64 number = ((const MftLibraryVersion *) versions->pdata[0])->number;
  g_assert_true (mft_edit_field (work->agreement, "jangka_waktu", "7 tahun", NULL));
  save (work);
  g_assert_true (mft_library_revert (work->library, work->id, number, NULL));
  restart (work);
  g_assert_cmpstr (mft_agreement_get_value (work->agreement, "jangka_waktu"), ==, "4 tahun");
  g_assert_true (mft_agreement_undo (work->agreement));
  g_assert_cmpstr (mft_agreement_get_value (work->agreement, "jangka_waktu"), ==, "7 tahun");
}

/* The oldest steps go, also from the disk. */
static void
test_bounded (Work *work, gconstpointer data)
{
  guint undone = 0;

  (void) data;
  for (int i = 0; i < 10100; i++)
    mft_edit_setting (work->agreement, "profil", i % 2 == 0 ? "f4" : "a4");
  save (work);
  restart (work);
  while (mft_agreement_undo (work->agreement))
    undone++;
  g_assert_cmpuint (undone, ==, 10000);
  mft_edit_setting (work->agreement, "profil", "f4");
  mft_edit_setting (work->agreement, "profil", "a4");
  save (work);
  restart (work);
  g_assert_true (mft_agreement_undo (work->agreement));
  g_assert_true (mft_agreement_can_undo (work->agreement));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Work *, gconstpointer);
  } tests[] = {
    { "/store/history/restart", test_restart },
    { "/store/history/another-text", test_another_text },
    { "/store/history/overtaken", test_overtaken },
    { "/store/history/revert-is-undone", test_revert_is_undone },
    { "/store/history/bounded", test_bounded },
  };

  mft_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Work, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
