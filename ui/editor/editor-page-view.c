/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How large the text is, and the meeting mode: nothing but the text, for a projector. */
#include "ui/editor/editor-page-private.h"

#include <glib/gi18n.h>

#include "ui/wrap/settings.h"
#include "ui/wrap/toasts.h"

#define ZOOM_LEAST 50
#define ZOOM_MOST 300
#define ZOOM_STEP 10
#define ZOOM_MEETING 200
#define LINE_WIDTH 780 /* of the text at 100 % */
#define WIDE 115       /* widths of the font: beside the text there is room left */

static void
show_zoom (MftEditorPage *self, int percent)
{
  mft_paper_set_zoom (self->paper, percent / 100.0);
  adw_clamp_scrollable_set_maximum_size (self->clamp, LINE_WIDTH * percent / 100);
}

static int
get_zoom (void)
{
  g_autoptr (GSettings) settings = mft_settings_new ();

  return g_settings_get_int (settings, "text-zoom");
}

static void
zoom_cb (GtkWidget *widget, const char *action, GVariant *steps)
{
  g_autoptr (GSettings) settings = mft_settings_new ();
  int by = g_variant_get_int32 (steps);
  int percent = by == 0 ? 100 : CLAMP (get_zoom () + by * ZOOM_STEP, ZOOM_LEAST, ZOOM_MOST);
  /* Translators: the size of the text on the screen, in per cent. */
  g_autofree char *words = g_strdup_printf (_ ("Text at %d %%"), percent);

  (void) action;
  g_settings_set_int (settings, "text-zoom", percent);
  show_zoom (MFT_EDITOR_PAGE (widget), percent);
  mft_toast_once (widget, words);
}

static void
layout_cb (MftEditorPage *self, int width)
{
  const PangoFontDescription *font
      = pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  gboolean wide = width > WIDE * pango_font_description_get_size (font) / PANGO_SCALE;

  (wide ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (GTK_WIDGET (self), "wide");
}

void
_mft_editor_page_follow_width (MftEditorPage *self)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self)));

  /* GTK 4.8 tells a widget of its size only while sizes are given out, when none may change. */
  g_signal_connect_object (surface, "layout", G_CALLBACK (layout_cb), self, G_CONNECT_SWAPPED);
  layout_cb (self, gdk_surface_get_width (surface));
}

/* What the person had open comes back afterwards. */
static void
meeting_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  g_autoptr (GSettings) settings = mft_settings_new ();

  (void) action;
  (void) parameter;
  self->meeting = !self->meeting;
  adw_flap_set_reveal_flap (self->outline_flap,
                            !self->meeting && g_settings_get_boolean (settings, "show-structure"));
  adw_flap_set_reveal_flap (self->panel_flap,
                            !self->meeting && g_settings_get_boolean (settings, "show-panels"));
  gtk_widget_set_visible (self->tools, !self->meeting);
  show_zoom (self, self->meeting ? ZOOM_MEETING : get_zoom ());
  if (self->meeting)
    {
      gtk_window_fullscreen (window);
      mft_toast_once (widget, _ ("Meeting mode: F11 ends it."));
    }
  else
    gtk_window_unfullscreen (window);
  gtk_widget_grab_focus (GTK_WIDGET (self->paper));
}

void
_mft_editor_page_show_zoom (MftEditorPage *self)
{
  show_zoom (self, get_zoom ());
}

void
_mft_editor_page_install_view_actions (GtkWidgetClass *widget_class)
{
  /* The menu names the last one of each. */
  static const struct
  {
    guint key;
    int steps;
  } zooms[] = {
    { GDK_KEY_KP_Add, 1 }, { GDK_KEY_equal, 1 }, { GDK_KEY_plus, 1 }, { GDK_KEY_KP_Subtract, -1 },
    { GDK_KEY_minus, -1 }, { GDK_KEY_KP_0, 0 },  { GDK_KEY_0, 0 },
  };

  gtk_widget_class_install_action (widget_class, "page.zoom", "i", zoom_cb);
  gtk_widget_class_install_action (widget_class, "page.meeting", NULL, meeting_cb);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_add_binding_action (widget_class, zooms[i].key, GDK_CONTROL_MASK, "page.zoom",
                                         "i", zooms[i].steps);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "page.meeting", NULL);
}
