/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preview/preview-pane-private.h"

#include <glib/gi18n.h>

#include "ui/preview/page-print.h"
#include "ui/wrap/confirm.h"

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftPreviewPane *self = MFT_PREVIEW_PANE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GError) error = NULL;

  (void) action;
  (void) parameter;
  if (self->pages == NULL)
    return;
  g_autoptr (GtkPrintOperation) print = mft_page_print_new (self->pages);
  if (gtk_print_operation_run (print, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (root),
                               &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    mft_tell_error (widget, _ ("The pages cannot be printed"), error);
}

void
_mft_preview_pane_install_print (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print_cb);
}
