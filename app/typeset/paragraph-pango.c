/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/paragraph-private.h"

#include "draw/fonts.h"

#define POINTS(units) ((units) / (double) PANGO_SCALE)

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (list, attribute);
}

static void
add_stretch_attributes (PangoAttrList *list, const Stretch *stretch, gsize start, gsize end)
{
  if ((stretch->style & MFT_STYLE_BOLD) != 0)
    add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
  if ((stretch->style & MFT_STYLE_ITALIC) != 0)
    add_attribute (list, pango_attr_style_new (PANGO_STYLE_ITALIC), start, end);
  if (stretch->destination != NULL)
    add_attribute (list, mft_text_link_new (stretch->destination), start, end);
}

static char *
to_utf8 (const MftParagraph *paragraph, PangoAttrList *attributes)
{
  GString *text = g_string_sized_new (paragraph->characters->len);

  for (guint s = 0; s < paragraph->stretches->len; s++)
    {
      const Stretch *stretch = &g_array_index (paragraph->stretches, Stretch, s);
      gsize start = text->len;
      for (guint i = stretch->start; i < _mft_paragraph_stretch_end (paragraph, s); i++)
        g_string_append_unichar (text, mft_paragraph_character (paragraph, i));
      add_stretch_attributes (attributes, stretch, start, text->len);
    }
  return g_string_free (text, FALSE);
}

static PangoLayout *
lay_out (const MftParagraph *paragraph, PangoContext *context, const MftFace *face)
{
  g_autoptr (PangoAttrList) attributes = mft_fonts_attributes ();
  g_autofree char *text = to_utf8 (paragraph, attributes);
  PangoLayout *layout
      = mft_fonts_layout (context, face->family, face->size,
                          face->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL, text);

  pango_layout_set_attributes (layout, attributes);
  return layout;
}

typedef struct
{
  const char *text;
  int words_end;    /* what follows are the spaces at the line's end */
  guint spaces;     /* before that */
  double width;     /* of all glyphs */
  double end_width; /* of the spaces at the end, where these stand at the right */
} Measure;

static gboolean
is_space (const Measure *measure, const PangoGlyphItemIter *iter)
{
  return measure->text[iter->start_index] == ' ' && iter->start_index < measure->words_end;
}

/* Makes each space between words wider by so many of pango's units. */
static void
widen_spaces (PangoLayoutLine *line, const Measure *measure, int step)
{
  for (GSList *list = line->runs; list != NULL; list = list->next)
    {
      PangoGlyphItem *item = list->data;
      PangoGlyphItemIter iter;
      for (gboolean more = pango_glyph_item_iter_init_start (&iter, item, measure->text); more;
           more = pango_glyph_item_iter_next_cluster (&iter))
        if (is_space (measure, &iter))
          item->glyphs->glyphs[iter.start_glyph].geometry.width += step;
    }
}

static void
measure_line (PangoLayoutLine *line, Measure *measure)
{
  int end = line->start_index + line->length;

  while (end > line->start_index && measure->text[end - 1] == ' ')
    end--;
  measure->words_end = end;
  for (GSList *list = line->runs; list != NULL; list = list->next)
    {
      PangoGlyphItem *item = list->data;
      gboolean at_right = list->next == NULL && item->item->analysis.level % 2 == 0;
      PangoGlyphItemIter iter;
      measure->width += POINTS (pango_glyph_string_get_width (item->glyphs));
      for (gboolean more = pango_glyph_item_iter_init_start (&iter, item, measure->text); more;
           more = pango_glyph_item_iter_next_cluster (&iter))
        if (is_space (measure, &iter))
          measure->spaces++;
        else if (iter.start_index >= end && at_right)
          measure->end_width += POINTS (item->glyphs->glyphs[iter.start_glyph].geometry.width);
    }
}

static void
justify (PangoLayoutLine *line, double width, double most)
{
  Measure measure = { .text = pango_layout_get_text (line->layout) };

  measure_line (line, &measure);
  double left = MAX (width - measure.width + measure.end_width, 0);
  double step = _mft_paragraph_step (left, measure.spaces, MFT_ALIGN_JUSTIFIED, FALSE, most);
  widen_spaces (line, &measure, (int) (step * PANGO_SCALE));
}

void
_mft_paragraph_pango_lines (MftParagraph *paragraph, PangoContext *context, const MftFace *face,
                            double width, MftAlign align, GArray *lines)
{
  PangoLayout *layout = lay_out (paragraph, context, face);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  for (GSList *list = pango_layout_get_lines (layout); list != NULL; list = list->next)
    {
      if (align == MFT_ALIGN_JUSTIFIED && list->next != NULL)
        justify (list->data, width, face->size);
      MftPlacedLine placed = { mft_text_line_new (list->data), 0 };
      /* A line broken at a space may be longer by it. */
      double left = MAX (0, width - mft_text_line_width (placed.line));
      if (align == MFT_ALIGN_CENTRE)
        placed.x = left / 2;
      else if (align == MFT_ALIGN_RIGHT)
        placed.x = left;
      g_array_append_val (lines, placed);
    }
  g_object_unref (layout);
}

double
_mft_paragraph_pango_width (MftParagraph *paragraph, PangoContext *context, const MftFace *face,
                            gboolean of_word)
{
  PangoLayout *layout = lay_out (paragraph, context, face);
  int width;

  if (of_word)
    {
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
      pango_layout_set_width (layout, 0); /* every word on a line of its own */
    }
  pango_layout_get_size (layout, &width, NULL);
  g_object_unref (layout);
  return POINTS (width);
}
