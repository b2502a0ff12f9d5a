/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/canvas.h"
#include "draw/fonts.h"

#include "pdf-judges.h"
#include "support.h"

static MftTextLine *
line_of (const char *words, const char *destination)
{
  PangoContext *context = mft_fonts_context ();
  PangoLayout *layout = mft_fonts_layout (context, MFT_FONT_SANS, 12, PANGO_WEIGHT_NORMAL, words);
  g_autoptr (PangoAttrList) attributes = mft_fonts_attributes ();

  if (destination != NULL)
    pango_attr_list_insert (attributes, mft_text_link_new (destination));
  pango_layout_set_attributes (layout, attributes);
  MftTextLine *line = mft_text_line_new (pango_layout_get_line_readonly (layout, 0));
  g_object_unref (layout);
  g_object_unref (context);
  return line;
}

static void
show (MftCanvas *canvas, double y, const char *words, const char *destination)
{
  g_autoptr (MftTextLine) line = line_of (words, destination);

  mft_canvas_show_line (canvas, line, 60, y);
}

static GBytes *
finish (MftCanvas *canvas, const MftEmptyField *fields, guint n_fields)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 11, 26, 5, 0, 0);
  g_autoptr (GError) error = NULL;
  const MftFinish wanted = { "Naskah", date, NULL, fields, n_fields };
  GBytes *pdf = mft_canvas_finish (canvas, &wanted, &error);

  g_assert_no_error (error);
  mft_test_assert_qpdf_clean (pdf);
  return pdf;
}

/* An element that goes over a page, one that is entered again, running heads in between. */
static void
test_elements_hold_their_words (void)
{
  g_autoptr (MftCanvas) canvas = mft_canvas_new_pdf ();

  mft_canvas_begin_page (canvas, 300, 300);
  show (canvas, 20, "- 1 -", NULL);
  guint section = mft_canvas_add_tag (canvas, 0, "Sect");
  guint heading = mft_canvas_add_tag (canvas, section, "H1");
  guint first = mft_canvas_add_tag (canvas, section, "P");
  guint second = mft_canvas_add_tag (canvas, section, "P");
  guint empty = mft_canvas_add_tag (canvas, section, "P");
  mft_canvas_enter_tag (canvas, heading);
  show (canvas, 40, "Pasal 1 ", NULL);
  show (canvas, 60, "DEFINISI", NULL);
  mft_canvas_enter_tag (canvas, first);
  show (canvas, 80, "satu ", NULL);
  mft_canvas_enter_tag (canvas, second);
  show (canvas, 80, "dua ", NULL);
  mft_canvas_begin_page (canvas, 300, 300);
  mft_canvas_enter_tag (canvas, 0);
  show (canvas, 20, "- 2 -", NULL);
  mft_canvas_enter_tag (canvas, first);
  show (canvas, 80, "lanjutan", NULL);
  mft_canvas_enter_tag (canvas, second);
  show (canvas, 80, "terusan", NULL);
  mft_canvas_enter_tag (canvas, empty);

  g_autoptr (GBytes) pdf = finish (canvas, NULL, 0);
  g_autofree char *structure = mft_test_pdf_structure (pdf);
  g_assert_cmpstr (structure, ==,
                   "Document\n"
                   "  Sect\n"
                   "    H1 (block)\n"
                   "      \"Pasal 1 DEFINISI\"\n"
                   "    P (block)\n"
                   "      \"satu \"\n"
                   "      \"lanjutan\"\n"
                   "    P (block)\n"
                   "      \"dua \"\n"
                   "      \"terusan\"\n");
}

static void
test_links_and_fields_belong_to_the_text (void)
{
  static const MftEmptyField field
      = { "PIHAK_KESATU", "Tanda tangan PIHAK KESATU", 0, 60, 100, 142, 53 };
  g_autoptr (MftCanvas) canvas = mft_canvas_new_pdf ();

  mft_canvas_begin_page (canvas, 300, 300);
  mft_canvas_destination (canvas, "pasal-2", 0, 0);
  mft_canvas_begin_tag (canvas, "P");
  show (canvas, 40, "lihat ", NULL);
  show (canvas, 60, "Pasal 2", "pasal-2");
  mft_canvas_begin_tag (canvas, "Form");
  mft_canvas_tag_field (canvas, "PIHAK_KESATU");
  mft_canvas_end_tag (canvas);
  mft_canvas_end_tag (canvas);

  g_autoptr (GBytes) pdf = finish (canvas, &field, 1);
  g_autofree char *structure = mft_test_pdf_structure (pdf);
  g_assert_nonnull (strstr (structure, "P (block)\n"));
  g_assert_nonnull (strstr (structure, "\"Pasal 2\""));
  g_assert_nonnull (strstr (structure, "Form"));
  gconstpointer data = g_bytes_get_data (pdf, NULL);
  gsize size = g_bytes_get_size (pdf);
  g_assert_nonnull (memmem (data, size, "/Contents (Pasal 2)", 19));
  g_assert_nonnull (memmem (data, size, "/Dest (pasal-2)", 15));
  g_assert_nonnull (memmem (data, size, "/TU (Tanda tangan PIHAK KESATU)", 31));
  /* A form element holds its widget without an array: see draw/pdf/pdf-structure.c. */
  g_assert_nonnull (memmem (data, size, "/K << /Type /OBJR /Obj ", 23));
}

/* Words that look like the marks around them. */
static void
test_words_are_no_marks (void)
{
  static const char *const words[]
      = { "/Span << /MCID 0 >> BDC", "EMC", "\\(EMC) ( /Span <</MCID 7>> BDC )", ") EMC (", "\\" };
  g_autoptr (MftCanvas) canvas = mft_canvas_new_pdf ();

  mft_canvas_begin_page (canvas, 900, 300);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      mft_canvas_begin_tag (canvas, "P");
      for (guint j = 0; j < 12; j++)
        show (canvas, 20 + i * 40 + j, words[i], NULL);
      mft_canvas_end_tag (canvas);
    }
  g_autoptr (GBytes) pdf = finish (canvas, NULL, 0);
  g_autofree char *structure = mft_test_pdf_structure (pdf);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_nonnull (strstr (structure, words[i]));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/draw/tags/elements", test_elements_hold_their_words);
  g_test_add_func ("/draw/tags/links", test_links_and_fields_belong_to_the_text);
  g_test_add_func ("/draw/tags/words", test_words_are_no_marks);
  return g_test_run ();
}
