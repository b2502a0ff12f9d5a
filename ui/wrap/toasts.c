/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wrap/toasts.h"

#include <adwaita.h>

void
mft_toast_with_action (GtkWidget *widget, const char *text, const char *label, const char *action)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast;

  g_return_if_fail (overlay != NULL);
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, label);
  adw_toast_set_action_name (toast, action);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

void
mft_toast (GtkWidget *widget, const char *text)
{
  mft_toast_with_action (widget, text, NULL, NULL);
}
