/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/outline.h"

#include <glib/gi18n.h>

#include "ui/editor/outline-item.h"

struct _MftOutline
{
  AdwBin parent_instance;

  GtkListView *list;
  GListStore *items;
  GtkSingleSelection *selection;
  MftAgreement *agreement;
  char *current;
  guint update_source;
};

static guint go_signal;

G_DEFINE_FINAL_TYPE (MftOutline, mft_outline, ADW_TYPE_BIN)

/* --- lines ------------------------------------------------------------------------------------ */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *words = gtk_label_new (NULL);

  (void) factory;
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "quiet");
  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_item_set_child (row, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  MftOutlineItem *item = gtk_list_item_get_item (row);
  GtkWidget *box = gtk_list_item_get_child (row);
  GtkWidget *label = gtk_widget_get_first_child (box);
  GtkWidget *words = gtk_widget_get_last_child (box);
  guint level = mft_outline_item_get_level (item);

  (void) factory;
  gtk_label_set_text (GTK_LABEL (label), mft_outline_item_get_label (item));
  gtk_label_set_width_chars (GTK_LABEL (label), level == 1 ? 3 : -1);
  gtk_widget_set_visible (label, *mft_outline_item_get_label (item) != '\0');
  gtk_widget_set_margin_start (box, level == 2 ? 36 : 0);
  gtk_label_set_text (GTK_LABEL (words), mft_outline_item_get_words (item));
  gtk_widget_set_tooltip_text (box, mft_outline_item_get_words (item));
  g_autofree char *name = g_strconcat (mft_outline_item_get_label (item), " ",
                                       mft_outline_item_get_words (item), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, g_strstrip (name), -1);
}

static void
activate_cb (MftOutline *self, guint position)
{
  g_autoptr (MftOutlineItem) item
      = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  g_signal_emit (self, go_signal, 0, mft_outline_item_get_id (item));
}

/* --- what it shows ---------------------------------------------------------------------------- */

static void
replace_items (MftOutline *self, GPtrArray *wanted)
{
  GListModel *model = G_LIST_MODEL (self->items);
  guint old = g_list_model_get_n_items (model);
  guint from = 0, tail = 0;

  for (; from < old && from < wanted->len; from++)
    {
      g_autoptr (MftOutlineItem) item = g_list_model_get_item (model, from);
      if (!mft_outline_item_equal (item, g_ptr_array_index (wanted, from)))
        break;
    }
  for (; tail < old - from && tail < wanted->len - from; tail++)
    {
      g_autoptr (MftOutlineItem) item = g_list_model_get_item (model, old - 1 - tail);
      if (!mft_outline_item_equal (item, g_ptr_array_index (wanted, wanted->len - 1 - tail)))
        break;
    }
  if (old != wanted->len || from + tail < old)
    g_list_store_splice (self->items, from, old - from - tail, wanted->pdata + from,
                         wanted->len - from - tail);
}

/* The line of the current block, or of what it stands in. */
static guint
current_position (MftOutline *self, GPtrArray *items)
{
  for (MftBlock *block = mft_agreement_get_block (self->agreement, self->current); block != NULL;
       block = mft_block_get_parent (block))
    for (guint i = 0; i < items->len; i++)
      if (g_str_equal (mft_outline_item_get_id (g_ptr_array_index (items, i)),
                       mft_block_get_id (block)))
        return i;
  return GTK_INVALID_LIST_POSITION;
}

static gboolean
update_cb (gpointer data)
{
  MftOutline *self = data;
  g_autoptr (GPtrArray) items = mft_outline_items_new (self->agreement, self->current);
  guint position;

  self->update_source = 0;
  replace_items (self, items);
  position = current_position (self, items);
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  return G_SOURCE_REMOVE;
}

/* Typing comes first: the outline follows when nothing else is to do. */
static void
update_soon (MftOutline *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add (update_cb, self);
}

/* --- the widget ------------------------------------------------------------------------------- */

static void
mft_outline_dispose (GObject *object)
{
  MftOutline *self = MFT_OUTLINE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->agreement);
  g_clear_object (&self->items);
  g_clear_pointer (&self->current, g_free);
  G_OBJECT_CLASS (mft_outline_parent_class)->dispose (object);
}

static void
mft_outline_class_init (MftOutlineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mft_outline_dispose;
  go_signal = g_signal_new ("go", MFT_TYPE_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                            G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
mft_outline_init (MftOutline *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->current = g_strdup ("");
  self->items = g_list_store_new (MFT_TYPE_OUTLINE_ITEM);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Structure"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

void
mft_outline_set_agreement (MftOutline *self, MftAgreement *agreement)
{
  g_return_if_fail (self->agreement == NULL);
  self->agreement = g_object_ref (agreement);
  g_signal_connect_object (agreement, "changed", G_CALLBACK (update_soon), self, G_CONNECT_SWAPPED);
  update_cb (self);
}

void
mft_outline_set_current (MftOutline *self, const char *id)
{
  if (g_str_equal (self->current, id))
    return;
  g_free (self->current);
  self->current = g_strdup (id);
  update_soon (self);
}
