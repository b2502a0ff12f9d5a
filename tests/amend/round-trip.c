/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The consolidated text of an agreement and the addendum to another version of it is that version, in the
 * numbers of an amendment. */
#include "random-edits.h"
#include "support.h"

#include "agreement/akn.h"
#include "amend/amend.h"
#include "amend/error.h"
#include "amend/part.h"
#include "amend/provision.h"
#include "amend/renumber.h"

/* What an addendum can change, as it is read. */
static char *
read_changeable (MftAgreement *agreement)
{
  MftBlock *root = mft_agreement_get_root (agreement);
  GString *all = g_string_new (NULL);

  for (const MftBlockKind *kind = mft_part_kinds; *kind != MFT_BLOCK_AGREEMENT; kind++)
    {
      g_autofree char *reading = mft_part_dup_reading (agreement, *kind);
      g_string_append (all, reading);
    }
  for (guint i = 0; i < mft_block_n_children (root); i++)
    {
      MftBlock *part = mft_block_get_child (root, i);
      g_autofree char *reading = mft_provision_dup_reading (agreement, part);
      if (mft_block_get_kind (part) == MFT_BLOCK_BODY
          || mft_block_get_kind (part) == MFT_BLOCK_ATTACHMENT)
        g_string_append (all, reading);
    }
  return g_string_free (all, FALSE);
}

/* As a file brings it back. */
static MftAgreement *
reread (MftAgreement *agreement)
{
  g_autoptr (GBytes) bytes = mft_akn_write (agreement);
  g_autoptr (GError) error = NULL;
  MftAgreement *read = mft_akn_read (bytes, NULL, &error);

  g_assert_no_error (error);
  return read;
}

static void
assert_round_trip (MftAgreement *original, MftAgreement *changed, MftAmendStyle style)
{
  const MftAmendOptions options = { .style = style };
  g_autoptr (GError) error = NULL;
  g_autoptr (MftAgreement) wanted = mft_amend_renumber (original, changed, &error);
  if (g_error_matches (error, MFT_AMEND_ERROR, MFT_AMEND_ERROR_NUMBERS))
    return;
  g_assert_no_error (error);
  g_autoptr (MftAgreement) drafted = mft_amend_draft (original, changed, &options, &error);

  if (drafted == NULL)
    {
      g_autofree char *before = read_changeable (original);
      g_autofree char *after = read_changeable (wanted);
      g_assert_error (error, MFT_AMEND_ERROR, MFT_AMEND_ERROR_NOTHING);
      mft_test_assert_text (after, before);
      return;
    }
  g_autoptr (MftAgreement) addendum = reread (drafted);
  g_autoptr (MftAgreement) consolidated = mft_amend_apply (original, addendum, &error);
  g_assert_no_error (error);
  g_autofree char *said = read_changeable (consolidated);
  g_autofree char *expected = read_changeable (wanted);
  mft_test_assert_text (said, expected);
  g_autoptr (MftAgreement) again = reread (consolidated);
  g_autofree char *kept = read_changeable (again);
  mft_test_assert_text (kept, expected);
}

static void
test_random_edits (gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));

  for (int round = 0; round < 40; round++)
    {
      g_autoptr (MftAgreement) original = mft_test_agreement ();
      g_autoptr (MftAgreement) changed = mft_agreement_snapshot (original);

      for (int i = g_rand_int_range (random, 1, 15); i > 0; i--)
        mft_test_random_edit (changed, random);
      assert_round_trip (original, changed,
                         round % 2 == 0 ? MFT_AMEND_READS : MFT_AMEND_BEFORE_AFTER);
    }
}

/* An amended text is amended again: its inserted and deleted units keep their numbers. */
static void
test_again (gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data) + 100);
  g_autoptr (MftAgreement) text = mft_test_agreement ();

  for (int round = 0; round < 8; round++)
    {
      g_autoptr (MftAgreement) changed = mft_agreement_snapshot (text);
      for (int i = g_rand_int_range (random, 1, 6); i > 0; i--)
        mft_test_random_edit (changed, random);
      assert_round_trip (text, changed, MFT_AMEND_READS);
      g_autoptr (MftAgreement) addendum = mft_amend_draft (text, changed, NULL, NULL);
      if (addendum == NULL)
        continue;
      MftAgreement *next = mft_amend_apply (text, addendum, NULL);
      g_assert_nonnull (next);
      g_object_unref (text);
      text = next;
    }
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  for (guint seed = 1; seed <= 6; seed++)
    {
      g_autofree char *name = g_strdup_printf ("/amend/round-trip/%u", seed);
      g_autofree char *again = g_strdup_printf ("/amend/round-trip/again/%u", seed);
      g_test_add_data_func (name, GUINT_TO_POINTER (seed), test_random_edits);
      g_test_add_data_func (again, GUINT_TO_POINTER (seed), test_again);
    }
  return g_test_run ();
}
