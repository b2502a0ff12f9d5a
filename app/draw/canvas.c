/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/canvas-private.h"

#include "draw/pdf/pdf-values.h"

#define POINTS(units) ((units) / (double) PANGO_SCALE)

MftCanvas *
mft_canvas_new_pdf (void)
{
  MftCanvas *canvas = g_new0 (MftCanvas, 1);
  /* For paths and the state around them; nothing is drawn there. */
  cairo_surface_t *nowhere = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);

  canvas->document = mft_pdf_document_new ();
  canvas->tags = mft_tags_new ();
  canvas->cr = cairo_create (nowhere);
  cairo_surface_destroy (nowhere);
  return canvas;
}

MftCanvas *
mft_canvas_new_for (cairo_t *cr)
{
  MftCanvas *canvas = g_new0 (MftCanvas, 1);

  canvas->cr = cairo_reference (cr);
  return canvas;
}

void
mft_canvas_free (MftCanvas *canvas)
{
  g_clear_pointer (&canvas->cr, cairo_destroy);
  g_clear_pointer (&canvas->document, mft_pdf_document_free);
  g_clear_pointer (&canvas->tags, mft_tags_free);
  g_clear_error (&canvas->error);
  g_free (canvas);
}

cairo_t *
mft_canvas_cairo (MftCanvas *canvas)
{
  return canvas->cr;
}

/* --- structure -------------------------------------------------------------------------------------- */

static void
end_mark (MftCanvas *canvas)
{
  if (canvas->marked)
    mft_pdf_content_end_mark (canvas->content);
  canvas->marked = FALSE;
}

static guint
page_of (MftCanvas *canvas)
{
  return mft_pdf_document_count_pages (canvas->document) - 1;
}

/* A mark begins with the first thing in it: elements without any are left out. */
MftPdfContent *
_mft_canvas_content (MftCanvas *canvas)
{
  if (canvas->marked)
    return canvas->content;
  const char *name = mft_tags_get_open_name (canvas->tags);
  if (name != NULL)
    mft_pdf_content_begin_mark (canvas->content, name,
                                mft_tags_add_stretch (canvas->tags, page_of (canvas)));
  else
    mft_pdf_content_begin_artifact (canvas->content);
  canvas->marked = TRUE;
  return canvas->content;
}

void
mft_canvas_begin_page (MftCanvas *canvas, double width, double height)
{
  if (canvas->document == NULL)
    return;
  end_mark (canvas);
  canvas->content = mft_pdf_document_begin_page (canvas->document, width, height);
}

guint
mft_canvas_add_tag (MftCanvas *canvas, guint parent, const char *name)
{
  return canvas->document != NULL ? mft_tags_add (canvas->tags, parent, name) : 0;
}

void
mft_canvas_enter_tag (MftCanvas *canvas, guint tag)
{
  if (canvas->document == NULL || tag == mft_tags_get_open (canvas->tags))
    return;
  end_mark (canvas);
  mft_tags_open (canvas->tags, tag);
}

void
mft_canvas_begin_tag (MftCanvas *canvas, const char *name)
{
  if (canvas->document != NULL)
    mft_canvas_enter_tag (canvas,
                          mft_tags_add (canvas->tags, mft_tags_get_open (canvas->tags), name));
}

void
mft_canvas_end_tag (MftCanvas *canvas)
{
  if (canvas->document != NULL)
    mft_canvas_enter_tag (canvas,
                          mft_tags_get_parent (canvas->tags, mft_tags_get_open (canvas->tags)));
}

void
mft_canvas_tag_alternative (MftCanvas *canvas, const char *text)
{
  if (canvas->document != NULL)
    mft_tags_set_alternative (canvas->tags, text);
}

void
mft_canvas_tag_scope (MftCanvas *canvas, const char *scope)
{
  if (canvas->document != NULL)
    mft_tags_set_scope (canvas->tags, scope);
}

void
mft_canvas_tag_field (MftCanvas *canvas, const char *name)
{
  if (canvas->document != NULL)
    mft_tags_add_field (canvas->tags, name);
}

/* --- drawing ---------------------------------------------------------------------------------------- */

void
mft_canvas_fill (MftCanvas *canvas)
{
  if (canvas->document == NULL)
    {
      cairo_fill (canvas->cr);
      return;
    }
  mft_pdf_content_fill (_mft_canvas_content (canvas), canvas->cr);
  cairo_new_path (canvas->cr);
}

void
mft_canvas_stroke (MftCanvas *canvas)
{
  if (canvas->document == NULL)
    {
      cairo_stroke (canvas->cr);
      return;
    }
  mft_pdf_content_stroke (_mft_canvas_content (canvas), canvas->cr);
  cairo_new_path (canvas->cr);
}

void
mft_canvas_begin_clip (MftCanvas *canvas)
{
  cairo_save (canvas->cr);
  if (canvas->document != NULL)
    mft_pdf_content_clip (_mft_canvas_content (canvas), canvas->cr);
  else
    cairo_clip (canvas->cr);
  cairo_new_path (canvas->cr);
}

void
mft_canvas_end_clip (MftCanvas *canvas)
{
  if (canvas->document != NULL)
    mft_pdf_content_unclip (canvas->content);
  cairo_restore (canvas->cr);
}

/* A face that no PDF can have: its glyphs' outlines, which stand for the words. */
static void
show_outlines (MftCanvas *canvas, const MftTextRun *run)
{
  MftPdfContent *content = _mft_canvas_content (canvas);

  cairo_set_scaled_font (canvas->cr, run->font);
  cairo_new_path (canvas->cr);
  cairo_glyph_path (canvas->cr, (const cairo_glyph_t *) run->glyphs->data, (int) run->glyphs->len);
  mft_pdf_content_begin_words (content, run->text->str, run->text->len);
  mft_canvas_fill (canvas);
  mft_pdf_content_end_mark (content);
}

static void
show_run (MftCanvas *canvas, const MftTextRun *run)
{
  if (run->glyphs->len > 0
      && !mft_pdf_content_show_run (_mft_canvas_content (canvas), run, canvas->cr))
    show_outlines (canvas, run);
  if (run->boxes->len == 0)
    return;
  _mft_text_run_trace_boxes (run, canvas->cr);
  mft_canvas_stroke (canvas);
}

static void
show_plain_part (MftCanvas *canvas, const MftTextLine *line, guint part, double x, double y)
{
  if (canvas->document == NULL)
    {
      mft_text_line_show_part (line, part, canvas->cr, x, y);
      return;
    }
  cairo_save (canvas->cr);
  cairo_translate (canvas->cr, x, y);
  show_run (canvas, _mft_text_line_run (line, part));
  cairo_restore (canvas->cr);
}

static void
show_part (MftCanvas *canvas, const MftTextLine *line, guint part, double x, double y)
{
  if (canvas->document == NULL || mft_text_line_part_destination (line, part) == NULL)
    {
      show_plain_part (canvas, line, part, x, y);
      return;
    }
  const MftTextPart shown = mft_text_line_part (line, part);
  mft_canvas_begin_tag (canvas, "Link");
  show_plain_part (canvas, line, part, x, y);
  mft_tags_add_link (canvas->tags, page_of (canvas), x + shown.x, y - shown.ascent, shown.width,
                     shown.ascent + shown.descent, shown.destination, shown.words);
  mft_canvas_end_tag (canvas);
}

void
mft_canvas_show_line (MftCanvas *canvas, const MftTextLine *line, double x, double y)
{
  for (guint part = 0; part < mft_text_line_n_parts (line); part++)
    show_part (canvas, line, part, x, y);
}

void
mft_canvas_show_layout (MftCanvas *canvas, PangoLayout *layout, double x, double y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      g_autoptr (MftTextLine) line = mft_text_line_new (pango_layout_iter_get_line_readonly (iter));
      PangoRectangle extents;
      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      mft_canvas_show_line (canvas, line, x + POINTS (extents.x),
                            y + POINTS (pango_layout_iter_get_baseline (iter)));
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

void
_mft_canvas_begin_form (MftCanvas *canvas, MftPdfContent **around, double height)
{
  *around = _mft_canvas_content (canvas); /* in the mark that the form will stand in */
  canvas->content = mft_pdf_content_new (mft_pdf_document_get_resources (canvas->document), height);
  cairo_save (canvas->cr);
  cairo_identity_matrix (canvas->cr);
}

guint
_mft_canvas_end_form (MftCanvas *canvas, MftPdfContent **around, gconstpointer key, double width)
{
  MftPdfResources *resources = mft_pdf_document_get_resources (canvas->document);
  MftPdfObjects *objects = mft_pdf_resources_get_objects (resources);
  const GString *text = mft_pdf_content_end (canvas->content);
  guint number = mft_pdf_objects_reserve (objects);
  g_autoptr (GString) entries
      = g_string_new ("/Type /XObject /Subtype /Form /Resources << >> /BBox ");

  mft_pdf_put_rectangle (entries, 0, 0, width, mft_pdf_content_get_height (canvas->content));
  mft_pdf_objects_write_stream (objects, number, entries->str, text->str, text->len);
  mft_pdf_content_free (canvas->content);
  canvas->content = *around;
  cairo_restore (canvas->cr);
  return mft_pdf_resources_add_form (resources, key, number);
}

/* --- the whole -------------------------------------------------------------------------------------- */

void
mft_canvas_destination (MftCanvas *canvas, const char *name, double x, double y)
{
  if (canvas->document != NULL)
    mft_pdf_document_add_destination (canvas->document, name, x, y);
}

void
mft_canvas_outline (MftCanvas *canvas, const char *words, const char *destination)
{
  if (canvas->document != NULL)
    mft_pdf_document_add_heading (canvas->document, words, destination);
}

GBytes *
mft_canvas_finish (MftCanvas *canvas, const MftFinish *finish, GError **error)
{
  g_return_val_if_fail (canvas->document != NULL && canvas->content != NULL, NULL);
  g_return_val_if_fail (finish->title != NULL && finish->date != NULL, NULL);
  for (guint i = 0; i < finish->n_fields; i++)
    g_return_val_if_fail (finish->fields[i].page <= page_of (canvas), NULL);

  end_mark (canvas);
  if (canvas->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&canvas->error));
      return NULL;
    }
  return mft_pdf_document_finish (g_steal_pointer (&canvas->document), canvas->tags, finish);
}
