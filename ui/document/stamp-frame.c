/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/document/stamp-frame.h"

#include <glib/gi18n.h>

#include "ui/document/stamp-pull.h"

#define HANDLE 5.0
#define STEP 4.0
#define STEP_SMALL 1.0

struct _MftStampFrame
{
  GtkWidget parent_instance;

  MftStampContent *content;
  MftPdfRect rect;
  double page_width, page_height;
  gboolean movable;
};

enum
{
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MftStampFrame, mft_stamp_frame, GTK_TYPE_WIDGET)

static gboolean
key_cb (MftStampFrame *self, guint key, guint code, GdkModifierType state)
{
  double step = state & GDK_CONTROL_MASK ? STEP_SMALL : STEP;
  double dx = key == GDK_KEY_Right ? step : key == GDK_KEY_Left ? -step : 0;
  double dy = key == GDK_KEY_Up ? step : key == GDK_KEY_Down ? -step : 0;

  (void) code;
  if (!self->movable || state & GDK_ALT_MASK || (dx == 0 && dy == 0))
    return GDK_EVENT_PROPAGATE;
  MftPull pull = state & GDK_SHIFT_MASK ? dx != 0 ? MFT_PULL_RIGHT : MFT_PULL_TOP : MFT_PULL_ALL;
  MftPdfRect moved
      = mft_stamp_pull (&self->rect, pull, dx, dy, self->page_width, self->page_height);
  g_signal_emit (self, signals[MOVED], 0, &moved);
  return GDK_EVENT_STOP;
}

static void
append_handle (GtkSnapshot *snapshot, double x, double y, const GdkRGBA *colour)
{
  GskRoundedRect outline;
  const float widths[] = { 1.6f, 1.6f, 1.6f, 1.6f };
  const GdkRGBA colours[] = { *colour, *colour, *colour, *colour };

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float) (x - HANDLE), (float) (y - HANDLE),
                                                        (float) (2 * HANDLE), (float) (2 * HANDLE)),
                                   (float) HANDLE);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static void
snapshot_handles (MftStampFrame *self, GtkSnapshot *snapshot, const graphene_rect_t *box)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  const float widths[] = { 2, 2, 2, 2 };
  GdkRGBA colour;
  GskRoundedRect outline;

  gtk_style_context_get_color (style, &colour);
  const GdkRGBA colours[] = { colour, colour, colour, colour };
  gsk_rounded_rect_init_from_rect (&outline, box, 2);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
  for (int i = 0; i < 9 && self->movable; i++)
    if (i != 4)
      append_handle (snapshot, box->origin.x + box->size.width * (i % 3) / 2,
                     box->origin.y + box->size.height * (i / 3) / 2, &colour);
}

static void
mft_stamp_frame_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MftStampFrame *self = MFT_STAMP_FRAME (widget);
  const graphene_rect_t box
      = GRAPHENE_RECT_INIT (MFT_STAMP_FRAME_MARGIN, MFT_STAMP_FRAME_MARGIN,
                            (float) (gtk_widget_get_width (widget) - 2 * MFT_STAMP_FRAME_MARGIN),
                            (float) (gtk_widget_get_height (widget) - 2 * MFT_STAMP_FRAME_MARGIN));
  double width = self->rect.right - self->rect.left;

  if (self->content == NULL || box.size.width < 1 || box.size.height < 1 || width <= 0)
    return;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &box);
  double scale = box.size.width / width;
  cairo_translate (cr, box.origin.x, box.origin.y);
  cairo_scale (cr, scale, scale);
  mft_stamp_draw (cr, self->content, NULL, width, self->rect.top - self->rect.bottom);
  cairo_destroy (cr);
  snapshot_handles (self, snapshot, &box);
}

static void
mft_stamp_frame_finalize (GObject *object)
{
  g_clear_pointer (&MFT_STAMP_FRAME (object)->content, mft_stamp_content_free);
  G_OBJECT_CLASS (mft_stamp_frame_parent_class)->finalize (object);
}

static void
mft_stamp_frame_class_init (MftStampFrameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mft_stamp_frame_finalize;
  widget_class->snapshot = mft_stamp_frame_snapshot;
  gtk_widget_class_set_css_name (widget_class, "stamp");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  signals[MOVED] = g_signal_new ("moved", MFT_TYPE_STAMP_FRAME, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
mft_stamp_frame_init (MftStampFrame *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->movable = TRUE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Preview of the signature"),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      _ ("Arrow keys move it, with Shift they change its size, with Control by small steps"), -1);
}

GtkWidget *
mft_stamp_frame_new (void)
{
  return g_object_new (MFT_TYPE_STAMP_FRAME, NULL);
}

void
mft_stamp_frame_set (MftStampFrame *self, const MftStampContent *content, const MftPdfRect *rect)
{
  g_clear_pointer (&self->content, mft_stamp_content_free);
  self->content = mft_stamp_content_copy (content);
  self->rect = *rect;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const MftPdfRect *
mft_stamp_frame_get_rect (MftStampFrame *self)
{
  return &self->rect;
}

void
mft_stamp_frame_set_page (MftStampFrame *self, double width, double height)
{
  self->page_width = width;
  self->page_height = height;
}

void
mft_stamp_frame_set_movable (MftStampFrame *self, gboolean movable)
{
  self->movable = movable;
  gtk_widget_set_focusable (GTK_WIDGET (self), movable);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
mft_stamp_frame_get_movable (MftStampFrame *self)
{
  return self->movable;
}
