/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/jpeg.h"
#include "draw/mark.h"

#include "pdf-judges.h"
#include "support.h"

/* A red and blue picture of 24 × 16 dots, the same in grey, and in the four colours of printing. */
static const char colours[]
    = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsj"
      "HBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgo"
      "KCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wAARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAA"
      "AAYH/8QAFhABAQEAAAAAAAAAAAAAAAAAABRh/8QAFQEBAQAAAAAAAAAAAAAAAAAAAAb/xAAWEQADAAAAAAAAAAAA"
      "AAAAAAAAFmL/2gAMAwEAAhEDEQA/AMrs0s1PWaWasESS9c6KGzRPWaCJIc6P/9k=";

static const char grey[]
    = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsj"
      "HBYWICwgIyYnKSopGR8tMC0oMCUoKSj/wAALCAAQABgBAREA/8QAFgABAQEAAAAAAAAAAAAAAAAAAAcI/8QAFxAA"
      "AwEAAAAAAAAAAAAAAAAAABZjof/aAAgBAQAAPwCSIMsCDLAgyw1qgywIMsCDLD//2Q==";

static const char printing[]
    = "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAGBAUGBQQGBgUGBwcGCAoQCgoJCQoUDg8MEBcUGBgXFBYWGh0lHxobIxwW"
      "FiAsICMmJykqKRkfLTAtKDAlKCko/9sAQwEHBwcKCAoTCgoTKBoWGigoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgo"
      "KCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgo/8AAFAgAEAAYBAEiAAIRAQMRAQQiAP/EABYAAQEBAAAAAAAAAAAAAAAA"
      "AAAGB//EAB4QAAECBwEAAAAAAAAAAAAAAAAWYwECAxRSU6GR/8QAFQEBAQAAAAAAAAAAAAAAAAAAAAf/xAAYEQAC"
      "AwAAAAAAAAAAAAAAAAAABBYXUf/aAA4EAQACEQMRBAAAPwC2vZchey5FQnaWuHgTtLXDwntiM4SyCOGtL53oXzvQ"
      "gWuBAtcJe9lyBUJ2lrh4BYjOCCOBfO9AQLXAf//Z";

static GBytes *
photo (const char *base64)
{
  gsize size;
  guint8 *data = g_base64_decode (base64, &size);

  return g_bytes_new_take (data, size);
}

static void
test_heads (void)
{
  static const struct
  {
    const char *base64;
    guint colours;
    gboolean is_common;
  } known[] = { { colours, 3, TRUE }, { grey, 1, TRUE }, { printing, 4, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr (GBytes) bytes = photo (known[i].base64);
      MftJpeg jpeg;
      g_assert_true (mft_jpeg_read_head (bytes, &jpeg));
      g_assert_cmpuint (jpeg.width, ==, 24);
      g_assert_cmpuint (jpeg.height, ==, 16);
      g_assert_cmpuint (jpeg.colours, ==, known[i].colours);
      g_assert_cmpint (jpeg.is_common, ==, known[i].is_common);
    }
}

/* However many bytes are missing, nothing is read behind the rest, and nothing is shown of it. */
static void
test_broken_off (void)
{
  g_autoptr (GBytes) whole = photo (colours);

  for (gsize size = 0; size < g_bytes_get_size (whole); size++)
    {
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (whole, NULL), size);
      g_autoptr (GBytes) part = g_bytes_new_static (copy, size);
      MftJpeg jpeg;
      mft_jpeg_read_head (part, &jpeg);
    }
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) / 2);
  g_assert_null (mft_mark_new_from_bytes (half));
}

static GBytes *
show_on_page (const char *base64)
{
  g_autoptr (GBytes) bytes = photo (base64);
  g_autoptr (MftMark) mark = mft_mark_new_from_bytes (bytes);
  g_autoptr (MftCanvas) canvas = mft_canvas_new_pdf ();
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 11, 26, 5, 0, 0);
  g_autoptr (GError) error = NULL;
  const MftFinish finish = { .title = "Foto", .date = date };

  g_assert_nonnull (mark);
  g_assert_cmpfloat_with_epsilon (mft_mark_get_ratio (mark), 16 / 24.0, 1e-9);
  mft_canvas_begin_page (canvas, 300, 300);
  mft_mark_show (mark, canvas, 50, 50, 200);
  GBytes *pdf = mft_canvas_finish (canvas, &finish, &error);
  g_assert_no_error (error);
  mft_test_assert_qpdf_clean (pdf);
  return pdf;
}

static gboolean
contains (GBytes *bytes, const void *needle, gsize size)
{
  return memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), needle, size) != NULL;
}

/* A PDF has the photo's own bytes, unless its colours are none that PDF/A has here. */
static void
test_on_pages (void)
{
  g_autoptr (GBytes) red_and_blue = photo (colours);
  g_autoptr (GBytes) pages = show_on_page (colours);
  g_autoptr (GBytes) grey_pages = show_on_page (grey);
  g_autoptr (GBytes) printing_pages = show_on_page (printing);

  g_assert_true (
      contains (pages, g_bytes_get_data (red_and_blue, NULL), g_bytes_get_size (red_and_blue)));
  g_assert_true (contains (grey_pages, "/DeviceGray /Filter /DCTDecode", 30));
  g_assert_false (contains (printing_pages, "/DCTDecode", 10));
  g_assert_true (contains (printing_pages, "/Subtype /Image", 15));
}

/* Seen: above red, below blue. */
static void
test_on_screen (void)
{
  g_autoptr (GBytes) bytes = photo (colours);
  cairo_surface_t *image = mft_jpeg_decode (bytes);

  g_assert_nonnull (image);
  const guint32 *first = (const guint32 *) cairo_image_surface_get_data (image);
  const guint32 *last = first + 15 * cairo_image_surface_get_stride (image) / 4;
  g_assert_cmpuint ((*first >> 16) & 0xff, >, 200);
  g_assert_cmpuint (*first & 0xff, <, 60);
  g_assert_cmpuint ((*last >> 16) & 0xff, <, 60);
  g_assert_cmpuint (*last & 0xff, >, 200);
  cairo_surface_destroy (image);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/draw/jpeg/heads", test_heads);
  g_test_add_func ("/draw/jpeg/broken-off", test_broken_off);
  g_test_add_func ("/draw/jpeg/on-pages", test_on_pages);
  g_test_add_func ("/draw/jpeg/on-screen", test_on_screen);
  return g_test_run ();
}
