/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A .pks for colleagues: decisions, notes and paraf go along, from library to library. */
#include "drive.h"
#include "random-edits.h"
#include "support.h"
#include "tree.h"

#include "agreement/bundle.h"
#include "agreement/edit.h"
#include "compare/compare.h"
#include "review/review.h"

#define NOTE "tanyakan ke bagian keuangan"
#define SECRET "jangan turun di bawah tiga tahun"

static void
write_bundle (const char *name, MftAgreement *agreement)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mft_bundle_write (agreement, &error);

  g_assert_no_error (error);
  mft_drive_write (name, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
}

static MftAgreement *
read_bundle (const char *name)
{
  g_autoptr (GBytes) bytes = mft_drive_read (name);
  g_autoptr (GError) error = NULL;
  MftAgreement *agreement = mft_bundle_read (bytes, NULL, &error);

  g_assert_no_error (error);
  return agreement;
}

/* Our text, which was discussed and initialled, and the other party's. */
static void
make_round (void)
{
  g_autoptr (MftAgreement) ours = mft_test_agreement ();
  g_autoptr (MftAgreement) theirs = mft_agreement_snapshot (ours);
  MftBlock *ayat = mft_block_get_child (mft_test_pasal (theirs, 2), 1);
  g_autoptr (MftText) words = mft_text_new ("Dalam 30 (tiga puluh) hari, ", MFT_STYLE_PLAIN);

  g_assert_true (mft_edit_text (theirs, ayat, 0, 0, words, NULL));
  g_autoptr (MftComparison) comparison = mft_comparison_new (ours, theirs);
  g_autoptr (MftReview) review = mft_review_new ();
  MftThread *secret = mft_thread_new (mft_block_get_id (ayat), NULL, 0, TRUE);
  mft_thread_say (secret, "Wulan", NULL, SECRET);
  mft_review_add_thread (review, secret);
  for (guint i = 0; i < mft_comparison_n_changes (comparison); i++)
    {
      const MftChange *change = mft_comparison_get_change (comparison, i);
      g_autofree char *key = mft_change_dup_key (change, MFT_COMPARED_LEFT);
      if (change->class == MFT_CHANGE_EDITED)
        mft_review_decide (review, key, MFT_STANCE_DISCUSS, NOTE, "Wulan");
    }
  mft_review_add_reviewer (review,
                           mft_reviewer_new ("Kepala Biro", "Biro Hukum", MFT_PARAF_HIERARKI));
  g_assert_true (mft_review_give_paraf (review, 0, ours, "setuju", NULL));
  mft_review_save (review, ours);
  write_bundle ("kita.pks", ours);
  write_bundle ("mereka.pks", theirs);
}

static void
assert_lacks (const char *name, const char *words)
{
  g_autoptr (MftAgreement) agreement = read_bundle (name);
  GBytes *entry = g_hash_table_lookup (mft_agreement_get_entries (agreement), MFT_REVIEW_ENTRY);
  g_autofree char *text
      = entry != NULL ? g_strndup (g_bytes_get_data (entry, NULL), g_bytes_get_size (entry)) : NULL;

  g_assert_true (text == NULL || strstr (text, words) == NULL);
}

/* The stance of the one change that is not the same. */
static char *
decision_of (const char *left)
{
  g_autoptr (JsonNode) json = mft_drive_json (1, WORDS ("compare", left, "mereka.pks", "--json"));
  JsonArray *changes = json_object_get_array_member (json_node_get_object (json), "changes");

  g_assert_cmpuint (json_array_get_length (changes), ==, 1);
  return g_strdup (json_object_get_string_member_with_default (
      json_array_get_object_element (changes, 0), "decision", NULL));
}

static char *
add_to_library (const char *folder, const char *file)
{
  g_autoptr (JsonNode) json
      = mft_drive_json (0, WORDS ("--data-dir", folder, "library", "add", file, "--json"));
  JsonArray *added = json_object_get_array_member (json_node_get_object (json), "added");

  return g_strdup (json_object_get_string_member (json_array_get_object_element (added, 0), "id"));
}

/* In another library it is all there again: the decision on the change, its note in the matrix of the next
 * round, and the paraf for the text as it was. */
static void
test_carried (void)
{
  make_round ();
  g_free (mft_drive_done (WORDS ("export", "kita.pks", "--with-review", "-o", "rekan.pks")));
  g_autofree char *id = add_to_library ("lain", "rekan.pks");
  g_free (mft_drive_done (
      WORDS ("--data-dir", "lain", "library", "export", id, "--with-review", "-o", "lagi.pks")));
  assert_lacks ("lagi.pks", SECRET);
  g_autofree char *decision = decision_of ("lagi.pks");
  g_assert_cmpstr (decision, ==, "bahas");
  mft_driven_free (mft_drive (
      WORDS ("compare", "lagi.pks", "mereka.pks", "--as", "discussion", "-o", "matriks.csv")));
  g_autoptr (GBytes) matrix = mft_drive_read ("matriks.csv");
  g_autofree char *rows = g_strndup (g_bytes_get_data (matrix, NULL), g_bytes_get_size (matrix));
  g_assert_nonnull (strstr (rows, NOTE));

  g_autoptr (MftAgreement) agreement = read_bundle ("lagi.pks");
  g_autoptr (MftReview) review = mft_review_load (agreement, NULL);
  g_autofree char *now = mft_paraf_dup_text (agreement);
  g_assert_true (mft_review_log_is_intact (review));
  g_assert_cmpint (mft_review_get_state (review, 0, now, NULL), ==, MFT_PARAF_GIVEN);
  g_autoptr (MftText) words = mft_text_new ("x", MFT_STYLE_PLAIN);
  g_assert_true (mft_edit_text (agreement, mft_block_get_child (mft_test_pasal (agreement, 2), 1),
                                0, 0, words, NULL));
  g_autofree char *changed = mft_paraf_dup_text (agreement);
  g_assert_cmpint (mft_review_get_state (review, 0, changed, NULL), ==, MFT_PARAF_OLD);
}

/* Without the option it is a copy for the other party. */
static void
test_outward (void)
{
  make_round ();
  g_free (mft_drive_done (WORDS ("export", "kita.pks", "-o", "mitra.pks")));
  assert_lacks ("mitra.pks", NOTE);
  assert_lacks ("mitra.pks", "Kepala Biro");
  g_autofree char *decision = decision_of ("mitra.pks");
  g_assert_null (decision);
}

static void
test_refused (void)
{
  make_round ();
  mft_drive_fails (2, "a.docx", WORDS ("export", "kita.pks", "--with-review", "-o", "a.docx"));
  mft_drive_fails (2, "a.pks",
                   WORDS ("export", "kita.pks", "--with-review", "--clean", "-o", "a.pks"));
  g_autofree char *id = add_to_library ("data", "kita.pks");
  mft_drive_fails (
      2, "a.txt",
      WORDS ("--data-dir", "data", "library", "export", id, "--with-review", "-o", "a.txt"));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/command/colleagues/carried", test_carried);
  g_test_add_func ("/command/colleagues/outward", test_outward);
  g_test_add_func ("/command/colleagues/refused", test_refused);
  return g_test_run ();
}
