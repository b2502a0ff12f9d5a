/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/pdf/pdf-scan.h"

#include <cairo.h>
#include <glib/gstdio.h>

#include "bahasa/text.h"
#include "exchange/error.h"
#include "exchange/external.h"
#include "exchange/recognise/line.h"

#define RESOLUTION 300.0
#define SIDE_MOST 10000 /* pixels */
#define PAGES_MOST 500
#define SECONDS_A_PAGE 120
#define SURE_FROM 60.0 /* tesseract's confidence, in a hundred */

/* The columns of tesseract's table. */
enum
{
  LEVEL,
  PAGE,
  BLOCK,
  PARAGRAPH,
  LINE,
  WORD,
  LEFT,
  TOP,
  WIDTH,
  HEIGHT,
  CONFIDENCE,
  TEXT,
  N_COLUMNS
};

typedef struct
{
  GPtrArray *lines;
  MftImportReport *report;
  GString *words;
  char *place; /* "BLOCK PARAGRAPH LINE" of the words */
  char *paragraph;
  guint gap;
} Scan;

static void
end_line (Scan *self)
{
  g_autofree char *normal = mft_text_normalize (self->words->str);
  g_autoptr (MftText) text = mft_text_new (normal, MFT_STYLE_PLAIN);

  if (mft_import_has_words (normal))
    g_ptr_array_add (self->lines, mft_import_line_new (self->lines->len + 1, self->gap, text,
                                                       mft_import_columns (normal)));
  else if (normal[0] != '\0')
    mft_import_report_drop (self->report, self->lines->len + 1, normal);
  g_string_truncate (self->words, 0);
}

static void
take_word (Scan *self, char **columns)
{
  g_autofree char *paragraph = g_strjoin (" ", columns[BLOCK], columns[PARAGRAPH], NULL);
  g_autofree char *place = g_strjoin (" ", paragraph, columns[LINE], NULL);

  if (g_strcmp0 (place, self->place) != 0)
    {
      gboolean same = g_strcmp0 (paragraph, self->paragraph) == 0;
      end_line (self);
      self->gap = same ? 0 : 1;
      g_free (self->place);
      self->place = g_steal_pointer (&place);
      g_free (self->paragraph);
      self->paragraph = g_steal_pointer (&paragraph);
    }
  g_string_append_printf (self->words, "%s%s", self->words->len > 0 ? " " : "", columns[TEXT]);
  if (g_ascii_strtod (columns[CONFIDENCE], NULL) < SURE_FROM
      && mft_import_has_words (columns[TEXT]))
    mft_import_report_guess (self->report, self->lines->len + 1, columns[TEXT], "uncertain-word",
                             MFT_CONFIDENCE_LOW);
}

static void
take_table (Scan *self, const char *table)
{
  g_auto (GStrv) rows = g_strsplit (table, "\n", -1);

  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (rows[i], "\t", N_COLUMNS);
      if (g_strv_length (columns) == N_COLUMNS && g_str_equal (columns[LEVEL], "5")
          && columns[TEXT][0] != '\0')
        take_word (self, columns);
    }
  end_line (self);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->paragraph, g_free);
}

static gboolean
draw_page (PopplerPage *page, const char *path)
{
  double width;
  double height;

  poppler_page_get_size (page, &width, &height);
  double scale = MIN (RESOLUTION / 72, SIDE_MOST / MAX (MAX (width, height), 1));
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, MAX (1, (int) (width * scale)), MAX (1, (int) (height * scale)));
  cairo_t *context = cairo_create (surface);

  cairo_set_source_rgb (context, 1, 1, 1);
  cairo_paint (context);
  cairo_scale (context, scale, scale);
  poppler_page_render (page, context);
  cairo_destroy (context);
  gboolean done = cairo_surface_write_to_png (surface, path) == CAIRO_STATUS_SUCCESS;
  cairo_surface_destroy (surface);
  return done;
}

static gboolean
scan_page (Scan *self, PopplerPage *page, const char *folder, GError **error)
{
  g_autofree char *picture = g_build_filename (folder, "halaman.png", NULL);
  const char *const command[] = { "tesseract", picture, "-", "-l", "ind", "tsv", NULL };
  g_autofree char *table = NULL;

  if (!draw_page (page, picture))
    {
      g_set_error_literal (error, MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_FAILED,
                           "a page cannot be drawn");
      return FALSE;
    }
  table = mft_external_run (command, "tesseract-ocr-ind", SECONDS_A_PAGE, error);
  g_unlink (picture);
  if (table == NULL)
    return FALSE;
  g_autofree char *valid = g_utf8_make_valid (table, -1);
  take_table (self, valid);
  return TRUE;
}

GPtrArray *
mft_pdf_scan (PopplerDocument *document, MftImportReport *report, GError **error)
{
  g_autoptr (GPtrArray) lines
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_import_line_free);
  g_autoptr (GString) words = g_string_new (NULL);
  Scan scan = { .lines = lines, .report = report, .words = words };
  g_autofree char *folder = NULL;
  gboolean done = TRUE;

  if (!mft_external_find ("tesseract", "tesseract-ocr tesseract-ocr-ind", error))
    return NULL;
  folder = mft_external_folder (error);
  if (folder == NULL)
    return NULL;
  for (int i = 0; done && i < MIN (poppler_document_get_n_pages (document), PAGES_MOST); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      done = page == NULL || scan_page (&scan, page, folder, error);
      g_clear_object (&page);
    }
  mft_external_remove (folder);
  return done ? g_steal_pointer (&lines) : NULL;
}
