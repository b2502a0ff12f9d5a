/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/desk-page-private.h"

#include <glib/gi18n.h>

#include "store/certificate-store.h"
#include "ui/wrap/confirm.h"

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
      const char *path = g_ptr_array_index (look->paths, i);
      g_autoptr (GError) fault = NULL;
      MftDeskItem *item = mft_desk_look (path, look->own, job, &fault);
      if (item == NULL && mft_job_check (job, NULL))
        item = mft_desk_item_new_unreadable (path, fault);
      if (item != NULL)
        g_ptr_array_add (items, item);
      mft_job_report (job, (i + 1.0) / look->paths->len);
    }
  return g_steal_pointer (&items);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MftDeskPage *self = MFT_DESK_PAGE (source);
  g_autoptr (GPtrArray) items = mft_job_run_finish (result, NULL);

  (void) data;
  /* Another one is under way, or nobody looks any more. */
  if (items == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  gtk_spinner_set_spinning (self->spinner, FALSE);
  _mft_desk_page_clear (self);
  g_ptr_array_unref (self->items);
  self->items = g_steal_pointer (&items);
  _mft_desk_page_show (self);
}

void
_mft_desk_page_save (MftDeskPage *self)
{
  g_autoptr (GError) error = NULL;

  if (!mft_desk_save (self->desk, &error))
    mft_tell_error (GTK_WIDGET (self), _ ("The desk was not kept"), error);
}

static GPtrArray *
own_certificates (void)
{
  g_autoptr (GPtrArray) identities = mft_certificate_store_identities (NULL, NULL);
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
  _mft_desk_page_save (self);
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
mft_desk_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mft_desk_page_parent_class)->map (widget);
  /* Something may have been signed meanwhile. */
  mft_desk_page_reload (MFT_DESK_PAGE (widget));
}

/* A look under way may keep the page longer than its window, which closes the library. */
static void
mft_desk_page_unroot (GtkWidget *widget)
{
  MftDeskPage *self = MFT_DESK_PAGE (widget);

  if (self->job != NULL)
    mft_job_cancel (self->job);
  self->library = NULL;
  GTK_WIDGET_CLASS (mft_desk_page_parent_class)->unroot (widget);
}

static void
mft_desk_page_dispose (GObject *object)
{
  MftDeskPage *self = MFT_DESK_PAGE (object);

  g_clear_object (&self->job);
  g_clear_object (&self->monitor);
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
  gtk_widget_class_bind_template_child (widget_class, MftDeskPage, preservation_list);
  gtk_widget_class_bind_template_child (widget_class, MftDeskPage, preservation_group);
  gtk_widget_class_bind_template_child (widget_class, MftDeskPage, together);
  gtk_widget_class_bind_template_child (widget_class, MftDeskPage, folder_label);
  gtk_widget_class_bind_template_child (widget_class, MftDeskPage, folder_box);
  gtk_widget_class_bind_template_child (widget_class, MftDeskPage, spinner);
  gtk_widget_class_bind_template_callback_full (widget_class, "activated_cb",
                                                G_CALLBACK (_mft_desk_page_activated_cb));
  _mft_desk_page_install_actions (widget_class);
}

static void
mft_desk_page_class_init (MftDeskPageClass *klass)
{
  static const char *const names[MFT_DESK_GROUP_N] = { "mine", "others", "done", "unreadable" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_desk_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mft_desk_page_finalize;
  widget_class->map = mft_desk_page_map;
  widget_class->unroot = mft_desk_page_unroot;
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
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_desk_item_free);
  _mft_desk_page_take_drops (self);
}
