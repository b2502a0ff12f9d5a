/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/canvas.h"
#include "draw/error.h"
#include "draw/fonts.h"
#include "draw/mark.h"
#include "draw/text.h"

#include "pdf-judges.h"
#include "support.h"

static const MftEmptyField fields[] = {
  { "PIHAK_KESATU", "Tanda tangan PIHAK KESATU", 0, 90, 600, 142, 53 },
  { "PIHAK_KEDUA", "Tanda tangan PIHAK KEDUA", 1, 320, 600.5, 142, 53 },
};

static GDateTime *
noon (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (7 * 3600);
  return g_date_time_new (zone, 2026, 11, 26, 12, 0, 0);
}

/* A picture with a hole, for a logo file of an institution. */
static char *
write_logo (void)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 32, 32);
  cairo_t *cr = cairo_create (image);
  g_autofree char *folder = mft_test_folder ();
  char *path = g_build_filename (folder, "logo.png", NULL);

  cairo_set_source_rgba (cr, 0.1, 0.4, 0.2, 0.8);
  cairo_arc (cr, 16, 16, 14, 0, 6.3);
  cairo_fill (cr);
  g_assert_cmpint (cairo_surface_write_to_png (image, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
  return path;
}

static void
show (MftCanvas *canvas, PangoContext *context, const char *family, double y, const char *text)
{
  PangoLayout *layout = mft_fonts_layout (context, family, 12, PANGO_WEIGHT_NORMAL, text);

  mft_canvas_begin_tag (canvas, "P");
  mft_canvas_show_layout (canvas, layout, 90, y);
  mft_canvas_end_tag (canvas);
  g_object_unref (layout);
}

/* Two pages with faces of both kinds, letters beyond ASCII, a picture. */
static GBytes *
make_pdf (GBytes *source, guint n_fields)
{
  g_autoptr (MftCanvas) canvas = mft_canvas_new_pdf ();
  PangoContext *context = mft_fonts_context ();
  g_autofree char *logo_path = write_logo ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MftMark) logo = mft_mark_new_from_file (logo_path, &error);
  g_autoptr (MftMark) own = mft_mark_new ();
  g_autoptr (GDateTime) date = noon ();
  const MftFinish finish = { "Perjanjian & “Kerja” Sama <1>", date, source, fields, n_fields };

  g_assert_no_error (error);
  for (int page = 0; page < 2; page++)
    {
      mft_canvas_begin_page (canvas, 595.28, 841.89);
      mft_canvas_destination (canvas, page == 0 ? "pasal-1" : "pasal-2", 85, 70);
      show (canvas, context, MFT_FONT_BOOKMAN, 100, "Pemanfaatan sertifikat elektronik, é “≤”");
      show (canvas, context, MFT_FONT_SANS, 130, "Halaman ≤ 2 ĉ −");
      show (canvas, context, MFT_FONT_BOOKMAN, 160, "Pasal 2");
      mft_mark_show (logo, canvas, 90, 300, 60);
      mft_mark_show (own, canvas, 190, 300, 60);
      mft_canvas_outline (canvas, page == 0 ? "Pasal 1" : "Pasal 2 (é)",
                          page == 0 ? "pasal-1" : "pasal-2");
    }
  g_object_unref (context);
  GBytes *pdf = mft_canvas_finish (canvas, &finish, &error);
  g_assert_no_error (error);
  return pdf;
}

static gboolean
contains (GBytes *bytes, const char *needle)
{
  return memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), needle, strlen (needle))
         != NULL;
}

static void
test_whole (void)
{
  g_autoptr (GBytes) source = g_bytes_new_static ("<naskah/>\n", 10);
  g_autoptr (GBytes) pdf = make_pdf (source, 2);
  const char *folder = g_getenv ("MFT_TEST_OUTPUT");

  if (folder != NULL)
    {
      g_autofree char *path = g_build_filename (folder, "finish.pdf", NULL);
      g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL);
    }
  mft_test_assert_qpdf_clean (pdf);
  g_assert_true (contains (pdf, "<pdfaid:part>3</pdfaid:part>"));
  g_assert_true (contains (pdf, "Perjanjian &amp; “Kerja” Sama &lt;1&gt;"));
  /* 12.00 WIB is 05.00 UTC. */
  g_assert_true (contains (pdf, "(D:20261126050000+00'00')"));
  g_assert_true (contains (pdf, "/AFRelationship /Source"));
  g_assert_true (contains (pdf, "(PIHAK_KESATU)"));
  g_assert_true (contains (pdf, "/Rect [ 90 188.89 232 241.89 ]"));
  g_assert_true (contains (pdf, "/Lang (id-ID)"));
  g_assert_true (contains (pdf, "\nxref\n0 "));
  g_assert_true (contains (pdf, "/Title <FEFF0050006100730061006C00200032002000280"));
  g_assert_true (contains (pdf, "(pasal-1) [ "));
  g_assert_false (contains (pdf, " f \n0000000000 "));
}

static void
test_equal_input_gives_equal_bytes (void)
{
  g_autoptr (GBytes) source = g_bytes_new_static ("<naskah/>\n", 10);
  g_autoptr (GBytes) once = make_pdf (source, 2);
  g_autoptr (GBytes) twice = make_pdf (source, 2);

  g_assert_true (g_bytes_equal (once, twice));
}

static void
test_without_fields_and_source (void)
{
  g_autoptr (GBytes) pdf = make_pdf (NULL, 0);

  mft_test_assert_qpdf_clean (pdf);
  g_assert_false (contains (pdf, "/AcroForm"));
  g_assert_false (contains (pdf, "/EmbeddedFile"));
}

static void
test_logo_files (void)
{
  static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 20'>"
                            "<rect width='10' height='20' fill='#f00'/></svg>";
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "logo", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, svg, -1, NULL));
  g_autoptr (MftMark) mark = mft_mark_new_from_file (path, &error);
  g_assert_no_error (error);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 100);
  cairo_t *cr = cairo_create (image);
  mft_mark_draw (mark, cr, 0, 0, 100);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  const guint8 *middle
      = cairo_image_surface_get_data (image) + 50 * cairo_image_surface_get_stride (image) + 4 * 50;
  g_assert_cmpint (middle[2], ==, 255);         /* red */
  g_assert_cmpint (middle[-4 * 35 + 2], ==, 0); /* its own proportions: nothing beside it */
  cairo_surface_destroy (image);

  g_assert_true (
      g_file_set_contents (path, "\x89PNG\r\n\x1a\n garbage that is no picture", -1, NULL));
  g_assert_null (mft_mark_new_from_file (path, &error));
  g_assert_error (error, MFT_DRAW_ERROR, MFT_DRAW_ERROR_IMAGE);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, "no picture", -1, NULL));
  g_assert_null (mft_mark_new_from_file (path, &error));
  g_assert_error (error, MFT_DRAW_ERROR, MFT_DRAW_ERROR_IMAGE);
}

static guint
count (GBytes *bytes, const char *needle)
{
  const char *at = g_bytes_get_data (bytes, NULL);
  const char *end = at + g_bytes_get_size (bytes);
  guint found = 0;

  while ((at = memmem (at, (gsize) (end - at), needle, strlen (needle))) != NULL)
    {
      at += strlen (needle);
      found++;
    }
  return found;
}

static GBytes *
show_on_five_pages (MftMark *mark)
{
  g_autoptr (MftCanvas) canvas = mft_canvas_new_pdf ();
  g_autoptr (GDateTime) date = noon ();
  g_autoptr (GError) error = NULL;
  const MftFinish finish = { .title = "Lima", .date = date };

  for (int page = 0; page < 5; page++)
    {
      mft_canvas_begin_page (canvas, 595.28, 841.89);
      mft_mark_show (mark, canvas, 90, 300, 22);
    }
  GBytes *pdf = mft_canvas_finish (canvas, &finish, &error);
  g_assert_no_error (error);
  mft_test_assert_qpdf_clean (pdf);
  return pdf;
}

/* However many pages show it, also those without any words. */
static void
test_mark_is_kept_once (void)
{
  static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 20'>"
                            "<rect width='10' height='20' fill='#f00' fill-opacity='0.5'/></svg>";
  g_autoptr (MftMark) own = mft_mark_new ();
  g_autoptr (GBytes) drawing = g_bytes_new_static (svg, sizeof svg - 1);
  g_autoptr (MftMark) vector = mft_mark_new_from_bytes (drawing);
  g_autofree char *path = write_logo ();
  g_autoptr (MftMark) picture = mft_mark_new_from_file (path, NULL);
  g_autoptr (GBytes) with_own = show_on_five_pages (own);
  g_autoptr (GBytes) with_vector = show_on_five_pages (vector);
  g_autoptr (GBytes) with_picture = show_on_five_pages (picture);

  g_assert_cmpuint (count (with_own, "/Subtype /Form"), ==, 1);
  g_assert_cmpuint (count (with_vector, "/Subtype /Form"), ==, 1);
  g_assert_cmpuint (count (with_picture, "/Subtype /Image"), ==, 2); /* and how opaque it is */
  g_assert_cmpuint (count (with_picture, "/SMask"), ==, 1);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/draw/finish/whole", test_whole);
  g_test_add_func ("/draw/finish/equal-bytes", test_equal_input_gives_equal_bytes);
  g_test_add_func ("/draw/finish/without-fields-and-source", test_without_fields_and_source);
  g_test_add_func ("/draw/mark/files", test_logo_files);
  g_test_add_func ("/draw/mark/kept-once", test_mark_is_kept_once);
  return g_test_run ();
}
