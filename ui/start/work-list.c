/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/start/work-list.h"

#include <glib/gi18n.h>

#include "store/register.h"

#define SHOWN_MOST 6

struct _MftWorkList
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GPtrArray *rows; /* borrowed */
};

G_DEFINE_FINAL_TYPE (MftWorkList, mft_work_list, ADW_TYPE_BIN)

static char *
when (gint64 changed)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (changed);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gboolean today = g_date_time_get_year (at) == g_date_time_get_year (now)
                   && g_date_time_get_day_of_year (at) == g_date_time_get_day_of_year (now);

  /* Translators: a time of today, as g_date_time_format() writes it. */
  return g_date_time_format (at, today ? _ ("today, %H.%M") : _ ("%d-%m-%Y, %H.%M"));
}

static GtkWidget *
new_row (const MftLibraryEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *time = when (entry->changed / G_USEC_PER_SEC);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), entry->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), time);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("x-office-document-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-work");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", entry->id);
  return row;
}

void
mft_work_list_show (MftWorkList *self, MftLibrary *library)
{
  const MftRegisterQuery all = { 0 };
  g_autoptr (GPtrArray) entries = mft_register_list (library, &all, 0, SHOWN_MOST, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      GtkWidget *row = new_row (g_ptr_array_index (entries, i));
      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

static void
mft_work_list_dispose (GObject *object)
{
  g_clear_pointer (&MFT_WORK_LIST (object)->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (mft_work_list_parent_class)->dispose (object);
}

static void
mft_work_list_class_init (MftWorkListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mft_work_list_dispose;
}

static void
mft_work_list_init (MftWorkList *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (group);
  adw_preferences_group_set_title (self->group, _ ("Worked on last"));
  adw_bin_set_child (ADW_BIN (self), group);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
