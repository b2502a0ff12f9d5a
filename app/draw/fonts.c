/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/fonts.h"
#include "draw/error.h"

#include <fontconfig/fontconfig.h>

static gpointer
read_list (G_GNUC_UNUSED gpointer data)
{
  FcInit ();
  return NULL;
}

/* Once, whoever comes first: fontconfig lets two threads read all of it, each for itself. */
void
mft_fonts_prepare (void)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, read_list, NULL);
}

gboolean
mft_fonts_check (const char *family, GError **error)
{
  mft_fonts_prepare ();
  FcPattern *pattern = FcPatternBuild (NULL, FC_FAMILY, FcTypeString, family, NULL);
  FcObjectSet *wanted = FcObjectSetBuild (FC_FILE, NULL);
  FcFontSet *found = FcFontList (NULL, pattern, wanted);
  gboolean installed = found != NULL && found->nfont > 0;

  g_clear_pointer (&found, FcFontSetDestroy);
  FcObjectSetDestroy (wanted);
  FcPatternDestroy (pattern);
  if (!installed)
    g_set_error (error, MFT_DRAW_ERROR, MFT_DRAW_ERROR_FONT, "the font '%s' is not installed",
                 family);
  return installed;
}

PangoContext *
mft_fonts_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("id"));
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  return context;
}

PangoAttrList *
mft_fonts_attributes (void)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_fallback_new (FALSE));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0"));
  return attributes;
}

PangoLayout *
mft_fonts_layout (PangoContext *context, const char *family, double size, PangoWeight weight,
                  const char *text)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *face = pango_font_description_new ();
  g_autoptr (PangoAttrList) attributes = mft_fonts_attributes ();

  pango_font_description_set_family (face, family);
  pango_font_description_set_absolute_size (face, size * PANGO_SCALE);
  pango_font_description_set_weight (face, weight);
  pango_layout_set_font_description (layout, face);
  pango_font_description_free (face);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* The first unknown glyph of one run; pango marks it with the character itself. */
static gunichar
missing_in_run (const PangoGlyphString *glyphs)
{
  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      PangoGlyph glyph = glyphs->glyphs[i].glyph;
      if ((glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 && glyph != PANGO_GLYPH_EMPTY)
        return glyph == PANGO_GLYPH_INVALID_INPUT ? 0xfffd : glyph & ~PANGO_GLYPH_UNKNOWN_FLAG;
    }
  return 0;
}

gunichar
mft_fonts_missing (PangoLayout *layout)
{
  if (pango_layout_get_unknown_glyphs_count (layout) == 0)
    return 0;
  for (GSList *line = pango_layout_get_lines_readonly (layout); line != NULL; line = line->next)
    for (GSList *run = ((PangoLayoutLine *) line->data)->runs; run != NULL; run = run->next)
      {
        gunichar missing = missing_in_run (((PangoGlyphItem *) run->data)->glyphs);
        if (missing != 0)
          return missing;
      }
  return 0;
}
