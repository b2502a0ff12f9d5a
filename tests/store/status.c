/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"

#include "agreement/edit.h"
#include "template/sample.h"

#include "store/register.h"

static void
test_names (void)
{
  MftStatus status;

  for (int i = 0; i < MFT_STATUS_N; i++)
    {
      g_assert_true (mft_status_from_name (mft_status_name ((MftStatus) i), &status));
      g_assert_cmpint (status, ==, i);
    }
  g_assert_false (mft_status_from_name ("konsep ", &status));
}

/* What is signed never becomes a text again that can be written in. */
static void
test_order (void)
{
  for (int from = 0; from < MFT_STATUS_N; from++)
    for (int to = 0; to < MFT_STATUS_N; to++)
      if (from == to || (from >= MFT_STATUS_PARTLY_SIGNED && to < MFT_STATUS_PARTLY_SIGNED))
        g_assert_false (mft_status_may_follow ((MftStatus) from, (MftStatus) to));
  g_assert_true (mft_status_may_follow (MFT_STATUS_DRAFT, MFT_STATUS_DISCUSSION));
  g_assert_false (mft_status_may_follow (MFT_STATUS_DRAFT, MFT_STATUS_READY));
  g_assert_false (mft_status_may_follow (MFT_STATUS_FINAL, MFT_STATUS_IN_FORCE));
}

/* The sample of the library's simplest template: complete and sound. */
static MftAgreement *
new_sample (void)
{
  MftAgreement *agreement = mft_sample_agreement ("pks-umum");

  g_assert_nonnull (agreement);
  return agreement;
}

static void
save (MftLibrary *library, const char *id, MftAgreement *agreement)
{
  gint64 revision;
  g_autoptr (MftAgreement) saved = mft_library_load (library, id, &revision, NULL);

  g_assert_true (mft_library_save (library, id, agreement, &revision, NULL));
}

static void
assert_lock (MftLibrary *library, const char *id, MftLock lock)
{
  g_autoptr (MftAgreement) loaded = mft_library_load (library, id, NULL, NULL);

  g_assert_cmpint (mft_agreement_get_lock (loaded), ==, lock);
}

/* From the first draft to the end, and what is asked on the way. */
static void
test_way (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (MftLibrary) library = mft_library_open (folder, NULL);
  g_autoptr (MftAgreement) agreement = new_sample ();
  g_autofree char *id = mft_library_add (library, agreement, NULL);
  g_autoptr (GError) error = NULL;
  MftStatus status;

  mft_edit_field (agreement, "p1.nama", "", NULL);
  mft_edit_field (agreement, "p2.nomor", "", NULL);
  save (library, id, agreement);
  g_assert_false (mft_library_set_status (library, id, MFT_STATUS_FINAL, &error));
  g_assert_error (error, MFT_STATUS_ERROR, MFT_STATUS_ERROR_FIELDS);
  g_assert_nonnull (strstr (error->message, "Nama instansi PIHAK KESATU"));
  g_assert_null (strstr (error->message, "Nomor naskah PIHAK KEDUA"));
  g_clear_error (&error);

  /* The number of the other side may come later. */
  mft_edit_field (agreement, "p1.nama", "Kementerian Tata Samudra", NULL);
  save (library, id, agreement);
  g_assert_true (mft_library_set_status (library, id, MFT_STATUS_FINAL, &error));
  g_assert_no_error (error);
  assert_lock (library, id, MFT_LOCK_TEXT);
  g_assert_false (mft_library_set_status (library, id, MFT_STATUS_READY, &error));
  g_assert_error (error, MFT_STATUS_ERROR, MFT_STATUS_ERROR_FIELDS);
  g_clear_error (&error);
  g_assert_false (mft_library_set_status (library, id, MFT_STATUS_IN_FORCE, &error));
  g_assert_error (error, MFT_STATUS_ERROR, MFT_STATUS_ERROR_ORDER);
  g_clear_error (&error);
  mft_edit_field (agreement, "p2.nomor", "14/PKS/PKTB/XI/2026", NULL);
  save (library, id, agreement);
  g_assert_true (mft_library_set_status (library, id, MFT_STATUS_READY, &error));
  g_assert_no_error (error);
  assert_lock (library, id, MFT_LOCK_ALL);

  g_assert_true (mft_library_set_status (library, id, MFT_STATUS_PARTLY_SIGNED, NULL));
  g_assert_true (mft_library_set_status (library, id, MFT_STATUS_IN_FORCE, NULL));
  g_assert_true (mft_library_set_status (library, id, MFT_STATUS_EXTENDED, NULL));
  g_assert_true (mft_library_set_status (library, id, MFT_STATUS_TERMINATED, NULL));
  g_assert_true (mft_library_get_status (library, id, &status, NULL));
  g_assert_cmpint (status, ==, MFT_STATUS_TERMINATED);

  g_autoptr (GPtrArray) versions = mft_library_versions (library, id, NULL);
  const MftLibraryVersion *final = g_ptr_array_index (versions, 0);
  g_assert_cmpint (final->kind, ==, MFT_VERSION_FINAL);
}

/* A text with an error in it is not signed; unlocking it is an act of its own. */
static void
test_findings (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (MftLibrary) library = mft_library_open (folder, NULL);
  g_autoptr (MftAgreement) agreement = new_sample ();
  MftBlock *pasal = mft_block_get_child (mft_agreement_get_part (agreement, MFT_BLOCK_BODY), 0);
  g_autoptr (MftText) words = mft_text_new ("berlaku selama 4 (lima) tahun", MFT_STYLE_PLAIN);
  g_autoptr (GError) error = NULL;

  g_assert_true (mft_edit_insert (
      agreement, pasal, mft_block_n_children (pasal),
      mft_block_new (mft_block_get_kind (mft_block_get_child (pasal, 0)), words), &error));
  g_autofree char *id = mft_library_add (library, agreement, NULL);
  g_assert_true (mft_library_set_status (library, id, MFT_STATUS_FINAL, &error));
  g_assert_no_error (error);
  g_assert_false (mft_library_set_status (library, id, MFT_STATUS_READY, &error));
  g_assert_error (error, MFT_STATUS_ERROR, MFT_STATUS_ERROR_FINDINGS);
  g_assert_true (mft_library_set_status (library, id, MFT_STATUS_DISCUSSION, NULL));
  assert_lock (library, id, MFT_LOCK_NONE);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/store/status/names", test_names);
  g_test_add_func ("/store/status/order", test_order);
  g_test_add_func ("/store/status/way", test_way);
  g_test_add_func ("/store/status/findings", test_findings);
  return g_test_run ();
}
