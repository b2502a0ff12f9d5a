/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"

#include "agreement/numbering.h"
#include "agreement/structure.h"

/* Whatever is done, undoing all of it gives the start, and redoing all of it the end. */
static void
test_undo_all (gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autofree char *start = mft_test_dump (agreement);
  guint done = 0;

  for (int i = 0; i < 200; i++)
    {
      g_autoptr (GError) error = NULL;
      done += mft_test_random_edit (agreement, random) ? 1 : 0;
      g_assert_true (mft_structure_check_tree (mft_agreement_get_root (agreement), &error));
      g_assert_no_error (error);
    }
  g_assert_cmpuint (done, >, 40);
  g_autofree char *end = mft_test_dump (agreement);

  while (mft_agreement_undo (agreement))
    ;
  g_autofree char *undone = mft_test_dump (agreement);
  mft_test_assert_text (undone, start);

  while (mft_agreement_redo (agreement))
    ;
  g_autofree char *redone = mft_test_dump (agreement);
  mft_test_assert_text (redone, end);
}

/* Undoing half, then editing on, drops what could have been redone and nothing else. */
static void
test_branches (gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autofree char *start = mft_test_dump (agreement);

  for (int round = 0; round < 20; round++)
    {
      for (int i = 0; i < 15; i++)
        mft_test_random_edit (agreement, random);
      for (int i = g_rand_int_range (random, 0, 12); i > 0; i--)
        mft_agreement_undo (agreement);
      for (int i = g_rand_int_range (random, 0, 4); i > 0; i--)
        mft_agreement_redo (agreement);
    }
  while (mft_agreement_undo (agreement))
    ;
  g_autofree char *undone = mft_test_dump (agreement);
  mft_test_assert_text (undone, start);
}

/* A snapshot is equal and stays so while the original goes on. */
static void
test_snapshot (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();

  for (int i = 0; i < 50; i++)
    mft_test_random_edit (agreement, random);
  g_autofree char *before = mft_test_dump (agreement);
  g_autoptr (MftAgreement) snapshot = mft_agreement_snapshot (agreement);
  for (int i = 0; i < 50; i++)
    mft_test_random_edit (agreement, random);
  g_autofree char *kept = mft_test_dump (snapshot);
  mft_test_assert_text (kept, before);
  g_assert_false (mft_agreement_can_undo (snapshot));
}

static void
changed_cb (MftAgreement *agreement, MftBlock *only, guint *calls)
{
  (void) agreement;
  (void) only;
  ++*calls;
}

/* Labels are always those that numbering the tree anew would give. */
static void
test_labels_are_current (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  guint calls = 0;

  g_signal_connect (agreement, "changed", G_CALLBACK (changed_cb), &calls);
  for (int i = 0; i < 300; i++)
    {
      guint64 revision = mft_agreement_get_revision (agreement);
      guint calls_before = calls;
      mft_test_random_edit (agreement, random);
      g_assert_false (mft_numbering_update (mft_agreement_get_root (agreement)));
      g_assert_cmpuint (calls - calls_before, ==,
                        mft_agreement_get_revision (agreement) - revision);
    }
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  for (guint seed = 1; seed <= 8; seed++)
    {
      g_autofree char *undo = g_strdup_printf ("/agreement/undo-all/%u", seed);
      g_autofree char *branches = g_strdup_printf ("/agreement/branches/%u", seed);
      g_test_add_data_func (undo, GUINT_TO_POINTER (seed), test_undo_all);
      g_test_add_data_func (branches, GUINT_TO_POINTER (seed), test_branches);
    }
  g_test_add_func ("/agreement/snapshot", test_snapshot);
  g_test_add_func ("/agreement/labels", test_labels_are_current);
  return g_test_run ();
}
