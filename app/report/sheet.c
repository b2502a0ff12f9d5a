/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "draw/fonts.h"
#include "draw/text.h"
#include "report/sheet-private.h"

#define LONG_SIDE 841.89
#define SHORT_SIDE 595.28
#define INSET 12.0

double
mft_sheet_bottom (const MftSheet *sheet)
{
  return sheet->height - SHEET_MARGIN;
}

void
mft_sheet_rule (MftSheet *sheet, double y, double thickness, double grey)
{
  cairo_t *cr = mft_canvas_cairo (sheet->canvas);

  cairo_save (cr);
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_rectangle (cr, SHEET_MARGIN, y, sheet->width - 2 * SHEET_MARGIN, thickness);
  mft_canvas_fill (sheet->canvas);
  cairo_restore (cr);
}

/* The words to the left, the number to the right. */
static void
draw_footer (MftSheet *sheet)
{
  g_autofree char *number = g_strdup_printf (_ ("Page %u"), ++sheet->pages);
  g_autoptr (GArray) left = mft_marked_new_plain (sheet->footer != NULL ? sheet->footer : "");
  g_autoptr (GArray) right = mft_marked_new_plain (number);
  double width = sheet->width - 2 * SHEET_MARGIN, y = sheet->height - SHEET_MARGIN * 0.7;
  g_autoptr (PangoLayout) words = mft_sheet_lay_out (sheet, left, 0, SHEET_SMALL, width - 70);
  g_autoptr (PangoLayout) page = mft_sheet_lay_out (sheet, right, 0, SHEET_SMALL, width);

  pango_layout_set_alignment (page, PANGO_ALIGN_RIGHT);
  mft_canvas_begin_tag (sheet->canvas, MFT_TAG_ARTIFACT);
  mft_sheet_rule (sheet, y - 4, 0.5, 0.6);
  mft_canvas_show_layout (sheet->canvas, words, SHEET_MARGIN, y);
  mft_canvas_show_layout (sheet->canvas, page, SHEET_MARGIN, y);
  mft_canvas_end_tag (sheet->canvas);
}

void
mft_sheet_begin_page (MftSheet *sheet)
{
  mft_canvas_begin_page (sheet->canvas, sheet->width, sheet->height);
  cairo_set_source_rgb (mft_canvas_cairo (sheet->canvas), 0, 0, 0);
  draw_footer (sheet);
  sheet->y = SHEET_MARGIN;
  mft_sheet_repeat_head (sheet);
}

void
mft_sheet_need (MftSheet *sheet, double height)
{
  if (sheet->y < 1 || sheet->y + height > mft_sheet_bottom (sheet))
    mft_sheet_begin_page (sheet);
}

static void
flow (MftSheet *sheet, GArray *marked, MftSheetStyle style, double size, const char *tag)
{
  double left = SHEET_MARGIN + ((style & MFT_SHEET_INDENTED) != 0 ? SHEET_INDENT : 0);
  g_autoptr (PangoLayout) layout
      = mft_sheet_lay_out (sheet, marked, style, size, sheet->width - SHEET_MARGIN - left);
  cairo_t *cr = mft_canvas_cairo (sheet->canvas);
  int n = pango_layout_get_line_count (layout);

  mft_sheet_need (sheet, (style & MFT_SHEET_LEADING) != 0 ? SHEET_LEAD : size * 1.5);
  mft_canvas_begin_tag (sheet->canvas, tag);
  for (int first = 0; first < n;)
    {
      double top = sheet->y;
      first = mft_sheet_draw_lines (sheet, layout, marked, first, size, left, &sheet->y,
                                    mft_sheet_bottom (sheet));
      if ((style & MFT_SHEET_BAR) != 0 && sheet->y > top)
        {
          cairo_rectangle (cr, SHEET_MARGIN - 10, top, 2, sheet->y - top);
          mft_canvas_fill (sheet->canvas);
        }
      if (first < n)
        mft_sheet_begin_page (sheet);
    }
  mft_canvas_end_tag (sheet->canvas);
  sheet->y += SHEET_GAP;
}

void
mft_sheet_heading (MftSheet *sheet, guint level, const char *text)
{
  g_autoptr (GArray) marked = mft_marked_new_plain (text);

  mft_sheet_need (sheet, SHEET_LEAD);
  if (level > 1 && sheet->y > SHEET_MARGIN)
    sheet->y += 2 * SHEET_GAP;
  flow (sheet, marked, MFT_SHEET_BOLD, level == 1 ? 17 : 11.5, level == 1 ? "H1" : "H2");
  mft_canvas_begin_tag (sheet->canvas, MFT_TAG_ARTIFACT);
  if (level == 1) /* as under a letterhead */
    {
      mft_sheet_rule (sheet, sheet->y, 1.6, 0);
      mft_sheet_rule (sheet, sheet->y + 3, 0.5, 0);
    }
  else
    mft_sheet_rule (sheet, sheet->y - SHEET_GAP / 2, 0.8, 0.35);
  mft_canvas_end_tag (sheet->canvas);
  sheet->y += level == 1 ? 3 * SHEET_GAP : 0;
}

void
mft_sheet_text (MftSheet *sheet, GArray *marked, MftSheetStyle style)
{
  flow (sheet, marked, style, (style & MFT_SHEET_SMALL) != 0 ? SHEET_SMALL : SHEET_SIZE, "P");
}

void
mft_sheet_break (MftSheet *sheet)
{
  sheet->y = 0;
}

static const char *const inks[] = {
  [MFT_SHEET_NEUTRAL] = "#404040",
  [MFT_SHEET_GOOD] = "#12662e",
  [MFT_SHEET_UNSURE] = "#805400",
  [MFT_SHEET_BAD] = "#a61717",
};

/* `part` of the ink, the rest paper. */
static void
set_ink (MftSheet *sheet, MftSheetTone tone, double part)
{
  PangoColor ink;

  pango_color_parse (&ink, inks[tone]);
  cairo_set_source_rgb (mft_canvas_cairo (sheet->canvas), 1 - (1 - ink.red / 65535.0) * part,
                        1 - (1 - ink.green / 65535.0) * part, 1 - (1 - ink.blue / 65535.0) * part);
}

static void
fill (MftSheet *sheet, double width, double height)
{
  cairo_rectangle (mft_canvas_cairo (sheet->canvas), SHEET_MARGIN, sheet->y, width, height);
  mft_canvas_fill (sheet->canvas);
}

static PangoLayout *
lay_out_answer (MftSheet *sheet, const char *text, MftSheetStyle style, double size)
{
  g_autoptr (GArray) marked = mft_sheet_plain (text);

  return mft_sheet_lay_out (sheet, marked, style, size,
                            sheet->width - 2 * SHEET_MARGIN - 2 * INSET);
}

static double
height_of (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

void
mft_sheet_answer (MftSheet *sheet, MftSheetTone tone, const char *word, const char *sentence)
{
  cairo_t *cr = mft_canvas_cairo (sheet->canvas);
  g_autoptr (PangoLayout) head = lay_out_answer (sheet, word, MFT_SHEET_BOLD, 16);
  g_autoptr (PangoLayout) body = lay_out_answer (sheet, sentence, 0, 11);
  double height = height_of (head) + height_of (body) + 2 * INSET;

  mft_sheet_need (sheet, height);
  set_ink (sheet, tone, 0.125);
  fill (sheet, sheet->width - 2 * SHEET_MARGIN, height);
  set_ink (sheet, tone, 1);
  fill (sheet, 4, height);
  mft_canvas_begin_tag (sheet->canvas, "P");
  mft_canvas_show_layout (sheet->canvas, head, SHEET_MARGIN + INSET, sheet->y + INSET);
  mft_canvas_end_tag (sheet->canvas);
  cairo_set_source_rgb (cr, 0, 0, 0);
  mft_canvas_begin_tag (sheet->canvas, "P");
  mft_canvas_show_layout (sheet->canvas, body, SHEET_MARGIN + INSET,
                          sheet->y + INSET + height_of (head));
  mft_canvas_end_tag (sheet->canvas);
  sheet->y += height + 2 * SHEET_GAP;
}

/* --- the whole -------------------------------------------------------------------------------------- */

MftSheet *
mft_sheet_new (const char *title, gboolean landscape, const char *footer, GError **error)
{
  if (!mft_fonts_check (MFT_FONT_SANS, error))
    return NULL;

  MftSheet *sheet = g_new0 (MftSheet, 1);
  sheet->title = g_strdup (title);
  sheet->footer = g_strdup (footer);
  sheet->width = landscape ? LONG_SIDE : SHORT_SIDE;
  sheet->height = landscape ? SHORT_SIDE : LONG_SIDE;
  sheet->canvas = mft_canvas_new_pdf ();
  sheet->context = mft_fonts_context ();
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

GBytes *
mft_sheet_finish (MftSheet *sheet, GDateTime *date, GError **error)
{
  mft_sheet_need (sheet, 0);
  const MftFinish finish = { .title = sheet->title, .date = date };
  return mft_canvas_finish (sheet->canvas, &finish, error);
}
