/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"

#include "base/clock.h"

#include "agreement/edit.h"

#include "store/library.h"

#define MINUTE ((gint64) 60 * G_USEC_PER_SEC)
#define DAY (24 * 60 * MINUTE)

typedef struct
{
  MftLibrary *store;
  MftAgreement *agreement;
  char *id;
  gint64 revision;
  gint64 now;
} Work;

static void
work_begin (Work *work)
{
  g_autofree char *folder = mft_test_folder ();

  work->now = 20000 * DAY;
  mft_clock_freeze (work->now);
  work->store = mft_library_open (folder, NULL);
  work->agreement = mft_test_agreement ();
  work->id = mft_library_add (work->store, work->agreement, NULL);
  work->revision = MFT_LIBRARY_FIRST_REVISION;
}

static void
work_end (Work *work)
{
  mft_library_close (work->store);
  g_object_unref (work->agreement);
  g_free (work->id);
  mft_clock_freeze (-1);
}

/* Somebody writes a name, some time later. */
static void
write_name (Work *work, gint64 later, int number)
{
  g_autofree char *name = g_strdup_printf ("Dinas %d", number);
  g_autoptr (GError) error = NULL;

  work->now += later;
  mft_clock_freeze (work->now);
  mft_edit_field (work->agreement, "p1.nama", name, NULL);
  g_assert_true (
      mft_library_save (work->store, work->id, work->agreement, &work->revision, &error));
  g_assert_no_error (error);
}

static guint
count (Work *work)
{
  g_autoptr (GPtrArray) versions = mft_library_versions (work->store, work->id, NULL);

  return versions->len;
}

/* What stood before a stretch of work is kept, and not every letter. */
static void
test_automatic (void)
{
  Work work;

  work_begin (&work);
  for (int i = 0; i < 30; i++)
    write_name (&work, MINUTE, i);
  g_assert_cmpuint (count (&work), ==, 3);
  g_autoptr (GPtrArray) versions = mft_library_versions (work.store, work.id, NULL);
  const MftLibraryVersion *oldest = g_ptr_array_index (versions, 2);
  g_autoptr (MftAgreement) first
      = mft_library_load_version (work.store, work.id, oldest->number, NULL);
  g_assert_cmpstr (mft_agreement_get_value (first, "p1.nama"), ==, "Kementerian Tata Samudra");
  const MftLibraryVersion *newest = g_ptr_array_index (versions, 0);
  g_assert_cmpint (newest->kind, ==, MFT_VERSION_AUTOMATIC);
  g_assert_cmpuint (newest->changes, >, 0);
  g_assert_cmpint (newest->created, ==, 20000 * DAY + 21 * MINUTE);
  work_end (&work);
}

/* Years of work leave a bounded number; what somebody named stays. */
static void
test_thinned (void)
{
  Work work;

  work_begin (&work);
  write_name (&work, MINUTE, 1);
  g_assert_true (mft_library_keep (work.store, work.id, MFT_VERSION_NAMED, "Draf ke-1", NULL));
  for (int i = 0; i < 400; i++)
    write_name (&work, 8 * 60 * MINUTE, i);
  /* A day in full, a month of days, the rest in weeks. */
  g_assert_cmpuint (count (&work), >, 30);
  g_assert_cmpuint (count (&work), <, 3 + 31 + 133 / 7);
  for (int i = 0; i < 300; i++)
    write_name (&work, 10 * MINUTE, i);
  g_assert_cmpuint (count (&work), <=, 201);
  g_autoptr (GPtrArray) versions = mft_library_versions (work.store, work.id, NULL);
  guint named = 0;
  for (guint i = 0; i < versions->len; i++)
    {
      const MftLibraryVersion *version = g_ptr_array_index (versions, i);
      named += g_str_equal (version->name, "Draf ke-1");
    }
  g_assert_cmpuint (named, ==, 1);
  work_end (&work);
}

/* Text, fields and settings come back, and what stood there meanwhile is not lost. */
static void
test_revert (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (GError) error = NULL;
  Work work;

  work_begin (&work);
  g_autofree char *before = mft_test_dump (work.agreement);
  g_assert_true (mft_library_keep (work.store, work.id, MFT_VERSION_NAMED, "awal", NULL));
  for (int i = 0; i < 100; i++)
    mft_test_random_edit (work.agreement, random);
  mft_edit_setting (work.agreement, "sebutan", "PERTAMA");
  mft_edit_remove_field (work.agreement, "jangka_waktu");
  g_autofree char *after = mft_test_dump (work.agreement);
  write_name (&work, 1, 1);

  g_autoptr (GPtrArray) versions = mft_library_versions (work.store, work.id, NULL);
  const MftLibraryVersion *first = g_ptr_array_index (versions, versions->len - 1);
  g_assert_true (mft_library_revert (work.store, work.id, first->number, &error));
  g_assert_no_error (error);
  g_autoptr (MftAgreement) reverted = mft_library_load (work.store, work.id, NULL, NULL);
  g_autofree char *now = mft_test_dump (reverted);
  mft_test_assert_text (now, before);
  g_autoptr (GPtrArray) more = mft_library_versions (work.store, work.id, NULL);
  const MftLibraryVersion *kept = g_ptr_array_index (more, 0);
  g_autoptr (MftAgreement) meanwhile
      = mft_library_load_version (work.store, work.id, kept->number, NULL);
  g_assert_cmpstr (mft_agreement_get_value (meanwhile, "p1.nama"), ==, "Dinas 1");
  work_end (&work);
}

/* A version's text takes the place of the one that is worked on in one step of its history. */
static void
test_content_is_one_step (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (MftAgreement) model = mft_agreement_snapshot (agreement);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 60; i++)
    mft_test_random_edit (model, random);
  mft_edit_add_field (model, mft_field_new ("baru", MFT_FIELD_TEXT, FALSE, "baru", NULL));
  g_autofree char *before = mft_test_dump (agreement);
  g_autofree char *wanted = mft_test_dump (model);
  g_assert_true (mft_edit_content (agreement, model, &error));
  g_assert_no_error (error);
  g_autofree char *now = mft_test_dump (agreement);
  mft_test_assert_text (now, wanted);
  g_assert_true (mft_agreement_undo (agreement));
  g_assert_false (mft_agreement_can_undo (agreement));
  g_autofree char *undone = mft_test_dump (agreement);
  mft_test_assert_text (undone, before);

  mft_agreement_set_lock (agreement, MFT_LOCK_TEXT);
  g_assert_false (mft_edit_content (agreement, model, &error));
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_LOCKED);
  g_autofree char *locked = mft_test_dump (agreement);
  mft_test_assert_text (locked, before);
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;
  Work work;

  work_begin (&work);
  g_assert_null (mft_library_load_version (work.store, work.id, 99, &error));
  g_assert_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_false (mft_library_keep (work.store, "tiada", MFT_VERSION_NAMED, "x", &error));
  g_assert_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_MISSING);
  work_end (&work);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/store/version/automatic", test_automatic);
  g_test_add_func ("/store/version/thinned", test_thinned);
  g_test_add_func ("/store/version/revert", test_revert);
  g_test_add_func ("/store/version/content-is-one-step", test_content_is_one_step);
  g_test_add_func ("/store/version/missing", test_missing);
  return g_test_run ();
}
