/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wrap/toasts.h"

#include <adwaita.h>

#define REPLACED "mft-toast-once"
#define ACTION "mft-toast-action"

static GtkWidget *
find_below (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (ADW_IS_TOAST_OVERLAY (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_below (child);
  return found;
}

/* The one that the widget lies in; that of its window, for the window itself; a small window that has none
 * says it in the one it stands over. */
static AdwToastOverlay *
overlay_of (GtkWidget *widget)
{
  GtkWidget *found = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  for (; found == NULL && window != NULL; window = gtk_window_get_transient_for (window))
    found = find_below (GTK_WIDGET (window));
  return ADW_TOAST_OVERLAY (found);
}

/* What can be taken back is not to wait behind what was said before. */
static void
offer (AdwToast *toast, const char *label)
{
  adw_toast_set_button_label (toast, label);
  if (label != NULL)
    adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
}

static AdwToast *
new_toast (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  return adw_toast_new (escaped);
}

static void
pressed_cb (GtkWidget *widget, AdwToast *toast)
{
  gtk_widget_activate_action (widget, g_object_get_data (G_OBJECT (toast), ACTION), NULL);
}

/* A toast hangs above the pages, where their actions are not found. */
void
mft_toast_with_action (GtkWidget *widget, const char *text, const char *label, const char *action)
{
  AdwToastOverlay *overlay = overlay_of (widget);
  AdwToast *toast;

  g_return_if_fail (overlay != NULL);
  toast = new_toast (text);
  offer (toast, label);
  g_object_set_data_full (G_OBJECT (toast), ACTION, g_strdup (action), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (pressed_cb), widget,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (overlay, toast);
}

void
mft_toast (GtkWidget *widget, const char *text)
{
  mft_toast_with_action (widget, text, NULL, NULL);
}

static void
dismissed_cb (GObject *overlay)
{
  g_object_set_data (overlay, REPLACED, NULL);
}

void
mft_toast_once (GtkWidget *widget, const char *text)
{
  AdwToastOverlay *overlay = overlay_of (widget);
  AdwToast *old, *toast;

  g_return_if_fail (overlay != NULL);
  old = g_object_get_data (G_OBJECT (overlay), REPLACED);
  if (old != NULL)
    {
      /* Dismissed while it still comes up, it would take libadwaita 1.2 down. */
      g_autofree char *escaped = g_markup_escape_text (text, -1);
      adw_toast_set_title (old, escaped);
      return;
    }
  toast = new_toast (text);
  adw_toast_set_timeout (toast, 4);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), overlay,
                           G_CONNECT_SWAPPED);
  g_object_set_data (G_OBJECT (overlay), REPLACED, toast);
  adw_toast_overlay_add_toast (overlay, toast);
}

void
mft_toast_with_button (GtkWidget *widget, const char *text, const char *label,
                       void (*callback) (GtkWidget *widget))
{
  AdwToastOverlay *overlay = overlay_of (widget);
  AdwToast *toast;

  g_return_if_fail (overlay != NULL);
  toast = new_toast (text);
  offer (toast, label);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (callback), widget,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (overlay, toast);
}
