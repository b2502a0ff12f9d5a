/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How large pages are shown: fitted to the room there is, or by keys, wheel and pinch. */
#include "ui/preview/preview-pane-private.h"

#define ZOOM_LEAST 0.25
#define ZOOM_MOST 4.0
#define ZOOM_STEP 1.2
#define WIDTH_LEAST 120
#define MARGINS 40
#define SCREEN_DPI 96
#define PAPER_WIDTH 595.28 /* of A4, in points; while there are no pages yet */

static double
paper_width (MftPreviewPane *self)
{
  return self->pages != NULL ? mft_pages_width (self->pages, 0) : PAPER_WIDTH;
}

static double
room (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_page_size (adjustment) - MARGINS;
}

int
_mft_preview_pane_page_width (MftPreviewPane *self)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->scroller);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->scroller);
  double ratio
      = self->pages != NULL ? mft_pages_height (self->pages, 0) / paper_width (self) : G_SQRT2;

  switch (self->fit)
    {
    case FIT_WIDTH:
      return MAX (WIDTH_LEAST, (int) room (across));
    case FIT_PAGE:
      return MAX (WIDTH_LEAST, (int) MIN (room (across), room (down) / ratio));
    case FIT_NONE:
      return (int) (paper_width (self) * self->zoom * SCREEN_DPI / 72);
    }
  g_return_val_if_reached (WIDTH_LEAST);
}

void
_mft_preview_pane_resize (MftPreviewPane *self)
{
  int width = _mft_preview_pane_page_width (self);

  for (guint i = 0; i < self->views->len; i++)
    if (!g_object_get_data (self->views->pdata[i], "thumbnail"))
      gtk_widget_set_size_request (self->views->pdata[i], width, -1);
}

static gboolean
resize_cb (gpointer data)
{
  MftPreviewPane *self = data;

  self->resizing = 0;
  _mft_preview_pane_resize (self);
  return G_SOURCE_REMOVE;
}

/* Not while the room is being given out: a wish would be lost. */
static void
room_cb (MftPreviewPane *self)
{
  if (self->resizing == 0)
    self->resizing = g_idle_add_full (GDK_PRIORITY_REDRAW, resize_cb, self, NULL);
}

static void
set_zoom (MftPreviewPane *self, double zoom)
{
  self->fit = FIT_NONE;
  self->zoom = CLAMP (zoom, ZOOM_LEAST, ZOOM_MOST);
  _mft_preview_pane_resize (self);
}

/* What is seen now, as a zoom. */
static double
zoom_now (MftPreviewPane *self)
{
  return _mft_preview_pane_page_width (self) * 72.0 / SCREEN_DPI / paper_width (self);
}

static void
zoom_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftPreviewPane *self = MFT_PREVIEW_PANE (widget);

  (void) parameter;
  set_zoom (self, g_str_equal (action, "preview.zoom-in") ? zoom_now (self) * ZOOM_STEP
                                                          : zoom_now (self) / ZOOM_STEP);
}

static void
fit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftPreviewPane *self = MFT_PREVIEW_PANE (widget);
  const char *fit = g_variant_get_string (parameter, NULL);

  (void) action;
  self->zoom = 1;
  self->fit = g_str_equal (fit, "width")  ? FIT_WIDTH
              : g_str_equal (fit, "page") ? FIT_PAGE
                                          : FIT_NONE;
  _mft_preview_pane_resize (self);
}

/* Where one page is shown, the wheel goes on to the next at its edge; a touchpad's many small steps are
 * one turn. */
static gboolean
turn_at_edge (MftPreviewPane *self, double down)
{
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (self->scroller);
  double lower = gtk_adjustment_get_lower (place);
  double upper = gtk_adjustment_get_upper (place) - gtk_adjustment_get_page_size (place);
  double value = gtk_adjustment_get_value (place);

  if (!self->single || (down > 0 ? value + 1 < upper : value - 1 > lower))
    {
      self->turned = 0;
      return GDK_EVENT_PROPAGATE;
    }
  self->turned += down;
  if (ABS (self->turned) < 1)
    return GDK_EVENT_STOP;
  self->turned = 0;
  gtk_widget_activate_action (GTK_WIDGET (self),
                              down > 0 ? "preview.next-page" : "preview.previous-page", NULL);
  gtk_adjustment_set_value (place, down > 0 ? lower : upper);
  return GDK_EVENT_STOP;
}

static gboolean
scroll_cb (GtkEventControllerScroll *scroll, double across, double down, MftPreviewPane *self)
{
  GdkModifierType keys
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  (void) across;
  if ((keys & GDK_CONTROL_MASK) == 0)
    return turn_at_edge (self, down);
  set_zoom (self, down < 0 ? zoom_now (self) * ZOOM_STEP : zoom_now (self) / ZOOM_STEP);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture *pinch, GdkEventSequence *sequence, MftPreviewPane *self)
{
  (void) pinch;
  (void) sequence;
  self->zoom = zoom_now (self);
  g_object_set_data_full (G_OBJECT (pinch), "zoom", g_memdup2 (&self->zoom, sizeof self->zoom),
                          g_free);
}

static void
pinch_cb (GtkGestureZoom *pinch, double scale, MftPreviewPane *self)
{
  const double *from = g_object_get_data (G_OBJECT (pinch), "zoom");

  if (from != NULL)
    set_zoom (self, *from * scale);
}

void
_mft_preview_pane_install_zoom (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = { { GDK_KEY_plus, "preview.zoom-in" },
               { GDK_KEY_equal, "preview.zoom-in" },
               { GDK_KEY_KP_Add, "preview.zoom-in" },
               { GDK_KEY_minus, "preview.zoom-out" },
               { GDK_KEY_KP_Subtract, "preview.zoom-out" } };

  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "preview.fit", "s", fit_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK,
                                         keys[i].action, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "preview.fit",
                                       "s", "width");
}

void
_mft_preview_pane_init_zoom (MftPreviewPane *self)
{
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  self->zoom = 1;
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), scroll);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), GTK_EVENT_CONTROLLER (pinch));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller),
                           "notify::page-size", G_CALLBACK (room_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller),
                           "notify::page-size", G_CALLBACK (room_cb), self, G_CONNECT_SWAPPED);
}
