/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/pdf/pdf-scan.h"

#include <cairo.h>
#include <glib/gstdio.h>

#include "exchange/error.h"
#include "exchange/external.h"
#include "exchange/pdf/pdf-line.h"
#include "exchange/pdf/pdf-piece.h"
#include "exchange/pdf/pdf-scan-labels.h"
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

/* A word that the program is not sure of, and where its middle lies. */
typedef struct
{
  char *word;
  double height;
} Doubt;

typedef struct
{
  GPtrArray *lines; /* MftPdfLine */
  MftImportReport *report;

  /* Of the page that is being read. */
  guint page;
  double scale;      /* points a pixel */
  GPtrArray *pieces; /* MftPdfPiece, a line of the program each */
  GArray *doubts;
  char *place; /* "BLOCK PARAGRAPH LINE" of the last piece */
} Scan;

static void
clear_doubt (gpointer data)
{
  g_free (((Doubt *) data)->word);
}

static double
measure (const Scan *self, const char *pixels)
{
  return g_ascii_strtod (pixels, NULL) * self->scale;
}

/* The piece that the word belongs to; a new one where a line begins. */
static MftPdfPiece *
find_piece (Scan *self, char **columns, double left, double top)
{
  g_autofree char *place = g_strjoin (" ", columns[BLOCK], columns[PARAGRAPH], columns[LINE], NULL);
  MftPdfPiece *piece;

  if (g_strcmp0 (place, self->place) == 0)
    return self->pieces->pdata[self->pieces->len - 1];
  piece = mft_pdf_piece_new (left, left, top, top);
  g_ptr_array_add (self->pieces, piece);
  g_free (self->place);
  self->place = g_steal_pointer (&place);
  return piece;
}

static void
take_word (Scan *self, char **columns)
{
  double left = measure (self, columns[LEFT]), top = measure (self, columns[TOP]);
  double height = measure (self, columns[HEIGHT]);
  MftPdfPiece *piece = find_piece (self, columns, left, top);
  Doubt doubt = { NULL, top + height / 2 };

  if (piece->words->len > 0)
    g_string_append (piece->words, left > piece->right + MFT_PDF_COLUMN_GAP * height ? "   " : " ");
  g_string_append (piece->words, columns[TEXT]);
  piece->right = left + measure (self, columns[WIDTH]);
  piece->top = MIN (piece->top, top);
  piece->bottom = MAX (piece->bottom, top + height);
  if (g_ascii_strtod (columns[CONFIDENCE], NULL) >= SURE_FROM
      || !mft_import_has_words (columns[TEXT]))
    return;
  doubt.word = g_strdup (columns[TEXT]);
  g_array_append_val (self->doubts, doubt);
}

/* The line of the page, from `first` on, that lies at this height; counted from 1. */
static guint
find_line (const Scan *self, guint first, double height)
{
  guint best = first;
  double least = G_MAXDOUBLE;

  for (guint i = first; i < self->lines->len; i++)
    {
      const MftPdfLine *line = self->lines->pdata[i];
      double distance = ABS (line->top + line->height / 2 - height);
      if (distance >= least)
        continue;
      best = i;
      least = distance;
    }
  return best + 1;
}

static void
end_page (Scan *self)
{
  guint first = self->lines->len;

  mft_pdf_line_add_rows (self->pieces, self->page, self->lines);
  for (guint i = 0; i < self->doubts->len; i++)
    {
      const Doubt *doubt = &g_array_index (self->doubts, Doubt, i);
      mft_import_report_guess (self->report, find_line (self, first, doubt->height), doubt->word,
                               "uncertain-word", MFT_CONFIDENCE_LOW);
    }
  g_ptr_array_set_size (self->pieces, 0);
  g_array_set_size (self->doubts, 0);
  g_clear_pointer (&self->place, g_free);
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
  end_page (self);
}

static gboolean
draw_page (Scan *self, PopplerPage *page, const char *path)
{
  double width;
  double height;

  poppler_page_get_size (page, &width, &height);
  double scale = MIN (RESOLUTION / 72, SIDE_MOST / MAX (MAX (width, height), 1));
  self->scale = 1 / scale;
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
  /* One column of words of different sizes: labels stay beside their words. */
  const char *const command[]
      = { "tesseract", picture, "-", "-l", "ind", "--psm", "4", "tsv", NULL };
  g_autofree char *table = NULL;

  if (!draw_page (self, page, picture))
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

/* One page that cannot be read is told and does not cost the others. */
static gboolean
scan_or_tell (Scan *self, PopplerPage *page, const char *folder, GError **error)
{
  g_autofree char *name = g_strdup_printf ("halaman %u", self->page + 1);

  if (scan_page (self, page, folder, error))
    return TRUE;
  mft_import_report_guess (self->report, self->lines->len + 1, name, "part-unreadable",
                           MFT_CONFIDENCE_LOW);
  return FALSE;
}

/* The program is there without the language, too. */
static gboolean
find_language (GError **error)
{
  static const char package[] = "tesseract-ocr tesseract-ocr-ind";
  const char *const command[] = { "tesseract", "--list-langs", NULL };
  g_autofree char *languages = mft_external_run (command, package, SECONDS_A_PAGE, error);
  g_auto (GStrv) lines = g_strsplit (languages != NULL ? languages : "", "\n", -1);

  if (languages != NULL && !g_strv_contains ((const char *const *) lines, "ind"))
    g_set_error (error, MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_TOOL, "'%s' is not installed",
                 "tesseract-ocr-ind");
  return g_strv_contains ((const char *const *) lines, "ind");
}

GPtrArray *
mft_pdf_scan (PopplerDocument *document, MftImportReport *report, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_pdf_line_free);
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (mft_pdf_piece_free);
  g_autoptr (GArray) doubts = g_array_new (FALSE, FALSE, sizeof (Doubt));
  Scan scan = { .lines = lines, .report = report, .pieces = pieces, .doubts = doubts };
  g_autofree char *folder = NULL;
  guint read = 0, failed = 0;

  g_array_set_clear_func (doubts, clear_doubt);
  if (!find_language (error))
    return NULL;
  folder = mft_external_folder (error);
  if (folder == NULL)
    return NULL;
  for (int i = 0; i < MIN (poppler_document_get_n_pages (document), PAGES_MOST); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      if (page == NULL)
        continue;
      scan.page = (guint) i;
      if (scan_or_tell (&scan, page, folder, failed == 0 ? error : NULL))
        read++;
      else
        failed++;
      g_object_unref (page);
    }
  mft_external_remove (folder);
  if (read == 0 && failed > 0)
    return NULL;
  g_clear_error (error);
  mft_pdf_scan_mend_labels (lines, report);
  return g_steal_pointer (&lines);
}
