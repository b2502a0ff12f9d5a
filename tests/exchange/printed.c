/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pages of a PDF without our source say, beside the agreement they show. */
#include "support.h"

#include "agreement/edit.h"
#include "agreement/text.h"
#include "compare/compare.h"
#include "exchange/exchange.h"
#include "template/sample.h"
#include "typeset/pages.h"

static MftAgreement *
print_and_read (MftAgreement *agreement)
{
  const MftTypesetOptions options = { 0 };
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (1795651200);
  g_autoptr (MftPages) pages = mft_typeset (agreement, &options, NULL, NULL);
  g_autoptr (GBytes) pdf = mft_pages_to_pdf (pages, date, NULL, NULL);
  g_autoptr (GError) error = NULL;
  MftAgreement *read = mft_exchange_read (pdf, "a.pdf", NULL, &error);

  g_assert_no_error (error);
  return read;
}

/* Beside its agreement: who signs, whom to write to, what is in italics; only how names and telephones are set
 * differs. */
static void
test_same (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-bsre");
  g_autoptr (MftAgreement) printed = print_and_read (agreement);
  g_autoptr (MftComparison) comparison = mft_comparison_new (agreement, printed);
  guint changed
      = mft_comparison_n_changes (comparison) - mft_comparison_count (comparison, MFT_CHANGE_SAME);

  g_assert_cmpuint (changed, ==, mft_comparison_count (comparison, MFT_CHANGE_COSMETIC));
  g_assert_cmpuint (changed, ==, 4);
}

/* Two versions give the same changes by their pages as by themselves (reference: checklist C1). */
static void
test_changes (void)
{
  g_autoptr (MftAgreement) left = mft_sample_agreement ("pks-bsre");
  g_autoptr (MftAgreement) right = mft_agreement_snapshot (left);
  MftBlock *body = mft_agreement_get_part (right, MFT_BLOCK_BODY);
  g_autoptr (MftText) words = mft_text_new ("Secara tertulis, ", MFT_STYLE_PLAIN);
  MftBlock *ayat = mft_block_get_child (mft_block_get_child (body, 3), 0);

  g_assert_true (mft_edit_text (right, ayat, 0, 0, words, NULL));
  g_assert_true (mft_edit_remove (right, mft_block_get_child (body, 7), NULL));
  g_autoptr (MftAgreement) older = print_and_read (left);
  g_autoptr (MftAgreement) newer = print_and_read (right);
  g_autoptr (MftComparison) direct = mft_comparison_new (left, right);
  g_autoptr (MftComparison) printed = mft_comparison_new (older, newer);
  for (guint class = 0; class < MFT_CHANGE_N_CLASSES; class ++)
    {
      g_test_message ("%s", mft_change_class_name ((MftChangeClass) class));
      g_assert_cmpuint (mft_comparison_count (printed, (MftChangeClass) class), ==,
                        mft_comparison_count (direct, (MftChangeClass) class));
    }
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/exchange/printed/same", test_same);
  g_test_add_func ("/exchange/printed/changes", test_changes);
  return g_test_run ();
}
