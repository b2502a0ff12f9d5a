/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/under-words.h"

#include "draw/fonts.h"
#include "draw/text.h"

#define FACE_SIZE 10.0

typedef struct
{
  char *words;
  double left, top, width, height;
} Piece;

struct MftUnderWords
{
  GArray *pieces;
};

static void
piece_clear (gpointer piece)
{
  g_free (((Piece *) piece)->words);
}

MftUnderWords *
mft_under_words_new (void)
{
  MftUnderWords *self = g_new (MftUnderWords, 1);

  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, piece_clear);
  return self;
}

void
mft_under_words_free (MftUnderWords *self)
{
  g_array_unref (self->pieces);
  g_free (self);
}

void
mft_under_words_add (MftUnderWords *self, const char *words, double left, double top, double right,
                     double bottom)
{
  g_autofree char *shown = g_strchug (g_strdup (words));
  const Piece piece = { shown, left, top, right - left, bottom - top };

  if (*shown == '\0' || piece.width <= 0 || piece.height <= 0)
    return;
  g_array_append_val (self->pieces, piece);
  shown = NULL;
}

/* Stretched to the place of what they stand for. */
static void
show_piece (const Piece *piece, PangoContext *context, MftCanvas *canvas)
{
  cairo_t *cr = mft_canvas_cairo (canvas);
  PangoLayout *layout
      = mft_fonts_layout (context, MFT_FONT_SANS, FACE_SIZE, PANGO_WEIGHT_NORMAL, piece->words);
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  if (extents.width > 0 && extents.height > 0)
    {
      cairo_save (cr);
      cairo_translate (cr, piece->left, piece->top);
      cairo_scale (cr, piece->width * PANGO_SCALE / extents.width,
                   piece->height * PANGO_SCALE / extents.height);
      mft_canvas_show_layout (canvas, layout, 0, 0);
      cairo_restore (cr);
    }
  g_object_unref (layout);
}

void
mft_under_words_show (const MftUnderWords *self, MftCanvas *canvas, double width, double height)
{
  PangoContext *context = mft_fonts_context ();
  cairo_t *cr = mft_canvas_cairo (canvas);

  cairo_rectangle (cr, 0, 0, width, height);
  mft_canvas_begin_clip (canvas);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < self->pieces->len; i++)
    show_piece (&g_array_index (self->pieces, Piece, i), context, canvas);
  mft_canvas_end_clip (canvas);
  g_object_unref (context);
}
