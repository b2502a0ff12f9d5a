/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"
#include "tree.h"

#include "agreement/bundle.h"
#include "agreement/edit.h"
#include "agreement/shown.h"
#include "base/clock.h"
#include "compare/compare.h"
#include "container/error.h"
#include "review/review.h"

static void
insert (MftAgreement *agreement, MftBlock *block, guint at, const char *words)
{
  g_autoptr (MftText) text = mft_text_new (words, MFT_STYLE_PLAIN);

  g_assert_true (mft_edit_text (agreement, block, at, at, text, NULL));
}

/* A comment with everything that can be said. */
static MftReview *
make_review (MftAgreement *agreement)
{
  MftReview *review = mft_review_new ();
  const char *block = mft_block_get_id (mft_block_get_child (mft_test_pasal (agreement, 1), 0));
  MftThread *thread = mft_thread_new (block, "berlaku \"selama\" & <seterusnya>", 17, FALSE);
  MftThread *internal = mft_thread_new (block, NULL, 0, TRUE);

  mft_thread_say (thread, "Wulan Hapsari", NULL, "Kenapa empat tahun?\nMohon dijelaskan.");
  mft_review_add_thread (review, thread);
  mft_review_answer (review, thread, "Bagas Manikmaya", "Sesuai kesepakatan.");
  mft_review_set_resolved (review, thread, TRUE);
  mft_thread_say (internal, "Wulan Hapsari", NULL, "Jangan turun di bawah tiga tahun.");
  mft_review_add_thread (review, internal);
  mft_review_decide (review, block, MFT_STANCE_DISCUSS, "Tanyakan ke keuangan", "Wulan Hapsari");
  mft_review_add_reviewer (review,
                           mft_reviewer_new ("Kepala Bagian", "Bagian Hukum", MFT_PARAF_HIERARKI));
  mft_review_add_reviewer (review,
                           mft_reviewer_new ("Kepala Biro", "Biro Hukum", MFT_PARAF_HIERARKI));
  g_assert_true (mft_review_give_paraf (review, 0, agreement, "Setuju", NULL));
  return review;
}

static void
assert_same (MftReview *a, MftReview *b)
{
  g_autoptr (GBytes) x = mft_review_write (a, MFT_AUDIENCE_SELF);
  g_autoptr (GBytes) y = mft_review_write (b, MFT_AUDIENCE_SELF);

  mft_test_assert_text (g_bytes_get_data (x, NULL), g_bytes_get_data (y, NULL));
}

/* Written, carried in a .pks, read: the same. */
static void
test_round_trip (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (MftReview) review = make_review (agreement);
  g_autoptr (GError) error = NULL;

  mft_review_save (review, agreement);
  g_autoptr (GBytes) bundle = mft_bundle_write (agreement, &error);
  g_assert_no_error (error);
  g_autoptr (MftAgreement) read = mft_bundle_read (bundle, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (MftReview) again = mft_review_load (read, &error);
  g_assert_no_error (error);
  assert_same (review, again);
  g_assert_true (mft_review_log_is_intact (again));
  const MftThread *thread = g_ptr_array_index (mft_review_threads (again), 0);
  g_assert_cmpuint (thread->remarks->len, ==, 2);
  g_assert_cmpstr (thread->quote, ==, "berlaku \"selama\" & <seterusnya>");
  g_assert_true (thread->resolved);
  const MftRemark *remark = g_ptr_array_index (thread->remarks, 0);
  g_assert_cmpstr (remark->text, ==, "Kenapa empat tahun?\nMohon dijelaskan.");
}

/* The other party gets the comments for it and nothing of the house. */
static void
test_outward (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (MftReview) review = make_review (agreement);

  mft_review_save (review, agreement);
  mft_review_strip (agreement, MFT_AUDIENCE_OTHER_PARTY);
  GBytes *left = g_hash_table_lookup (mft_agreement_get_entries (agreement), MFT_REVIEW_ENTRY);
  g_autofree char *text = g_strndup (g_bytes_get_data (left, NULL), g_bytes_get_size (left));
  g_assert_nonnull (strstr (text, "Kenapa empat tahun?"));
  g_assert_null (strstr (text, "Jangan turun"));
  g_assert_null (strstr (text, "Tanyakan"));
  g_assert_null (strstr (text, "Kepala Biro"));

  g_hash_table_replace (mft_agreement_get_entries (agreement), g_strdup (MFT_REVIEW_ENTRY),
                        g_bytes_new_static ("rusak", 5));
  mft_review_strip (agreement, MFT_AUDIENCE_OTHER_PARTY);
  g_assert_false (g_hash_table_contains (mft_agreement_get_entries (agreement), MFT_REVIEW_ENTRY));
}

/* Colleagues get all but internal comments, and find the decisions, whose turn it is and an intact log. */
static void
test_for_house (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (MftReview) review = make_review (agreement);
  g_autofree char *text = mft_paraf_dup_text (agreement);
  g_autoptr (GError) error = NULL;

  mft_review_save (review, agreement);
  mft_review_strip (agreement, MFT_AUDIENCE_HOUSE);
  g_autoptr (MftReview) theirs = mft_review_load (agreement, &error);
  g_assert_no_error (error);
  g_assert_true (mft_review_has_house_part (theirs));
  g_assert_cmpuint (mft_review_threads (theirs)->len, ==, 1);
  g_assert_false (((const MftThread *) mft_review_threads (theirs)->pdata[0])->internal);
  const MftDecision *decision = mft_review_decisions (theirs)->pdata[0];
  g_assert_cmpint (decision->stance, ==, MFT_STANCE_DISCUSS);
  g_assert_cmpstr (decision->note, ==, "Tanyakan ke keuangan");
  g_assert_true (mft_review_log_is_intact (theirs));
  g_assert_cmpint (mft_review_get_state (theirs, 0, text, NULL), ==, MFT_PARAF_GIVEN);
  g_assert_cmpint (mft_review_get_state (theirs, 1, text, NULL), ==, MFT_PARAF_NONE);

  mft_review_strip (agreement, MFT_AUDIENCE_OTHER_PARTY);
  g_autoptr (MftReview) outward = mft_review_load (agreement, NULL);
  g_assert_false (mft_review_has_house_part (outward));
}

/* It goes with its words and its block; without them it is still there. */
static void
test_anchor (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *ayat = mft_block_get_child (mft_test_pasal (agreement, 2), 1);
  g_autoptr (MftThread) thread = mft_thread_new (mft_block_get_id (ayat), "sebagaimana", 10, FALSE);
  guint start, end;

  g_assert_cmpint (mft_thread_find (thread, agreement, &start, &end), ==, MFT_ANCHOR_WORDS);
  g_assert_cmpuint (start, ==, 10);
  g_assert_cmpuint (end, ==, 21);
  insert (agreement, ayat, 0, "Setiap ");
  g_assert_true (mft_edit_move (agreement, ayat, mft_test_pasal (agreement, 1), 0, NULL));
  g_assert_cmpint (mft_thread_find (thread, agreement, &start, &end), ==, MFT_ANCHOR_WORDS);
  g_assert_cmpuint (start, ==, 17);
  ayat = mft_agreement_get_block (agreement, thread->block);
  g_assert_true (mft_edit_text (agreement, ayat, 0, 30, NULL, NULL));
  g_assert_cmpint (mft_thread_find (thread, agreement, &start, &end), ==, MFT_ANCHOR_BLOCK);
  g_assert_true (mft_edit_remove (agreement, ayat, NULL));
  g_assert_cmpint (mft_thread_find (thread, agreement, &start, &end), ==, MFT_ANCHOR_ORPHAN);
}

/* Of words that occur twice, those that are nearest. */
static void
test_anchor_nearest (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *pasal = mft_test_pasal (agreement, 0);
  guint start, end;

  insert (agreement, pasal, 0, "data dan data dan data ");
  g_autoptr (MftThread) thread = mft_thread_new (mft_block_get_id (pasal), "data", 10, FALSE);
  g_assert_cmpint (mft_thread_find (thread, agreement, &start, &end), ==, MFT_ANCHOR_WORDS);
  g_assert_cmpuint (start, ==, 9);
}

/* In turn; an edit makes each given one that of an old version. */
static void
test_paraf (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (MftReview) review = mft_review_new ();
  g_autoptr (GError) error = NULL;
  const MftParaf *paraf;

  for (int i = 0; i < 3; i++)
    mft_review_add_reviewer (review, mft_reviewer_new ("Pejabat", "Biro", MFT_PARAF_KOORDINASI));
  g_assert_false (mft_review_give_paraf (review, 1, agreement, NULL, &error));
  g_assert_error (error, MFT_REVIEW_ERROR, MFT_REVIEW_ERROR_ORDER);
  g_assert_true (mft_review_give_paraf (review, 0, agreement, NULL, NULL));
  g_assert_true (mft_review_give_paraf (review, 1, agreement, "catatan", NULL));
  g_autofree char *before = mft_paraf_dup_text (agreement);
  g_assert_cmpint (mft_review_get_state (review, 1, before, &paraf), ==, MFT_PARAF_GIVEN);
  g_assert_cmpstr (paraf->note, ==, "catatan");
  g_assert_cmpint (mft_review_get_state (review, 2, before, &paraf), ==, MFT_PARAF_NONE);
  g_assert_null (paraf);

  insert (agreement, mft_test_pasal (agreement, 0), 0, "x");
  g_autofree char *after = mft_paraf_dup_text (agreement);
  g_assert_cmpint (mft_review_get_state (review, 0, after, NULL), ==, MFT_PARAF_OLD);
  g_assert_false (mft_review_give_paraf (review, 2, agreement, NULL, NULL));
  g_assert_true (mft_review_give_paraf (review, 0, agreement, NULL, NULL));
  g_assert_cmpint (mft_review_get_state (review, 0, after, NULL), ==, MFT_PARAF_GIVEN);
  g_assert_cmpuint (mft_review_parafs (review)->len, ==, 3);
  mft_agreement_undo (agreement);
  g_autofree char *undone = mft_paraf_dup_text (agreement);
  g_assert_cmpstr (undone, ==, before);
}

/* Nobody rewrites what was initialled without being seen. */
static void
test_log (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (MftReview) review = make_review (agreement);
  MftParaf *first;

  g_assert_true (mft_review_give_paraf (review, 1, agreement, "e\xcc\x81", NULL));
  g_autoptr (GBytes) bytes = mft_review_write (review, MFT_AUDIENCE_SELF);
  g_autoptr (MftReview) read = mft_review_read (bytes, NULL);
  g_assert_true (mft_review_log_is_intact (read));
  first = g_ptr_array_index (mft_review_parafs (review), 0);
  g_free (first->name);
  first->name = g_strdup ("Orang Lain");
  g_assert_false (mft_review_log_is_intact (review));
  g_free (first->hash);
  first->hash = mft_paraf_dup_hash (first);
  g_assert_false (mft_review_log_is_intact (review));
  g_ptr_array_remove_index (mft_review_parafs (read), 0);
  g_assert_false (mft_review_log_is_intact (read));
}

/* The note on a change is found again in the next round, also where the block has no id of ours. */
static void
test_decision (void)
{
  g_autoptr (MftAgreement) left = mft_test_agreement ();
  g_autoptr (MftReview) review = mft_review_new ();

  for (int round = 0; round < 2; round++)
    {
      g_autoptr (MftAgreement) right = mft_agreement_snapshot (left);
      g_autoptr (MftText) words = mft_text_new ("Ketentuan baru sama sekali.", MFT_STYLE_PLAIN);
      insert (right, mft_test_pasal (right, 0), 0, "x");
      g_assert_true (mft_edit_insert (right, mft_test_pasal (right, 1), 0,
                                      mft_block_new (MFT_BLOCK_AYAT, words), NULL));
      g_autoptr (MftComparison) comparison = mft_comparison_new (left, right);
      for (guint i = 0; i < mft_comparison_n_changes (comparison); i++)
        {
          const MftChange *change = mft_comparison_get_change (comparison, i);
          g_autofree char *key = mft_change_dup_key (change, MFT_COMPARED_LEFT);
          const MftDecision *decision = mft_review_get_decision (review, key);
          if (change->class != MFT_CHANGE_EDITED && change->class != MFT_CHANGE_INSERTED)
            continue;
          g_assert_true ((decision != NULL) == (round == 1));
          if (round == 1)
            g_assert_cmpstr (decision->note, ==, mft_change_class_name (change->class));
          mft_review_decide (review, key, MFT_STANCE_AGREE, mft_change_class_name (change->class),
                             "Wulan");
        }
    }
  g_autoptr (GBytes) bytes = mft_review_write (review, MFT_AUDIENCE_SELF);
  g_autoptr (MftReview) read = mft_review_read (bytes, NULL);
  assert_same (review, read);
  mft_review_decide (read, mft_block_get_id (mft_test_pasal (left, 0)), MFT_STANCE_NONE, "",
                     "Wulan");
  g_assert_null (mft_review_get_decision (read, mft_block_get_id (mft_test_pasal (left, 0))));
}

static void
assert_refused (const char *content, GQuark domain, int code)
{
  g_autofree char *file = g_strdup_printf (
      "<komentar xmlns=\"" MFT_REVIEW_SPACE "\" versi=\"1.0\">%s</komentar>", content);
  g_autoptr (GBytes) bytes = g_bytes_new (file, strlen (file));
  g_autoptr (GError) error = NULL;

  g_assert_null (mft_review_read (bytes, &error));
  g_assert_error (error, domain, code);
}

static void
assert_file_refused (const char *file, GQuark domain, int code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (file, strlen (file));
  g_autoptr (GError) error = NULL;

  g_assert_null (mft_review_read (bytes, &error));
  g_assert_error (error, domain, code);
}

static void
test_hostile (void)
{
  g_autofree char *remark = g_strnfill (70000, 'a');
  g_autofree char *long_remark
      = g_strdup_printf ("<utas id=\"abcdefghij\" blok=\"abcdefghij\"><ucapan oleh=\"x\" "
                         "pada=\"y\">%s</ucapan></utas>",
                         remark);

  assert_refused ("<utas id=\"abcdefghij\"/>", MFT_REVIEW_ERROR, MFT_REVIEW_ERROR_DAMAGED);
  assert_refused ("<utas id=\"../../etc\" blok=\"abcdefghij\"/>", MFT_REVIEW_ERROR,
                  MFT_REVIEW_ERROR_DAMAGED);
  assert_refused ("<utas id=\"abcdefghij\" blok=\"abcdefghij\" awal=\"-1\"/>", MFT_REVIEW_ERROR,
                  MFT_REVIEW_ERROR_DAMAGED);
  assert_refused ("<utas id=\"abcdefghij\" blok=\"abcdefghij\"/>"
                  "<utas id=\"abcdefghij\" blok=\"abcdefghij\"/>",
                  MFT_REVIEW_ERROR, MFT_REVIEW_ERROR_DAMAGED);
  assert_refused ("<putusan perubahan=\"a\" oleh=\"b\" pada=\"c\" sikap=\"entah\"/>",
                  MFT_REVIEW_ERROR, MFT_REVIEW_ERROR_DAMAGED);
  assert_refused ("<pemaraf id=\"abcdefghij\" nama=\"a\" jabatan=\"b\" jenis=\"lain\"/>",
                  MFT_REVIEW_ERROR, MFT_REVIEW_ERROR_DAMAGED);
  assert_refused ("<paraf pemaraf=\"abcdefghij\"/>", MFT_REVIEW_ERROR, MFT_REVIEW_ERROR_DAMAGED);
  assert_refused (long_remark, MFT_REVIEW_ERROR, MFT_REVIEW_ERROR_LIMIT);
  assert_refused ("<a><b><c><d><e><f><g><h/></g></f></e></d></c></b></a>", MFT_CONTAINER_ERROR,
                  MFT_CONTAINER_ERROR_LIMIT);
  assert_file_refused ("", MFT_CONTAINER_ERROR, MFT_CONTAINER_ERROR_DAMAGED);
  assert_file_refused ("<komentar versi=\"1.0\"/>", MFT_REVIEW_ERROR, MFT_REVIEW_ERROR_DAMAGED);
  assert_file_refused ("<komentar xmlns=\"" MFT_REVIEW_SPACE "\" versi=\"2.0\"/>", MFT_REVIEW_ERROR,
                       MFT_REVIEW_ERROR_VERSION);
}

/* Any byte of it may be anything. */
static void
test_broken_bytes (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (MftReview) review = make_review (agreement);
  g_autoptr (GBytes) bytes = mft_review_write (review, MFT_AUDIENCE_SELF);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  gsize size = g_bytes_get_size (bytes);

  for (int i = 0; i < 2000; i++)
    {
      guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
      copy[g_rand_int_range (random, 0, (gint32) size)]
          = (guint8) g_rand_int_range (random, 0, 256);
      g_autoptr (GBytes) broken = g_bytes_new_take (copy, size);
      g_autoptr (GError) error = NULL;
      g_autoptr (MftReview) read = mft_review_read (broken, &error);
      g_assert_true ((read == NULL) == (error != NULL));
      if (read != NULL)
        mft_review_log_is_intact (read);
    }
}

static void
test_order_of_reviewers (void)
{
  g_autoptr (MftReview) review = mft_review_new ();
  GPtrArray *list = mft_review_reviewers (review);

  mft_review_add_reviewer (review, mft_reviewer_new ("A", "", MFT_PARAF_HIERARKI));
  mft_review_add_reviewer (review, mft_reviewer_new ("B", "", MFT_PARAF_HIERARKI));
  mft_review_move_reviewer (review, 0, 1);
  g_assert_cmpstr (((MftReviewer *) g_ptr_array_index (list, 0))->name, ==, "B");
  mft_review_move_reviewer (review, 0, 2);
  g_assert_cmpstr (((MftReviewer *) g_ptr_array_index (list, 0))->name, ==, "B");
  mft_review_remove_reviewer (review, 0);
  g_assert_cmpuint (list->len, ==, 1);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/review/round-trip", test_round_trip);
  g_test_add_func ("/review/outward", test_outward);
  g_test_add_func ("/review/for-house", test_for_house);
  g_test_add_func ("/review/anchor", test_anchor);
  g_test_add_func ("/review/anchor/nearest", test_anchor_nearest);
  g_test_add_func ("/review/paraf", test_paraf);
  g_test_add_func ("/review/log", test_log);
  g_test_add_func ("/review/decision", test_decision);
  g_test_add_func ("/review/hostile", test_hostile);
  g_test_add_func ("/review/broken-bytes", test_broken_bytes);
  g_test_add_func ("/review/order-of-reviewers", test_order_of_reviewers);
  return g_test_run ();
}
