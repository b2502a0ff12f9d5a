/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/text.h"

#define POINTS(units) ((units) / (double) PANGO_SCALE)

/* Glyphs of one run as cairo wants them, with the text each cluster stands for. */
typedef struct
{
  GArray *glyphs;
  GArray *clusters;
  GString *text;
} Run;

static void
run_add (Run *run, PangoGlyph glyph, double x, double y, const char *text, int bytes)
{
  cairo_glyph_t shown = { glyph, x, y };
  cairo_text_cluster_t cluster = { bytes, 1 };

  g_array_append_val (run->glyphs, shown);
  g_array_append_val (run->clusters, cluster);
  g_string_append_len (run->text, text, bytes);
}

/* A second glyph of a cluster, for accents set apart. */
static void
run_add_to_cluster (Run *run, PangoGlyph glyph, double x, double y)
{
  cairo_glyph_t shown = { glyph, x, y };

  g_array_append_val (run->glyphs, shown);
  g_array_index (run->clusters, cairo_text_cluster_t, run->clusters->len - 1).num_glyphs++;
}

static PangoGlyph
space_of (PangoFont *font)
{
  hb_codepoint_t glyph = 0;
  hb_font_get_nominal_glyph (pango_font_get_hb_font (font), ' ', &glyph);
  return glyph;
}

static void
set_colour (cairo_t *cr, const PangoAnalysis *analysis)
{
  for (GSList *list = analysis->extra_attrs; list != NULL; list = list->next)
    {
      PangoAttribute *attribute = list->data;
      if (attribute->klass->type == PANGO_ATTR_FOREGROUND)
        {
          PangoColor colour = ((PangoAttrColor *) attribute)->color;
          cairo_set_source_rgb (cr, colour.red / 65535.0, colour.green / 65535.0,
                                colour.blue / 65535.0);
        }
    }
}

/* Collects the run's glyphs, clusters in text order (all our text runs left to right). Returns how
 * far the pen moved. */
static double
collect (Run *run, PangoGlyphItem *item, const char *text, double x, double y)
{
  PangoFont *font = item->item->analysis.font;
  PangoGlyphItemIter iter;
  double from = x;

  for (gboolean more = pango_glyph_item_iter_init_start (&iter, item, text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      gboolean shown = FALSE;
      const char *cluster = text + iter.start_index;
      for (int i = iter.start_glyph; i < iter.end_glyph; i++)
        {
          const PangoGlyphInfo *info = &item->glyphs->glyphs[i];
          PangoGlyph glyph = info->glyph;
          if (glyph == PANGO_GLYPH_EMPTY && *cluster == ' ')
            glyph = space_of (font);
          if ((glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0 && glyph != PANGO_GLYPH_EMPTY)
            {
              double at_x = x + POINTS (info->geometry.x_offset);
              double at_y = y + POINTS (info->geometry.y_offset);
              if (shown)
                run_add_to_cluster (run, glyph, at_x, at_y);
              else
                run_add (run, glyph, at_x, at_y, cluster, iter.end_index - iter.start_index);
              shown = TRUE;
            }
          x += POINTS (info->geometry.width);
        }
    }
  return x - from;
}

static double
show_run (cairo_t *cr, PangoGlyphItem *item, const char *text, double x, double y)
{
  g_autoptr (GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  g_autoptr (GArray) clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  g_autoptr (GString) utf8 = g_string_new (NULL);
  Run run = { glyphs, clusters, utf8 };
  double width = collect (&run, item, text, x, y - POINTS (item->y_offset));

  if (glyphs->len == 0)
    return width;
  cairo_save (cr);
  set_colour (cr, &item->item->analysis);
  cairo_set_scaled_font (
      cr, pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (item->item->analysis.font)));
  cairo_show_text_glyphs (cr, utf8->str, (int) utf8->len, (cairo_glyph_t *) glyphs->data,
                          (int) glyphs->len, (cairo_text_cluster_t *) clusters->data,
                          (int) clusters->len, 0);
  cairo_restore (cr);
  return width;
}

void
mft_text_show_line (cairo_t *cr, PangoLayoutLine *line, double x, double y)
{
  const char *text = pango_layout_get_text (line->layout);

  for (GSList *run = line->runs; run != NULL; run = run->next)
    x += show_run (cr, run->data, text, x, y);
}

void
mft_text_show_layout (cairo_t *cr, PangoLayout *layout, double x, double y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoRectangle line;
      pango_layout_iter_get_line_extents (iter, NULL, &line);
      mft_text_show_line (cr, pango_layout_iter_get_line_readonly (iter), x + POINTS (line.x),
                          y + POINTS (pango_layout_iter_get_baseline (iter)));
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}
