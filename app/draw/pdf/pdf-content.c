/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/pdf/pdf-content.h"

#include <math.h>

#include "draw/pdf/pdf-values.h"

/* Enough for a page (1/100 point) and for the scale of what is drawn on it. */
#define PLACE_DECIMALS 2
#define SCALE_DECIMALS 4

typedef struct
{
  double red, green, blue;
} Colour;

struct MftPdfContent
{
  MftPdfResources *resources;
  double height;
  GString *text;
  gboolean in_text; /* between BT and ET */

  /* What was last said of the graphics state; `face` and `size` survive the end of a text. */
  MftPdfFace *face;
  double size;
  Colour filling;
  gboolean has_filling;
};

MftPdfContent *
mft_pdf_content_new (MftPdfResources *resources, double height)
{
  MftPdfContent *content = g_new0 (MftPdfContent, 1);

  content->resources = resources;
  content->height = height;
  content->text = g_string_sized_new (1 << 13);
  return content;
}

void
mft_pdf_content_free (MftPdfContent *content)
{
  g_string_free (content->text, TRUE);
  g_free (content);
}

double
mft_pdf_content_get_height (MftPdfContent *content)
{
  return content->height;
}

static void
put (MftPdfContent *content, const char *text)
{
  g_string_append (content->text, text);
}

static void
put_number (MftPdfContent *content, double number, guint decimals)
{
  mft_pdf_put_number (content->text, number, decimals);
  g_string_append_c (content->text, ' ');
}

static void
begin_text (MftPdfContent *content)
{
  if (!content->in_text)
    put (content, "BT\n");
  content->in_text = TRUE;
}

static void
end_text (MftPdfContent *content)
{
  if (content->in_text)
    put (content, "ET\n");
  content->in_text = FALSE;
}

const GString *
mft_pdf_content_end (MftPdfContent *content)
{
  end_text (content);
  return content->text;
}

/* --- marks ------------------------------------------------------------------------------------------ */

void
mft_pdf_content_begin_mark (MftPdfContent *content, const char *element, guint number)
{
  end_text (content);
  g_string_append_printf (content->text, "/%s <</MCID %u>> BDC\n", element, number);
}

void
mft_pdf_content_begin_artifact (MftPdfContent *content)
{
  end_text (content);
  put (content, "/Artifact BMC\n");
}

static void
put_words (MftPdfContent *content, const char *words, gsize bytes)
{
  put (content, "/Span <</ActualText <FEFF");
  mft_pdf_put_utf16 (content->text, words, (gssize) bytes);
  put (content, ">>> BDC\n");
}

void
mft_pdf_content_begin_words (MftPdfContent *content, const char *words, gsize bytes)
{
  end_text (content);
  put_words (content, words, bytes);
}

void
mft_pdf_content_end_mark (MftPdfContent *content)
{
  end_text (content);
  put (content, "EMC\n");
}

/* --- colours and paths ------------------------------------------------------------------------------ */

static gboolean
is_same (const Colour *a, const Colour *b)
{
  return a->red == b->red && a->green == b->green && a->blue == b->blue;
}

static void
put_colour (MftPdfContent *content, const Colour *colour, const char *operator)
{
  put_number (content, colour->red, 3);
  put_number (content, colour->green, 3);
  put_number (content, colour->blue, 3);
  put (content, operator);
}

static void
set_filling (MftPdfContent *content, const Colour *colour)
{
  if (content->has_filling && is_same (&content->filling, colour))
    return;
  put_colour (content, colour, "rg\n");
  content->filling = *colour;
  content->has_filling = TRUE;
}

/* Pages are drawn in plain colours. */
static Colour
colour_of (cairo_t *cr)
{
  Colour colour = { 0 };
  double alpha;
  cairo_status_t status = cairo_pattern_get_rgba (cairo_get_source (cr), &colour.red, &colour.green,
                                                  &colour.blue, &alpha);

  g_assert (status == CAIRO_STATUS_SUCCESS && alpha == 1);
  return colour;
}

static void
put_point (MftPdfContent *content, const cairo_path_data_t *point)
{
  put_number (content, point->point.x, PLACE_DECIMALS);
  put_number (content, content->height - point->point.y, PLACE_DECIMALS);
}

static void
put_path (MftPdfContent *content, cairo_t *cr)
{
  static const char *const operators[] = { [CAIRO_PATH_MOVE_TO] = "m\n",
                                           [CAIRO_PATH_LINE_TO] = "l\n",
                                           [CAIRO_PATH_CURVE_TO] = "c\n",
                                           [CAIRO_PATH_CLOSE_PATH] = "h\n" };

  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_path_t *path = cairo_copy_path (cr);
  cairo_restore (cr);
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      for (int point = 1; point < path->data[i].header.length; point++)
        put_point (content, &path->data[i + point]);
      put (content, operators[path->data[i].header.type]);
    }
  cairo_path_destroy (path);
}

void
mft_pdf_content_fill (MftPdfContent *content, cairo_t *cr)
{
  const Colour colour = colour_of (cr);

  end_text (content);
  set_filling (content, &colour);
  put_path (content, cr);
  put (content, cairo_get_fill_rule (cr) == CAIRO_FILL_RULE_WINDING ? "f\n" : "f*\n");
}

void
mft_pdf_content_stroke (MftPdfContent *content, cairo_t *cr)
{
  const Colour colour = colour_of (cr);
  double width = cairo_get_line_width (cr), across = 0;

  g_assert (cairo_get_dash_count (cr) == 0);
  end_text (content);
  cairo_user_to_device_distance (cr, &width, &across);
  put_colour (content, &colour, "RG\n");
  put_number (content, hypot (width, across), 3);
  put (content, "w\n");
  put_path (content, cr);
  put (content, "S\n");
}

void
mft_pdf_content_clip (MftPdfContent *content, cairo_t *cr)
{
  end_text (content);
  put (content, "q\n");
  put_path (content, cr);
  put (content, "W n\n");
}

void
mft_pdf_content_unclip (MftPdfContent *content)
{
  end_text (content);
  put (content, "Q\n");
  content->face = NULL;
  content->has_filling = FALSE;
}

/* A matrix that leads to the page, counted from below. */
static void
put_matrix (MftPdfContent *content, double a, double b, double c, double d, double x, double y)
{
  put_number (content, a, SCALE_DECIMALS);
  put_number (content, b, SCALE_DECIMALS);
  put_number (content, c, SCALE_DECIMALS);
  put_number (content, d, SCALE_DECIMALS);
  put_number (content, x, PLACE_DECIMALS);
  put_number (content, content->height - y, PLACE_DECIMALS);
}

void
mft_pdf_content_show_form (MftPdfContent *content, guint name, const cairo_matrix_t *place)
{
  end_text (content);
  put (content, "q ");
  put_matrix (content, place->xx, -place->yx, -place->xy, place->yy, place->x0, place->y0);
  g_string_append_printf (content->text, "cm /X%u Do Q\n", name);
}

/* --- text ------------------------------------------------------------------------------------------- */

/* Glyphs of one face on one line being written. */
typedef struct
{
  MftPdfContent *content;
  MftPdfFace *face;
  const MftTextRun *run;
  cairo_matrix_t place; /* from the line to the page */
  cairo_matrix_t own;   /* the face's */
  gboolean open;        /* in an array of TJ */
  gboolean in_string;
  double x, y; /* where the pen is, from the run's left end */
} Writing;

static void
end_string (Writing *writing)
{
  if (writing->in_string)
    g_string_append_c (writing->content->text, ')');
  writing->in_string = FALSE;
}

static void
end_array (Writing *writing)
{
  end_string (writing);
  if (writing->open)
    put (writing->content, "] TJ\n");
  writing->open = FALSE;
}

/* Puts the pen at a glyph, and opens an array there. The face's own matrix leans an upright face. */
static void
begin_array (Writing *writing, const cairo_glyph_t *glyph)
{
  const cairo_matrix_t *place = &writing->place, *own = &writing->own;
  double size = writing->run->size;
  double x = glyph->x, y = glyph->y;

  cairo_matrix_transform_point (place, &x, &y);
  put_matrix (writing->content, (place->xx * own->xx + place->xy * own->yx) / size,
              -(place->yx * own->xx + place->yy * own->yx) / size,
              -(place->xx * own->xy + place->xy * own->yy) / size,
              (place->yx * own->xy + place->yy * own->yy) / size, x, y);
  put (writing->content, "Tm [");
  writing->open = TRUE;
  writing->x = glyph->x;
  writing->y = glyph->y;
}

/* A code of two bytes. */
static void
put_code (GString *text, guint code)
{
  const char bytes[] = { (char) (code >> 8), (char) code };

  mft_pdf_put_escaped (text, bytes, sizeof bytes);
}

/* The pen moves by whole thousandths of the size; what that leaves over goes into the next move. */
static void
put_glyph (Writing *writing, const cairo_glyph_t *glyph)
{
  GString *text = writing->content->text;
  double size = writing->run->size;

  if (!writing->open || glyph->y != writing->y)
    {
      end_array (writing);
      begin_array (writing, glyph);
    }
  long move = lround ((writing->x - glyph->x) * 1000 / size);
  if (move != 0)
    {
      end_string (writing);
      mft_pdf_put_integer (text, move);
      writing->x -= (double) move * size / 1000;
    }
  if (!writing->in_string)
    g_string_append_c (text, '(');
  writing->in_string = TRUE;
  put_code (text, (guint) glyph->index);
  writing->x += mft_pdf_face_width (writing->face, (guint) glyph->index) * size / 1000;
}

/* Glyphs that do not tell their characters stand in a mark that does. */
static void
put_cluster (Writing *writing, const cairo_glyph_t *glyphs, int n_glyphs, const char *characters,
             gsize bytes)
{
  gboolean alone = n_glyphs == 1, told = alone;

  for (int i = 0; i < n_glyphs; i++)
    told = mft_pdf_face_use (writing->face, (guint) glyphs[i].index, alone ? characters : NULL,
                             bytes)
           && told;
  if (!told)
    {
      end_array (writing);
      put_words (writing->content, characters, bytes);
    }
  for (int i = 0; i < n_glyphs; i++)
    put_glyph (writing, &glyphs[i]);
  if (told)
    return;
  end_array (writing);
  put (writing->content, "EMC\n");
}

static void
set_face (MftPdfContent *content, MftPdfFace *face, guint name, double size)
{
  if (content->face == face && content->size == size)
    return;
  g_string_append_printf (content->text, "/F%u ", name);
  put_number (content, size, PLACE_DECIMALS);
  put (content, "Tf\n");
  content->face = face;
  content->size = size;
}

static Colour
run_colour (const MftTextRun *run, cairo_t *cr)
{
  if (!run->coloured)
    return colour_of (cr);
  return (Colour){ run->colour.red / 65535.0, run->colour.green / 65535.0,
                   run->colour.blue / 65535.0 };
}

gboolean
mft_pdf_content_show_run (MftPdfContent *content, const MftTextRun *run, cairo_t *cr)
{
  guint name;
  hb_face_t *key = hb_font_get_face (pango_font_get_hb_font (run->face));
  MftPdfFace *face = mft_pdf_resources_face (content->resources, key, &name);
  const cairo_glyph_t *glyph = (const cairo_glyph_t *) run->glyphs->data;
  const char *characters = run->text->str;
  const Colour colour = run_colour (run, cr);

  if (face == NULL)
    return FALSE;
  Writing writing = { .content = content, .face = face, .run = run };
  cairo_get_matrix (cr, &writing.place);
  cairo_scaled_font_get_font_matrix (run->font, &writing.own);
  begin_text (content);
  set_filling (content, &colour);
  set_face (content, face, name, run->size);
  for (guint i = 0; i < run->clusters->len; i++)
    {
      const cairo_text_cluster_t *cluster = &g_array_index (run->clusters, cairo_text_cluster_t, i);
      put_cluster (&writing, glyph, cluster->num_glyphs, characters, (gsize) cluster->num_bytes);
      glyph += cluster->num_glyphs;
      characters += cluster->num_bytes;
    }
  end_array (&writing);
  return TRUE;
}
