/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wrap/toasts.h"

#include <adwaita.h>

#define REPLACED "mft-toast-once"

static AdwToastOverlay *
overlay_of (GtkWidget *widget)
{
  return ADW_TOAST_OVERLAY (gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY));
}

static AdwToast *
new_toast (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  return adw_toast_new (escaped);
}

void
mft_toast_with_action (GtkWidget *widget, const char *text, const char *label, const char *action)
{
  AdwToastOverlay *overlay = overlay_of (widget);
  AdwToast *toast;

  g_return_if_fail (overlay != NULL);
  toast = new_toast (text);
  adw_toast_set_button_label (toast, label);
  adw_toast_set_action_name (toast, action);
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
    adw_toast_dismiss (old);
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
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast;

  g_return_if_fail (overlay != NULL);
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, label);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (callback), widget,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}
