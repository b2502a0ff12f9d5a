/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of pages through the real tesseract, where it is installed; what it misreads in labels. */
#include "support.h"

#include "exchange/exchange.h"
#include "exchange/pdf/pdf-line.h"
#include "exchange/pdf/pdf-scan-labels.h"
#include "exchange/text/text-writer.h"

#include <cairo-pdf.h>

#define WIDTH 595
#define HEIGHT 842
#define SCALE (200.0 / 72)

static const struct
{
  double left, top;
  const char *words;
} page[] = {
  { 270, 100, "Pasal 1" }, { 275, 120, "BIAYA" },
  { 72, 150, "(1)" },      { 100, 150, "Biaya pelaksanaan Perjanjian Kerja Sama ini meliputi:" },
  { 100, 170, "a." },      { 120, 170, "pengadaan jaring ikan bagi nelayan di pesisir;" },
  { 100, 190, "b." },      { 120, 190, "perbaikan perahu yang rusak karena gelombang tinggi; dan" },
  { 100, 210, "c." },      { 120, 210, "pelatihan keselamatan pelayaran." },
  { 72, 240, "(2)" },      { 100, 240, "Biaya dibebankan pada anggaran PIHAK KESATU." },
};

/* As a scanner delivers it: one picture, no letter. */
static GBytes *
photograph (const char *path)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (WIDTH * SCALE),
                                                       (int) (HEIGHT * SCALE));
  cairo_surface_t *pdf = cairo_pdf_surface_create (path, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (image);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_scale (cr, SCALE, SCALE);
  cairo_select_font_face (cr, "Liberation Serif", CAIRO_FONT_SLANT_NORMAL,
                          CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, 12);
  for (guint i = 0; i < G_N_ELEMENTS (page); i++)
    {
      cairo_move_to (cr, page[i].left, page[i].top);
      cairo_show_text (cr, page[i].words);
    }
  cairo_destroy (cr);
  cr = cairo_create (pdf);
  cairo_scale (cr, 1 / SCALE, 1 / SCALE);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
  cairo_surface_destroy (pdf);
  char *bytes = NULL;
  gsize size = 0;
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  return g_bytes_new_take (bytes, size);
}

static gboolean
has_tesseract (void)
{
  g_autofree char *languages = NULL;

  return g_spawn_command_line_sync ("tesseract --list-langs", &languages, NULL, NULL, NULL)
         && strstr (languages, "\nind\n") != NULL;
}

static void
test_real (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "pindai.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MftImportReport) report = NULL;

  if (!has_tesseract ())
    {
      g_test_skip ("tesseract-ocr-ind is not installed");
      return;
    }
  g_autoptr (GBytes) bytes = photograph (path);
  g_autoptr (MftAgreement) agreement = mft_exchange_read (bytes, "pindai.pdf", &report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->counts.pasal, ==, 1);
  g_assert_cmpuint (report->counts.ayat, ==, 2);
  g_assert_cmpuint (report->counts.huruf, ==, 3);
  g_assert_cmpuint (g_strv_length (report->lost), ==, 0);
  g_autofree char *text = mft_text_export (agreement);
  g_assert_nonnull (strstr (text, "pengadaan jaring ikan bagi nelayan"));
  g_assert_nonnull (strstr (text, "anggaran PIHAK KESATU"));
}

/* What machines make of labels; what is no label stays. */
static void
test_labels (void)
{
  static const char *const rows[][2] = {
    { "Pasal 1", NULL },
    { "() Biaya:", "(1) Biaya:" },
    { "@. alat;", "a. alat;" },
    { "b. jasa;", NULL },
    { "Cc. upah;", "c. upah;" },
    { "D. pajak.", "d. pajak." },
    { "(2) Denda:", NULL },
    { "a. nol;", NULL },
    { "B. satu.", "b. satu." },
    { "9. bukan huruf", NULL },
    { "() Tiga.", "(3) Tiga." },
    { "(abc) bukan ayat", NULL },
    { "l. pertama;", "1. pertama;" },
    { "2. kedua.", NULL },
    { "()", NULL },
  };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_pdf_line_free);
  g_autoptr (MftImportReport) report = mft_import_report_new ("pdf");
  guint mended = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MftPdfLine *line = g_new0 (MftPdfLine, 1);
      line->words = g_strdup (rows[i][0]);
      mended += rows[i][1] != NULL ? 1 : 0;
      g_ptr_array_add (lines, line);
    }
  mft_pdf_scan_mend_labels (lines, report);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (((MftPdfLine *) lines->pdata[i])->words, ==,
                     rows[i][1] != NULL ? rows[i][1] : rows[i][0]);
  g_assert_cmpuint (report->guesses->len, ==, mended);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/exchange/scan/real", test_real);
  g_test_add_func ("/exchange/scan/labels", test_labels);
  return g_test_run ();
}
