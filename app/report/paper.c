/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "draw/finish.h"
#include "draw/fonts.h"
#include "draw/text.h"
#include "report/paper-private.h"

#define LONG_SIDE 841.89
#define SHORT_SIDE 595.28
#define INSET 12.0

double
mft_paper_bottom (const MftPaper *paper)
{
  return paper->height - PAPER_MARGIN;
}

static void
draw_footer (MftPaper *paper)
{
  g_autofree char *number = g_strdup_printf (_ ("Page %u"), ++paper->pages);
  g_autofree char *text
      = paper->footer != NULL ? g_strdup_printf ("%s · %s", paper->footer, number) : NULL;
  g_autoptr (GArray) marked = mft_marked_new_plain (text != NULL ? text : number);
  g_autoptr (PangoLayout) layout
      = mft_paper_lay_out (paper, marked, 0, PAPER_SMALL, paper->width - 2 * PAPER_MARGIN);

  mft_canvas_begin_tag (paper->canvas, MFT_TAG_ARTIFACT);
  mft_text_show_layout (mft_canvas_cairo (paper->canvas), layout, PAPER_MARGIN,
                        paper->height - PAPER_MARGIN * 0.7);
  mft_canvas_end_tag (paper->canvas);
}

void
mft_paper_begin_page (MftPaper *paper)
{
  mft_canvas_begin_page (paper->canvas, paper->width, paper->height);
  cairo_set_source_rgb (mft_canvas_cairo (paper->canvas), 0, 0, 0);
  draw_footer (paper);
  paper->y = PAPER_MARGIN;
  mft_paper_repeat_head (paper);
}

void
mft_paper_need (MftPaper *paper, double height)
{
  if (paper->y < 1 || paper->y + height > mft_paper_bottom (paper))
    mft_paper_begin_page (paper);
}

static void
flow (MftPaper *paper, GArray *marked, MftPaperStyle style, double size, const char *tag)
{
  g_autoptr (PangoLayout) layout
      = mft_paper_lay_out (paper, marked, style, size, paper->width - 2 * PAPER_MARGIN);
  cairo_t *cr = mft_canvas_cairo (paper->canvas);
  int n = pango_layout_get_line_count (layout);

  mft_paper_need (paper, size * 1.5);
  mft_canvas_begin_tag (paper->canvas, tag);
  for (int first = 0; first < n;)
    {
      double top = paper->y;
      first = mft_paper_draw_lines (paper, layout, marked, first, size, PAPER_MARGIN, &paper->y,
                                    mft_paper_bottom (paper));
      if ((style & MFT_PAPER_BAR) != 0 && paper->y > top)
        {
          cairo_rectangle (cr, PAPER_MARGIN - 10, top, 2, paper->y - top);
          cairo_fill (cr);
        }
      if (first < n)
        mft_paper_begin_page (paper);
    }
  mft_canvas_end_tag (paper->canvas);
  paper->y += PAPER_GAP;
}

void
mft_paper_heading (MftPaper *paper, guint level, const char *text)
{
  g_autoptr (GArray) marked = mft_marked_new_plain (text);

  /* Not alone at a page's foot. */
  mft_paper_need (paper, 60);
  if (level > 1 && paper->y > PAPER_MARGIN)
    paper->y += 2 * PAPER_GAP;
  flow (paper, marked, MFT_PAPER_BOLD, level == 1 ? 15 : 11.5, level == 1 ? "H1" : "H2");
}

void
mft_paper_text (MftPaper *paper, GArray *marked, MftPaperStyle style)
{
  flow (paper, marked, style, (style & MFT_PAPER_SMALL) != 0 ? PAPER_SMALL : PAPER_SIZE, "P");
}

void
mft_paper_break (MftPaper *paper)
{
  paper->y = 0;
}

static const char *const inks[] = {
  [MFT_PAPER_NEUTRAL] = "#404040",
  [MFT_PAPER_GOOD] = "#12662e",
  [MFT_PAPER_UNSURE] = "#805400",
  [MFT_PAPER_BAD] = "#a61717",
};

/* `part` of the ink, the rest paper. */
static void
set_ink (MftPaper *paper, MftPaperTone tone, double part)
{
  PangoColor ink;

  pango_color_parse (&ink, inks[tone]);
  cairo_set_source_rgb (mft_canvas_cairo (paper->canvas), 1 - (1 - ink.red / 65535.0) * part,
                        1 - (1 - ink.green / 65535.0) * part, 1 - (1 - ink.blue / 65535.0) * part);
}

static void
fill (MftPaper *paper, double width, double height)
{
  cairo_rectangle (mft_canvas_cairo (paper->canvas), PAPER_MARGIN, paper->y, width, height);
  cairo_fill (mft_canvas_cairo (paper->canvas));
}

static PangoLayout *
lay_out_answer (MftPaper *paper, const char *text, MftPaperStyle style, double size)
{
  g_autoptr (GArray) marked = mft_paper_plain (text);

  return mft_paper_lay_out (paper, marked, style, size,
                            paper->width - 2 * PAPER_MARGIN - 2 * INSET);
}

static double
height_of (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

void
mft_paper_answer (MftPaper *paper, MftPaperTone tone, const char *word, const char *sentence)
{
  cairo_t *cr = mft_canvas_cairo (paper->canvas);
  g_autoptr (PangoLayout) head = lay_out_answer (paper, word, MFT_PAPER_BOLD, 16);
  g_autoptr (PangoLayout) body = lay_out_answer (paper, sentence, 0, 11);
  double height = height_of (head) + height_of (body) + 2 * INSET;

  mft_paper_need (paper, height);
  set_ink (paper, tone, 0.125);
  fill (paper, paper->width - 2 * PAPER_MARGIN, height);
  set_ink (paper, tone, 1);
  fill (paper, 4, height);
  mft_canvas_begin_tag (paper->canvas, "P");
  mft_text_show_layout (cr, head, PAPER_MARGIN + INSET, paper->y + INSET);
  mft_canvas_end_tag (paper->canvas);
  cairo_set_source_rgb (cr, 0, 0, 0);
  mft_canvas_begin_tag (paper->canvas, "P");
  mft_text_show_layout (cr, body, PAPER_MARGIN + INSET, paper->y + INSET + height_of (head));
  mft_canvas_end_tag (paper->canvas);
  paper->y += height + 2 * PAPER_GAP;
}

/* --- the whole -------------------------------------------------------------------------------------- */

MftPaper *
mft_paper_new (const char *title, gboolean landscape, const char *footer, GError **error)
{
  if (!mft_fonts_check (MFT_FONT_SANS, error))
    return NULL;

  MftPaper *paper = g_new0 (MftPaper, 1);
  paper->title = g_strdup (title);
  paper->footer = g_strdup (footer);
  paper->width = landscape ? LONG_SIDE : SHORT_SIDE;
  paper->height = landscape ? SHORT_SIDE : LONG_SIDE;
  paper->canvas = mft_canvas_new_pdf ();
  paper->context = mft_fonts_context ();
  return paper;
}

void
mft_paper_free (MftPaper *paper)
{
  g_clear_pointer (&paper->canvas, mft_canvas_free);
  g_object_unref (paper->context);
  g_free (paper->title);
  g_free (paper->footer);
  g_free (paper);
}

GBytes *
mft_paper_finish (MftPaper *paper, GDateTime *date, GError **error)
{
  mft_paper_need (paper, 0);
  g_autoptr (GBytes) drawn = mft_canvas_finish (paper->canvas, error);
  const MftFinish finish = {
    .title = paper->title,
    .date = date,
    .tags = mft_canvas_get_tags (paper->canvas),
  };

  return drawn != NULL ? mft_finish_pdf (drawn, &finish, error) : NULL;
}
