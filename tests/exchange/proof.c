/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The agreement inside a signed PDF is a claim: its pages count. */
#include "signed-pdf.h"
#include "support.h"

#include "agreement/edit.h"
#include "agreement/shown.h"
#include "exchange/clean/clean.h"
#include "exchange/pdf/pdf-proof.h"
#include "template/sample.h"
#include "typeset/pages.h"
#include "verify/verify.h"

/* Pages of one agreement with the source of another, signed by the first party. */
static GBytes *
sign_pages (MftAgreement *shown, MftAgreement *claimed)
{
  const MftTypesetOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MftPages) pages = mft_typeset (shown, &options, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) source = claimed != NULL ? mft_clean_source (claimed) : NULL;
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 3, 9, 0, 0, 0);
  g_autoptr (GBytes) pdf = mft_pages_to_pdf (pages, date, source, &error);
  g_assert_no_error (error);
  return mft_test_sign_field (pdf, "PIHAK_KESATU");
}

static MftReportSource
prove (GBytes *pdf, gboolean *told)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (pdf);
  g_autoptr (MftVerifyReport) report = mft_verify (source, NULL, NULL, &error);

  g_assert_no_error (error);
  mft_pdf_prove_source (source, NULL, report);
  *told = mft_verify_has_message (report->messages, "SOURCE_DIFFERS");
  return report->source;
}

static void
assert_proof (MftAgreement *shown, MftAgreement *claimed, MftReportSource expected)
{
  g_autoptr (GBytes) pdf = sign_pages (shown, claimed);
  gboolean told;

  g_assert_cmpint (prove (pdf, &told), ==, expected);
  g_assert_cmpint (told, ==, expected == MFT_REPORT_SOURCE_PAGES);
}

/* An ayat that says these words. */
static MftAgreement *
make (const char *first, const char *second)
{
  MftAgreement *agreement = mft_sample_agreement ("pks-bsre");
  MftBlock *root = mft_agreement_get_root (agreement);
  const char *const words[] = { first, second };
  guint found = 0;

  for (MftBlock *at = root; at != NULL && found < 2; at = mft_block_next (at, root))
    if (mft_block_get_kind (at) == MFT_BLOCK_AYAT && mft_block_n_children (at) == 0)
      {
        g_autoptr (MftText) text = mft_text_new (words[found++], MFT_STYLE_PLAIN);
        g_assert_true (mft_edit_text (agreement, at, 0, mft_text_length (mft_block_get_text (at)),
                                      text, NULL));
      }
  g_assert_cmpuint (found, ==, 2);
  return agreement;
}

#define KESATU(share) "Biaya yang ditanggung PIHAK KESATU adalah " share " dari seluruh biaya."
#define KEDUA(share) "Biaya yang ditanggung PIHAK KEDUA adalah " share " dari seluruh biaya."

static void
test_same (void)
{
  g_autoptr (MftAgreement) agreement
      = make (KESATU ("3% (tiga persen)"), KEDUA ("30% (tiga puluh persen)"));

  assert_proof (agreement, agreement, MFT_REPORT_SOURCE_EMBEDDED);
  assert_proof (agreement, NULL, MFT_REPORT_SOURCE_NONE);
}

/* The pages say 3 %, the source says 30 %. */
static void
test_other_number (void)
{
  g_autoptr (MftAgreement) shown = make (KESATU ("3%"), KEDUA ("5%"));
  g_autoptr (MftAgreement) claimed = make (KESATU ("30%"), KEDUA ("5%"));

  assert_proof (shown, claimed, MFT_REPORT_SOURCE_PAGES);
}

/* Not a word is missing or added: they only stand in each other's place. */
static void
test_swapped (void)
{
  g_autoptr (MftAgreement) shown = make (KESATU ("3%"), KEDUA ("30%"));
  g_autoptr (MftAgreement) numbers = make (KESATU ("30%"), KEDUA ("3%"));
  g_autoptr (MftAgreement) parties = make (KEDUA ("3%"), KESATU ("30%"));

  assert_proof (shown, numbers, MFT_REPORT_SOURCE_PAGES);
  assert_proof (shown, parties, MFT_REPORT_SOURCE_PAGES);
}

static void
test_no_agreement (void)
{
  static const char rubbish[] = "<akomaNtoso>bukan</akomaNtoso>";
  g_autoptr (MftAgreement) agreement = make (KESATU ("3%"), KEDUA ("5%"));
  const MftTypesetOptions options = { 0 };
  g_autoptr (MftPages) pages = mft_typeset (agreement, &options, NULL, NULL);
  g_autoptr (GBytes) source = g_bytes_new_static (rubbish, strlen (rubbish));
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 3, 9, 0, 0, 0);
  g_autoptr (GBytes) pdf = mft_pages_to_pdf (pages, date, source, NULL);
  gboolean told;

  g_assert_cmpint (prove (pdf, &told), ==, MFT_REPORT_SOURCE_PAGES);
  g_assert_true (told);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/exchange/proof/same", test_same);
  g_test_add_func ("/exchange/proof/other-number", test_other_number);
  g_test_add_func ("/exchange/proof/swapped", test_swapped);
  g_test_add_func ("/exchange/proof/no-agreement", test_no_agreement);
  return g_test_run ();
}
