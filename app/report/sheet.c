/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sheet.h"

#include <glib/gi18n.h>

#include "draw/canvas.h"
#include "draw/finish.h"
#include "draw/fonts.h"
#include "draw/text.h"

/* A4, in points. */
#define PAGE_WIDTH 595.28
#define PAGE_HEIGHT 841.89
#define MARGIN 56.0
#define BOTTOM 64.0
#define TEXT_WIDTH (PAGE_WIDTH - 2 * MARGIN)
#define LABEL_WIDTH 132.0
#define SIZE 10.0
#define FINE_SIZE 8.0
#define TEXT_MOST 3000 /* characters */

struct MftSheet
{
  MftCanvas *canvas;
  PangoContext *context;
  char *title;
  char *footer;
  guint page;
  double y; /* where the next line goes */
};

typedef struct
{
  double red, green, blue;
} Colour;

static const Colour inks[] = {
  [MFT_SHEET_GOOD] = { 0.07, 0.40, 0.18 },
  [MFT_SHEET_UNSURE] = { 0.50, 0.33, 0.0 },
  [MFT_SHEET_BAD] = { 0.65, 0.09, 0.09 },
  [MFT_SHEET_NEUTRAL] = { 0.25, 0.25, 0.25 },
};

static void
set_ink (MftSheet *sheet, Colour colour)
{
  cairo_set_source_rgb (mft_canvas_cairo (sheet->canvas), colour.red, colour.green, colour.blue);
}

static PangoLayout *
make_layout (MftSheet *sheet, const char *text, double size, PangoWeight weight, double width)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *cut = g_utf8_strlen (valid, -1) > TEXT_MOST
                             ? g_utf8_substring (valid, 0, TEXT_MOST)
                             : g_steal_pointer (&valid);
  PangoLayout *layout = mft_fonts_layout (sheet->context, MFT_FONT_SANS, size, weight, cut);

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

static double
height_of (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

static void
show (MftSheet *sheet, PangoLayout *layout, const char *tag, double x, double y)
{
  mft_canvas_begin_tag (sheet->canvas, tag);
  mft_text_show_layout (mft_canvas_cairo (sheet->canvas), layout, x, y);
  mft_canvas_end_tag (sheet->canvas);
}

static void
show_footer (MftSheet *sheet)
{
  g_autofree char *number = g_strdup_printf (_ ("Page %u"), sheet->page);
  g_autofree char *text = g_strdup_printf ("%s · %s", sheet->footer, number);
  g_autoptr (PangoLayout) layout
      = make_layout (sheet, text, FINE_SIZE, PANGO_WEIGHT_NORMAL, TEXT_WIDTH);

  set_ink (sheet, inks[MFT_SHEET_NEUTRAL]);
  show (sheet, layout, "P", MARGIN, PAGE_HEIGHT - BOTTOM + 18);
}

void
mft_sheet_break (MftSheet *sheet)
{
  if (sheet->page > 0 && sheet->y <= MARGIN)
    return;
  sheet->page++;
  sheet->y = MARGIN;
  mft_canvas_begin_page (sheet->canvas, PAGE_WIDTH, PAGE_HEIGHT);
  show_footer (sheet);
}

/* Room for something so high, on this page or the next. */
static void
need (MftSheet *sheet, double height)
{
  if (sheet->page == 0 || sheet->y + height > PAGE_HEIGHT - BOTTOM)
    mft_sheet_break (sheet);
}

static void
put (MftSheet *sheet, const char *tag, const char *text, double size, PangoWeight weight,
     double before, double after)
{
  g_autoptr (PangoLayout) layout = make_layout (sheet, text, size, weight, TEXT_WIDTH);
  double height = height_of (layout);

  need (sheet, before + height + after);
  if (sheet->y > MARGIN)
    sheet->y += before;
  set_ink (sheet, (Colour){ 0, 0, 0 });
  show (sheet, layout, tag, MARGIN, sheet->y);
  sheet->y += height + after;
}

MftSheet *
mft_sheet_new (const char *title, const char *footer, GError **error)
{
  MftSheet *sheet;

  if (!mft_fonts_check (MFT_FONT_SANS, error))
    return NULL;
  sheet = g_new0 (MftSheet, 1);
  sheet->canvas = mft_canvas_new_pdf ();
  sheet->context = mft_fonts_context ();
  sheet->title = g_strdup (title);
  sheet->footer = g_strdup (footer);
  return sheet;
}

void
mft_sheet_free (MftSheet *sheet)
{
  g_clear_pointer (&sheet->canvas, mft_canvas_free);
  g_object_unref (sheet->context);
  g_free (sheet->title);
  g_free (sheet->footer);
  g_free (sheet);
}

void
mft_sheet_title (MftSheet *sheet, const char *text)
{
  put (sheet, "H1", text, 18, PANGO_WEIGHT_BOLD, 0, 10);
}

void
mft_sheet_heading (MftSheet *sheet, const char *text)
{
  need (sheet, 60); /* not alone at the foot */
  put (sheet, "H2", text, 12, PANGO_WEIGHT_BOLD, 14, 5);
}

void
mft_sheet_paragraph (MftSheet *sheet, const char *text)
{
  put (sheet, "P", text, SIZE, PANGO_WEIGHT_NORMAL, 0, 5);
}

void
mft_sheet_answer (MftSheet *sheet, MftSheetTone tone, const char *word, const char *sentence)
{
  const double inset = 12;
  cairo_t *cr = mft_canvas_cairo (sheet->canvas);
  Colour ink = inks[tone];
  g_autoptr (PangoLayout) head
      = make_layout (sheet, word, 16, PANGO_WEIGHT_BOLD, TEXT_WIDTH - 2 * inset);
  g_autoptr (PangoLayout) body
      = make_layout (sheet, sentence, 11, PANGO_WEIGHT_NORMAL, TEXT_WIDTH - 2 * inset);
  double height = height_of (head) + height_of (body) + 2 * inset;

  need (sheet, height + 10);
  cairo_set_source_rgb (cr, 1 - (1 - ink.red) / 8, 1 - (1 - ink.green) / 8, 1 - (1 - ink.blue) / 8);
  cairo_rectangle (cr, MARGIN, sheet->y, TEXT_WIDTH, height);
  cairo_fill (cr);
  set_ink (sheet, ink);
  cairo_rectangle (cr, MARGIN, sheet->y, 4, height);
  cairo_fill (cr);
  show (sheet, head, "P", MARGIN + inset, sheet->y + inset);
  set_ink (sheet, (Colour){ 0, 0, 0 });
  show (sheet, body, "P", MARGIN + inset, sheet->y + inset + height_of (head));
  sheet->y += height + 10;
}

void
mft_sheet_fact (MftSheet *sheet, const char *label, const char *text, gboolean fine)
{
  double size = fine ? FINE_SIZE : SIZE;
  g_autoptr (PangoLayout) left
      = make_layout (sheet, label, size, PANGO_WEIGHT_NORMAL, LABEL_WIDTH - 10);
  g_autoptr (PangoLayout) right
      = make_layout (sheet, text, size, PANGO_WEIGHT_NORMAL, TEXT_WIDTH - LABEL_WIDTH);
  double height = MAX (height_of (left), height_of (right));

  need (sheet, height + 3);
  set_ink (sheet, inks[MFT_SHEET_NEUTRAL]);
  show (sheet, left, "P", MARGIN, sheet->y);
  set_ink (sheet, (Colour){ 0, 0, 0 });
  show (sheet, right, "P", MARGIN + LABEL_WIDTH, sheet->y);
  sheet->y += height + (fine ? 2 : 4);
}

GBytes *
mft_sheet_finish (MftSheet *sheet, GDateTime *date, GError **error)
{
  const MftFinish finish = {
    .title = sheet->title,
    .date = date,
    .tags = mft_canvas_get_tags (sheet->canvas),
  };
  g_autoptr (GBytes) drawn = NULL;

  need (sheet, 0);
  drawn = mft_canvas_finish (sheet->canvas, error);
  return drawn != NULL ? mft_finish_pdf (drawn, &finish, error) : NULL;
}
