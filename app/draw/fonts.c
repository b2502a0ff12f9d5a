/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/fonts.h"
#include "draw/error.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>

static gboolean
is_ours (const FcPattern *face)
{
  FcChar8 *family;

  for (int i = 0; FcPatternGetString (face, FC_FAMILY, i, &family) == FcResultMatch; i++)
    if (g_str_equal (family, MFT_FONT_BOOKMAN) || g_str_equal (family, MFT_FONT_SANS))
      return TRUE;
  return FALSE;
}

G_GNUC_PRINTF (2, 3)
static void
add (GString *text, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *escaped = g_markup_vprintf_escaped (format, arguments);
  va_end (arguments);
  g_string_append (text, escaped);
}

/* A configuration of exactly the files of our families, in the order of `all`; NULL: there are none. */
static char *
describe_ours (FcConfig *all)
{
  g_autoptr (GString) text = g_string_new ("<fontconfig>");
  g_autoptr (GHashTable) folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const FcFontSet *faces = FcConfigGetFonts (all, FcSetSystem);
  FcStrList *caches = FcConfigGetCacheDirs (all);
  FcChar8 *name;

  while ((name = FcStrListNext (caches)) != NULL)
    add (text, "<cachedir>%s</cachedir>", name);
  FcStrListDone (caches);
  g_string_append (text, "<selectfont><rejectfont><glob>*</glob></rejectfont></selectfont>");
  for (int i = 0; faces != NULL && i < faces->nfont; i++)
    if (is_ours (faces->fonts[i])
        && FcPatternGetString (faces->fonts[i], FC_FILE, 0, &name) == FcResultMatch)
      {
        char *folder = g_path_get_dirname ((const char *) name);
        add (text, "<selectfont><acceptfont><glob>%s</glob></acceptfont></selectfont>", name);
        if (!g_hash_table_contains (folders, folder))
          add (text, "<dir>%s</dir>", folder);
        g_hash_table_add (folders, folder);
      }
  g_string_append (text, "</fontconfig>");
  return g_hash_table_size (folders) > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* With it pango does not look for substitutes of a family that is named exactly, nor sort all faces of the
 * machine by how like they are: that took half as long as to lay out 15 Pasal. Owned by the caller. */
static FcConfig *
configure_ours (FcConfig *all)
{
  g_autofree char *text = describe_ours (all);
  FcConfig *ours = text != NULL ? FcConfigCreate () : NULL;

  if (ours != NULL
      && (!FcConfigParseAndLoadFromMemory (ours, (const FcChar8 *) text, FcTrue)
          || !FcConfigBuildFonts (ours)))
    g_clear_pointer (&ours, FcConfigDestroy);
  return ours;
}

/* That of fontconfig's current list, since somebody may install fonts while we run; NULL: none of ours is
 * installed. Owned by the caller. */
static FcConfig *
ref_ours (void)
{
  static GMutex mutex;
  static FcConfig *all, *ours;
  FcConfig *current = FcConfigReference (NULL);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (current == all)
    FcConfigDestroy (current);
  else
    {
      g_clear_pointer (&all, FcConfigDestroy);
      g_clear_pointer (&ours, FcConfigDestroy);
      all = current;
      ours = configure_ours (all);
    }
  return ours != NULL ? FcConfigReference (ours) : NULL;
}

static gpointer
read_list (G_GNUC_UNUSED gpointer data)
{
  FcInit ();
  FcConfig *ours = ref_ours ();
  g_clear_pointer (&ours, FcConfigDestroy);
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

/* The thread's. */
static PangoFontMap *
font_map (void)
{
  static GPrivate maps = G_PRIVATE_INIT (g_object_unref);
  PangoFontMap *map = g_private_get (&maps);

  mft_fonts_prepare ();
  FcConfig *ours = ref_ours ();
  if (map == NULL)
    {
      map = pango_cairo_font_map_new ();
      g_private_set (&maps, map);
    }
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), ours);
  g_clear_pointer (&ours, FcConfigDestroy);
  return map;
}

PangoContext *
mft_fonts_context (void)
{
  PangoContext *context = pango_font_map_create_context (font_map ());
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
