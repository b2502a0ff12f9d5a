/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/verifying/verifying-page.h"

#include "act/failure.h"
#include "ui/verifying/file-row.h"
#include "ui/verifying/report-view.h"
#include "ui/verifying/technical-page.h"
#include "ui/window.h"

struct _MftVerifyingPage
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwLeaflet *leaflet;
  GtkListBox *list;
  GtkWidget *right;
  GtkStack *stack;
  AdwStatusPage *failed;
  AdwBin *report;
  GtkScrolledWindow *scroller;
  GtkWidget *sign;
};

G_DEFINE_FINAL_TYPE (MftVerifyingPage, mft_verifying_page, ADW_TYPE_BIN)

static MftFileRow *
selected (MftVerifyingPage *self)
{
  return MFT_FILE_ROW (gtk_list_box_get_selected_row (self->list));
}

static void
show_report (MftVerifyingPage *self, MftFileRow *row, const MftVerifyReport *report)
{
  adw_bin_set_child (self->report, mft_report_view_new (mft_file_row_get_name (row), report));
  gtk_widget_set_visible (self->sign, report->verdict != MFT_VERDICT_UNREADABLE
                                          && report->verdict != MFT_VERDICT_INVALID);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->sign), "s", mft_file_row_get_path (row));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->sign), "win.sign-file");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_stack_set_visible_child_name (self->stack, "report");
}

static void
show_selected (MftVerifyingPage *self)
{
  MftFileRow *row = selected (self);
  const MftVerifyReport *report = row != NULL ? mft_file_row_get_report (row) : NULL;
  const GError *error = row != NULL ? mft_file_row_get_error (row) : NULL;

  if (row == NULL)
    gtk_stack_set_visible_child_name (self->stack, "nothing");
  else if (report != NULL)
    show_report (self, row, report);
  else if (error != NULL)
    {
      g_autofree char *words = mft_failure_sentence (error);
      g_autofree char *escaped = g_markup_escape_text (words, -1);
      adw_status_page_set_description (self->failed, escaped);
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }
  else
    gtk_stack_set_visible_child_name (self->stack, "busy");
}

static void
row_selected_cb (MftVerifyingPage *self)
{
  show_selected (self);
}

static void
row_activated_cb (MftVerifyingPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->right);
}

static void
row_changed_cb (MftVerifyingPage *self, MftFileRow *row)
{
  if (row == selected (self))
    show_selected (self);
}

static MftFileRow *
find (MftVerifyingPage *self, const char *path)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_str_equal (mft_file_row_get_path (MFT_FILE_ROW (row)), path))
      return MFT_FILE_ROW (row);
  return NULL;
}

void
mft_verifying_page_add (MftVerifyingPage *self, const char *path)
{
  MftFileRow *row = find (self, path);

  if (row != NULL)
    mft_file_row_check (row);
  else
    {
      row = MFT_FILE_ROW (mft_file_row_new (path));
      g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_prepend (self->list, GTK_WIDGET (row));
    }
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  adw_leaflet_set_visible_child (self->leaflet, self->right);
  show_selected (self);
}

static void
again_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftVerifyingPage *self = MFT_VERIFYING_PAGE (widget);

  (void) action;
  (void) parameter;
  mft_file_row_check (selected (self));
  show_selected (self);
}

static void
details_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftFileRow *row = selected (MFT_VERIFYING_PAGE (widget));
  GtkRoot *root = gtk_widget_get_root (widget);

  (void) action;
  (void) parameter;
  if (row != NULL && mft_file_row_get_report (row) != NULL && MFT_IS_WINDOW (root))
    mft_window_push (MFT_WINDOW (root), mft_technical_page_new (mft_file_row_get_name (row),
                                                                mft_file_row_get_report (row)));
}

static void
list_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  adw_leaflet_navigate (MFT_VERIFYING_PAGE (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
mft_verifying_page_class_init (MftVerifyingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/mufakat/Mufakat/verifying/verifying-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MftVerifyingPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, MftVerifyingPage, list);
  gtk_widget_class_bind_template_child (widget_class, MftVerifyingPage, right);
  gtk_widget_class_bind_template_child (widget_class, MftVerifyingPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MftVerifyingPage, failed);
  gtk_widget_class_bind_template_child (widget_class, MftVerifyingPage, report);
  gtk_widget_class_bind_template_child (widget_class, MftVerifyingPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MftVerifyingPage, sign);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "verifying.again", NULL, again_cb);
  gtk_widget_class_install_action (widget_class, "verifying.details", NULL, details_cb);
  gtk_widget_class_install_action (widget_class, "verifying.list", NULL, list_cb);
}

static void
mft_verifying_page_init (MftVerifyingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
mft_verifying_page_new (void)
{
  return g_object_new (MFT_TYPE_VERIFYING_PAGE, NULL);
}
