/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies on the desk, as rows. */
#include "ui/signing/desk-page-private.h"

#include <glib/gi18n.h>

#include "store/register.h"
#include "ui/signing/desk-row.h"
#include "ui/signing/preserve-row.h"
#include "ui/signing/summary-page.h"
#include "ui/window.h"
#include "ui/wrap/fact-row.h"

#define LIBRARY_MOST 200

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

void
_mft_desk_page_clear (MftDeskPage *self)
{
  for (MftDeskGroup group = MFT_DESK_MINE; group < MFT_DESK_GROUP_N; group++)
    clear (self->lists[group]);
}

GPtrArray *
_mft_desk_page_chosen (MftDeskPage *self)
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
  g_autoptr (GPtrArray) items = _mft_desk_page_chosen (self);
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

void
_mft_desk_page_activated_cb (MftDeskPage *self, GtkListBoxRow *row)
{
  read_cb (self, MFT_DESK_ROW (row));
}

static void
removed_cb (MftDeskPage *self, MftDeskRow *row)
{
  mft_desk_take_away (self->desk, mft_desk_row_get_item (row)->path);
  _mft_desk_page_save (self);
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
reload_widget (GtkWidget *widget)
{
  mft_desk_page_reload (MFT_DESK_PAGE (widget));
}

/* "Perlu preservasi". */
static void
show_preservation (MftDeskPage *self)
{
  clear (self->preservation_list);
  for (guint i = 0; i < self->items->len; i++)
    {
      const MftDeskItem *item = g_ptr_array_index (self->items, i);
      if (item->preservation.reason != MFT_PRESERVE_NOTHING)
        gtk_list_box_append (self->preservation_list,
                             mft_preserve_row_new (item, GTK_WIDGET (self), reload_widget));
    }
  gtk_widget_set_visible (self->preservation_group,
                          gtk_list_box_get_row_at_index (self->preservation_list, 0) != NULL);
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

void
_mft_desk_page_show (MftDeskPage *self)
{
  guint counts[MFT_DESK_GROUP_N] = { 0 };

  _mft_desk_page_clear (self);
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
  show_preservation (self);
  show_folder (self);
  show_together (self);
  gboolean empty = self->items->len == 0 && !gtk_widget_get_visible (self->library_group);
  gtk_stack_set_visible_child_name (self->stack, empty ? "nothing" : "desk");
}
