/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-font.h>

#include "draw/error.h"
#include "draw/fonts.h"

/* Where the face lies that the context takes for a description. */
static char *
file_of (PangoContext *context, const char *family, PangoWeight weight, PangoStyle style)
{
  PangoFontDescription *wanted = pango_font_description_new ();
  FcChar8 *file = NULL;

  pango_font_description_set_family (wanted, family);
  pango_font_description_set_absolute_size (wanted, 11 * PANGO_SCALE);
  pango_font_description_set_weight (wanted, weight);
  pango_font_description_set_style (wanted, style);
  PangoFont *font = pango_context_load_font (context, wanted);
  pango_font_description_free (wanted);
  FcPatternGetString (pango_fc_font_get_pattern (PANGO_FC_FONT (font)), FC_FILE, 0, &file);
  char *copy = g_strdup ((const char *) file);
  g_object_unref (font);
  return copy;
}

/* A word's picture. */
static GBytes *
draw (PangoContext *context, const char *family, PangoWeight weight)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 200, 40);
  cairo_t *cr = cairo_create (surface);
  PangoLayout *layout = mft_fonts_layout (context, family, 17.3, weight, "Perjanjian (1)");

  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_move_to (cr, 2.4, 3.7);
  pango_cairo_show_layout (cr, layout);
  cairo_surface_flush (surface);
  GBytes *picture = g_bytes_new (cairo_image_surface_get_data (surface),
                                 (gsize) cairo_image_surface_get_stride (surface) * 40);
  g_object_unref (layout);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return picture;
}

/* The faces are those that fontconfig finds among all that are installed, and look the same. */
static void
test_same_faces (void)
{
  static const char *const families[] = { MFT_FONT_BOOKMAN, MFT_FONT_SANS };
  PangoContext *ours = mft_fonts_context ();
  PangoContext *usual = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  pango_cairo_context_set_font_options (usual, pango_cairo_context_get_font_options (ours));
  pango_cairo_context_set_resolution (usual, 72);
  pango_context_set_round_glyph_positions (usual, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (families) * 4; i++)
    {
      PangoWeight weight = i & 1 ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL;
      PangoStyle style = i & 2 ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL;
      g_autofree char *here = file_of (ours, families[i / 4], weight, style);
      g_autofree char *there = file_of (usual, families[i / 4], weight, style);
      g_assert_cmpstr (here, ==, there);
      g_autoptr (GBytes) drawn_here = draw (ours, families[i / 4], weight);
      g_autoptr (GBytes) drawn_there = draw (usual, families[i / 4], weight);
      g_assert_true (g_bytes_equal (drawn_here, drawn_there));
    }
  g_object_unref (ours);
  g_object_unref (usual);
}

/* Fonts that somebody installs while the program runs are found, and only then. */
static void
test_installed_later (void)
{
  FcConfig *all = FcConfigReference (NULL), *none = FcConfigCreate ();
  PangoContext *before = mft_fonts_context ();
  g_autofree char *file = file_of (before, MFT_FONT_SANS, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL);
  g_autoptr (GError) error = NULL;

  FcConfigSetCurrent (none);
  g_assert_false (mft_fonts_check (MFT_FONT_SANS, &error));
  g_assert_error (error, MFT_DRAW_ERROR, MFT_DRAW_ERROR_FONT);
  g_object_unref (mft_fonts_context ());
  FcConfigSetCurrent (all);
  g_assert_true (mft_fonts_check (MFT_FONT_SANS, NULL));
  PangoContext *after = mft_fonts_context ();
  g_autofree char *again = file_of (after, MFT_FONT_SANS, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL);
  g_assert_cmpstr (again, ==, file);
  g_object_unref (before);
  g_object_unref (after);
  FcConfigDestroy (none);
  FcConfigDestroy (all);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/fonts/same-faces", test_same_faces);
  g_test_add_func ("/fonts/installed-later", test_installed_later);
  return g_test_run ();
}
