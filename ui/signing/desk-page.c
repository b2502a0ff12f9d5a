/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/desk-page.h"

#include <glib/gi18n.h>

#include "act/desk.h"
#include "store/certificate-folder.h"
#include "store/register.h"
#include "ui/certificates/validity.h"
#include "ui/signing/batch-page.h"
#include "ui/signing/desk-row.h"
#include "ui/signing/preserve.h"
#include "ui/signing/summary-page.h"
#include "ui/window.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/fact-row.h"
#include "ui/wrap/file-dialog.h"

#define LIBRARY_MOST 200

struct _MftDeskPage
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkListBox *lists[MFT_DESK_GROUP_N];
  GtkWidget *groups[MFT_DESK_GROUP_N];
  GtkLabel *mine_heading;
  GtkListBox *library_list;
  GtkWidget *library_group;
  GtkListBox *unproven_list;
  GtkWidget *unproven_group;
  GtkButton *together;
  GtkLabel *folder_label;
  GtkWidget *folder_box;
  GtkSpinner *spinner;

  /* Owned */
  MftDesk *desk;
  GPtrArray *items; /* MftDeskItem, in the order of the list */
  MftJob *job;
  GFileMonitor *monitor;
  char *monitored;

  /* Borrowed */
  MftLibrary *library;
};

/* What the worker needs. */
typedef struct
{
  GPtrArray *paths;
  GPtrArray *own; /* MftCertificate */
} Look;

G_DEFINE_FINAL_TYPE (MftDeskPage, mft_desk_page, ADW_TYPE_BIN)

static void
look_free (gpointer data)
{
  Look *look = data;

  g_ptr_array_unref (look->paths);
  g_ptr_array_unref (look->own);
  g_free (look);
}

/* A file that cannot be read as PDF has no row: it is told when it is opened. */
static gpointer
look_func (MftJob *job, gpointer data, GError **error)
{
  const Look *look = data;
  g_autoptr (GPtrArray) items
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_desk_item_free);

  for (guint i = 0; i < look->paths->len; i++)
    {
      if (!mft_job_check (job, error))
        return NULL;
      MftDeskItem *item = mft_desk_look (g_ptr_array_index (look->paths, i), look->own, job, NULL);
      if (item != NULL)
        g_ptr_array_add (items, item);
      mft_job_report (job, (i + 1.0) / look->paths->len);
    }
  return g_steal_pointer (&items);
}

static void
reload_widget (GtkWidget *widget)
{
  mft_desk_page_reload (MFT_DESK_PAGE (widget));
}

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* Those that are chosen; all of the person's where none is. */
static GPtrArray *
chosen (MftDeskPage *self)
{
  GPtrArray *items = g_ptr_array_new ();
  GtkListBoxRow *row;

  for (int pass = 0; pass < 2 && items->len == 0; pass++)
    for (int i = 0; (row = gtk_list_box_get_row_at_index (self->lists[MFT_DESK_MINE], i)) != NULL;
         i++)
      if (pass > 0 || mft_desk_row_is_chosen (MFT_DESK_ROW (row)))
        g_ptr_array_add (items, (gpointer) mft_desk_row_get_item (MFT_DESK_ROW (row)));
  return items;
}

static void
show_together (MftDeskPage *self)
{
  g_autoptr (GPtrArray) items = chosen (self);
  g_autofree char *label = g_strdup_printf (_ ("Sign _Together (%u)…"), items->len);

  gtk_button_set_label (self->together, label);
  gtk_widget_set_visible (GTK_WIDGET (self->together), items->len > 1);
}

/* What is still to be signed has its summary first, the rest its signatures. */
static void
read_cb (MftDeskPage *self, MftDeskRow *row)
{
  MftWindow *window = MFT_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  const MftDeskItem *item = mft_desk_row_get_item (row);

  if (item->group == MFT_DESK_MINE)
    mft_window_push (window, mft_summary_page_new (item->path));
  else
    mft_window_verify_file (window, item->path);
}

static void
activated_cb (MftDeskPage *self, GtkListBoxRow *row)
{
  read_cb (self, MFT_DESK_ROW (row));
}

static void
save (MftDeskPage *self)
{
  g_autoptr (GError) error = NULL;

  if (!mft_desk_save (self->desk, &error))
    mft_tell_error (GTK_WIDGET (self), _ ("The desk was not kept"), error);
}

static void
removed_cb (MftDeskPage *self, MftDeskRow *row)
{
  mft_desk_take_away (self->desk, mft_desk_row_get_item (row)->path);
  save (self);
  gtk_list_box_remove (self->lists[mft_desk_row_get_item (row)->group], GTK_WIDGET (row));
  mft_desk_page_reload (self);
}

static void
add_row (MftDeskPage *self, const MftDeskItem *item, gboolean is_next)
{
  gboolean by_hand
      = g_ptr_array_find_with_equal_func (self->desk->files, item->path, g_str_equal, NULL);
  GtkWidget *row = mft_desk_row_new (item, is_next, by_hand);

  g_signal_connect_object (row, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "toggled", G_CALLBACK (show_together), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->lists[item->group], row);
}

static void
add_work (MftDeskPage *self, const MftLibraryEntry *entry)
{
  GtkWidget *row = mft_fact_row_new (entry->title, entry->parties);
  GtkWidget *button = gtk_button_new_with_label (_ ("Open the Agreement"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-work");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", entry->id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->library_list, row);
}

static gboolean
has_document (MftDeskPage *self, const char *id)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const MftDeskItem *item = g_ptr_array_index (self->items, i);
      g_autofree char *found = mft_library_find_document (self->library, item->sha256, NULL);
      if (g_strcmp0 (found, id) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Agreements that are ready, and whose pages do not lie here yet. */
static void
show_library (MftDeskPage *self)
{
  const MftRegisterQuery query
      = { .statuses = (1u << MFT_STATUS_READY) | (1u << MFT_STATUS_PARTLY_SIGNED) };
  g_autoptr (GPtrArray) entries
      = self->library != NULL ? mft_register_list (self->library, &query, 0, LIBRARY_MOST, NULL)
                              : NULL;

  clear (self->library_list);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const MftLibraryEntry *entry = g_ptr_array_index (entries, i);
      if (!has_document (self, entry->id))
        add_work (self, entry);
    }
  gtk_widget_set_visible (self->library_group,
                          gtk_list_box_get_row_at_index (self->library_list, 0) != NULL);
}

static void
complete_cb (MftDeskPage *self, GtkWidget *button)
{
  mft_preserve (GTK_WIDGET (self), g_object_get_data (G_OBJECT (button), "path"), reload_widget);
}

static void
add_unproven (MftDeskPage *self, const MftDeskItem *item)
{
  g_autofree char *until = mft_day_words (item->unproven_until - 30 * MFT_DAY_MICROSECONDS);
  g_autofree char *words
      = g_strdup_printf (_ ("Without an electronic timestamp yet; complete it before %s"), until);
  GtkWidget *row = mft_fact_row_new_with_tone (MFT_TONE_UNSURE, item->title, words);
  GtkWidget *button = gtk_button_new_with_label (_ ("Complete"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (item->path), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (complete_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->unproven_list, row);
}

/* Signatures without proven time end with their certificate: "Perlu preservasi". */
static void
show_unproven (MftDeskPage *self)
{
  clear (self->unproven_list);
  for (guint i = 0; i < self->items->len; i++)
    {
      const MftDeskItem *item = g_ptr_array_index (self->items, i);
      if (item->unproven_until > 0)
        add_unproven (self, item);
    }
  gtk_widget_set_visible (self->unproven_group,
                          gtk_list_box_get_row_at_index (self->unproven_list, 0) != NULL);
}

static void
show_folder (MftDeskPage *self)
{
  g_autofree char *name
      = self->desk->folder != NULL ? g_filename_display_name (self->desk->folder) : NULL;
  g_autofree char *words = name != NULL ? g_strdup_printf (_ ("Watched folder: %s"), name) : NULL;

  gtk_label_set_text (self->folder_label, words != NULL ? words : "");
  gtk_widget_set_visible (self->folder_box, words != NULL);
}

static void
show (MftDeskPage *self)
{
  guint counts[MFT_DESK_GROUP_N] = { 0 };

  for (MftDeskGroup group = MFT_DESK_MINE; group < MFT_DESK_GROUP_N; group++)
    clear (self->lists[group]);
  for (guint i = 0; i < self->items->len; i++)
    {
      const MftDeskItem *item = g_ptr_array_index (self->items, i);
      add_row (self, item, item->group == MFT_DESK_MINE && counts[MFT_DESK_MINE] == 0);
      counts[item->group]++;
    }
  for (MftDeskGroup group = MFT_DESK_MINE; group < MFT_DESK_GROUP_N; group++)
    gtk_widget_set_visible (self->groups[group], counts[group] > 0);
  g_autofree char *heading = g_strdup_printf (_ ("Waiting for me (%u)"), counts[MFT_DESK_MINE]);
  gtk_label_set_text (self->mine_heading, heading);
  show_library (self);
  show_unproven (self);
  show_folder (self);
  show_together (self);
  gboolean empty = self->items->len == 0 && !gtk_widget_get_visible (self->library_group);
  gtk_stack_set_visible_child_name (self->stack, empty ? "nothing" : "desk");
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MftDeskPage *self = MFT_DESK_PAGE (source);
  g_autoptr (GPtrArray) items = mft_job_run_finish (result, NULL);

  (void) data;
  /* Another one is under way, or nobody looks any more. */
  if (items == NULL || self->lists[0] == NULL)
    return;
  gtk_spinner_set_spinning (self->spinner, FALSE);
  for (MftDeskGroup group = MFT_DESK_MINE; group < MFT_DESK_GROUP_N; group++)
    clear (self->lists[group]); /* they borrow the items */
  g_ptr_array_unref (self->items);
  self->items = g_steal_pointer (&items);
  show (self);
}

static GPtrArray *
own_certificates (void)
{
  g_autoptr (GPtrArray) identities = mft_certificate_folder_identities (NULL, NULL);
  GPtrArray *own = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_certificate_unref);

  for (guint i = 0; identities != NULL && i < identities->len; i++)
    g_ptr_array_add (own,
                     mft_certificate_ref (
                         ((const MftIdentity *) g_ptr_array_index (identities, i))->certificate));
  return own;
}

static void
watch (MftDeskPage *self)
{
  if (g_strcmp0 (self->monitored, self->desk->folder) == 0)
    return;
  g_clear_object (&self->monitor);
  g_free (self->monitored);
  self->monitored = g_strdup (self->desk->folder);
  if (self->monitored == NULL)
    return;
  g_autoptr (GFile) folder = g_file_new_for_path (self->monitored);
  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (mft_desk_page_reload), self,
                             G_CONNECT_SWAPPED);
}

void
mft_desk_page_reload (MftDeskPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftDesk) desk = mft_desk_load (&error);

  if (desk == NULL)
    {
      mft_tell_error (GTK_WIDGET (self), _ ("The desk cannot be read"), error);
      return;
    }
  g_clear_pointer (&self->desk, mft_desk_free);
  self->desk = g_steal_pointer (&desk);
  watch (self);
  if (self->job != NULL)
    mft_job_cancel (self->job);
  g_clear_object (&self->job);
  self->job = mft_job_new (NULL);
  Look *look = g_new (Look, 1);
  *look = (Look){ mft_desk_paths (self->desk), own_certificates () };
  gtk_spinner_set_spinning (self->spinner, look->paths->len > 0);
  if (look->paths->len > 0 && self->items->len == 0)
    gtk_stack_set_visible_child_name (self->stack, "busy");
  mft_job_run_async (self->job, self, look_func, look, look_free,
                     (GDestroyNotify) g_ptr_array_unref, looked_cb, NULL);
}

void
mft_desk_page_put (MftDeskPage *self, const char *path)
{
  mft_desk_put (self->desk, path);
  save (self);
  mft_desk_page_reload (self);
}

void
mft_desk_page_set_library (MftDeskPage *self, MftLibrary *library)
{
  self->library = library;
}

guint
mft_desk_page_n_mine (MftDeskPage *self, const char *except, const char **next)
{
  guint count = 0;

  *next = NULL;
  for (guint i = 0; i < self->items->len; i++)
    {
      const MftDeskItem *item = g_ptr_array_index (self->items, i);
      if (item->group == MFT_DESK_MINE && !g_str_equal (item->path, except) && count++ == 0)
        *next = item->path;
    }
  return count;
}

static void
files_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GListModel) files = mft_file_dialog_finish_several (result);
  g_autoptr (MftDeskPage) self = data;

  (void) source;
  for (guint i = g_list_model_get_n_items (files); i > 0; i--)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i - 1);
      if (g_file_peek_path (file) != NULL)
        mft_desk_put (self->desk, g_file_peek_path (file));
    }
  save (self);
  mft_desk_page_reload (self);
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  mft_file_dialog_open_several_async (GTK_WINDOW (gtk_widget_get_root (widget)),
                                      _ ("Which PDFs to sign"), MFT_FILE_PDF, files_chosen_cb,
                                      g_object_ref (widget));
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *folder = mft_file_dialog_finish_path (result);
  g_autoptr (MftDeskPage) self = data;

  (void) source;
  if (folder == NULL)
    return;
  g_free (self->desk->folder);
  self->desk->folder = g_steal_pointer (&folder);
  save (self);
  mft_desk_page_reload (self);
}

static void
watch_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  mft_file_dialog_folder_async (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Watch a Folder"),
                                folder_chosen_cb, g_object_ref (widget));
}

static void
unwatch_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftDeskPage *self = MFT_DESK_PAGE (widget);

  (void) action;
  (void) parameter;
  g_clear_pointer (&self->desk->folder, g_free);
  save (self);
  mft_desk_page_reload (self);
}

static void
together_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftDeskPage *self = MFT_DESK_PAGE (widget);
  g_autoptr (GPtrArray) items = chosen (self);

  (void) action;
  (void) parameter;
  if (items->len > 0)
    mft_window_push (MFT_WINDOW (gtk_widget_get_root (widget)), mft_batch_page_new (items));
}

static gboolean
drop_cb (MftDeskPage *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *link = files; link != NULL; link = link->next)
    if (g_file_peek_path (link->data) != NULL)
      mft_desk_put (self->desk, g_file_peek_path (link->data));
  save (self);
  mft_desk_page_reload (self);
  return files != NULL;
}

static void
mft_desk_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mft_desk_page_parent_class)->map (widget);
  /* Something may have been signed meanwhile. */
  mft_desk_page_reload (MFT_DESK_PAGE (widget));
}

static void
mft_desk_page_dispose (GObject *object)
{
  MftDeskPage *self = MFT_DESK_PAGE (object);

  if (self->job != NULL)
    mft_job_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_object (&self->monitor);
  self->lists[0] = NULL;
  G_OBJECT_CLASS (mft_desk_page_parent_class)->dispose (object);
}

static void
mft_desk_page_finalize (GObject *object)
{
  MftDeskPage *self = MFT_DESK_PAGE (object);

  g_clear_pointer (&self->desk, mft_desk_free);
  g_ptr_array_unref (self->items);
  g_free (self->monitored);
  G_OBJECT_CLASS (mft_desk_page_parent_class)->finalize (object);
}

static void
bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MftDeskPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MftDeskPage, mine_heading);
  gtk_widget_class_bind_template_child (widget_class, MftDeskPage, library_list);
  gtk_widget_class_bind_template_child (widget_class, MftDeskPage, library_group);
  gtk_widget_class_bind_template_child (widget_class, MftDeskPage, unproven_list);
  gtk_widget_class_bind_template_child (widget_class, MftDeskPage, unproven_group);
  gtk_widget_class_bind_template_child (widget_class, MftDeskPage, together);
  gtk_widget_class_bind_template_child (widget_class, MftDeskPage, folder_label);
  gtk_widget_class_bind_template_child (widget_class, MftDeskPage, folder_box);
  gtk_widget_class_bind_template_child (widget_class, MftDeskPage, spinner);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "desk.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "desk.watch", NULL, watch_cb);
  gtk_widget_class_install_action (widget_class, "desk.unwatch", NULL, unwatch_cb);
  gtk_widget_class_install_action (widget_class, "desk.together", NULL, together_cb);
}

static void
mft_desk_page_class_init (MftDeskPageClass *klass)
{
  static const char *const names[MFT_DESK_GROUP_N] = { "mine", "others", "done" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_desk_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mft_desk_page_finalize;
  widget_class->map = mft_desk_page_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/mufakat/Mufakat/signing/desk-page.ui");
  for (MftDeskGroup group = MFT_DESK_MINE; group < MFT_DESK_GROUP_N; group++)
    {
      g_autofree char *list = g_strdup_printf ("%s_list", names[group]);
      g_autofree char *box = g_strdup_printf ("%s_group", names[group]);
      gtk_widget_class_bind_template_child_full (
          widget_class, list, FALSE,
          (gssize) (G_STRUCT_OFFSET (MftDeskPage, lists) + group * sizeof (gpointer)));
      gtk_widget_class_bind_template_child_full (
          widget_class, box, FALSE,
          (gssize) (G_STRUCT_OFFSET (MftDeskPage, groups) + group * sizeof (gpointer)));
    }
  bind (widget_class);
}

static void
mft_desk_page_init (MftDeskPage *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_desk_item_free);
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}
