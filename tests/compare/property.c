/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"

#include "compare/compare.h"

static char *
join (GArray *pieces, MftPieceKind kind)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      const MftPiece *piece = &g_array_index (pieces, MftPiece, i);
      if (piece->kind == MFT_PIECE_KEPT || piece->kind == kind)
        g_string_append (text, piece->text);
    }
  return g_string_free (text, FALSE);
}

/* Accepting everything gives the right text, rejecting everything the left one. */
static void
assert_exact (const MftChange *change)
{
  g_autofree char *left = join (change->pieces, MFT_PIECE_REMOVED);
  g_autofree char *right = join (change->pieces, MFT_PIECE_ADDED);

  g_assert_cmpstr (left, ==, change->left != NULL ? change->left->text : "");
  g_assert_cmpstr (right, ==, change->right != NULL ? change->right->text : "");
  g_assert_true ((change->left == NULL) == (change->class == MFT_CHANGE_INSERTED));
  g_assert_true ((change->right == NULL) == (change->class == MFT_CHANGE_DELETED));
}

/* The same of what is printed: with the labels of all blocks of a split. */
static void
assert_exact_with_labels (const MftChange *change)
{
  g_autoptr (GArray) pieces = mft_change_dup_pieces_with_labels (change);

  for (int side = 0; side < 2; side++)
    {
      const MftVersion *version = side == 0 ? change->left : change->right;
      g_autofree char *found = join (pieces, side == 0 ? MFT_PIECE_REMOVED : MFT_PIECE_ADDED);
      g_autofree char *expected
          = version != NULL ? mft_version_dup_text_with_labels (version) : g_strdup ("");
      g_assert_cmpstr (found, ==, expected);
    }
}

/* Every block of both sides that has a text is told, once. */
static void
assert_complete (const MftComparison *comparison, MftAgreement *agreement, gboolean right)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  MftBlock *root = mft_agreement_get_root (agreement);

  for (guint i = 0; i < mft_comparison_n_changes (comparison); i++)
    {
      const MftChange *change = mft_comparison_get_change (comparison, i);
      const MftVersion *version = right ? change->right : change->left;
      for (guint j = 0; version != NULL && version->ids[j] != NULL; j++)
        g_assert_true (g_hash_table_add (told, version->ids[j]));
    }
  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    if (mft_block_get_kind (at) != MFT_BLOCK_LINE && mft_block_get_kind (at) != MFT_BLOCK_CELL
        && mft_text_length (mft_block_get_text (at)) > 0)
      g_assert_true (g_hash_table_contains (told, mft_block_get_id (at)));
}

static void
assert_empty (MftAgreement *left, MftAgreement *right)
{
  g_autoptr (MftComparison) comparison = mft_comparison_new (left, right);

  for (guint i = 0; i < mft_comparison_n_changes (comparison); i++)
    g_assert_cmpint (mft_comparison_get_change (comparison, i)->class, ==, MFT_CHANGE_SAME);
}

static void
assert_swaps (const MftComparison *there, const MftComparison *back)
{
  g_assert_cmpuint (mft_comparison_n_changes (there), ==, mft_comparison_n_changes (back));
  g_assert_cmpuint (mft_comparison_count (there, MFT_CHANGE_INSERTED), ==,
                    mft_comparison_count (back, MFT_CHANGE_DELETED));
  g_assert_cmpuint (mft_comparison_count (there, MFT_CHANGE_DELETED), ==,
                    mft_comparison_count (back, MFT_CHANGE_INSERTED));
  g_assert_cmpuint (mft_comparison_count (there, MFT_CHANGE_SPLIT), ==,
                    mft_comparison_count (back, MFT_CHANGE_MERGED));
  g_assert_cmpuint (mft_comparison_count (there, MFT_CHANGE_MERGED), ==,
                    mft_comparison_count (back, MFT_CHANGE_SPLIT));
}

static void
test_random_edits (gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (MftAgreement) right = mft_test_agreement ();

  for (int round = 0; round < 25; round++)
    {
      g_autoptr (MftAgreement) left = mft_agreement_snapshot (right);
      for (int i = g_rand_int_range (random, 1, 12); i > 0; i--)
        mft_test_random_edit (right, random);
      g_autoptr (MftComparison) there = mft_comparison_new (left, right);
      g_autoptr (MftComparison) back = mft_comparison_new (right, left);
      for (guint i = 0; i < mft_comparison_n_changes (there); i++)
        {
          assert_exact (mft_comparison_get_change (there, i));
          assert_exact_with_labels (mft_comparison_get_change (there, i));
        }
      assert_complete (there, left, FALSE);
      assert_complete (there, right, TRUE);
      assert_swaps (there, back);
      assert_empty (right, right);
    }
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  for (guint seed = 1; seed <= 6; seed++)
    {
      g_autofree char *name = g_strdup_printf ("/compare/random-edits/%u", seed);
      g_test_add_data_func (name, GUINT_TO_POINTER (seed), test_random_edits);
    }
  return g_test_run ();
}
