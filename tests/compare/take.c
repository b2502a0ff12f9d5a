/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"
#include "tree.h"

#include "agreement/akn.h"
#include "agreement/chapter.h"
#include "agreement/house-style.h"
#include "compare/compare.h"
#include "compare/take.h"

static MftAgreement *
make (void)
{
  MftAgreement *agreement = mft_test_agreement ();

  mft_agreement_set_setting (agreement, "garis", "abcdefghij");
  return agreement;
}

/* Accepting all gives the other version, rejecting all the first one, to the byte; each is one step. */
static void
test_all (gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (MftAgreement) right = make ();

  for (int round = 0; round < 20; round++)
    {
      g_autoptr (MftAgreement) left = mft_agreement_snapshot (right);
      g_autoptr (MftAgreement) work = mft_agreement_snapshot (left);
      g_autoptr (GError) error = NULL;

      for (int i = g_rand_int_range (random, 1, 12); i > 0; i--)
        mft_test_random_edit (right, random);
      gboolean taken = mft_take_all (work, right, &error);
      g_assert_no_error (error);
      g_assert_true (taken);
      mft_test_assert_same (work, right);
      mft_agreement_undo (work);
      mft_test_assert_same (work, left);
      g_assert_false (mft_agreement_can_undo (work));
      mft_agreement_redo (work);
      g_assert_true (mft_take_all (work, left, NULL));
      mft_test_assert_same (work, left);
    }
}

static GPtrArray *
list_changed (const MftComparison *comparison)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < mft_comparison_n_changes (comparison); i++)
    if (mft_comparison_get_change (comparison, i)->class != MFT_CHANGE_SAME)
      g_ptr_array_add (list, (gpointer) mft_comparison_get_change (comparison, i));
  return list;
}

/* All the changes of the list at once leave none; one by one each either comes or is refused whole, and
 * what was taken is no change any more. */
static void
test_each (gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (MftAgreement) right = make ();

  for (int round = 0; round < 20; round++)
    {
      g_autoptr (MftAgreement) left = mft_agreement_snapshot (right);
      for (int i = g_rand_int_range (random, 1, 12); i > 0; i--)
        mft_test_random_edit (right, random);
      g_autoptr (MftComparison) comparison = mft_comparison_new (left, right);
      g_autoptr (GPtrArray) changes = list_changed (comparison);

      for (guint i = 0; i < changes->len; i++)
        {
          g_autoptr (MftAgreement) work = mft_agreement_snapshot (left);
          g_autoptr (GPtrArray) one = g_ptr_array_new ();
          g_ptr_array_add (one, g_ptr_array_index (changes, i));
          if (mft_take_changes (work, MFT_COMPARED_LEFT, right, one, NULL))
            mft_agreement_undo (work);
          mft_test_assert_same (work, left);
        }
      g_autoptr (MftAgreement) work = mft_agreement_snapshot (left);
      g_assert_true (mft_take_changes (work, MFT_COMPARED_LEFT, right, changes, NULL));
      g_autoptr (MftComparison) after = mft_comparison_new (work, right);
      for (guint i = 0; i < mft_comparison_n_changes (after); i++)
        {
          const MftChange *change = mft_comparison_get_change (after, i);
          g_assert_cmpstr (mft_change_class_name (change->class), ==, "same");
        }
    }
}

static const MftChange *
find (const MftComparison *comparison, MftChangeClass class)
{
  for (guint i = 0; i < mft_comparison_n_changes (comparison); i++)
    if (mft_comparison_get_change (comparison, i)->class == class)
      return mft_comparison_get_change (comparison, i);
  g_assert_not_reached ();
}

static void
take (MftAgreement *agreement, MftCompared side, MftAgreement *other, const MftChange *change)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (list, (gpointer) change);
  gboolean taken = mft_take_changes (agreement, side, other, list, &error);
  g_assert_no_error (error);
  g_assert_true (taken);
}

/* One change comes, the others stay away; rejecting it in the newer version takes it back. */
static void
test_one (void)
{
  g_autoptr (MftAgreement) left = make ();
  g_autoptr (MftAgreement) right = mft_agreement_snapshot (left);
  g_autoptr (MftText) words = mft_text_new ("Ketentuan baru.", MFT_STYLE_PLAIN);

  g_assert_true (mft_edit_insert (right, mft_test_pasal (right, 1), 1,
                                  mft_block_new (MFT_BLOCK_AYAT, words), NULL));
  g_assert_true (mft_edit_remove (
      right, mft_block_get_child (mft_block_get_child (mft_test_pasal (right, 0), 0), 1), NULL));
  g_autoptr (MftComparison) comparison = mft_comparison_new (left, right);
  g_autoptr (MftAgreement) work = mft_agreement_snapshot (left);
  take (work, MFT_COMPARED_LEFT, right, find (comparison, MFT_CHANGE_INSERTED));
  g_assert_cmpuint (mft_block_n_children (mft_test_pasal (work, 1)), ==, 3);
  g_assert_cmpuint (mft_block_n_children (mft_block_get_child (mft_test_pasal (work, 0), 0)), ==,
                    2);
  take (right, MFT_COMPARED_RIGHT, left, find (comparison, MFT_CHANGE_INSERTED));
  take (right, MFT_COMPARED_RIGHT, left, find (comparison, MFT_CHANGE_DELETED));
  mft_test_assert_same (right, left);
}

/* A field's value is where its change is. */
static void
test_field (void)
{
  g_autoptr (MftAgreement) left = make ();
  g_autoptr (MftAgreement) right = mft_agreement_snapshot (left);

  g_assert_true (mft_edit_field (right, "jangka_waktu", "5 tahun", NULL));
  g_autoptr (MftComparison) comparison = mft_comparison_new (left, right);
  take (left, MFT_COMPARED_LEFT, right, find (comparison, MFT_CHANGE_EDITED));
  mft_test_assert_same (left, right);
}

/* From another lineage: words come, references point at our own blocks. */
static void
test_foreign (void)
{
  g_autoptr (MftAgreement) left = make ();
  g_autoptr (MftAgreement) right = mft_test_agreement ();
  g_autoptr (MftText) words = mft_text_new ("tidak ", MFT_STYLE_PLAIN);
  MftBlock *ayat = mft_block_get_child (mft_test_pasal (right, 1), 1);

  g_assert_true (mft_edit_text (right, ayat, 0, 0, words, NULL));
  g_autoptr (MftComparison) comparison = mft_comparison_new (left, right);
  take (left, MFT_COMPARED_LEFT, right, find (comparison, MFT_CHANGE_EDITED));
  g_autoptr (MftComparison) after = mft_comparison_new (left, right);
  g_assert_cmpuint (mft_comparison_count (after, MFT_CHANGE_SAME), ==,
                    mft_comparison_n_changes (after));
  MftText *text = mft_block_get_text (mft_block_get_child (mft_test_pasal (left, 1), 1));
  g_assert_cmpstr (mft_text_get_run (text, 1)->value, ==,
                   mft_block_get_id (mft_block_get_child (mft_test_pasal (left, 1), 0)));
}

/* A BAB is taken like a block: one by one, and back. */
static void
test_chapters (void)
{
  g_autoptr (MftAgreement) left = make ();
  g_autoptr (MftAgreement) right = NULL;

  g_assert_true (mft_chapter_set (left, mft_test_pasal (left, 0), "Ketentuan Umum", NULL));
  g_assert_true (mft_chapter_set (left, mft_test_pasal (left, 1), "Pelaksanaan", NULL));
  right = mft_agreement_snapshot (left);
  g_assert_true (mft_chapter_set (right, mft_test_pasal (right, 0), "Umum", NULL));
  g_assert_true (mft_chapter_set (right, mft_test_pasal (right, 1), NULL, NULL));
  g_assert_true (mft_chapter_set (right, mft_test_pasal (right, 2), "Pelaksanaan", NULL));
  g_autoptr (MftComparison) comparison = mft_comparison_new (left, right);
  g_autoptr (MftAgreement) work = mft_agreement_snapshot (left);
  take (work, MFT_COMPARED_LEFT, right, find (comparison, MFT_CHANGE_MOVED));
  g_assert_cmpstr (mft_chapter_get_heading (mft_test_pasal (work, 0)), ==, "Ketentuan Umum");
  g_assert_null (mft_chapter_get_heading (mft_test_pasal (work, 1)));
  g_assert_cmpstr (mft_chapter_get_heading (mft_test_pasal (work, 2)), ==, "Pelaksanaan");
  take (work, MFT_COMPARED_LEFT, right, find (comparison, MFT_CHANGE_EDITED));
  mft_test_assert_same (work, right);
  take (right, MFT_COMPARED_RIGHT, left, find (comparison, MFT_CHANGE_MOVED));
  take (right, MFT_COMPARED_RIGHT, left, find (comparison, MFT_CHANGE_EDITED));
  mft_test_assert_same (right, left);
}

/* One that begins with a new Pasal brings it along, and is shown where BAB were not. */
static void
test_new_chapter (void)
{
  g_autoptr (MftAgreement) left = make ();
  g_autoptr (MftAgreement) right = mft_agreement_snapshot (left);
  g_autoptr (MftText) heading = mft_text_new ("SANKSI", MFT_STYLE_PLAIN);
  MftBlock *body = mft_agreement_get_part (right, MFT_BLOCK_BODY);

  g_assert_true (mft_house_style_set (left, MFT_STYLE_CHAPTERS, "tanpa", NULL));
  g_assert_true (mft_edit_insert (right, body, 3, mft_block_new (MFT_BLOCK_PASAL, heading), NULL));
  g_assert_true (mft_chapter_set (right, mft_test_pasal (right, 3), "Sanksi", NULL));
  g_autoptr (MftComparison) comparison = mft_comparison_new (left, right);
  const MftChange *chapter = find (comparison, MFT_CHANGE_INSERTED);
  g_assert_cmpstr (chapter->right->path, ==, "BAB I");
  take (left, MFT_COMPARED_LEFT, right, chapter);
  g_autoptr (MftComparison) after = mft_comparison_new (left, right);
  g_assert_cmpuint (mft_comparison_count (after, MFT_CHANGE_SAME), ==,
                    mft_comparison_n_changes (after));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  for (guint seed = 1; seed <= 6; seed++)
    {
      g_autofree char *all = g_strdup_printf ("/compare/take/all/%u", seed);
      g_autofree char *each = g_strdup_printf ("/compare/take/each/%u", seed);
      g_test_add_data_func (all, GUINT_TO_POINTER (seed), test_all);
      g_test_add_data_func (each, GUINT_TO_POINTER (seed + 100), test_each);
    }
  g_test_add_func ("/compare/take/chapters", test_chapters);
  g_test_add_func ("/compare/take/new-chapter", test_new_chapter);
  g_test_add_func ("/compare/take/one", test_one);
  g_test_add_func ("/compare/take/field", test_field);
  g_test_add_func ("/compare/take/foreign", test_foreign);
  return g_test_run ();
}
