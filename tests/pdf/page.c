/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "pdf-fixture.h"
#include "pdf-judges.h"
#include "pdf/error.h"
#include "pdf/signature-field.h"

/* A file of these objects, from 1 on. */
static MftPdfFile *
open_objects (const char *const *bodies, guint count)
{
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();

  for (guint i = 0; i < count; i++)
    mft_pdf_fixture_object (fixture, i + 1, bodies[i]);
  mft_pdf_fixture_table (fixture, count + 1, "/Root 1 0 R");
  g_autoptr (GBytes) bytes = mft_pdf_fixture_bytes (fixture);
  return mft_test_open_pdf (bytes);
}

static void
test_inherited (void)
{
  static const char *const bodies[]
      = { "<< /Type /Catalog /Pages 2 0 R >>",
          "<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 99 /MediaBox [0 0 600 800] /Rotate 90 >>",
          "<< /Type /Pages /Kids [4 0 R 5 0 R] /CropBox [10 20 500 9999] >>",
          "<< /Type /Page >>",
          "<< /Type /Page /MediaBox [300 400 0 0] /Rotate -90 /UserUnit 2 >>",
          "<< /Type /Page /Rotate 0 >>" };
  g_autoptr (GError) error = NULL;
  g_autoptr (MftPdfFile) file = open_objects (bodies, G_N_ELEMENTS (bodies));
  g_autoptr (MftPdfPage) first = mft_pdf_page_find (file, 0, 1, &error);
  g_autoptr (MftPdfPage) second = mft_pdf_page_find (file, 0, 2, &error);
  g_autoptr (MftPdfPage) third = mft_pdf_page_find (file, 0, 3, &error);
  double width, height;

  g_assert_no_error (error);
  g_assert_cmpint (mft_pdf_pages_count (file, 0, NULL), ==, 3);
  g_assert_null (mft_pdf_page_find (file, 0, 4, &error));
  g_assert_null (mft_pdf_page_find (file, 0, 0, &error));
  g_assert_no_error (error);

  g_assert_cmpuint (first->number, ==, 4);
  g_assert_cmpint (first->rotate, ==, 90);
  g_assert_cmpfloat (first->crop_box.top, ==, 800);
  mft_pdf_page_seen_size (first, &width, &height);
  g_assert_cmpfloat (width, ==, 780);
  g_assert_cmpfloat (height, ==, 490);

  g_assert_cmpint (second->rotate, ==, 270);
  g_assert_cmpfloat (second->crop_box.left, ==, 10);
  g_assert_cmpfloat (second->crop_box.right, ==, 300);
  mft_pdf_page_seen_size (second, &width, &height);
  g_assert_cmpfloat (width, ==, 2 * 380);

  g_assert_cmpint (third->rotate, ==, 0);
  g_assert_cmpfloat (third->crop_box.right, ==, 600);
}

static void
test_as_seen (void)
{
  /* Where the lower left inch as seen lies in the page's own space. */
  static const struct
  {
    int rotate;
    MftPdfRect own;
  } cases[] = { { 0, { 100, 200, 172, 236 } },
                { 90, { 464, 200, 500, 272 } },
                { 180, { 428, 764, 500, 800 } },
                { 270, { 100, 728, 136, 800 } } };
  const MftPdfRect seen = { 0, 0, 72, 36 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MftPdfPage page
          = { .crop_box = { 100, 200, 500, 800 }, .rotate = cases[i].rotate, .user_unit = 1 };
      MftPdfRect own = mft_pdf_page_from_seen (&page, &seen);
      MftPdfRect back = mft_pdf_page_to_seen (&page, &own);
      g_assert_cmpmem (&own, sizeof own, &cases[i].own, sizeof own);
      g_assert_cmpmem (&back, sizeof back, &seen, sizeof seen);
    }
}

static void
refuse_tree (const char *pages, const char *kid)
{
  const char *const bodies[] = { "<< /Type /Catalog /Pages 2 0 R >>", pages, kid };
  g_autoptr (MftPdfFile) file = open_objects (bodies, G_N_ELEMENTS (bodies));
  g_autoptr (GError) error = NULL;

  g_autoptr (GError) also = NULL;

  g_assert_cmpint (mft_pdf_pages_count (file, 0, &error), ==, -1);
  g_assert_error (error, MFT_PDF_ERROR, MFT_PDF_ERROR_DAMAGED);
  g_assert_null (mft_pdf_page_find (file, 0, 1, &also));
  g_assert_error (also, MFT_PDF_ERROR, MFT_PDF_ERROR_DAMAGED);
}

static void
test_wrong_trees (void)
{
  refuse_tree ("<< /Type /Pages /Kids [3 0 R] >>", "<< /Type /Pages /Kids [2 0 R] >>");
  refuse_tree ("<< /Type /Pages /Kids [3 0 R 3 0 R] >>", "<< /Type /Page >>");
  refuse_tree ("<< /Type /Pages /Kids [<< /Type /Page >>] >>", "null");
  refuse_tree ("<< /Type /Pages /Kids [9 0 R] >>", "null");
  refuse_tree ("<< /Type /Pages /Kids [3 0 R << /Type /Page >>] >>", "<< /Type /Page >>");
  refuse_tree ("<< /Type /Pages >>", "null");
  refuse_tree ("<< /Type /Pages /Kids 3 0 R >>", "[2 0 R]");
  refuse_tree ("<< /Type /Font >>", "null");
}

static void
test_deep_tree (void)
{
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();
  g_autoptr (GError) error = NULL;

  mft_pdf_fixture_object (fixture, 1, "<< /Type /Catalog /Pages 2 0 R >>");
  for (guint i = 2; i < 5000; i++)
    {
      g_autofree char *node = g_strdup_printf ("<< /Type /Pages /Kids [%u 0 R] >>", i + 1);
      mft_pdf_fixture_object (fixture, i, node);
    }
  mft_pdf_fixture_table (fixture, 5000, "/Root 1 0 R");
  g_autoptr (GBytes) bytes = mft_pdf_fixture_bytes (fixture);
  g_autoptr (MftPdfFile) file = mft_test_open_pdf (bytes);
  g_assert_cmpint (mft_pdf_pages_count (file, 0, &error), ==, -1);
  g_assert_error (error, MFT_PDF_ERROR, MFT_PDF_ERROR_LIMIT);
}

static void
test_fields (void)
{
  static const char *const bodies[]
      = { "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R 5 0 R 8 0 R 10 0 R] >> >>",
          "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
          "<< /Type /Page /MediaBox [0 0 600 800] /Annots 11 0 R >>",
          "<< /FT /Tx /T (nama) /V (x) >>",
          "<< /T (pihak) /FT /Sig /Kids [6 0 R 7 0 R] >>",
          "<< /T (satu) /Parent 5 0 R /Rect [10 20 40 30] >>",
          "<< /T (dua) /Parent 5 0 R /V 9 0 R /Rect [40 30 10 20] >>",
          "<< /T (widget) /FT /Sig /Kids [12 0 R] /V 77 0 R >>",
          "<< /Type /Sig >>",
          "<< /T (aneh) /FT /Sig /V (bukan) >>",
          "[7 0 R 12 0 R]",
          "<< /Type /Annot /Subtype /Widget /Parent 8 0 R /Rect [1 2 3 4] >>" };
  g_autoptr (GError) error = NULL;
  g_autoptr (MftPdfFile) file = open_objects (bodies, G_N_ELEMENTS (bodies));
  g_autoptr (GPtrArray) fields = mft_pdf_signature_fields (file, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (fields->len, ==, 4);
  const MftPdfSignatureField *one = g_ptr_array_index (fields, 0);
  const MftPdfSignatureField *two = g_ptr_array_index (fields, 1);
  const MftPdfSignatureField *widget = g_ptr_array_index (fields, 2);
  const MftPdfSignatureField *odd = g_ptr_array_index (fields, 3);
  g_assert_cmpstr (one->name, ==, "pihak.satu");
  g_assert_false (one->is_signed);
  g_assert_cmpuint (one->page, ==, 0);
  g_assert_cmpstr (two->name, ==, "pihak.dua");
  g_assert_true (two->is_signed);
  g_assert_cmpuint (two->value_number, ==, 9);
  g_assert_nonnull (two->value);
  g_assert_cmpuint (two->page, ==, 1);
  g_assert_cmpfloat (two->rect.left, ==, 10);
  g_assert_cmpfloat (two->rect.top, ==, 30);
  g_assert_cmpuint (widget->widget_number, ==, 12);
  g_assert_cmpuint (widget->page, ==, 1);
  g_assert_false (widget->is_signed);
  g_assert_true (odd->is_signed);
  g_assert_null (odd->value);
}

static void
test_form_circle (void)
{
  static const char *const bodies[]
      = { "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> >>",
          "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page >>",
          "<< /T (a) /Kids [5 0 R] >>", "<< /T (b) /Kids [4 0 R] >>" };
  g_autoptr (GError) error = NULL;
  g_autoptr (MftPdfFile) file = open_objects (bodies, G_N_ELEMENTS (bodies));

  g_assert_null (mft_pdf_signature_fields (file, 0, &error));
  g_assert_error (error, MFT_PDF_ERROR, MFT_PDF_ERROR_DAMAGED);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/pdf/page/inherited", test_inherited);
  g_test_add_func ("/pdf/page/as-seen", test_as_seen);
  g_test_add_func ("/pdf/page/wrong-trees", test_wrong_trees);
  g_test_add_func ("/pdf/page/deep-tree", test_deep_tree);
  g_test_add_func ("/pdf/page/fields", test_fields);
  g_test_add_func ("/pdf/page/form-circle", test_form_circle);
  return g_test_run ();
}
