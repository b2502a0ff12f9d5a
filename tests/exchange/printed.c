/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pages of a PDF without our source say, beside the agreement they show. */
#include "pdf-fixture.h"
#include "support.h"

#include "agreement/edit.h"
#include "agreement/text.h"
#include "compare/compare.h"
#include "exchange/exchange.h"
#include "exchange/text/text-writer.h"
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

/* A page with the words that `contents` puts on it. */
static MftAgreement *
read_page (const char *contents)
{
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();
  g_autoptr (GError) error = NULL;

  mft_pdf_fixture_object (fixture, 1, "<< /Type /Catalog /Pages 2 0 R >>");
  mft_pdf_fixture_object (fixture, 2, "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>");
  mft_pdf_fixture_object (fixture, 3,
                          "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ]"
                          " /Resources << /Font << /F 4 0 R >> >> /Contents 5 0 R >>");
  mft_pdf_fixture_object (fixture, 4, "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>");
  mft_pdf_fixture_stream (fixture, 5, "", contents);
  mft_pdf_fixture_table (fixture, 6, "/Root 1 0 R");
  g_autoptr (GBytes) pdf = mft_pdf_fixture_bytes (fixture);
  MftAgreement *agreement = mft_exchange_read (pdf, "tabel.pdf", NULL, &error);

  g_assert_no_error (error);
  return agreement;
}

/* A ruled table of another maker: its words stay words, and the Pasal after it is one, though the table's
 * last line is full and no farther above it than its other lines. */
static void
test_after_table (void)
{
  g_autoptr (MftAgreement) agreement = read_page (
      "BT /F 10 Tf"
      " 1 0 0 1 276 780 Tm (Pasal 1) Tj 1 0 0 1 258 766 Tm (RENCANA KERJA) Tj"
      " 1 0 0 1 60 752 Tm (PARA PIHAK melaksanakan kegiatan menurut tabel berikut ini setiap tahun "
      "yaitu:) Tj"
      " 1 0 0 1 60 738 Tm (No) Tj 1 0 0 1 100 738 Tm (Kegiatan) Tj 1 0 0 1 400 738 Tm (Waktu) Tj"
      " 1 0 0 1 474 738 Tm (Biaya) Tj"
      " 1 0 0 1 100 724 Tm (Penyusunan rencana kerja bersama dan) Tj"
      " 1 0 0 1 60 718 Tm (1) Tj 1 0 0 1 330 718 Tm (Januari 2027) Tj 1 0 0 1 474 718 Tm "
      "(10.000.000) Tj"
      " 1 0 0 1 100 712 Tm (pelayaran rakyat di seluruh pelabuhan di kota itu) Tj"
      " 1 0 0 1 60 698 Tm (2) Tj 1 0 0 1 100 698 Tm (Pelatihan) Tj 1 0 0 1 474 698 Tm (25.000.000) "
      "Tj"
      " 1 0 0 1 276 684 Tm (Pasal 2) Tj 1 0 0 1 261 670 Tm (JANGKA WAKTU) Tj"
      " 1 0 0 1 60 656 Tm (Perjanjian Kerja Sama ini berlaku selama 3 \\(tiga\\) tahun.) Tj ET");
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);
  g_autofree char *text = mft_text_export (agreement);

  g_test_message ("%s", text);
  g_assert_cmpuint (mft_block_n_children (body), ==, 2);
  g_assert_nonnull (strstr (text, "Januari 2027 "));
  g_assert_nonnull (strstr (text, "10.000.000 "));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/exchange/printed/same", test_same);
  g_test_add_func ("/exchange/printed/changes", test_changes);
  g_test_add_func ("/exchange/printed/after-table", test_after_table);
  return g_test_run ();
}
