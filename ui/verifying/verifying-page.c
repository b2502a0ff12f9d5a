/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/verifying/verifying-page.h"

#include <glib/gi18n.h>

#include "ui/certificates/passphrase-dialog.h"
#include "ui/verifying/file-row.h"
#include "ui/verifying/report-file.h"
#include "ui/signing/repair.h"
#include "ui/verifying/report-view.h"
#include "ui/document/reading-page.h"
#include "ui/verifying/revision-page.h"
#include "ui/verifying/table-page.h"
#include "ui/verifying/technical-page.h"
#include "ui/window.h"
#include "ui/wrap/confirm.h"

#include "act/failure.h"
#include "act/pdf-folder.h"

struct _MftVerifyingPage
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwLeaflet *leaflet;
  GtkListBox *list;
  GtkWidget *tools;
  GtkCheckButton *filter;
  GtkWidget *right;
  GtkStack *stack;
  AdwStatusPage *failed;
  AdwBin *report;
  GtkScrolledWindow *scroller;
  GtkWidget *sign;
  GtkWidget *open_text;
  GtkWidget *unlock;
  GtkWidget *repair;

  /* Owned */
  GListStore *files; /* of MftFileRow: those of `list` */
};

G_DEFINE_FINAL_TYPE (MftVerifyingPage, mft_verifying_page, ADW_TYPE_BIN)

static MftFileRow *
selected (MftVerifyingPage *self)
{
  return MFT_FILE_ROW (gtk_list_box_get_selected_row (self->list));
}

static void
lead_to (GtkWidget *button, const char *action, const char *path)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", path);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

static void
show_report (MftVerifyingPage *self, MftFileRow *row, const MftVerifyReport *report)
{
  gboolean important;
  const char *origin = mft_file_row_get_origin (row, &important);

  adw_bin_set_child (self->report,
                     mft_report_view_new (mft_file_row_get_name (row), report, origin, important));
  gtk_widget_set_visible (self->sign, report->verdict != MFT_VERDICT_UNREADABLE
                                          && report->verdict != MFT_VERDICT_INVALID);
  gboolean is_locked = mft_verify_has_message (report->messages, "ENCRYPTED");
  gtk_widget_set_visible (self->unlock, is_locked);
  gtk_widget_set_visible (self->repair, report->verdict == MFT_VERDICT_UNREADABLE && !is_locked);
  lead_to (self->sign, "win.sign-file", mft_file_row_get_path (row));
  lead_to (self->open_text, "win.open-text", mft_file_row_get_path (row));
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
  /* The list still tells of its selection while the page is taken apart (see dispose). */
  if (self->stack != NULL)
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
  guint position;

  gtk_list_box_row_changed (GTK_LIST_BOX_ROW (row));
  if (g_list_store_find (self->files, row, &position))
    g_list_model_items_changed (G_LIST_MODEL (self->files), position, 1, 1);
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

static MftFileRow *
check (MftVerifyingPage *self, const char *path)
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
      g_list_store_insert (self->files, 0, row);
    }
  gtk_widget_set_visible (self->tools, TRUE);
  return row;
}

void
mft_verifying_page_add (MftVerifyingPage *self, const char *path)
{
  MftFileRow *row = check (self, path);

  gtk_check_button_set_active (self->filter, FALSE);
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  adw_leaflet_set_visible_child (self->leaflet, self->right);
  show_selected (self);
}

static gpointer
list_func (MftJob *job, gpointer folder, GError **error)
{
  return mft_pdf_folder_list (folder, job, error);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MftVerifyingPage *self = MFT_VERIFYING_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = mft_job_run_finish (result, &error);

  (void) data;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (files == NULL)
    mft_tell_error (GTK_WIDGET (self), _ ("The folder cannot be read"), error);
  else if (files->len == 0)
    mft_tell (GTK_WIDGET (self), _ ("There is no PDF in this folder"),
              _ ("Choose the folder that holds the files to be checked."));
  /* Each goes to the front: the first one comes last. */
  for (guint i = files != NULL ? files->len : 0; i > 1; i--)
    check (self, g_ptr_array_index (files, i - 1));
  if (files != NULL && files->len > 0)
    mft_verifying_page_add (self, g_ptr_array_index (files, 0));
}

void
mft_verifying_page_add_folder (MftVerifyingPage *self, const char *path)
{
  g_autoptr (MftJob) job = mft_job_new (NULL);

  mft_job_run_async (job, self, list_func, g_strdup (path), g_free,
                     (GDestroyNotify) g_ptr_array_unref, listed_cb, NULL);
}

static gboolean
passes (GtkListBoxRow *row, gpointer data)
{
  MftVerifyingPage *self = data;
  const MftVerifyReport *report = mft_file_row_get_report (MFT_FILE_ROW (row));

  return !gtk_check_button_get_active (self->filter) || report == NULL
         || report->verdict != MFT_VERDICT_VALID;
}

static void
filter_cb (MftVerifyingPage *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static void
save_report_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GArray) results = g_array_new (FALSE, FALSE, sizeof (MftVerifiedFile));
  MftFileRow *row = selected (MFT_VERIFYING_PAGE (widget));

  (void) action;
  (void) parameter;
  if (row != NULL)
    mft_file_row_add_result (row, results);
  if (results->len > 0)
    mft_report_file_save (widget, results, MFT_FILE_PDF);
}

/* All that are in the list and pass the filter. */
static void
save_table_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftVerifyingPage *self = MFT_VERIFYING_PAGE (widget);
  g_autoptr (GArray) results = g_array_new (FALSE, FALSE, sizeof (MftVerifiedFile));
  GtkListBoxRow *row;

  (void) action;
  (void) parameter;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      mft_file_row_add_result (MFT_FILE_ROW (row), results);
  if (results->len > 0)
    mft_report_file_save (widget, results, MFT_FILE_TABLE);
}

/* From the table back to the report of one file. */
static void
chosen_cb (MftVerifyingPage *self, MftFileRow *row, GtkWidget *table)
{
  gtk_widget_activate_action (table, "win.back", NULL);
  gtk_check_button_set_active (self->filter, FALSE);
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  adw_leaflet_set_visible_child (self->leaflet, self->right);
}

static void
table_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftVerifyingPage *self = MFT_VERIFYING_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *table;

  (void) action;
  (void) parameter;
  if (!MFT_IS_WINDOW (root))
    return;
  table = mft_table_page_new (G_LIST_MODEL (self->files));
  g_signal_connect_object (table, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  mft_window_push (MFT_WINDOW (root), table);
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
password_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftVerifyingPage) self = data;
  g_autoptr (MftSecret) password = mft_passphrase_dialog_ask_finish (result);
  MftFileRow *row = selected (self);

  (void) source;
  if (password == NULL || row == NULL)
    return;
  mft_file_row_set_password (row, password);
  mft_file_row_check (row);
  show_selected (self);
}

static void
repair_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftFileRow *row = selected (MFT_VERIFYING_PAGE (widget));

  (void) action;
  (void) parameter;
  if (row != NULL)
    mft_repair (widget, mft_file_row_get_path (row));
}

static void
unlock_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  mft_passphrase_dialog_ask_async (GTK_WINDOW (gtk_widget_get_root (widget)),
                                   _ ("The document is protected"),
                                   _ ("Type the password of this PDF. It is not kept."),
                                   _ ("_Check"), password_cb, g_object_ref (widget));
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
read_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftFileRow *row = selected (MFT_VERIFYING_PAGE (widget));
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GError) error = NULL;

  (void) action;
  (void) parameter;
  if (row == NULL || !MFT_IS_WINDOW (root))
    return;
  g_autoptr (GtkWidget) page
      = mft_reading_page_new (mft_file_row_get_path (row), mft_file_row_get_password (row), &error);
  if (page != NULL)
    mft_window_push (MFT_WINDOW (root), page);
  else
    mft_tell_error (widget, _ ("The document cannot be shown"), error);
}

static void
revision_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftFileRow *row = selected (MFT_VERIFYING_PAGE (widget));
  const MftVerifyReport *report = row != NULL ? mft_file_row_get_report (row) : NULL;
  const MftSignatureReport *signature
      = report != NULL ? mft_verify_report_find (report, g_variant_get_string (parameter, NULL))
                       : NULL;
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  (void) action;
  if (signature == NULL || !MFT_IS_WINDOW (root))
    return;
  page = mft_revision_page_new (mft_file_row_get_path (row), signature, &error);
  if (page == NULL)
    {
      mft_tell_error (widget, _ ("What was signed cannot be shown"), error);
      return;
    }
  mft_window_push (MFT_WINDOW (root), page);
  g_object_unref (page);
}

static void
list_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  adw_leaflet_navigate (MFT_VERIFYING_PAGE (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
mft_verifying_page_dispose (GObject *object)
{
  MFT_VERIFYING_PAGE (object)->stack = NULL;
  g_clear_object (&MFT_VERIFYING_PAGE (object)->files);
  G_OBJECT_CLASS (mft_verifying_page_parent_class)->dispose (object);
}

static void
mft_verifying_page_class_init (MftVerifyingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_verifying_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/mufakat/Mufakat/verifying/verifying-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MftVerifyingPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, MftVerifyingPage, list);
  gtk_widget_class_bind_template_child (widget_class, MftVerifyingPage, tools);
  gtk_widget_class_bind_template_child (widget_class, MftVerifyingPage, filter);
  gtk_widget_class_bind_template_child (widget_class, MftVerifyingPage, right);
  gtk_widget_class_bind_template_child (widget_class, MftVerifyingPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MftVerifyingPage, failed);
  gtk_widget_class_bind_template_child (widget_class, MftVerifyingPage, report);
  gtk_widget_class_bind_template_child (widget_class, MftVerifyingPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MftVerifyingPage, sign);
  gtk_widget_class_bind_template_child (widget_class, MftVerifyingPage, open_text);
  gtk_widget_class_bind_template_child (widget_class, MftVerifyingPage, unlock);
  gtk_widget_class_bind_template_child (widget_class, MftVerifyingPage, repair);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_install_action (widget_class, "verifying.unlock", NULL, unlock_cb);
  gtk_widget_class_install_action (widget_class, "verifying.repair", NULL, repair_cb);
  gtk_widget_class_install_action (widget_class, "verifying.table", NULL, table_cb);
  gtk_widget_class_install_action (widget_class, "verifying.again", NULL, again_cb);
  gtk_widget_class_install_action (widget_class, "verifying.details", NULL, details_cb);
  gtk_widget_class_install_action (widget_class, "verifying.list", NULL, list_cb);
  gtk_widget_class_install_action (widget_class, "verifying.read", NULL, read_cb);
  gtk_widget_class_install_action (widget_class, "verifying.revision", "s", revision_cb);
  gtk_widget_class_install_action (widget_class, "verifying.save-report", NULL, save_report_cb);
  gtk_widget_class_install_action (widget_class, "verifying.save-table", NULL, save_table_cb);
}

static void
mft_verifying_page_init (MftVerifyingPage *self)
{
  self->files = g_list_store_new (MFT_TYPE_FILE_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, passes, self, NULL);
}

GtkWidget *
mft_verifying_page_new (void)
{
  return g_object_new (MFT_TYPE_VERIFYING_PAGE, NULL);
}
