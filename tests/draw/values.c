/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/canvas.h"
#include "draw/fonts.h"
#include "draw/pdf/pdf-objects.h"
#include "draw/pdf/pdf-values.h"

#include "pdf-judges.h"
#include "support.h"

#define NOISE_SIZE (3 * 1024 * 1024)

static void
assert_number (double number, guint decimals, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  mft_pdf_put_number (text, number, decimals);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_numbers (void)
{
  assert_number (0, 2, "0");
  assert_number (-0.001, 2, "0");
  assert_number (12, 0, "12");
  assert_number (12.5, 2, "12.5");
  assert_number (12.05, 2, "12.05");
  assert_number (-12.005, 4, "-12.005");
  assert_number (0.0001, 4, "0.0001");
  assert_number (841.8897638, 2, "841.89");
  assert_number (0.999, 2, "1");
  assert_number (-3e9, 2, "-3000000000");
}

static void
assert_text (const char *words, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  mft_pdf_put_text (text, words, -1);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_texts (void)
{
  assert_text ("", "()");
  assert_text ("Pasal 2", "(Pasal 2)");
  assert_text ("a (b) \\c", "(a \\(b\\) \\\\c)");
  assert_text ("é", "<FEFF00E9>");
  assert_text ("A\n", "<FEFF0041000A>");
  assert_text ("😀", "<FEFFD83DDE00>");
}

/* Short streams and long ones, which are compressed by different threads; the judge reads them all, and finds
 * everything where the file says that it begins. */
static void
test_objects (void)
{
  g_autoptr (MftPdfObjects) objects = mft_pdf_objects_new ();
  guint catalog = mft_pdf_objects_reserve (objects), pages = mft_pdf_objects_reserve (objects);
  guint information = mft_pdf_objects_reserve (objects), stream = mft_pdf_objects_reserve (objects);
  g_autofree char *noise = g_malloc (NOISE_SIZE);
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (guint i = 0; i < NOISE_SIZE; i++)
    noise[i] = (char) (i * i * 2654435761u >> 13);
  mft_pdf_objects_write_stream (objects, stream, "/Type /Noise", noise, NOISE_SIZE);
  for (guint i = 0; i < 100; i++)
    {
      guint number = mft_pdf_objects_reserve (objects);
      mft_pdf_objects_write_stream (objects, number, "/Type /Noise", noise, i * 1000);
      g_string_append_printf (kinds, " %u 0 R", number);
    }
  mft_pdf_objects_write (objects, information, "<< >>", 5);
  g_string_append_printf (mft_pdf_objects_begin (objects, catalog),
                          "<< /Type /Catalog /Pages %u 0 R /Noise [ %u 0 R%s ] >>", pages, stream,
                          kinds->str);
  mft_pdf_objects_end (objects);
  g_string_append (mft_pdf_objects_begin (objects, pages), "<< /Type /Pages /Count 0 /Kids [ ] >>");
  mft_pdf_objects_end (objects);
  g_autoptr (GBytes) pdf
      = mft_pdf_objects_finish (g_steal_pointer (&objects), catalog, information);
  mft_test_assert_qpdf_clean (pdf);
}

/* --- text of pages ---------------------------------------------------------------------------------- */

/* What a judge reads from a page with these words. Owned by the caller. */
static char *
read_back (const char *family, const char *words, double scale)
{
  g_autoptr (MftCanvas) canvas = mft_canvas_new_pdf ();
  PangoContext *context = mft_fonts_context ();
  PangoLayout *layout = mft_fonts_layout (context, family, 12, PANGO_WEIGHT_NORMAL, words);
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 11, 26, 5, 0, 0);
  const MftFinish finish = { .title = "Uji", .date = date };
  g_autoptr (GError) error = NULL;

  mft_canvas_begin_page (canvas, 500, 300);
  cairo_scale (mft_canvas_cairo (canvas), scale, scale);
  mft_canvas_begin_tag (canvas, "P");
  mft_canvas_show_layout (canvas, layout, 30, 30);
  mft_canvas_end_tag (canvas);
  g_object_unref (layout);
  g_object_unref (context);
  g_autoptr (GBytes) pdf = mft_canvas_finish (canvas, &finish, &error);
  g_assert_no_error (error);
  mft_test_assert_qpdf_clean (pdf);
  return mft_test_pdf_text (pdf);
}

static void
assert_read_back (const char *family, const char *words)
{
  g_autofree char *read = read_back (family, words, 1);
  g_autofree char *small = read_back (family, words, 0.5);

  g_assert_cmpstr (g_strchomp (read), ==, words);
  g_assert_cmpstr (g_strchomp (small), ==, words);
}

/* Brackets and ends of lines among the codes, letters made of two glyphs, two characters that a face shows
 * with one glyph. */
static void
test_words_come_back (void)
{
  static const char *const families[] = { MFT_FONT_BOOKMAN, MFT_FONT_SANS };

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      assert_read_back (families[i], "Pasal 1 (satu): “4 (empat)” \\ [x] é ĉ ≤ −");
      assert_read_back (families[i], "K \xe2\x84\xaa Ω \xe2\x84\xa6 µ μ");
      assert_read_back (families[i], "!\"#$%&'()*+,-./0123456789:;<=>?@[\\]^_`{|}~");
    }
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/draw/values/numbers", test_numbers);
  g_test_add_func ("/draw/values/texts", test_texts);
  g_test_add_func ("/draw/values/objects", test_objects);
  g_test_add_func ("/draw/values/words", test_words_come_back);
  return g_test_run ();
}
