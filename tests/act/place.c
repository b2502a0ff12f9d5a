/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "act/place.h"
#include "act/signing-place.h"
#include "act/signing.h"
#include "base/safe-file.h"
#include "draw/stamp.h"
#include "pdf-fixture.h"

/* Two columns to sign in, and the same characters inside words. */
static const char upright_content[]
    = "BT /F1 12 Tf 1 0 0 1 60 700 Tm (Pasal # dan $ di dalam kalimat) Tj ET\n"
      "BT /F1 12 Tf 1 0 0 1 100 300 Tm ($) Tj ET\n"
      "BT /F1 12 Tf 1 0 0 1 400 300 Tm (#) Tj ET\n"
      "BT /F1 12 Tf 1 0 0 1 60 500 Tm (WULAN HAPSARI TIRTANEGARA) Tj ET\n"
      "BT /F1 12 Tf 1 0 0 1 60 200 Tm (Wulan Hapsari Tirtanegara) Tj ET\n"
      "BT /F1 12 Tf 1 0 0 1 60 100 Tm (^) Tj ET\n"
      "BT /F1 12 Tf 1 0 0 1 60 60 Tm (^) Tj ET\n"
      "BT /F1 12 Tf 1 0 0 1 590 400 Tm (~) Tj ET\n";

/* On a page that is turned, and upright for who sees it. */
static const char turned_content[] = "BT /F1 12 Tf 0 1 -1 0 300 100 Tm ($) Tj ET\n";

static char *
make_file (const char *page_entries, const char *content)
{
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();
  g_autofree char *folder = mft_test_folder ();
  char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *page = g_strdup_printf (
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R %s "
      "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
      page_entries);

  mft_pdf_fixture_object (fixture, 1, "<< /Type /Catalog /Pages 2 0 R >>");
  mft_pdf_fixture_object (fixture, 2, "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>");
  mft_pdf_fixture_object (fixture, 3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>");
  mft_pdf_fixture_object (fixture, 4, page);
  mft_pdf_fixture_stream (fixture, 5, "", content);
  mft_pdf_fixture_table (fixture, 6, "/Root 1 0 R");
  g_autoptr (GBytes) bytes = mft_pdf_fixture_bytes (fixture);
  g_assert_true (mft_safe_file_save (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                     FALSE, NULL));
  return path;
}

/* The middle of the stamp lies near; where it has room it has its full size. */
static void
assert_place (const char *path, const char *anchor, double x, double y)
{
  g_autoptr (GError) error = NULL;
  guint page = 0;
  MftPdfRect rect;

  g_assert_true (mft_act_find_place (path, anchor, &page, &rect, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (page, ==, 2);
  g_assert_cmpfloat_with_epsilon ((rect.left + rect.right) / 2, x, 8);
  g_assert_cmpfloat_with_epsilon ((rect.bottom + rect.top) / 2, y, 8);
  g_assert_cmpfloat_with_epsilon (rect.right - rect.left, MFT_STAMP_WIDTH, 0.001);
  g_assert_cmpfloat_with_epsilon (rect.top - rect.bottom, MFT_STAMP_HEIGHT, 0.001);
}

static void
refuse (const char *path, const char *anchor)
{
  g_autoptr (GError) error = NULL;
  guint page;
  MftPdfRect rect;

  g_assert_false (mft_act_find_place (path, anchor, &page, &rect, &error));
  g_assert_error (error, MFT_ACT_ERROR, MFT_ACT_ERROR_ANCHOR);
}

static void
test_upright (void)
{
  g_autofree char *path = make_file ("", upright_content);

  assert_place (path, "$", 103, 304);
  assert_place (path, "#", 403, 304);
  assert_place (path, "~", 600 - MFT_STAMP_WIDTH / 2, 404); /* moved inside the page */
  /* Above the last line with the name, in whatever letters. */
  assert_place (path, "wulan hapsari tirtanegara", 135, 212 + MFT_STAMP_HEIGHT / 2);
  refuse (path, "^"); /* twice */
  refuse (path, "@"); /* nowhere */
  refuse (path, "Bagas Manikmaya");
}

/* What is turned, cut or scaled is found where it is seen. */
static void
test_seen (void)
{
  g_autofree char *turned = make_file ("/Rotate 90", turned_content);
  g_autofree char *cut = make_file ("/CropBox [50 50 600 800]", upright_content);

  assert_place (turned, "$", 103, 304);
  assert_place (cut, "$", MFT_STAMP_WIDTH / 2, 254);
}

/* Anchors in their order, then the line, then nothing. */
static void
test_order (void)
{
  g_autofree char *path = make_file ("", upright_content);
  const char *const nobody[] = { "", "Bagas Manikmaya", NULL };
  const char *const signer[] = { "Kepala Biro", "Wulan Hapsari Tirtanegara", NULL };
  guint page = 0;
  MftPdfRect rect;

  g_assert_true (mft_signing_place_find (path, "@#$^", signer, &page, &rect));
  g_assert_cmpuint (page, ==, 2);
  g_assert_cmpfloat_with_epsilon ((rect.left + rect.right) / 2, 403, 8);
  g_assert_true (mft_signing_place_find (path, "@^", signer, &page, &rect));
  g_assert_cmpfloat_with_epsilon (rect.bottom, 212, 8);
  g_assert_false (mft_signing_place_find (path, "@ ^", nobody, &page, &rect));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/act/place/upright", test_upright);
  g_test_add_func ("/act/place/seen", test_seen);
  g_test_add_func ("/act/place/order", test_order);
  return g_test_run ();
}
