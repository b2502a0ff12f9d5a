/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The agreement inside a signed PDF is a claim: its pages count. */
#include "signed-pdf.h"
#include "support.h"

#include "agreement/attachment.h"
#include "agreement/edit.h"
#include "agreement/shown.h"
#include "exchange/clean/clean.h"
#include "exchange/pdf/pdf-proof.h"
#include "pdf/update.h"
#include "template/sample.h"
#include "template/template.h"
#include "typeset/pages.h"
#include "typeset/profile.h"
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

/* Over an attachment the pages say more than the agreement's own words. */
static void
test_attachments (void)
{
  g_autoptr (MftAgreement) agreement
      = make (KESATU ("3% (tiga persen)"), KEDUA ("30% (tiga puluh persen)"));
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (mft_attachment_add (agreement, "DAFTAR APLIKASI", &error));
  g_assert_nonnull (mft_attachment_add (agreement, "DENAH", &error));
  g_assert_no_error (error);
  assert_proof (agreement, agreement, MFT_REPORT_SOURCE_EMBEDDED);
}

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

/* `pdf` with its first page drawn between `before` and `after`. */
static GBytes *
draw_between (GBytes *pdf, const char *before, const char *after)
{
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (pdf);
  g_autoptr (MftPdfFile) file = mft_pdf_file_new (source, NULL);
  g_autoptr (MftPdfPage) page = mft_pdf_page_find (file, 0, 1, NULL);
  g_autoptr (MftPdfUpdate) update = mft_pdf_update_new (file, NULL);
  MftPdfObject *dict = mft_pdf_update_edit (update, page->number, page->generation, NULL);
  MftPdfObject *contents = mft_pdf_object_new (MFT_PDF_ARRAY);
  const char *const streams[] = { before, after };
  guint32 numbers[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text = g_strdup_printf ("<< /Length %u >>\nstream\n%s\nendstream",
                                               (guint) strlen (streams[i]), streams[i]);
      g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));
      numbers[i] = mft_pdf_update_new_number (update);
      mft_pdf_update_put_bytes (update, numbers[i], body);
    }
  mft_pdf_array_append (contents, mft_pdf_object_new_reference (numbers[0], 0));
  mft_pdf_array_append (contents, mft_pdf_object_ref (mft_pdf_dict_get (dict, "Contents")));
  mft_pdf_array_append (contents, mft_pdf_object_new_reference (numbers[1], 0));
  mft_pdf_dict_set (dict, "Contents", contents);
  g_autoptr (GBytes) tail = mft_pdf_update_finish (update, NULL);
  g_autoptr (GByteArray) whole = g_byte_array_new ();
  g_byte_array_append (whole, g_bytes_get_data (pdf, NULL), (guint) g_bytes_get_size (pdf));
  g_byte_array_append (whole, g_bytes_get_data (tail, NULL), (guint) g_bytes_get_size (tail));
  return g_bytes_new (whole->data, whole->len);
}

/* The words are those of the source, but people see something else: nothing, a speck, a picture, another place. */
static void
test_unseen (void)
{
  static const struct
  {
    const char *name, *before, *after;
    MftReportSource expected;
  } ways[] = {
    { "as it is", "q", "Q", MFT_REPORT_SOURCE_EMBEDDED },
    { "without ink", "q 3 Tr", "Q", MFT_REPORT_SOURCE_PAGES },
    { "tiny", "q .01 0 0 .01 0 0 cm", "Q", MFT_REPORT_SOURCE_PAGES },
    { "beside the page", "q 1 0 0 1 3000 0 cm", "Q", MFT_REPORT_SOURCE_PAGES },
    { "under white", "q", "Q 1 1 1 rg 0 0 900 900 re f", MFT_REPORT_SOURCE_PAGES },
    { "under a picture", "q",
      "Q q 600 0 0 850 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 /F /AHx ID 00ff00ff> EI Q",
      MFT_REPORT_SOURCE_PAGES },
    { "clipped", "q 0 0 1 1 re W n", "Q", MFT_REPORT_SOURCE_PAGES },
  };
  g_autoptr (MftAgreement) agreement = make (KESATU ("30%"), KEDUA ("5%"));
  const MftTypesetOptions options = { 0 };
  g_autoptr (MftPages) pages = mft_typeset (agreement, &options, NULL, NULL);
  g_autoptr (GBytes) source = mft_clean_source (agreement);
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 3, 9, 0, 0, 0);
  g_autoptr (GBytes) pdf = mft_pages_to_pdf (pages, date, source, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GBytes) drawn = draw_between (pdf, ways[i].before, ways[i].after);
      g_autoptr (GBytes) once = mft_test_sign_field (drawn, "PIHAK_KESATU");
      gboolean told;
      g_test_message ("%s", ways[i].name);
      g_assert_cmpint (prove (once, &told), ==, ways[i].expected);
      g_assert_cmpint (told, ==, ways[i].expected == MFT_REPORT_SOURCE_PAGES);
    }
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

/* Every template's sample, those with tables whose cells have several lines among them. */
static void
test_every_template (void)
{
  for (const MftTemplate *const *at = mft_templates (); *at != NULL; at++)
    {
      g_autoptr (MftAgreement) agreement = mft_sample_agreement ((*at)->id);
      g_test_message ("%s", (*at)->id);
      assert_proof (agreement, agreement, MFT_REPORT_SOURCE_EMBEDDED);
    }
}

static MftBlock *
find_row (MftAgreement *agreement, guint row)
{
  MftBlock *root = mft_agreement_get_root (agreement);
  MftBlock *at = root;

  while (at != NULL && mft_block_get_kind (at) != MFT_BLOCK_TABLE)
    at = mft_block_next (at, root);
  g_assert_nonnull (at);
  return mft_block_get_child (at, row);
}

static MftBlock *
find_cell (MftAgreement *agreement, guint row, guint column)
{
  return mft_block_get_child (find_row (agreement, row), column);
}

/* The same words in other cells: the pages count, however they are read. */
static void
test_swapped_cells (void)
{
  g_autoptr (MftAgreement) shown = mft_sample_agreement ("pks-umum");
  g_autoptr (MftAgreement) claimed = mft_sample_agreement ("pks-umum");
  MftBlock *first = find_cell (claimed, 1, 1), *second = find_cell (claimed, 2, 1);
  g_autoptr (MftText) one = mft_text_ref (mft_block_get_text (first));
  g_autoptr (MftText) two = mft_text_ref (mft_block_get_text (second));

  g_assert_true (mft_edit_text (claimed, first, 0, mft_text_length (one), two, NULL)
                 && mft_edit_text (claimed, second, 0, mft_text_length (two), one, NULL));
  assert_proof (shown, claimed, MFT_REPORT_SOURCE_PAGES);
}

/* One number for where everything stands. */
static double
sum_places (const MftPages *pages)
{
  guint count;
  const MftBlockPlace *places = mft_pages_places (pages, &count);
  double sum = 0;

  for (guint i = 0; i < count; i++)
    sum += places[i].page * 1000 + places[i].y;
  return sum;
}

/* Cells broken inside words, on pages that end elsewhere than they do when they are set anew. */
static void
test_other_line_ends (void)
{
  const MftTypesetOptions options = { 0 };
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-umum");
  g_autoptr (MftText) words
      = mft_text_new ("pertanggungjawaban penyelenggaraan pemerintahan", MFT_STYLE_PLAIN);
  gboolean told;

  for (guint column = 1; column < mft_block_n_children (find_row (agreement, 1)); column++)
    {
      MftBlock *cell = find_cell (agreement, 1, column);
      guint length = mft_text_length (mft_block_get_text (cell));
      g_assert_true (mft_edit_text (agreement, cell, 0, length, words, NULL));
    }
  g_autoptr (MftPages) pages = mft_typeset (agreement, &options, NULL, NULL);
  mft_edit_setting (agreement, MFT_SETTING_LEADING, "rapat");
  g_autoptr (MftPages) anew = mft_typeset (agreement, &options, NULL, NULL);
  g_autoptr (GBytes) source = mft_clean_source (agreement);
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 3, 9, 0, 0, 0);
  g_autoptr (GBytes) pdf = mft_pages_to_pdf (pages, date, source, NULL);
  g_autoptr (GBytes) once = mft_test_sign_field (pdf, "PIHAK_KESATU");

  g_assert_cmpfloat (sum_places (pages), !=, sum_places (anew));
  g_assert_cmpint (prove (once, &told), ==, MFT_REPORT_SOURCE_EMBEDDED);
  g_assert_false (told);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/exchange/proof/same", test_same);
  g_test_add_func ("/exchange/proof/attachments", test_attachments);
  g_test_add_func ("/exchange/proof/other-number", test_other_number);
  g_test_add_func ("/exchange/proof/swapped", test_swapped);
  g_test_add_func ("/exchange/proof/no-agreement", test_no_agreement);
  g_test_add_func ("/exchange/proof/unseen", test_unseen);
  g_test_add_func ("/exchange/proof/every-template", test_every_template);
  g_test_add_func ("/exchange/proof/swapped-cells", test_swapped_cells);
  g_test_add_func ("/exchange/proof/other-line-ends", test_other_line_ends);
  return g_test_run ();
}
