/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/pages-private.h"
#include "typeset/paginate.h"

#define CELL_PADDING 4.0
#define LABEL_MOST 6 /* "(xvi)"; longer ones are words */

/* A page being drawn. */
typedef struct
{
  const MftPages *pages;
  const MftPage *page;
  guint number; /* from 0 */
  PangoContext *context;
  MftCanvas *canvas;
  GHashTable *tags;
} Drawing;

/* The middle of capitals and small letters stands in the middle of the line. */
double
_mft_piece_baseline (const MftPiece *piece)
{
  return piece->leading / 2 + piece->size * 0.34;
}

/* What is drawn next belongs to this element; NULL: to no text. A head cell says what it heads (ISO
 * 14289-1, 7.5). */
static void
enter (Drawing *drawing, const MftTag *tag)
{
  const MftTag *chain[32];
  guint depth = 0, number = 0;

  if (drawing->tags == NULL)
    return;
  for (; tag != NULL && depth < G_N_ELEMENTS (chain); tag = tag->parent)
    chain[depth++] = tag;
  while (depth > 0)
    {
      const MftTag *next = chain[--depth];
      gpointer known = g_hash_table_lookup (drawing->tags, next);
      if (known == NULL)
        {
          known = GUINT_TO_POINTER (mft_canvas_add_tag (drawing->canvas, number, next->name));
          g_hash_table_insert (drawing->tags, (gpointer) next, known);
        }
      number = GPOINTER_TO_UINT (known);
    }
  mft_canvas_enter_tag (drawing->canvas, number);
}

static void
draw_cell (Drawing *drawing, const MftPiece *piece, const MftCell *cell,
           const MftFragment *fragment)
{
  double left = drawing->page->profile->left + cell->x;
  double y = drawing->page->profile->top + fragment->y + cell->y
             + (fragment->from == 0 ? piece->padding : 0);

  enter (drawing, fragment->again ? NULL : cell->tag);
  if (cell->tag != NULL && !fragment->again && g_str_equal (cell->tag->name, "TH"))
    mft_canvas_tag_scope (drawing->canvas, "Column");
  for (guint i = fragment->from; i < MIN (fragment->to, cell->lines->len); i++)
    {
      const MftPlacedLine *placed = &g_array_index (cell->lines, MftPlacedLine, i);
      mft_canvas_show_line (drawing->canvas, placed->line, left + placed->x,
                            y + _mft_piece_baseline (piece));
      y += piece->leading;
    }
}

/* The frame around each cell of a table's row. */
static void
draw_borders (Drawing *drawing, const MftPiece *piece, const MftFragment *fragment)
{
  cairo_t *cr = mft_canvas_cairo (drawing->canvas);

  enter (drawing, NULL);
  cairo_set_line_width (cr, 0.5);
  for (guint i = 0; i < piece->cells->len; i++)
    {
      const MftCell *cell = &g_array_index (piece->cells, MftCell, i);
      cairo_rectangle (cr, drawing->page->profile->left + cell->x - CELL_PADDING,
                       drawing->page->profile->top + fragment->y, cell->width + 2 * CELL_PADDING,
                       fragment->height);
      mft_canvas_stroke (drawing->canvas);
    }
}

static void
draw_picture (Drawing *drawing, const MftPicture *picture, double top)
{
  enter (drawing, picture->tag);
  mft_canvas_tag_alternative (drawing->canvas, picture->words);
  mft_mark_show (picture->mark, drawing->canvas, drawing->page->profile->left + picture->x,
                 top + picture->y, picture->size);
}

/* The field that stands for a signature belongs to the party's part of the text. */
static void
tag_field (Drawing *drawing, const MftFieldSpot *spot)
{
  for (guint i = 0; i < drawing->pages->fields->len; i++)
    {
      const MftFieldPlace *field = &g_array_index (drawing->pages->fields, MftFieldPlace, i);
      if (field->party != spot->party || spot->party == 0)
        continue;
      enter (drawing, spot->tag);
      mft_canvas_begin_tag (drawing->canvas, "Form");
      mft_canvas_tag_field (drawing->canvas, field->name);
      mft_canvas_end_tag (drawing->canvas);
    }
}

static void
draw_fragment (Drawing *drawing, const MftFragment *fragment)
{
  const MftPiece *piece = drawing->pages->pieces->pdata[fragment->piece];
  double left = drawing->page->profile->left;
  double top = drawing->page->profile->top + fragment->y;

  if (piece->destination != NULL && fragment->first && !fragment->again)
    {
      mft_canvas_destination (drawing->canvas, piece->destination, left, top - 12);
      if (piece->outline != NULL)
        mft_canvas_outline (drawing->canvas, piece->outline, piece->destination);
    }
  if (piece->bordered)
    draw_borders (drawing, piece, fragment);
  for (guint i = 0; i < piece->pictures->len; i++)
    draw_picture (drawing, &g_array_index (piece->pictures, MftPicture, i), top);
  for (guint i = 0; i < piece->cells->len; i++)
    draw_cell (drawing, piece, &g_array_index (piece->cells, MftCell, i), fragment);
  for (guint i = 0; !drawing->pages->furniture->draft && i < piece->fields->len; i++)
    tag_field (drawing, &g_array_index (piece->fields, MftFieldSpot, i));
}

/* "(2)", "b.", "Pasal": what says little without the word after it. */
static gboolean
is_label (const char *word)
{
  gsize length = strlen (word);

  return g_str_equal (word, "Pasal") || g_str_equal (word, "BAB")
         || (length <= LABEL_MOST && (word[length - 1] == ')' || word[length - 1] == '.'));
}

/* Adds words up to the first that is no label. Returns whether there was one. */
static gboolean
add_catchwords (GString *caught, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (caught->len > 0)
        g_string_append_c (caught, ' ');
      g_string_append (caught, words[i]);
      if (!is_label (words[i]))
        return TRUE;
    }
  return FALSE;
}

/* The first word of the page after this one, with its label, if the text goes on there. Owned by the
 * caller. */
static char *
catchword (const MftPages *pages, guint number)
{
  g_autoptr (GString) caught = g_string_new (NULL);

  if (number + 1 >= pages->cut->len
      || _mft_pages_get (pages, number + 1)->run != _mft_pages_get (pages, number)->run)
    return NULL;
  g_autoptr (GArray) lines = mft_pages_lines (pages, number + 1);
  for (guint i = 0; i < lines->len; i++)
    {
      const MftTextLine *line = g_array_index (lines, MftPageLine, i).line;
      for (guint part = 0; part < mft_text_line_n_parts (line); part++)
        if (add_catchwords (caught, mft_text_line_part (line, part).words))
          return g_strdup (caught->str);
    }
  return caught->len > 0 ? g_strdup (caught->str) : NULL;
}

static void
draw_furniture (Drawing *drawing)
{
  const MftPages *pages = drawing->pages;
  const MftProfile *profile = drawing->page->profile;
  g_autofree char *next = profile->catchword ? catchword (pages, drawing->number) : NULL;

  enter (drawing, NULL);
  mft_furniture_draw (pages->furniture, profile, drawing->number + 1, pages->cut->len, next,
                      drawing->context, drawing->canvas);
}

void
_mft_pages_draw_on (const MftPages *pages, guint page, PangoContext *context, MftCanvas *canvas,
                    GHashTable *tags)
{
  Drawing drawing = { pages, _mft_pages_get (pages, page), page, context, canvas, tags };
  const GArray *fragments = drawing.page->fragments;

  draw_furniture (&drawing);
  cairo_set_source_rgb (mft_canvas_cairo (canvas), 0, 0, 0);
  for (guint i = 0; i < fragments->len; i++)
    draw_fragment (&drawing, &g_array_index (fragments, MftFragment, i));
}
