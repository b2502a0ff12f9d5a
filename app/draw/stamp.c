/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/stamp.h"
#include "draw/error.h"
#include "draw/fonts.h"
#include "draw/qr.h"
#include "draw/text.h"

#include <cairo-pdf.h>
#include <math.h>

/* In the units of the specimen, 142 × 53 points. */
#define TEXT_LEFT 41.0
#define TEXT_LEFT_ALONE 7.0
#define TEXT_RIGHT 4.0
#define MARK_SIZE 31.0
#define MARK_LEFT 5.5
#define PADDING 4.0
#define SHRINK_LEAST 0.5
#define NAME_SIZE 6.2
#define NAME_SIZE_LEAST 4.0

/* The band across the foot of what a practice certificate signed, and the words in it; a narrow stamp has
 * room for the first one. */
#define BAND_HEIGHT 8.0
#define BAND_SIZE 5.2
#define BAND_WORDS "LATIHAN – TIDAK TERSERTIFIKASI"
#define BAND_WORD "LATIHAN"

#define INK 0x1d, 0x1f, 0x24
#define GREY 0x55, 0x57, 0x5c

typedef struct
{
  double size;
  double above; /* space over it */
  gboolean bold;
  gboolean one_line;
  guint8 colour[3];
} Style;

static const Style heading_style = { 5, 0, FALSE, FALSE, { GREY } };
static const Style office_style = { 5.8, 1.6, TRUE, FALSE, { INK } };
static const Style institution_style = { 5.8, 0.2, TRUE, FALSE, { INK } };
static const Style name_style = { NAME_SIZE, 1.6, TRUE, TRUE, { INK } };
static const Style rank_style = { 5, 0.4, FALSE, FALSE, { INK } };
static const Style reason_style = { 5, 1.2, FALSE, FALSE, { INK } };
static const Style band_style = { BAND_SIZE, 0, TRUE, TRUE, { 0xff, 0xff, 0xff } };
static const Style time_style = { 5, 1.6, FALSE, FALSE, { GREY } };

/* One line of the content, laid out. */
typedef struct
{
  const Style *style;
  PangoLayout *layout;
} Line;

typedef struct
{
  PangoContext *context;
  GArray *lines;
  double left, width; /* of the text column */
  double shrink;      /* of all text, 1 or less */
} Column;

static void
line_clear (gpointer data)
{
  g_clear_object (&((Line *) data)->layout);
}

static double
points (int units)
{
  return units / (double) PANGO_SCALE;
}

static double
layout_width (PangoLayout *layout)
{
  int width;
  pango_layout_get_size (layout, &width, NULL);
  return points (width);
}

static double
layout_height (PangoLayout *layout)
{
  int height;
  pango_layout_get_size (layout, NULL, &height);
  return points (height);
}

static PangoLayout *
lay_out (const Column *column, const Style *style, double size, const char *text)
{
  return mft_fonts_layout (column->context, MFT_FONT_SANS, size,
                           style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL, text);
}

/* "Dr. Wulan Hapsari Tirtanegara, M.Si." without its titles. Initials of one letter stay. */
static char *
name_without_titles (const char *name)
{
  static const char *const titles[]
      = { "Prof.", "Dr.", "dr.", "drg.", "drh.", "Drs.", "Dra.", "Ir.", "H.", "Hj.", "apt.", NULL };
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  guint first = 0;

  while (words[first] != NULL && g_strv_contains (titles, words[first]))
    first++;
  g_autofree char *rest = g_strjoinv (" ", words + first);
  char *comma = strchr (rest, ',');
  if (comma != NULL)
    *comma = '\0';
  return *g_strstrip (rest) != '\0' ? g_steal_pointer (&rest) : g_strdup (name);
}

/* The size at which `text` takes one line, at least the floor. */
static PangoLayout *
lay_out_name (Column *column, const Style *style, const char *text)
{
  double size = style->size * column->shrink;
  PangoLayout *layout = lay_out (column, style, size, text);
  double needed = layout_width (layout);

  if (needed <= column->width)
    return layout;
  g_object_unref (layout);
  size = MAX (floor (size * column->width / needed * 20) / 20, NAME_SIZE_LEAST * column->shrink);
  return lay_out (column, style, size, text);
}

static void
add_line (Column *column, const Style *style, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  Line line = { style, NULL };
  if (style->one_line)
    {
      line.layout = lay_out_name (column, style, text);
      if (layout_width (line.layout) > column->width)
        {
          g_autofree char *plain = name_without_titles (text);
          g_object_unref (line.layout);
          line.layout = lay_out_name (column, style, plain);
        }
    }
  else
    line.layout = lay_out (column, style, style->size * column->shrink, text);
  pango_layout_set_width (line.layout, (int) (column->width * PANGO_SCALE));
  pango_layout_set_wrap (line.layout, PANGO_WRAP_WORD_CHAR);
  g_array_append_val (column->lines, line);
}

static void
fill_column (Column *column, const MftStampContent *content)
{
  g_array_set_size (column->lines, 0);
  if (content->look == MFT_STAMP_INITIALS)
    return;
  add_line (column, &heading_style,
            content->heading != NULL ? content->heading : "Ditandatangani secara elektronik oleh:");
  add_line (column, &office_style, content->office);
  add_line (column, &institution_style, content->institution);
  add_line (column, &name_style, content->name);
  add_line (column, &rank_style, content->rank);
  add_line (column, &reason_style, content->reason);
  add_line (column, &time_style, content->time_text);
}

static double
column_height (const Column *column)
{
  double height = 0;

  for (guint i = 0; i < column->lines->len; i++)
    {
      const Line *line = &g_array_index (column->lines, Line, i);
      height += layout_height (line->layout);
      if (i > 0)
        height += line->style->above * column->shrink;
    }
  return height;
}

/* Lays the content out for a box of the given size in units, shrinking until it fits. */
static Column
column_new (const MftStampContent *content, double width, double height)
{
  double left = content->look == MFT_STAMP_TEXT ? TEXT_LEFT_ALONE : TEXT_LEFT;
  Column column = { .context = mft_fonts_context (),
                    .lines = g_array_new (FALSE, FALSE, sizeof (Line)),
                    .left = left,
                    .width = MAX (width - left - TEXT_RIGHT, 1),
                    .shrink = 1 };

  g_array_set_clear_func (column.lines, line_clear);
  fill_column (&column, content);
  while (column_height (&column) > height - 2 * PADDING && column.shrink > SHRINK_LEAST)
    {
      column.shrink -= 0.02;
      fill_column (&column, content);
    }
  return column;
}

static void
column_clear (Column *column)
{
  g_array_unref (column->lines);
  g_object_unref (column->context);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Column, column_clear)

static gunichar
column_missing (const Column *column)
{
  for (guint i = 0; i < column->lines->len; i++)
    {
      gunichar missing = mft_fonts_missing (g_array_index (column->lines, Line, i).layout);
      if (missing != 0)
        return missing;
    }
  return 0;
}

static void
column_draw (const Column *column, MftCanvas *canvas, double height)
{
  cairo_t *cr = mft_canvas_cairo (canvas);
  double y = (height - column_height (column)) / 2;

  for (guint i = 0; i < column->lines->len; i++)
    {
      const Line *line = &g_array_index (column->lines, Line, i);
      const guint8 *colour = line->style->colour;
      if (i > 0)
        y += line->style->above * column->shrink;
      cairo_set_source_rgb (cr, colour[0] / 255.0, colour[1] / 255.0, colour[2] / 255.0);
      mft_canvas_show_layout (canvas, line->layout, column->left, y);
      y += layout_height (line->layout);
    }
}

static void
trace_frame (cairo_t *cr, double width, double height)
{
  const double inset = 0.4, radius = 2.2;
  double right = width - inset - radius, bottom = height - inset - radius;

  cairo_new_path (cr);
  cairo_arc (cr, right, inset + radius, radius, -M_PI / 2, 0);
  cairo_arc (cr, right, bottom, radius, 0, M_PI / 2);
  cairo_arc (cr, inset + radius, bottom, radius, M_PI / 2, M_PI);
  cairo_arc (cr, inset + radius, inset + radius, radius, M_PI, 3 * M_PI / 2);
  cairo_close_path (cr);
}

static void
draw_frame (MftCanvas *canvas, double width, double height)
{
  cairo_t *cr = mft_canvas_cairo (canvas);

  /* Opaque: what was typed as an anchor must not shine through. */
  trace_frame (cr, width, height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  mft_canvas_fill (canvas);
  trace_frame (cr, width, height);
  cairo_set_source_rgb (cr, 0x3c / 255.0, 0x78 / 255.0, 0x9c / 255.0);
  cairo_set_line_width (cr, 0.55);
  mft_canvas_stroke (canvas);
}

/* What stands at the left, and the hairline beside it. */
static void
draw_picture (MftCanvas *canvas, const MftStampContent *content, MftMark *mark, double width,
              double height)
{
  cairo_t *cr = mft_canvas_cairo (canvas);
  g_autoptr (MftMark) own = mark == NULL ? mft_mark_new () : mft_mark_ref (mark);
  double middle = (height - MARK_SIZE) / 2;

  switch (content->look)
    {
    case MFT_STAMP_TEXT:
      return;
    case MFT_STAMP_INITIALS:
      {
        double size = MIN (width, height) - 2 * PADDING;
        mft_mark_show (own, canvas, (width - size) / 2, (height - size) / 2, size);
        return;
      }
    case MFT_STAMP_QR:
      if (content->qr != NULL)
        mft_qr_show (canvas, content->qr, MARK_LEFT, middle, MARK_SIZE);
      break;
    case MFT_STAMP_EMBLEM:
      mft_mark_show (own, canvas, MARK_LEFT, middle, MARK_SIZE);
      break;
    }
  cairo_set_source_rgb (cr, 0xb4 / 255.0, 0xcd / 255.0, 0xdc / 255.0);
  cairo_set_line_width (cr, 0.45);
  cairo_move_to (cr, TEXT_LEFT - 2.4, MAX (height / 2 - 18.5, PADDING));
  cairo_line_to (cr, TEXT_LEFT - 2.4, MIN (height / 2 + 18.5, height - PADDING));
  mft_canvas_stroke (canvas);
}

static double
height_above_band (const MftStampContent *content, double height)
{
  return content->is_practice ? MAX (height - BAND_HEIGHT, 1) : height;
}

static void
draw_band (MftCanvas *canvas, const Column *column, double width, double height)
{
  cairo_t *cr = mft_canvas_cairo (canvas);
  const double inset = 0.4;
  g_autoptr (PangoLayout) layout = lay_out (column, &band_style, BAND_SIZE, BAND_WORDS);

  if (layout_width (layout) > width - 2 * PADDING)
    pango_layout_set_text (layout, BAND_WORD, -1);
  cairo_rectangle (cr, inset, height - BAND_HEIGHT, width - 2 * inset, BAND_HEIGHT - inset);
  cairo_set_source_rgb (cr, 0x9a / 255.0, 0x34 / 255.0, 0x12 / 255.0);
  mft_canvas_fill (canvas);
  cairo_set_source_rgb (cr, 1, 1, 1);
  mft_canvas_show_layout (canvas, layout, (width - layout_width (layout)) / 2,
                          height - (BAND_HEIGHT + inset + layout_height (layout)) / 2);
}

static void
draw_column (MftCanvas *canvas, const Column *column, const MftStampContent *content, MftMark *mark,
             double width, double height)
{
  double above = height_above_band (content, height);

  draw_frame (canvas, width, height);
  draw_picture (canvas, content, mark, width, above);
  column_draw (column, canvas, above);
  if (content->is_practice)
    draw_band (canvas, column, width, height);
}

/* Points of one unit of the specimen. */
static double
unit_of (const MftStampContent *content, double width, double height)
{
  if (content->look == MFT_STAMP_INITIALS)
    return MIN (width, height) / MFT_STAMP_INITIALS_SIZE;
  return MIN (width / MFT_STAMP_WIDTH, height / MFT_STAMP_HEIGHT);
}

void
mft_stamp_draw (cairo_t *cr, const MftStampContent *content, MftMark *mark, double width,
                double height)
{
  g_return_if_fail (width > 0 && height > 0);
  double unit = unit_of (content, width, height);
  g_auto (Column) column
      = column_new (content, width / unit, height_above_band (content, height / unit));

  g_autoptr (MftCanvas) canvas = mft_canvas_new_for (cr);

  cairo_save (cr);
  cairo_scale (cr, unit, unit);
  draw_column (canvas, &column, content, mark, width / unit, height / unit);
  cairo_restore (cr);
}

static cairo_status_t
append (gpointer closure, const guint8 *data, unsigned int size)
{
  g_byte_array_append (closure, data, size);
  return CAIRO_STATUS_SUCCESS;
}

static MftFormXObject *
draw_to_form (const Column *column, const MftStampContent *content, MftMark *mark, double width,
              double height, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, bytes, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (MftCanvas) canvas = mft_canvas_new_for (cr);
  double unit = unit_of (content, width, height);

  cairo_scale (cr, unit, unit);
  draw_column (canvas, column, content, mark, width / unit, height / unit);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_status_t status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, MFT_DRAW_ERROR, MFT_DRAW_ERROR_PDF, "the stamp cannot be drawn: %s",
                   cairo_status_to_string (status));
      return NULL;
    }
  g_autoptr (GBytes) pdf = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  return mft_form_xobject_new_from_page (pdf, error);
}

MftFormXObject *
mft_stamp_to_pdf (const MftStampContent *content, MftMark *mark, double width, double height,
                  GError **error)
{
  g_return_val_if_fail (width > 0 && height > 0, NULL);
  double unit = unit_of (content, width, height);

  if (!mft_fonts_check (MFT_FONT_SANS, error))
    return NULL;
  if (content->look == MFT_STAMP_QR && content->qr != NULL
      && (strlen (content->qr) > MFT_STAMP_QR_MOST || !mft_qr_check (content->qr)))
    {
      g_set_error (error, MFT_DRAW_ERROR, MFT_DRAW_ERROR_IMAGE, "too long for a QR code: '%s'",
                   content->qr);
      return NULL;
    }
  g_auto (Column) column
      = column_new (content, width / unit, height_above_band (content, height / unit));
  gunichar missing = column_missing (&column);
  if (missing != 0)
    {
      char shown[7] = { 0 };
      g_unichar_to_utf8 (missing, shown);
      g_set_error (error, MFT_DRAW_ERROR, MFT_DRAW_ERROR_GLYPH, "'%s' has no '%s' (U+%04X)",
                   MFT_FONT_SANS, shown, missing);
      return NULL;
    }
  return draw_to_form (&column, content, mark, width, height, error);
}

MftStampContent *
mft_stamp_content_copy (const MftStampContent *content)
{
  MftStampContent *copy = g_new (MftStampContent, 1);

  *copy = (MftStampContent){ .look = content->look,
                             .qr = g_strdup (content->qr),
                             .heading = g_strdup (content->heading),
                             .office = g_strdup (content->office),
                             .institution = g_strdup (content->institution),
                             .name = g_strdup (content->name),
                             .rank = g_strdup (content->rank),
                             .reason = g_strdup (content->reason),
                             .time_text = g_strdup (content->time_text),
                             .is_practice = content->is_practice };
  return copy;
}

void
mft_stamp_content_free (MftStampContent *content)
{
  g_free ((char *) content->qr);
  g_free ((char *) content->heading);
  g_free ((char *) content->office);
  g_free ((char *) content->institution);
  g_free ((char *) content->name);
  g_free ((char *) content->rank);
  g_free ((char *) content->reason);
  g_free ((char *) content->time_text);
  g_free (content);
}
