/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/regulation-chooser.h"

#include <glib/gi18n.h>

#include "bahasa/regulation.h"
#include "ui/wrap/label.h"
#include "ui/wrap/remove-all.h"

/* More answers than these mean that the question was too short. */
#define ROWS_MOST 30

struct _MftRegulationChooser
{
  AdwWindow parent_instance;

  GtkWidget *entry;
  GtkListBox *list;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (MftRegulationChooser, mft_regulation_chooser, ADW_TYPE_WINDOW)

/* What became of it, in words; NULL while it is in force as it was made. */
static char *
dup_state (const MftRegulation *regulation)
{
  const MftRegulation *other = mft_regulation_get_last_amendment (regulation);

  if (regulation->status == MFT_REGULATION_UNSURE)
    return g_strdup_printf (_ ("Not confirmed, cite it by hand. %s"), regulation->note);
  if (regulation->status == MFT_REGULATION_REPEALED && regulation->repealed_by[0] != NULL)
    other = mft_regulation_get (regulation->repealed_by[0]);
  if (other == NULL)
    return NULL;
  g_autofree char *name = mft_regulation_dup_short_name (other);
  /* Translators: %s is a law, such as "UU 1/2024". */
  return g_strdup_printf (regulation->status == MFT_REGULATION_REPEALED ? _ ("Repealed by %s")
                                                                        : _ ("Last amended by %s"),
                          name);
}

static GtkWidget *
new_row (const MftRegulation *regulation)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = mft_regulation_dup_short_name (regulation);
  g_autofree char *state = dup_state (regulation);

  gtk_box_append (GTK_BOX (box), mft_label_new (name, "heading"));
  if (*regulation->title != '\0')
    gtk_box_append (GTK_BOX (box), mft_label_new (regulation->title, NULL));
  if (state != NULL)
    gtk_box_append (GTK_BOX (box), mft_label_new (state, "quiet-caption"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row),
                                    regulation->status != MFT_REGULATION_UNSURE);
  g_object_set_data (G_OBJECT (row), "mft-regulation", (gpointer) regulation);
  return row;
}

static void
written_cb (MftRegulationChooser *self)
{
  g_autoptr (GPtrArray) found
      = mft_regulation_search (gtk_editable_get_text (GTK_EDITABLE (self->entry)), ROWS_MOST);

  mft_list_box_remove_all (self->list);
  for (guint i = 0; i < found->len; i++)
    gtk_list_box_append (self->list, new_row (found->pdata[i]));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
choose (MftRegulationChooser *self, GtkListBoxRow *row)
{
  const MftRegulation *regulation
      = row != NULL ? g_object_get_data (G_OBJECT (row), "mft-regulation") : NULL;
  g_autofree char *citation = regulation != NULL ? mft_regulation_dup_citation (regulation) : NULL;

  if (citation == NULL)
    return;
  g_signal_emit (self, chosen_signal, 0, citation);
  gtk_window_close (GTK_WINDOW (self));
}

static void
enter_cb (MftRegulationChooser *self)
{
  choose (self, gtk_list_box_get_selected_row (self->list));
}

static void
mft_regulation_chooser_class_init (MftRegulationChooserClass *klass)
{
  chosen_signal
      = g_signal_new ("chosen", MFT_TYPE_REGULATION_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static GtkWidget *
new_list (MftRegulationChooser *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_placeholder (
      self->list, mft_label_new (_ ("Type what people call it: “uu ite”, “pp 71/2019”, "
                                    "“kearsipan”."),
                                 "quiet"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Laws and regulations"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (choose), self);
  g_object_set (self->list, "margin-start", 12, "margin-end", 12, NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
mft_regulation_chooser_init (MftRegulationChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _ ("Law or regulation"), "margin-start", 12,
                "margin-end", 12, "margin-bottom", 9, NULL);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (written_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_window_close), self);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), new_list (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Cite a law or regulation"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 560);
}

GtkWindow *
mft_regulation_chooser_new (GtkWindow *parent)
{
  MftRegulationChooser *self = g_object_new (MFT_TYPE_REGULATION_CHOOSER, NULL);

  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gtk_widget_grab_focus (self->entry);
  return GTK_WINDOW (self);
}
