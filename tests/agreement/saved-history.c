/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history that outlives the program. */
#include "random-edits.h"
#include "support.h"

#include "agreement/akn.h"
#include "agreement/edit.h"
#include "agreement/saved-history.h"

/* What somebody keeps of an agreement: its text and its steps by number. */
typedef struct
{
  GBytes *text;
  char *id;
  GTree *steps;
} Kept;

static int
compare_numbers (gconstpointer a, gconstpointer b, gpointer data)
{
  (void) data;
  return *(const gint64 *) a < *(const gint64 *) b ? -1 : *(const gint64 *) a > *(const gint64 *) b;
}

static MftSavedStep *
copy_step (const MftSavedStep *step)
{
  MftSavedStep *copy = g_new (MftSavedStep, 1);

  *copy = (MftSavedStep){ step->number, step->undone, g_bytes_ref (step->bytes) };
  return copy;
}

static void
keep (Kept *kept, MftAgreement *agreement)
{
  gboolean all = g_strcmp0 (kept->id, mft_agreement_get_history_id (agreement)) != 0;
  g_autoptr (GPtrArray) steps = mft_agreement_dup_unsaved_steps (agreement, all);

  if (kept->steps == NULL)
    kept->steps
        = g_tree_new_full (compare_numbers, NULL, NULL, (GDestroyNotify) mft_saved_step_free);
  for (guint i = 0; i < steps->len; i++)
    {
      const MftSavedStep *step = steps->pdata[i];
      MftSavedStep *copy = step->bytes != NULL ? copy_step (step) : NULL;
      if (copy != NULL)
        g_tree_replace (kept->steps, &copy->number, copy);
      else
        g_tree_remove (kept->steps, &step->number);
    }
  mft_agreement_note_history_saved (agreement);
  g_clear_pointer (&kept->text, g_bytes_unref);
  kept->text = mft_akn_write (agreement);
  g_free (kept->id);
  kept->id = g_strdup (mft_agreement_get_history_id (agreement));
}

static gboolean
add_step (gpointer number, gpointer step, gpointer list)
{
  (void) number;
  g_ptr_array_add (list, step);
  return FALSE;
}

static MftAgreement *
bring_back (const Kept *kept)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  MftAgreement *agreement = mft_akn_read (kept->text, NULL, &error);

  g_assert_no_error (error);
  g_tree_foreach (kept->steps, add_step, steps);
  mft_agreement_set_saved_history (agreement, kept->id, steps);
  return agreement;
}

static void
kept_clear (Kept *kept)
{
  g_clear_pointer (&kept->text, g_bytes_unref);
  g_clear_pointer (&kept->id, g_free);
  g_clear_pointer (&kept->steps, g_tree_unref);
}

/* Edits, undoing, redoing, and the program ends and starts again in between: undoing everything gives
 * the bytes of the start, redoing everything those of the end. */
static void
test_restarts (gconstpointer seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (seed));
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (GBytes) start = mft_akn_write (agreement);
  Kept kept = { 0 };

  for (int round = 0; round < 25; round++)
    {
      for (int i = 0; i < 12; i++)
        mft_test_random_edit (agreement, random);
      for (int i = g_rand_int_range (random, 0, 8); i > 0; i--)
        mft_agreement_undo (agreement);
      for (int i = g_rand_int_range (random, 0, 6); i > 0; i--)
        mft_agreement_redo (agreement);
      keep (&kept, agreement);
      if (round % 3 == 0)
        {
          g_object_unref (agreement);
          agreement = bring_back (&kept);
        }
    }
  while (mft_agreement_redo (agreement))
    ;
  g_autoptr (GBytes) end = mft_akn_write (agreement);
  keep (&kept, agreement);
  g_autoptr (MftAgreement) again = bring_back (&kept);
  while (mft_agreement_undo (again))
    ;
  g_autoptr (GBytes) undone = mft_akn_write (again);
  mft_test_assert_text (g_bytes_get_data (undone, NULL), g_bytes_get_data (start, NULL));
  keep (&kept, again);
  g_autoptr (MftAgreement) third = bring_back (&kept);
  while (mft_agreement_redo (third))
    ;
  g_autoptr (GBytes) redone = mft_akn_write (third);
  g_assert_true (g_bytes_equal (redone, end));
  kept_clear (&kept);
}

/* Keeping costs what was done since the last time, and a word is one text and not one a letter. */
static void
test_only_what_changed (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);
  MftBlock *ayat = mft_block_get_child (mft_block_get_child (body, 1), 0);
  guint length = mft_text_length (mft_block_get_text (ayat));

  g_assert_true (mft_edit_field (agreement, "jangka_waktu", "7 tahun", NULL));
  mft_agreement_note_history_saved (agreement);
  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (MftText) letter = mft_text_new ("a", MFT_STYLE_PLAIN);
      g_assert_true (mft_edit_text (agreement, ayat, length + i, length + i, letter, NULL));
    }
  g_autoptr (GPtrArray) steps = mft_agreement_dup_unsaved_steps (agreement, FALSE);
  g_assert_cmpuint (steps->len, ==, 1);
  const MftSavedStep *step = steps->pdata[0];
  g_assert_cmpuint (g_bytes_get_size (step->bytes), <, 600);
  g_autoptr (GPtrArray) all = mft_agreement_dup_unsaved_steps (agreement, TRUE);
  g_assert_cmpuint (all->len, ==, 2);
  mft_agreement_note_history_saved (agreement);
  g_autoptr (GPtrArray) none = mft_agreement_dup_unsaved_steps (agreement, FALSE);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Bytes that somebody spoiled, and those of another text: nothing is done, nothing breaks. */
static void
test_spoiled (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();

  for (int i = 0; i < 60; i++)
    mft_test_random_edit (agreement, random);
  g_autoptr (GPtrArray) steps = mft_agreement_dup_unsaved_steps (agreement, TRUE);
  for (int round = 0; round < 3000; round++)
    {
      const MftSavedStep *sound = steps->pdata[g_rand_int_range (random, 0, (gint32) steps->len)];
      gsize size;
      const guint8 *data = g_bytes_get_data (sound->bytes, &size);
      g_autofree guint8 *spoiled = g_memdup2 (data, size);
      for (int i = 0; i < 1 + round % 4; i++)
        spoiled[g_rand_int_range (random, 0, (gint32) size)]
            = (guint8) g_rand_int_range (random, 0, 256);
      gsize cut = round % 5 == 0 ? (gsize) g_rand_int_range (random, 0, (gint32) size) : size;
      g_autoptr (GPtrArray) one
          = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_saved_step_free);
      MftSavedStep *step = g_new (MftSavedStep, 1);
      *step = (MftSavedStep){ 1, round % 7 == 0, g_bytes_new (spoiled, cut) };
      g_ptr_array_add (one, step);
      g_autoptr (MftAgreement) other = mft_test_agreement ();
      g_autofree char *before = mft_test_dump (other);
      mft_agreement_set_saved_history (other, "lain", one);
      if (!mft_agreement_undo (other) && !mft_agreement_redo (other))
        {
          g_autofree char *after = mft_test_dump (other);
          g_assert_cmpstr (after, ==, before);
          g_assert_false (mft_agreement_can_undo (other));
        }
    }
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  for (guint seed = 1; seed <= 8; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/agreement/saved-history/restarts/%u", seed);
      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_restarts);
    }
  g_test_add_func ("/agreement/saved-history/only-what-changed", test_only_what_changed);
  g_test_add_func ("/agreement/saved-history/spoiled", test_spoiled);
  return g_test_run ();
}
