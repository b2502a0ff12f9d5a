/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/shaper.h"

#include <hb.h>

#define SHAPER_KEY "mft-shaper"
#define SOFT_HYPHEN 0xad
#define POINTS(units) ((units) / (double) PANGO_SCALE)

struct MftShaperFace
{
  char *family;
  double size;
  gboolean bold, italic;
  PangoFont *font;
  hb_buffer_t *buffer; /* the shaper's */
  GHashTable *shapes;  /* text → MftShape, NULL: not for us */
  MftShape *hyphen;
};

struct MftShaper
{
  PangoContext *context; /* owns the shaper */
  GPtrArray *faces;      /* few */
  hb_buffer_t *buffer;
};

static void
shape_free (gpointer data)
{
  MftShape *shape = data;

  if (shape == NULL)
    return;
  g_free (shape->text);
  g_free (shape->glyphs);
  g_free (shape);
}

static void
face_free (gpointer data)
{
  MftShaperFace *face = data;

  g_hash_table_unref (face->shapes);
  g_clear_pointer (&face->hyphen, shape_free);
  g_clear_object (&face->font);
  g_free (face->family);
  g_free (face);
}

static void
shaper_free (gpointer data)
{
  MftShaper *shaper = data;

  g_ptr_array_unref (shaper->faces);
  hb_buffer_destroy (shaper->buffer);
  g_free (shaper);
}

MftShaper *
mft_shaper_of (PangoContext *context)
{
  MftShaper *shaper = g_object_get_data (G_OBJECT (context), SHAPER_KEY);

  if (shaper != NULL)
    return shaper;
  shaper = g_new (MftShaper, 1);
  *shaper = (MftShaper){ context, g_ptr_array_new_with_free_func (face_free), hb_buffer_create () };
  g_object_set_data_full (G_OBJECT (context), SHAPER_KEY, shaper, shaper_free);
  return shaper;
}

static MftShaperFace *
face_new (MftShaper *shaper, const char *family, double size, gboolean bold, gboolean italic)
{
  MftShaperFace *face = g_new0 (MftShaperFace, 1);
  PangoFontDescription *wanted = pango_font_description_new ();

  pango_font_description_set_family (wanted, family);
  pango_font_description_set_absolute_size (wanted, size * PANGO_SCALE);
  pango_font_description_set_weight (wanted, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (wanted, italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  *face = (MftShaperFace){ g_strdup (family), size, bold, italic, .buffer = shaper->buffer };
  face->font = pango_context_load_font (shaper->context, wanted);
  face->shapes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, shape_free);
  pango_font_description_free (wanted);
  g_ptr_array_add (shaper->faces, face);
  return face;
}

MftShaperFace *
mft_shaper_face (MftShaper *shaper, const char *family, double size, gboolean bold, gboolean italic)
{
  for (guint i = 0; i < shaper->faces->len; i++)
    {
      MftShaperFace *face = shaper->faces->pdata[i];
      if (face->size == size && face->bold == bold && face->italic == italic
          && g_str_equal (face->family, family))
        return face;
    }
  return face_new (shaper, family, size, bold, italic);
}

/* Scripts whose letters follow each other from left to right, each in one form. */
static gboolean
is_plain (gunichar character)
{
  if (character < 0x80)
    return character >= ' ';
  if (g_unichar_type (character) == G_UNICODE_FORMAT)
    return FALSE;
  switch (g_unichar_get_script (character))
    {
    case G_UNICODE_SCRIPT_COMMON:
    case G_UNICODE_SCRIPT_INHERITED:
    case G_UNICODE_SCRIPT_LATIN:
    case G_UNICODE_SCRIPT_GREEK:
    case G_UNICODE_SCRIPT_CYRILLIC:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_plain_text (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!is_plain (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/* Pango's scale of an hb_font is that of its own units. */
static void
run_shaper (MftShaperFace *face, const char *text)
{
  static const hb_feature_t features[] = { { HB_TAG ('l', 'i', 'g', 'a'), 0, 0, (guint) -1 },
                                           { HB_TAG ('c', 'l', 'i', 'g'), 0, 0, (guint) -1 } };

  hb_buffer_clear_contents (face->buffer);
  hb_buffer_set_direction (face->buffer, HB_DIRECTION_LTR);
  hb_buffer_set_language (face->buffer, hb_language_from_string ("id", -1));
  hb_buffer_add_utf8 (face->buffer, text, -1, 0, -1);
  hb_buffer_guess_segment_properties (face->buffer);
  hb_shape (pango_font_get_hb_font (face->font), face->buffer, features, G_N_ELEMENTS (features));
}

static MftShape *
shape_new (MftShaperFace *face, const char *text)
{
  guint count;

  run_shaper (face, text);
  const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos (face->buffer, &count);
  const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions (face->buffer, NULL);
  for (guint i = 0; i < count; i++)
    if (infos[i].codepoint == 0)
      return NULL;
  MftShape *shape = g_new (MftShape, 1);
  *shape = (MftShape){ face->font, g_strdup (text), g_new (MftGlyph, count), count, 0 };
  for (guint i = 0; i < count; i++)
    {
      shape->glyphs[i]
          = (MftGlyph){ infos[i].codepoint, infos[i].cluster, POINTS (positions[i].x_advance),
                        POINTS (positions[i].x_offset), -POINTS (positions[i].y_offset) };
      shape->width += shape->glyphs[i].advance;
    }
  return shape;
}

const MftShape *
mft_shaper_shape (MftShaperFace *face, const char *text)
{
  gpointer known;

  if (g_hash_table_lookup_extended (face->shapes, text, NULL, &known))
    return known;
  known = is_plain_text (text) ? shape_new (face, text) : NULL;
  g_hash_table_insert (face->shapes, g_strdup (text), known);
  return known;
}

/* The face's own soft hyphen if it has one, which reads as such; shaping would hide it. */
const MftShape *
mft_shaper_hyphen (MftShaperFace *face)
{
  hb_font_t *font = pango_font_get_hb_font (face->font);
  hb_codepoint_t glyph;

  if (face->hyphen != NULL)
    return face->hyphen;
  face->hyphen = g_new (MftShape, 1);
  if (!hb_font_get_nominal_glyph (font, SOFT_HYPHEN, &glyph)
      && !hb_font_get_nominal_glyph (font, '-', &glyph))
    glyph = 0;
  double advance = POINTS (hb_font_get_glyph_h_advance (font, glyph));
  *face->hyphen = (MftShape){ face->font, g_strdup ("\xc2\xad"), g_new (MftGlyph, 1), 1, advance };
  face->hyphen->glyphs[0] = (MftGlyph){ glyph, 0, advance, 0, 0 };
  return face->hyphen;
}
