/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/furniture.h"

#include "agreement/party.h"
#include "draw/fonts.h"
#include "draw/qr.h"

#include <math.h>

#define NUMBER_ABOVE_TEXT 28.0
#define NOTICE_SIZE 7.0
#define NOTICE_LEADING 9.0
#define NOTICE_BELOW_TEXT 18.0
#define NOTICE_BELOW_RULE 6.0
#define NOTICE_ABOVE_EDGE 12.0
#define MARK_SIZE 22.0
#define QR_SIZE 42.0 /* 15 mm */
#define BESIDE_NOTICE 10.0
#define BESIDE_WORDS 12.0
#define BOX_WIDTH 44.0
#define BOX_HEIGHT 24.0
#define CLOSING_CLAUSE "K-58"

static gboolean
is_closing (MftBlock *block)
{
  return g_strcmp0 (mft_block_get_clause (block), CLOSING_CLAUSE) == 0
         && mft_block_get_alternative (block) != NULL;
}

gboolean
mft_furniture_is_wet (MftAgreement *agreement)
{
  const char *setting = mft_agreement_get_setting (agreement, MFT_SETTING_CLOSING);
  MftBlock *root = mft_agreement_get_root (agreement);

  if (setting != NULL)
    return g_str_equal (setting, "basah");
  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    if (is_closing (at))
      return g_str_has_prefix (mft_block_get_alternative (at), "basah");
  return FALSE;
}

static guint
count_initials (MftAgreement *agreement)
{
  const char *setting = mft_agreement_get_setting (agreement, MFT_SETTING_INITIALS);

  return mft_furniture_is_wet (agreement) && g_strcmp0 (setting, "tidak") != 0
             ? mft_agreement_n_parties (agreement)
             : 0;
}

static char *
dup_words (MftAgreement *agreement, const char *setting)
{
  const char *words = mft_agreement_get_setting (agreement, setting);

  return words != NULL && *words != '\0' ? g_strdup (words) : NULL;
}

static double
notice_width (const MftFurniture *furniture, const MftProfile *profile)
{
  double side = MAX (MARK_SIZE, furniture->qr != NULL ? QR_SIZE : 0) + BESIDE_NOTICE;

  return profile->width - profile->left - profile->right - 2 * side;
}

/* Each of its lines broken to the width between mark and code. */
static void
set_notice (MftFurniture *furniture, MftProfile *profile, PangoContext *context, const char *notice)
{
  const MftFace face = { .family = MFT_FONT_SANS, .size = NOTICE_SIZE };
  g_auto (GStrv) lines = g_strsplit (notice, "\n", -1);
  double height = furniture->qr != NULL ? QR_SIZE : MARK_SIZE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (MftParagraph) words = mft_paragraph_new ();
      mft_paragraph_add (words, lines[i], MFT_STYLE_PLAIN);
      g_autoptr (GArray) broken = mft_paragraph_lines (
          words, context, &face, notice_width (furniture, profile), MFT_ALIGN_CENTRE);
      if (furniture->notice == NULL)
        furniture->notice = g_array_ref (broken);
      else
        mft_paragraph_move_lines (furniture->notice, broken);
    }
  height = MAX (height, furniture->notice->len * NOTICE_LEADING);
  profile->bottom
      = MAX (profile->bottom, NOTICE_BELOW_TEXT + NOTICE_BELOW_RULE + height + NOTICE_ABOVE_EDGE);
}

MftFurniture *
mft_furniture_new (MftAgreement *agreement, MftProfile *profile, PangoContext *context,
                   const char *notice, const char *qr, MftMark *mark, gboolean draft)
{
  MftFurniture *furniture = g_new0 (MftFurniture, 1);

  furniture->draft = draft;
  furniture->head = dup_words (agreement, MFT_SETTING_HEAD);
  furniture->foot = dup_words (agreement, MFT_SETTING_FOOT);
  furniture->mark = mark != NULL ? mft_mark_ref (mark) : mft_mark_new ();
  furniture->initials = count_initials (agreement);
  if (notice != NULL && *notice != '\0' && !mft_furniture_is_wet (agreement))
    {
      furniture->qr = qr != NULL && *qr != '\0' && mft_qr_check (qr) ? g_strdup (qr) : NULL;
      set_notice (furniture, profile, context, notice);
    }
  return furniture;
}

void
mft_furniture_free (MftFurniture *furniture)
{
  g_free (furniture->head);
  g_free (furniture->foot);
  g_free (furniture->qr);
  g_clear_pointer (&furniture->notice, g_array_unref);
  mft_mark_unref (furniture->mark);
  g_free (furniture);
}

void
mft_furniture_missing (const MftFurniture *furniture, GArray *missing)
{
  for (guint i = 0; furniture->notice != NULL && i < furniture->notice->len; i++)
    mft_text_line_missing (g_array_index (furniture->notice, MftPlacedLine, i).line, missing);
}

/* --- drawing --------------------------------------------------------------------------------------- */

/* One page being drawn on. */
typedef struct
{
  const MftFurniture *furniture;
  const MftProfile *profile;
  PangoContext *context;
  MftCanvas *canvas;
  cairo_t *cr; /* the canvas's */
} Page;

static double
right_edge (const Page *page)
{
  return page->profile->width - page->profile->right;
}

static double
text_width (const Page *page)
{
  return right_edge (page) - page->profile->left;
}

/* Words on one line, cut with an ellipsis where they are wider. Owned by the caller. */
static MftTextLine *
cut_line (const Page *page, const char *words, const MftFace *face, double width)
{
  g_autoptr (PangoLayout) layout
      = mft_fonts_layout (page->context, face->family, face->size, PANGO_WEIGHT_NORMAL, words);

  pango_layout_set_width (layout, (int) (MAX (width, 0) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return mft_text_line_new (pango_layout_get_line_readonly (layout, 0));
}

/* `align` 0: from the left margin, 0.5: in the middle, 1: to the right margin. Returns how wide they are. */
static double
draw_words (const Page *page, const char *words, double size, double width, double align,
            double baseline)
{
  const MftFace face = { .family = page->profile->family, .size = size };
  g_autoptr (MftParagraph) paragraph = mft_paragraph_new ();
  g_autoptr (MftTextLine) cut = NULL;

  mft_paragraph_add (paragraph, words, MFT_STYLE_PLAIN);
  g_autoptr (GArray) lines
      = mft_paragraph_lines (paragraph, page->context, &face, width, MFT_ALIGN_LEFT);
  const MftTextLine *line = g_array_index (lines, MftPlacedLine, 0).line;
  if (lines->len > 1 || mft_text_line_width (line) > width)
    line = cut = cut_line (page, words, &face, width);
  double across = mft_text_line_width (line);
  mft_canvas_show_line (page->canvas, line,
                        page->profile->left + (text_width (page) - across) * align, baseline);
  return across;
}

double
mft_furniture_head_baseline (const MftProfile *profile)
{
  return profile->top - MIN (NUMBER_ABOVE_TEXT, profile->top * 0.4);
}

/* The words end before the number. */
static void
draw_head (const Page *page, guint number, guint count)
{
  const MftProfile *profile = page->profile;
  double baseline = mft_furniture_head_baseline (profile), width = text_width (page);
  g_autofree char *dashes = g_strdup_printf ("- %u -", number);
  g_autofree char *of = g_strdup_printf ("Halaman %u dari %u", number, count);

  switch (profile->numbers)
    {
    case MFT_PAGE_NUMBERS_DASHES:
      if (number > 1)
        width = (width - draw_words (page, dashes, MFT_FURNITURE_NUMBER_SIZE, width, 0.5, baseline))
                    / 2
                - BESIDE_WORDS;
      break;
    case MFT_PAGE_NUMBERS_OF:
      width -= draw_words (page, of, MFT_FURNITURE_WORDS_SIZE, width, 1, baseline) + BESIDE_WORDS;
      break;
    case MFT_PAGE_NUMBERS_NONE:
      break;
    }
  if (page->furniture->head != NULL)
    draw_words (page, page->furniture->head, MFT_FURNITURE_WORDS_SIZE, width, 0, baseline);
}

static void
draw_foot (const Page *page, const char *catchword)
{
  double baseline = page->profile->height - page->profile->bottom + MFT_FURNITURE_FOOT_BELOW;
  double width = text_width (page);

  if (catchword != NULL)
    {
      g_autofree char *words = g_strdup_printf ("%s …", catchword);
      width -= draw_words (page, words, page->profile->size, width, 1, baseline) + BESIDE_WORDS;
    }
  if (page->furniture->foot != NULL)
    draw_words (page, page->furniture->foot, MFT_FURNITURE_WORDS_SIZE, width, 0, baseline);
}

/* Under a hairline: the mark at the left, the notice's lines centred, the code at the right. */
static void
draw_notice (const Page *page)
{
  const MftFurniture *furniture = page->furniture;
  const MftProfile *profile = page->profile;
  double rule = profile->height - profile->bottom + NOTICE_BELOW_TEXT;
  double top = rule + NOTICE_BELOW_RULE;
  double height = furniture->qr != NULL ? QR_SIZE : MARK_SIZE;
  double width = text_width (page);

  cairo_set_source_rgb (page->cr, 0.65, 0.65, 0.65);
  cairo_set_line_width (page->cr, 0.5);
  cairo_move_to (page->cr, profile->left, rule);
  cairo_line_to (page->cr, right_edge (page), rule);
  mft_canvas_stroke (page->canvas);
  height = MAX (height, furniture->notice->len * NOTICE_LEADING);
  mft_mark_show (furniture->mark, page->canvas, profile->left, top + (height - MARK_SIZE) / 2,
                 MARK_SIZE);
  cairo_set_source_rgb (page->cr, 0, 0, 0);
  if (furniture->qr != NULL)
    mft_qr_show (page->canvas, furniture->qr, right_edge (page) - QR_SIZE, top, QR_SIZE);
  double baseline = top + (height - furniture->notice->len * NOTICE_LEADING) / 2 + NOTICE_SIZE;
  for (guint i = 0; i < furniture->notice->len; i++)
    {
      const MftTextLine *line = g_array_index (furniture->notice, MftPlacedLine, i).line;
      mft_canvas_show_line (page->canvas, line,
                            profile->left + (width - mft_text_line_width (line)) / 2, baseline);
      baseline += NOTICE_LEADING;
    }
}

/* For initials in ink: a row of boxes at the right, "Paraf" before them. */
static void
draw_initials (const Page *page)
{
  const MftProfile *profile = page->profile;
  double top = profile->height - profile->bottom + NOTICE_BELOW_TEXT;
  double left = right_edge (page) - page->furniture->initials * BOX_WIDTH;
  PangoLayout *layout = mft_fonts_layout (page->context, profile->family, MFT_FURNITURE_WORDS_SIZE,
                                          PANGO_WEIGHT_NORMAL, "Paraf");
  g_autoptr (MftTextLine) line = mft_text_line_new (pango_layout_get_line_readonly (layout, 0));

  mft_canvas_show_line (page->canvas, line, left - mft_text_line_width (line) - 6,
                        top + BOX_HEIGHT / 2 + MFT_FURNITURE_WORDS_SIZE * 0.34);
  cairo_set_line_width (page->cr, 0.5);
  for (guint i = 0; i < page->furniture->initials; i++)
    {
      cairo_rectangle (page->cr, left + i * BOX_WIDTH, top, BOX_WIDTH, BOX_HEIGHT);
      mft_canvas_stroke (page->canvas);
    }
  g_object_unref (layout);
}

/* KONSEP across the page, as outlines: no word of the text. */
static void
draw_draft (const Page *page)
{
  PangoLayout *layout
      = mft_fonts_layout (page->context, MFT_FONT_SANS, 130, PANGO_WEIGHT_BOLD, "KONSEP");
  const MftProfile *profile = page->profile;
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  cairo_save (page->cr);
  cairo_translate (page->cr, profile->width / 2, profile->height / 2);
  cairo_rotate (page->cr, -atan2 (profile->height, profile->width));
  cairo_move_to (page->cr, -width / 2.0 / PANGO_SCALE, -height / 2.0 / PANGO_SCALE);
  pango_cairo_layout_path (page->cr, layout);
  cairo_set_source_rgb (page->cr, 0.93, 0.93, 0.93);
  mft_canvas_fill (page->canvas);
  cairo_restore (page->cr);
  g_object_unref (layout);
}

void
mft_furniture_draw (const MftFurniture *furniture, const MftProfile *profile, guint number,
                    guint count, const char *catchword, PangoContext *context, MftCanvas *canvas)
{
  cairo_t *cr = mft_canvas_cairo (canvas);
  const Page page = { furniture, profile, context, canvas, cr };

  if (furniture->draft)
    draw_draft (&page);
  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_head (&page, number, count);
  draw_foot (&page, catchword);
  if (furniture->initials > 0)
    draw_initials (&page);
  if (furniture->notice != NULL && !furniture->draft)
    draw_notice (&page);
}
