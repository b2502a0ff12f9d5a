/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"
#include "tree.h"

#include "agreement/akn.h"
#include "agreement/chapter.h"
#include "compare/compare.h"
#include "compare/merge.h"

static MftAgreement *
make (void)
{
  MftAgreement *agreement = mft_test_agreement ();

  mft_agreement_set_setting (agreement, "garis", "abcdefghij");
  return agreement;
}

static void
add_ayat (MftAgreement *agreement, guint pasal, guint index, const char *words)
{
  g_autoptr (MftText) text = mft_text_new (words, MFT_STYLE_PLAIN);

  g_assert_true (mft_edit_insert (agreement, mft_test_pasal (agreement, pasal), index,
                                  mft_block_new (MFT_BLOCK_AYAT, text), NULL));
}

/* Each changed something else: both are there, in one step, and nothing is asked. */
static void
test_apart (void)
{
  g_autoptr (MftAgreement) base = make ();
  g_autoptr (MftAgreement) ours = mft_agreement_snapshot (base);
  g_autoptr (MftAgreement) theirs = mft_agreement_snapshot (base);
  g_autoptr (MftAgreement) mine = NULL;

  mft_test_rewrite (ours, mft_test_pasal (ours, 0), "LINGKUP");
  add_ayat (ours, 1, 0, "Ayat baru dari kami.");
  mine = mft_agreement_snapshot (ours);
  mft_test_rewrite (theirs, mft_block_get_child (mft_test_pasal (theirs, 2), 1),
                    "Perubahan lewat surat.");
  add_ayat (theirs, 1, 2, "Ayat baru dari mereka.");
  g_assert_true (mft_edit_field (theirs, "jangka_waktu", "5 tahun", NULL));
  g_autoptr (GPtrArray) conflicts = mft_merge (base, ours, theirs, NULL);
  g_assert_cmpuint (conflicts->len, ==, 0);
  g_assert_cmpuint (mft_block_n_children (mft_test_pasal (ours, 1)), ==, 4);
  g_assert_cmpstr (mft_agreement_get_value (ours, "jangka_waktu"), ==,
                   mft_agreement_get_value (theirs, "jangka_waktu"));
  g_autoptr (MftComparison) left = mft_comparison_new (theirs, ours);
  g_assert_cmpuint (mft_comparison_count (left, MFT_CHANGE_EDITED), ==, 1);
  g_assert_cmpuint (mft_comparison_count (left, MFT_CHANGE_INSERTED), ==, 1);
  mft_agreement_undo (ours);
  mft_test_assert_same (ours, mine);
}

/* The same ayat twice: ours stays, and the three texts are told. */
static void
test_conflict (void)
{
  g_autoptr (MftAgreement) base = make ();
  g_autoptr (MftAgreement) ours = mft_agreement_snapshot (base);
  g_autoptr (MftAgreement) theirs = mft_agreement_snapshot (base);

  mft_test_rewrite (base, mft_test_pasal (base, 2), "SURAT");
  mft_test_rewrite (ours, mft_test_pasal (ours, 2), "ALAMAT");
  mft_test_rewrite (theirs, mft_test_pasal (theirs, 2), "PENGHUBUNG");
  g_autoptr (GPtrArray) conflicts = mft_merge (base, ours, theirs, NULL);
  g_assert_cmpuint (conflicts->len, ==, 1);
  const MftConflict *conflict = g_ptr_array_index (conflicts, 0);
  g_assert_cmpstr (conflict->path, ==, "Pasal 3");
  g_assert_cmpstr (conflict->base, ==, "SURAT");
  g_assert_cmpstr (conflict->ours, ==, "ALAMAT");
  g_assert_cmpstr (conflict->theirs, ==, "PENGHUBUNG");
}

/* Taken out by them, changed by us: nobody's work is lost. */
static void
test_deleted (void)
{
  g_autoptr (MftAgreement) base = make ();
  g_autoptr (MftAgreement) ours = mft_agreement_snapshot (base);
  g_autoptr (MftAgreement) theirs = mft_agreement_snapshot (base);

  g_assert_true (mft_edit_remove (theirs, mft_test_pasal (theirs, 2), NULL));
  g_assert_true (
      mft_edit_remove (theirs, mft_block_get_child (mft_test_pasal (theirs, 1), 1), NULL));
  add_ayat (ours, 2, 2, "Surat elektronik juga berlaku.");
  g_autoptr (GPtrArray) conflicts = mft_merge (base, ours, theirs, NULL);
  g_assert_cmpuint (mft_block_n_children (mft_test_pasal (ours, 1)), ==, 1);
  g_assert_cmpuint (mft_block_n_children (mft_test_pasal (ours, 2)), ==, 1);
  g_assert_cmpuint (conflicts->len, ==, 1);
  const MftConflict *conflict = g_ptr_array_index (conflicts, 0);
  g_assert_cmpstr (conflict->path, ==, "Pasal 3");
  g_assert_null (conflict->theirs);
}

static void
test_same_field (void)
{
  g_autoptr (MftAgreement) base = make ();
  g_autoptr (MftAgreement) ours = mft_agreement_snapshot (base);
  g_autoptr (MftAgreement) theirs = mft_agreement_snapshot (base);

  g_assert_true (mft_edit_field (ours, "jangka_waktu", "5 tahun", NULL));
  g_assert_true (mft_edit_field (theirs, "jangka_waktu", "2 tahun", NULL));
  g_autoptr (GPtrArray) conflicts = mft_merge (base, ours, theirs, NULL);
  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_cmpstr (((const MftConflict *) g_ptr_array_index (conflicts, 0))->id, ==,
                   "jangka_waktu");
}

/* One side's BAB comes; two for one place are a conflict that the person settles. */
static void
test_chapters (void)
{
  g_autoptr (MftAgreement) base = make ();
  g_autoptr (MftAgreement) ours = mft_agreement_snapshot (base);
  g_autoptr (MftAgreement) theirs = mft_agreement_snapshot (base);

  g_assert_true (mft_chapter_set (theirs, mft_test_pasal (theirs, 0), "Ketentuan Umum", NULL));
  g_assert_true (mft_chapter_set (theirs, mft_test_pasal (theirs, 1), "Pelaksanaan", NULL));
  g_assert_true (mft_chapter_set (ours, mft_test_pasal (ours, 1), "Waktu", NULL));
  g_autoptr (GPtrArray) conflicts = mft_merge (base, ours, theirs, NULL);
  g_assert_cmpstr (mft_chapter_get_heading (mft_test_pasal (ours, 0)), ==, "Ketentuan Umum");
  g_assert_cmpstr (mft_chapter_get_heading (mft_test_pasal (ours, 1)), ==, "Waktu");
  g_assert_cmpuint (conflicts->len, ==, 1);
  const MftConflict *conflict = g_ptr_array_index (conflicts, 0);
  g_assert_cmpstr (conflict->ours, ==, "Waktu");
  g_assert_cmpstr (conflict->theirs, ==, "Pelaksanaan");
  g_assert_null (conflict->base);
  g_assert_true (mft_merge_take_theirs (ours, theirs, conflicts, NULL));
  mft_test_assert_same (ours, theirs);
}

static void
edit_randomly (MftAgreement *agreement, GRand *random)
{
  for (int i = g_rand_int_range (random, 1, 8); i > 0; i--)
    mft_test_random_edit (agreement, random);
}

/* Where one side did nothing, the other's is the result; where both did, the result is sound or nothing
 * happened. */
static void
test_random_edits (gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));

  for (int round = 0; round < 15; round++)
    {
      g_autoptr (MftAgreement) base = make ();
      g_autoptr (MftAgreement) ours = mft_agreement_snapshot (base);
      g_autoptr (MftAgreement) theirs = mft_agreement_snapshot (base);
      g_autoptr (MftAgreement) kept = mft_agreement_snapshot (base);
      edit_randomly (ours, random);
      edit_randomly (theirs, random);

      g_autoptr (MftAgreement) mine = mft_agreement_snapshot (ours);
      g_autoptr (GPtrArray) none = mft_merge (base, ours, kept, NULL);
      g_assert_cmpuint (none->len, ==, 0);
      mft_test_assert_same (ours, mine);
      g_autoptr (GPtrArray) all = mft_merge (base, kept, theirs, NULL);
      g_assert_cmpuint (all->len, ==, 0);

      g_autoptr (GPtrArray) conflicts = mft_merge (base, ours, theirs, NULL);
      if (conflicts == NULL)
        mft_test_assert_same (ours, mine);
      else
        {
          g_autoptr (GBytes) bytes = mft_akn_write (ours);
          g_autoptr (MftAgreement) again = mft_akn_read (bytes, NULL, NULL);
          g_assert_nonnull (again);
        }
    }
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/compare/merge/apart", test_apart);
  g_test_add_func ("/compare/merge/conflict", test_conflict);
  g_test_add_func ("/compare/merge/deleted", test_deleted);
  g_test_add_func ("/compare/merge/chapters", test_chapters);
  g_test_add_func ("/compare/merge/same-field", test_same_field);
  for (guint seed = 1; seed <= 6; seed++)
    {
      g_autofree char *name = g_strdup_printf ("/compare/merge/random-edits/%u", seed);
      g_test_add_data_func (name, GUINT_TO_POINTER (seed), test_random_edits);
    }
  return g_test_run ();
}
