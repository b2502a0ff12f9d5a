/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/error.h"
#include "draw/fonts.h"
#include "draw/stamp.h"

#include "base/buffer.h"
#include "support.h"

#include <math.h>
#include <qpdf/qpdf-c.h>

static const MftStampContent content = {
  .office = "Sekretaris Jenderal",
  .institution = "Kementerian Tata Samudra",
  .name = "Dra. Wulan Hapsari Tirtanegara, M.Si.",
  .time_text = "26 November 2026, 14.33.08 WIB",
};

/* The form on a page of its own, the way a signer writes it: objects numbered from `first`. */
static GBytes *
page_with (const MftFormXObject *form)
{
  const guint first = 5;
  g_auto (MftBuffer) pdf;
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));

  mft_buffer_init (&pdf, 1 << 22);
  mft_buffer_append_text (&pdf, "%PDF-1.7\n");
  for (guint number = 1; number < first + mft_form_xobject_count (form); number++)
    {
      gsize at = mft_buffer_size (&pdf);
      g_array_append_val (offsets, at);
      mft_buffer_append_printf (&pdf, "%u 0 obj\n", number);
      if (number == 1)
        mft_buffer_append_text (&pdf, "<< /Type /Catalog /Pages 2 0 R >>");
      else if (number == 2)
        mft_buffer_append_text (&pdf, "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>");
      else if (number == 3)
        mft_buffer_append_text (&pdf,
                                "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 142 53 ] "
                                "/Contents 4 0 R /Resources << /XObject << /S 5 0 R >> >> >>");
      else if (number == 4)
        mft_buffer_append_text (&pdf, "<< /Length 5 >>\nstream\n/S Do\nendstream");
      else
        {
          g_autoptr (GBytes) object = mft_form_xobject_object (form, number - first, first);
          mft_buffer_append (&pdf, g_bytes_get_data (object, NULL), g_bytes_get_size (object));
        }
      mft_buffer_append_text (&pdf, "\nendobj\n");
    }
  gsize xref = mft_buffer_size (&pdf);
  mft_buffer_append_printf (&pdf, "xref\n0 %u\n0000000000 65535 f \n", offsets->len + 1);
  for (guint i = 0; i < offsets->len; i++)
    mft_buffer_append_printf (&pdf, "%010" G_GSIZE_FORMAT " 00000 n \n",
                              g_array_index (offsets, gsize, i));
  mft_buffer_append_printf (
      &pdf, "trailer\n<< /Size %u /Root 1 0 R >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
      offsets->len + 1, xref);
  return mft_buffer_steal (&pdf);
}

static gboolean
contains (GBytes *bytes, const char *needle)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  return memmem (data, size, needle, strlen (needle)) != NULL;
}

static void
test_form_is_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftFormXObject) form
      = mft_stamp_to_pdf (&content, NULL, MFT_STAMP_WIDTH, MFT_STAMP_HEIGHT, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (mft_form_xobject_width (form), 142, 0.01);
  g_assert_cmpfloat_with_epsilon (mft_form_xobject_height (form), 53, 0.01);

  g_autoptr (GBytes) pdf = page_with (form);
  const char *folder = g_getenv ("MFT_TEST_OUTPUT");
  if (folder != NULL)
    {
      g_autofree char *path = g_build_filename (folder, "stamp.pdf", NULL);
      g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL);
    }
  qpdf_data check = qpdf_init ();
  qpdf_silence_errors (check);
  qpdf_set_attempt_recovery (check, QPDF_FALSE);
  g_assert_cmpint (
      qpdf_read_memory (check, "stamp", g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL),
      ==, QPDF_SUCCESS);
  g_assert_cmpint (qpdf_check_pdf (check), ==, QPDF_SUCCESS);
  qpdf_cleanup (&check);
  g_assert_true (contains (pdf, "/FontFile"));
  g_assert_false (contains (pdf, "/Interpolate"));
}

static void
test_equal_bytes (void)
{
  g_autoptr (MftFormXObject) a = mft_stamp_to_pdf (&content, NULL, 142, 53, NULL);
  g_autoptr (MftFormXObject) b = mft_stamp_to_pdf (&content, NULL, 142, 53, NULL);
  g_autoptr (GBytes) a_bytes = page_with (a), b_bytes = page_with (b);
  g_assert_true (g_bytes_equal (a_bytes, b_bytes));
}

static void
test_renumbered (void)
{
  g_autoptr (MftFormXObject) form = mft_stamp_to_pdf (&content, NULL, 142, 53, NULL);
  g_autoptr (GBytes) object = mft_form_xobject_object (form, 0, 70001);
  g_assert_true (contains (object, "/BBox [ 0 0 142 53 ]"));
  g_assert_true (contains (object, "7000"));
}

static void
test_missing_glyph_is_named (void)
{
  MftStampContent foreign = content;
  g_autoptr (GError) error = NULL;

  foreign.name = "Wulan 漢";
  g_assert_null (mft_stamp_to_pdf (&foreign, NULL, 142, 53, &error));
  g_assert_error (error, MFT_DRAW_ERROR, MFT_DRAW_ERROR_GLYPH);
  g_assert_nonnull (strstr (error->message, "漢"));
  g_assert_nonnull (strstr (error->message, "U+6F22"));
}

/* How many pixels of some columns have ink. */
static guint
ink_outside (cairo_surface_t *image, int left, int right, int bottom)
{
  const guint8 *data = cairo_image_surface_get_data (image);
  int stride = cairo_image_surface_get_stride (image);
  guint count = 0;

  for (int y = 8; y < bottom; y++)
    for (int x = left; x < right; x++)
      count += data[y * stride + 4 * x] < 200;
  return count;
}

static void
test_fits_any_size (void)
{
  static const double sizes[][2]
      = { { 142, 53 }, { 300, 53 }, { 142, 120 }, { 90, 34 }, { 60, 60 } };
  MftStampContent full = content;

  full.office = "Kepala Pusat Data, Informasi, dan Hubungan Masyarakat Sekretariat Jenderal";
  full.institution = "Kementerian Koordinator Bidang Tata Samudra dan Perairan Pedalaman";
  full.name = "Prof. Dr. Ir. Wulan Hapsari Tirtanegara Kusumawardhani, S.T., M.Eng., Ph.D., IPU.";
  full.rank = "Pembina Utama (IV/e)";
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      int width = (int) (sizes[i][0] * 4), height = (int) (sizes[i][1] * 4);
      cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
      cairo_t *cr = cairo_create (image);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      cairo_scale (cr, 4, 4);
      mft_stamp_draw (cr, &full, NULL, sizes[i][0], sizes[i][1]);
      cairo_destroy (cr);
      cairo_surface_flush (image);
      /* Between the text and the frame there is white. */
      double unit = MIN (width / MFT_STAMP_WIDTH, height / MFT_STAMP_HEIGHT);
      int left = (int) ceil (width - 3.4 * unit), right = (int) floor (width - 1.2 * unit);
      g_assert_cmpuint (ink_outside (image, left, right, height - 8), ==, 0);
      const char *folder = g_getenv ("MFT_TEST_OUTPUT");
      if (folder != NULL)
        {
          g_autofree char *path = g_strdup_printf ("%s/stamp-%u.png", folder, i);
          cairo_surface_write_to_png (image, path);
        }
      cairo_surface_destroy (image);
    }
}

static void
test_empty_content (void)
{
  const MftStampContent empty = { .heading = "" };
  g_autoptr (GError) error = NULL;
  g_autoptr (MftFormXObject) form = mft_stamp_to_pdf (&empty, NULL, 40, 40, &error);
  g_assert_no_error (error);
  g_assert_nonnull (form);
}

/* Each look has something of its own, and its words where it has words. */
static void
test_looks (void)
{
  for (MftStampLook look = MFT_STAMP_EMBLEM; look < MFT_STAMP_LOOK_N; look++)
    {
      MftStampContent other = content;
      other.look = look;
      other.qr = "https://periksa.example/";
      cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 568, 212);
      cairo_t *cr = cairo_create (image);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      cairo_scale (cr, 4, 4);
      mft_stamp_draw (cr, &other, NULL, MFT_STAMP_WIDTH, MFT_STAMP_HEIGHT);
      cairo_destroy (cr);
      cairo_surface_flush (image);
      gboolean words = look != MFT_STAMP_INITIALS;
      g_assert_true ((ink_outside (image, 400, 540, 204) > 0) == words);
      g_assert_true ((ink_outside (image, 22, 27, 60) > 0) == (look == MFT_STAMP_QR));
      cairo_surface_destroy (image);
      g_autoptr (GError) error = NULL;
      g_autoptr (MftFormXObject) form = mft_stamp_to_pdf (&other, NULL, 142, 53, &error);
      g_assert_no_error (error);
      g_assert_nonnull (form);
    }
}

/* Pixels of the colour of the band at the foot. */
static guint
band_pixels (MftStampLook look, gboolean is_practice, double width, double height)
{
  MftStampContent other = content;
  cairo_surface_t *image
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (4 * width), (int) (4 * height));
  cairo_t *cr = cairo_create (image);
  guint count = 0;

  other.look = look;
  other.qr = "https://periksa.example/";
  other.is_practice = is_practice;
  cairo_scale (cr, 4, 4);
  mft_stamp_draw (cr, &other, NULL, width, height);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  const guint8 *row = cairo_image_surface_get_data (image)
                      + cairo_image_surface_get_stride (image) * (int) (4 * height - 6);
  for (int x = 0; x < (int) (4 * width); x++)
    count += row[4 * x + 2] == 0x9a && row[4 * x + 1] == 0x34; /* red, green */
  cairo_surface_destroy (image);
  return count;
}

/* Whatever its look, nobody takes a practice signature for a real one. */
static void
test_practice_is_marked (void)
{
  for (MftStampLook look = MFT_STAMP_EMBLEM; look < MFT_STAMP_LOOK_N; look++)
    {
      double width = look == MFT_STAMP_INITIALS ? MFT_STAMP_INITIALS_SIZE : MFT_STAMP_WIDTH;
      double height = look == MFT_STAMP_INITIALS ? MFT_STAMP_INITIALS_SIZE : MFT_STAMP_HEIGHT;
      g_assert_cmpuint (band_pixels (look, TRUE, width, height), >, (guint) width);
      g_assert_cmpuint (band_pixels (look, FALSE, width, height), ==, 0);
    }
}

static void
test_long_code (void)
{
  g_autofree char *long_text = g_strnfill (MFT_STAMP_QR_MOST + 1, 'x');
  MftStampContent other = content;
  g_autoptr (GError) error = NULL;

  other.look = MFT_STAMP_QR;
  other.qr = long_text;
  g_assert_null (mft_stamp_to_pdf (&other, NULL, 142, 53, &error));
  g_assert_error (error, MFT_DRAW_ERROR, MFT_DRAW_ERROR_IMAGE);
}

static void
test_fonts_are_exact (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mft_fonts_check (MFT_FONT_SANS, NULL));
  g_assert_true (mft_fonts_check (MFT_FONT_BOOKMAN, NULL));
  g_assert_false (mft_fonts_check ("Bookman Old Style", &error));
  g_assert_error (error, MFT_DRAW_ERROR, MFT_DRAW_ERROR_FONT);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/draw/stamp/looks", test_looks);
  g_test_add_func ("/draw/stamp/practice-is-marked", test_practice_is_marked);
  g_test_add_func ("/draw/stamp/long-code", test_long_code);
  g_test_add_func ("/draw/stamp/form-is-whole", test_form_is_whole);
  g_test_add_func ("/draw/stamp/equal-bytes", test_equal_bytes);
  g_test_add_func ("/draw/stamp/renumbered", test_renumbered);
  g_test_add_func ("/draw/stamp/missing-glyph-is-named", test_missing_glyph_is_named);
  g_test_add_func ("/draw/stamp/fits-any-size", test_fits_any_size);
  g_test_add_func ("/draw/stamp/empty-content", test_empty_content);
  g_test_add_func ("/draw/fonts/are-exact", test_fonts_are_exact);
  return g_test_run ();
}
