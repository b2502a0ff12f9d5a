/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preview/page-drawing.h"

#include "ui/wrap/surface-texture.h"

/* cairo 1.16 puts glyphs on whole pixels; drawn larger and scaled down, letters keep their places. */
#define OVERSAMPLING 2
#define SIDE_MOST 6000

typedef struct
{
  MftPages *pages;
  guint number;
  int width, height;
  gboolean dark;
} Drawing;

static void
drawing_free (Drawing *drawing)
{
  mft_pages_free (drawing->pages);
  g_free (drawing);
}

/* Black and white change places; colours of logos go with them. */
static void
invert (cairo_t *cr)
{
  cairo_set_operator (cr, CAIRO_OPERATOR_DIFFERENCE);
  cairo_set_source_rgb (cr, 0.9, 0.9, 0.9);
  cairo_paint (cr);
}

GdkTexture *
mft_page_drawing (MftPages *pages, guint number, int width, int height, gboolean dark)
{
  int factor = MAX (width, height) * OVERSAMPLING <= SIDE_MOST ? OVERSAMPLING : 1;
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width * factor, height * factor);
  cairo_t *cr = cairo_create (surface);
  double scale = width * factor / mft_pages_width (pages, number);

  cairo_save (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  mft_pages_draw (pages, number, cr);
  cairo_restore (cr);
  if (dark)
    invert (cr);
  cairo_destroy (cr);
  return mft_surface_texture_new (surface, factor);
}

static void
draw_func (gpointer data, gpointer unused)
{
  g_autoptr (GTask) task = data;
  const Drawing *drawing = g_task_get_task_data (task);

  (void) unused;
  g_task_return_pointer (task,
                         mft_page_drawing (drawing->pages, drawing->number, drawing->width,
                                           drawing->height, drawing->dark),
                         g_object_unref);
}

/* One thread: pages are drawn from one at a time. */
static GThreadPool *
pool (void)
{
  static gsize ready;
  static GThreadPool *threads;

  if (g_once_init_enter (&ready))
    {
      threads = g_thread_pool_new (draw_func, NULL, 1, FALSE, NULL);
      g_once_init_leave (&ready, 1);
    }
  return threads;
}

void
mft_page_drawing_async (MftPages *pages, guint number, int width, int height, gboolean dark,
                        GObject *source, GAsyncReadyCallback callback)
{
  GTask *task = g_task_new (source, NULL, callback, NULL);
  Drawing *drawing = g_new (Drawing, 1);

  *drawing = (Drawing){ mft_pages_ref (pages), number, width, height, dark };
  g_task_set_name (task, "page");
  g_task_set_task_data (task, drawing, (GDestroyNotify) drawing_free);
  g_thread_pool_push (pool (), task, NULL);
  g_thread_pool_move_to_front (pool (), task);
}

GdkTexture *
mft_page_drawing_finish (GAsyncResult *result, const MftPages **pages)
{
  const Drawing *drawing = g_task_get_task_data (G_TASK (result));

  *pages = drawing->pages;
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
