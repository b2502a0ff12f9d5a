/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/document/reading-page.h"

#include <glib/gi18n.h>

#include "ui/document/document-view.h"

GtkWidget *
mft_reading_page_new (const char *path, MftSecret *password, GError **error)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  GtkWidget *page = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *back = g_object_new (GTK_TYPE_BUTTON, "icon-name", "go-previous-symbolic",
                                  "tooltip-text", _ ("Back"), "action-name", "win.back", NULL);
  GtkWidget *view = mft_document_view_new ();

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (_ ("The Document"), name));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), back);
  gtk_widget_set_vexpand (view, TRUE);
  gtk_box_append (GTK_BOX (page), header);
  gtk_box_append (GTK_BOX (page), view);
  if (!mft_document_view_load (MFT_DOCUMENT_VIEW (view), path,
                               password != NULL ? mft_secret_peek (password) : NULL, error))
    g_clear_object (&page);
  return page;
}
