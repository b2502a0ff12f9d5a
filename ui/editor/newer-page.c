/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/newer-page.h"

#include <glib/gi18n.h>

#include "ui/wrap/banner.h"

#define TEXT_WIDTH 780

static GtkWidget *
new_header (const char *name)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

  gtk_widget_set_tooltip_text (back, _ ("Back"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "win.back");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), back);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (name, _ ("to be read only")));
  return header;
}

static GtkWidget *
new_text (const char *words)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), words, -1);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 24);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 24);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 24);
  gtk_widget_add_css_class (view, "paper");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Text of the agreement"), -1);
  return g_object_new (
      GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE, "child",
      g_object_new (ADW_TYPE_CLAMP_SCROLLABLE, "maximum-size", TEXT_WIDTH, "child", view, NULL),
      NULL);
}

GtkWidget *
mft_newer_page_new (const char *name, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *banner = mft_banner_new (
      _ ("A newer Mufakat wrote this agreement. It can be read here, without its form; nothing of "
         "it is changed or kept. To work on it, update the program."));

  mft_banner_set_revealed (MFT_BANNER (banner), TRUE);
  gtk_box_append (GTK_BOX (box), new_header (name));
  gtk_box_append (GTK_BOX (box), banner);
  gtk_box_append (GTK_BOX (box), new_text (text));
  return box;
}
