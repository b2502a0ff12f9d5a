/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/reference-chooser.h"

#include <glib/gi18n.h>

#include "ui/editor/outline-item.h"

struct _MftReferenceChooser
{
  AdwWindow parent_instance;

  GtkWidget *entry;
  GtkListView *list;
  GtkFilter *filter;
  GtkSingleSelection *selection;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (MftReferenceChooser, mft_reference_chooser, ADW_TYPE_WINDOW)

static gboolean
matches (gpointer item, gpointer data)
{
  MftReferenceChooser *self = data;
  g_autofree char *wanted
      = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1);
  g_autofree char *words = g_strconcat (mft_outline_item_get_label (item), " ",
                                        mft_outline_item_get_words (item), NULL);
  g_autofree char *folded = g_utf8_casefold (words, -1);

  return strstr (folded, wanted) != NULL;
}

static void
written_cb (MftReferenceChooser *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_single_selection_set_selected (self->selection, 0);
}

static void
choose (MftReferenceChooser *self, guint position)
{
  g_autoptr (MftOutlineItem) item
      = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item == NULL)
    return;
  g_signal_emit (self, chosen_signal, 0, mft_outline_item_get_id (item));
  gtk_window_close (GTK_WINDOW (self));
}

static void
enter_cb (MftReferenceChooser *self)
{
  choose (self, gtk_single_selection_get_selected (self->selection));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *words = gtk_label_new (NULL);

  (void) factory;
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (words, "quiet-caption");
  g_object_set (box, "margin-start", 12, "margin-end", 12, "margin-top", 4, "margin-bottom", 4,
                NULL);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_item_set_child (row, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  MftOutlineItem *item = gtk_list_item_get_item (row);
  GtkWidget *box = gtk_list_item_get_child (row);

  (void) factory;
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)),
                      mft_outline_item_get_label (item));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)),
                      mft_outline_item_get_words (item));
}

static void
mft_reference_chooser_class_init (MftReferenceChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  chosen_signal
      = g_signal_new ("chosen", MFT_TYPE_REFERENCE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
new_list (MftReferenceChooser *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What the reference means"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (choose), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
mft_reference_chooser_init (MftReferenceChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _ ("Pasal, ayat, or words from it"),
                "margin-start", 12, "margin-end", 12, "margin-bottom", 9, NULL);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (written_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_window_close), self);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->selection = gtk_single_selection_new (
      G_LIST_MODEL (gtk_filter_list_model_new (NULL, g_object_ref (self->filter))));
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), new_list (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Insert a reference"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 560);
}

GtkWindow *
mft_reference_chooser_new (GtkWindow *parent, MftAgreement *agreement)
{
  MftReferenceChooser *self = g_object_new (MFT_TYPE_REFERENCE_CHOOSER, NULL);
  g_autoptr (GPtrArray) items = mft_outline_items_for_references (agreement);
  g_autoptr (GListStore) store = g_list_store_new (MFT_TYPE_OUTLINE_ITEM);

  g_list_store_splice (store, 0, 0, items->pdata, items->len);
  gtk_filter_list_model_set_model (
      GTK_FILTER_LIST_MODEL (gtk_single_selection_get_model (self->selection)),
      G_LIST_MODEL (store));
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gtk_widget_grab_focus (self->entry);
  return GTK_WINDOW (self);
}
