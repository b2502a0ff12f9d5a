/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"

#include "agreement/edit-field.h"
#include "agreement/field-mask.h"
#include "agreement/lock.h"
#include "agreement/shown.h"

static MftBlock *
add_line_with (MftAgreement *agreement, const char *field)
{
  MftBlock *closing = mft_agreement_get_part (agreement, MFT_BLOCK_CLOSING);
  g_autoptr (MftText) atom
      = mft_text_new_atom (MFT_RUN_FIELD, field, MFT_FORM_TEXT, MFT_STYLE_PLAIN);
  MftBlock *line = mft_block_new (MFT_BLOCK_PARAGRAPH, atom);

  g_assert_true (mft_edit_insert (agreement, closing, 0, line, NULL));
  return line;
}

/* Another type: it stands in the text as that type is written, in its old place, and back again. */
static void
test_define (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (GError) error = NULL;
  guint before_last = mft_agreement_n_fields (agreement);

  mft_edit_add_field (agreement, mft_field_new ("batas", MFT_FIELD_TEXT, FALSE, "batas", NULL));
  mft_edit_add_field (agreement, mft_field_new ("akhir", MFT_FIELD_TEXT, FALSE, "akhir", NULL));
  MftBlock *line = add_line_with (agreement, "batas");
  g_assert_true (mft_edit_field (agreement, "batas", "4 tahun", NULL));
  g_autofree char *start = mft_test_dump (agreement);

  g_assert_true (mft_edit_define_field (
      agreement, mft_field_new ("batas", MFT_FIELD_DURATION, TRUE, "batas waktu", NULL), &error));
  g_assert_no_error (error);
  MftField *field = mft_agreement_get_field_at (agreement, before_last);
  g_assert_cmpstr (mft_field_get_id (field), ==, "batas");
  g_assert_cmpstr (mft_field_get_meaning (field), ==, "batas waktu");
  g_assert_true (mft_field_is_required (field));
  g_assert_cmpstr (mft_field_get_value (field), ==, "4 tahun");
  g_autofree char *shown = mft_shown_text (agreement, line);
  g_assert_cmpstr (shown, ==, "4 (empat) tahun");
  g_autofree char *changed = mft_test_dump (agreement);

  g_assert_true (mft_agreement_undo (agreement));
  g_autofree char *undone = mft_test_dump (agreement);
  mft_test_assert_text (undone, start);
  g_assert_true (mft_agreement_redo (agreement));
  g_autofree char *redone = mft_test_dump (agreement);
  mft_test_assert_text (redone, changed);
}

/* A value that does not fit any more is gone; a default that does not fit is refused. */
static void
test_values (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (GError) error = NULL;
  MftField *dated = mft_field_new ("batas", MFT_FIELD_DATE, FALSE, "batas", NULL);

  mft_edit_add_field (agreement, mft_field_new ("batas", MFT_FIELD_TEXT, FALSE, "batas", NULL));
  g_assert_true (mft_edit_field (agreement, "batas", "besok", NULL));
  g_autofree char *start = mft_test_dump (agreement);
  mft_field_set_default (dated, "kemarin");
  g_assert_false (mft_edit_define_field (agreement, dated, &error));
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_FIELD);
  g_clear_error (&error);
  g_assert_false (mft_edit_define_field (
      agreement, mft_field_new ("tidak_ada", MFT_FIELD_DATE, FALSE, "x", NULL), &error));
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_FIELD);
  g_clear_error (&error);
  g_autofree char *same = mft_test_dump (agreement);
  mft_test_assert_text (same, start);
  g_assert_true (mft_edit_define_field (
      agreement, mft_field_new ("batas", MFT_FIELD_DATE, FALSE, "batas", NULL), &error));
  g_assert_null (mft_agreement_get_value (agreement, "batas"));
  mft_agreement_set_lock (agreement, MFT_LOCK_ALL);
  g_assert_false (mft_edit_define_field (
      agreement, mft_field_new ("batas", MFT_FIELD_TEXT, FALSE, "batas", NULL), &error));
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_LOCKED);
}

static const struct
{
  const char *mask;
  const char *words;
  const char *dated; /* in May 2027; NULL: does not follow the mask */
} masks[] = {
  { "{nomor}/PKS/MARVES/{bulan}/{tahun}", "7/PKS/MARVES/X/2020", "7/PKS/MARVES/V/2027" },
  { "{nomor}/PKS/MARVES/{bulan}/{tahun}", "7/PKS/MARVES/10/2020", NULL },
  { "{nomor}/PKS/MARVES/{bulan}/{tahun}", "7/PKS/MARVES/XIII/2020", NULL },
  { "{nomor}/PKS/MARVES/{bulan}/{tahun}", "/PKS/MARVES/X/2020", NULL },
  { "{nomor}/PKS/MARVES/{bulan}/{tahun}", "7/PKS/MARVES/X/2020/", NULL },
  { "PKS-{nomor}.{bulan_angka}.{tahun}", "PKS-KH.02.01.12.2026", "PKS-KH.02.01.05.2027" },
  { "(a|b)*{nomor}", "(a|b)*7", "(a|b)*7" },
  { "tetap", "tetap", "tetap" },
};

static void
test_masks (void)
{
  const MftDate may = { 2027, 5, 8 };

  for (guint i = 0; i < G_N_ELEMENTS (masks); i++)
    {
      g_autofree char *dated = NULL;
      g_test_message ("%s, %s", masks[i].mask, masks[i].words);
      g_assert_true (mft_field_mask_is_valid (masks[i].mask));
      g_assert_cmpint (mft_field_mask_match (masks[i].mask, masks[i].words, &may, &dated), ==,
                       masks[i].dated != NULL);
      g_assert_cmpstr (dated, ==, masks[i].dated);
    }
  g_autofree char *example = mft_field_mask_example (masks[0].mask, may);
  g_assert_cmpstr (example, ==, "…/PKS/MARVES/V/2027");
  g_assert_false (mft_field_mask_is_valid (""));
  g_assert_false (mft_field_mask_is_valid ("{nomer}/PKS"));
  g_assert_false (mft_field_mask_is_valid ("7}/PKS"));
}

static void
test_mask_kept (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (GError) error = NULL;

  g_assert_null (mft_field_mask_get (agreement, "p1.nomor"));
  g_assert_true (mft_field_mask_set (agreement, "p1.nomor", "{nomor}/PKS/{tahun}", NULL));
  g_assert_cmpstr (mft_field_mask_get (agreement, "p1.nomor"), ==, "{nomor}/PKS/{tahun}");
  g_assert_false (mft_field_mask_set (agreement, "p1.nomor", "{apa}", &error));
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_FIELD);
  g_assert_true (mft_field_mask_set (agreement, "p1.nomor", NULL, NULL));
  g_assert_null (mft_field_mask_get (agreement, "p1.nomor"));
  g_assert_true (mft_agreement_undo (agreement));
  g_assert_nonnull (mft_field_mask_get (agreement, "p1.nomor"));
}

int
main (int argc, char *argv[])
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/agreement/edit-field/define", test_define);
  g_test_add_func ("/agreement/edit-field/values", test_values);
  g_test_add_func ("/agreement/edit-field/masks", test_masks);
  g_test_add_func ("/agreement/edit-field/mask-kept", test_mask_kept);
  return g_test_run ();
}
