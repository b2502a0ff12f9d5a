/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/text-private.h"

#define POINTS(units) ((units) / (double) PANGO_SCALE)

#define SOFT_HYPHEN 0xad
#define NO_BREAK_SPACE 0xa0

struct MftTextLine
{
  double width;
  GPtrArray *runs;
};

static void
run_free (gpointer data)
{
  MftTextRun *run = data;

  g_object_unref (run->face);
  g_array_unref (run->glyphs);
  g_array_unref (run->clusters);
  g_array_unref (run->boxes);
  g_string_free (run->text, TRUE);
  g_free (run->link);
  g_free (run);
}

static PangoAttrType
link_type (void)
{
  static gsize type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, pango_attr_type_register ("mft-link"));
  return (PangoAttrType) type;
}

static PangoAttribute *
link_copy (const PangoAttribute *attribute)
{
  return mft_text_link_new (((const PangoAttrString *) attribute)->value);
}

static void
link_free (PangoAttribute *attribute)
{
  g_free (((PangoAttrString *) attribute)->value);
  g_free (attribute);
}

static gboolean
link_equal (const PangoAttribute *a, const PangoAttribute *b)
{
  return g_str_equal (((const PangoAttrString *) a)->value, ((const PangoAttrString *) b)->value);
}

PangoAttribute *
mft_text_link_new (const char *destination)
{
  static PangoAttrClass klass = { 0, link_copy, link_free, link_equal };
  PangoAttrString *attribute = g_new0 (PangoAttrString, 1);

  klass.type = link_type ();
  pango_attribute_init (&attribute->attr, &klass);
  attribute->value = g_strdup (destination);
  return &attribute->attr;
}

static MftTextRun *
run_new (PangoFont *face, const char *link)
{
  MftTextRun *run = g_new0 (MftTextRun, 1);
  cairo_matrix_t matrix;

  run->face = g_object_ref (face);
  run->font = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (face));
  cairo_scaled_font_get_font_matrix (run->font, &matrix);
  run->size = matrix.xx;
  run->glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  run->clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  run->boxes = g_array_new (FALSE, FALSE, sizeof (MftTextBox));
  run->text = g_string_new (NULL);
  run->link = g_strdup (link);
  return run;
}

static MftTextRun *
run_new_analyzed (const PangoAnalysis *analysis)
{
  MftTextRun *run = run_new (analysis->font, NULL);

  for (GSList *list = analysis->extra_attrs; list != NULL; list = list->next)
    {
      PangoAttribute *attribute = list->data;
      if (attribute->klass->type == PANGO_ATTR_FOREGROUND)
        {
          run->coloured = TRUE;
          run->colour = ((PangoAttrColor *) attribute)->color;
        }
      else if (attribute->klass->type == link_type ())
        run->link = g_strdup (((PangoAttrString *) attribute)->value);
    }
  return run;
}

static void
add_glyph (MftTextRun *run, PangoGlyph glyph, double x, double y)
{
  cairo_glyph_t shown = { glyph, x, y };

  g_array_append_val (run->glyphs, shown);
  g_array_index (run->clusters, cairo_text_cluster_t, run->clusters->len - 1).num_glyphs++;
}

static void
add_cluster (MftTextRun *run, const char *text, int bytes)
{
  cairo_text_cluster_t cluster = { bytes, 0 };

  g_array_append_val (run->clusters, cluster);
  g_string_append_len (run->text, text, bytes);
}

static PangoGlyph
glyph_of (PangoFont *font, gunichar character, PangoGlyph otherwise)
{
  hb_codepoint_t glyph;

  return hb_font_get_nominal_glyph (pango_font_get_hb_font (font), character, &glyph) ? glyph
                                                                                      : otherwise;
}

/* Which glyph to write for one that pango chose: a space where pango hides it at a line's end, and
 * for a shown soft hyphen the face's own, so that it reads as one and not as a hyphen. */
static PangoGlyph
written_glyph (PangoFont *font, PangoGlyph glyph, gunichar character)
{
  if (glyph == PANGO_GLYPH_EMPTY)
    return character == ' ' || character == NO_BREAK_SPACE ? glyph_of (font, ' ', glyph) : glyph;
  return character == SOFT_HYPHEN ? glyph_of (font, SOFT_HYPHEN, glyph) : glyph;
}

static void
add_pango_cluster (MftTextRun *run, const PangoGlyphItem *item, const PangoGlyphItemIter *iter,
                   const char *text, double *x)
{
  gunichar character = g_utf8_get_char (text + iter->start_index);
  gboolean begun = FALSE;

  /* Of a cluster from right to left, `end_glyph` is the one before its leftmost. */
  gboolean backwards = iter->end_glyph < iter->start_glyph;
  int first = backwards ? iter->end_glyph + 1 : iter->start_glyph;
  int end = backwards ? iter->start_glyph + 1 : iter->end_glyph;
  for (int i = first; i < end; i++)
    {
      const PangoGlyphInfo *info = &item->glyphs->glyphs[i];
      PangoGlyph glyph = written_glyph (item->item->analysis.font, info->glyph, character);
      if (glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
        {
          MftTextBox box = { *x, POINTS (info->geometry.width), character };
          g_array_append_val (run->boxes, box);
        }
      else if (glyph != PANGO_GLYPH_EMPTY)
        {
          if (!begun && character == NO_BREAK_SPACE) /* found by a search for a space */
            add_cluster (run, " ", 1);
          else if (!begun && (item->item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS) != 0)
            add_cluster (run, "…", (int) strlen ("…")); /* not all that was cut */
          else if (!begun)
            add_cluster (run, text + iter->start_index, iter->end_index - iter->start_index);
          begun = TRUE;
          add_glyph (run, glyph, *x + POINTS (info->geometry.x_offset),
                     POINTS (info->geometry.y_offset));
        }
      *x += POINTS (info->geometry.width);
    }
}

/* Its clusters as they are seen, from left to right. */
static void
add_pango_item (MftTextRun *run, PangoGlyphItem *item, const char *text, double *x)
{
  gboolean backwards = item->item->analysis.level % 2 == 1;
  PangoGlyphItemIter iter;
  gboolean more = backwards ? pango_glyph_item_iter_init_end (&iter, item, text)
                            : pango_glyph_item_iter_init_start (&iter, item, text);

  while (more)
    {
      add_pango_cluster (run, item, &iter, text, x);
      more = backwards ? pango_glyph_item_iter_prev_cluster (&iter)
                       : pango_glyph_item_iter_next_cluster (&iter);
    }
}

MftTextLine *
mft_text_line_new_empty (void)
{
  MftTextLine *line = g_new0 (MftTextLine, 1);

  line->runs = g_ptr_array_new_with_free_func (run_free);
  return line;
}

MftTextLine *
mft_text_line_new (PangoLayoutLine *from)
{
  MftTextLine *line = mft_text_line_new_empty ();
  const char *text = pango_layout_get_text (from->layout);

  for (GSList *list = from->runs; list != NULL; list = list->next)
    {
      PangoGlyphItem *item = list->data;
      MftTextRun *run = run_new_analyzed (&item->item->analysis);
      add_pango_item (run, item, text, &line->width);
      g_ptr_array_add (line->runs, run);
    }
  return line;
}

/* The last run if it has this face and link, else a new one. */
static MftTextRun *
run_for (MftTextLine *line, PangoFont *face, const char *destination)
{
  MftTextRun *last = line->runs->len > 0 ? line->runs->pdata[line->runs->len - 1] : NULL;

  if (last != NULL && last->face == face && g_strcmp0 (last->link, destination) == 0)
    return last;
  g_ptr_array_add (line->runs, run_new (face, destination));
  return line->runs->pdata[line->runs->len - 1];
}

void
mft_text_line_append (MftTextLine *line, const MftShape *shape, guint from, guint to,
                      const char *destination, double more)
{
  MftTextRun *run = run_for (line, shape->face, destination);

  for (guint i = from; i < to; i++)
    {
      const MftGlyph *glyph = &shape->glyphs[i];
      if (i == from || glyph->at != glyph[-1].at)
        {
          guint next = i + 1;
          while (next < shape->n_glyphs && shape->glyphs[next].at == glyph->at)
            next++;
          const char *text = shape->text + glyph->at;
          add_cluster (
              run, text,
              (int) (next < shape->n_glyphs ? shape->glyphs[next].at - glyph->at : strlen (text)));
        }
      add_glyph (run, glyph->glyph, line->width + glyph->x, glyph->y);
      line->width += glyph->advance;
    }
  line->width += more;
}

void
mft_text_line_free (MftTextLine *line)
{
  g_ptr_array_unref (line->runs);
  g_free (line);
}

double
mft_text_line_width (const MftTextLine *line)
{
  return line->width;
}

gboolean
mft_text_line_is_hyphenated (const MftTextLine *line)
{
  const MftTextRun *last = line->runs->len > 0 ? line->runs->pdata[line->runs->len - 1] : NULL;

  return last != NULL
         && (g_str_has_suffix (last->text->str, "\xc2\xad")
             || g_str_has_suffix (last->text->str, "-"));
}

void
mft_text_line_missing (const MftTextLine *line, GArray *missing)
{
  for (guint i = 0; i < line->runs->len; i++)
    {
      const MftTextRun *run = line->runs->pdata[i];
      for (guint j = 0; j < run->boxes->len; j++)
        {
          gunichar character = g_array_index (run->boxes, MftTextBox, j).character;
          gboolean known = FALSE;
          for (guint k = 0; k < missing->len; k++)
            known = known || g_array_index (missing, gunichar, k) == character;
          if (!known)
            g_array_append_val (missing, character);
        }
    }
}

const MftTextRun *
_mft_text_line_run (const MftTextLine *line, guint part)
{
  return line->runs->pdata[part];
}

void
_mft_text_run_trace_boxes (const MftTextRun *run, cairo_t *cr)
{
  double inset = run->size * 0.06;

  cairo_set_line_width (cr, run->size * 0.04);
  for (guint i = 0; i < run->boxes->len; i++)
    {
      const MftTextBox *box = &g_array_index (run->boxes, MftTextBox, i);
      cairo_rectangle (cr, box->x + inset, -0.7 * run->size, MAX (box->width - 2 * inset, inset),
                       0.7 * run->size);
    }
}

static void
show_run (const MftTextRun *run, cairo_t *cr)
{
  cairo_save (cr);
  if (run->coloured)
    cairo_set_source_rgb (cr, run->colour.red / 65535.0, run->colour.green / 65535.0,
                          run->colour.blue / 65535.0);
  cairo_set_scaled_font (cr, run->font);
  if (run->glyphs->len > 0)
    cairo_show_text_glyphs (cr, run->text->str, (int) run->text->len,
                            (cairo_glyph_t *) run->glyphs->data, (int) run->glyphs->len,
                            (cairo_text_cluster_t *) run->clusters->data, (int) run->clusters->len,
                            0);
  if (run->boxes->len > 0)
    {
      _mft_text_run_trace_boxes (run, cr);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

guint
mft_text_line_n_parts (const MftTextLine *line)
{
  return line->runs->len;
}

const char *
mft_text_line_part_destination (const MftTextLine *line, guint part)
{
  return ((const MftTextRun *) line->runs->pdata[part])->link;
}

MftTextPart
mft_text_line_part (const MftTextLine *line, guint part)
{
  const MftTextRun *run = line->runs->pdata[part];
  MftTextPart found = { .words = run->text->str, .destination = run->link };
  cairo_text_extents_t extents;
  cairo_font_extents_t font;

  cairo_scaled_font_glyph_extents (run->font, (cairo_glyph_t *) run->glyphs->data,
                                   (int) run->glyphs->len, &extents);
  cairo_scaled_font_extents (run->font, &font);
  if (run->glyphs->len > 0)
    found.x = g_array_index (run->glyphs, cairo_glyph_t, 0).x;
  found.width = extents.x_advance;
  found.ascent = font.ascent;
  found.descent = font.descent;
  return found;
}

/* A cluster of several characters is shared out evenly. */
GArray *
mft_text_line_part_edges (const MftTextLine *line, guint part)
{
  const MftTextRun *run = line->runs->pdata[part];
  const MftTextPart whole = mft_text_line_part (line, part);
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (double));
  const char *text = run->text->str;
  double end = whole.x + whole.width;
  guint glyph = 0;

  for (guint i = 0; i < run->clusters->len; i++)
    {
      cairo_text_cluster_t cluster = g_array_index (run->clusters, cairo_text_cluster_t, i);
      double from = g_array_index (run->glyphs, cairo_glyph_t, glyph).x;
      glyph += (guint) cluster.num_glyphs;
      double to
          = glyph < run->glyphs->len ? g_array_index (run->glyphs, cairo_glyph_t, glyph).x : end;
      glong characters = g_utf8_strlen (text, cluster.num_bytes);
      for (glong j = 0; j < characters; j++)
        {
          double edge = from + (to - from) * (double) j / (double) characters;
          g_array_append_val (edges, edge);
        }
      text += cluster.num_bytes;
    }
  g_array_append_val (edges, end);
  return edges;
}

void
mft_text_line_show_part (const MftTextLine *line, guint part, cairo_t *cr, double x, double y)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  show_run (line->runs->pdata[part], cr);
  cairo_restore (cr);
}
