/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/outline.h"

#include <glib/gi18n.h>

#include "ui/editor/outline-row.h"
#include "ui/wrap/toasts.h"

struct _MftOutline
{
  AdwBin parent_instance;

  GtkWidget *filter;
  GtkListView *list;
  GListStore *items;
  GtkSelectionModel *selection;
  MftAgreement *agreement;
  MftSync *sync;
  GPtrArray *findings; /* NULL before the first check */
  char *current;
  guint update_source;
};

static guint go_signal;

G_DEFINE_FINAL_TYPE (MftOutline, mft_outline, ADW_TYPE_BIN)

/* --- what is selected ------------------------------------------------------------------------- */

/* The ids of selected lines that can be moved, in their order: Pasal, or else ayat; an ayat goes with its
 * Pasal. NULL-terminated, owned by the caller. */
static GStrv
dup_selected (MftOutline *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  guint top = G_MAXUINT;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (MftOutlineItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      guint level = mft_outline_item_get_level (item);
      if (!gtk_selection_model_is_selected (self->selection, i)
          || !mft_outline_item_is_movable (item) || level > top)
        continue;
      if (top == G_MAXUINT)
        top = level;
      if (level == top)
        g_strv_builder_add (ids, mft_outline_item_get_id (item));
    }
  return g_strv_builder_end (ids);
}

static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftOutline *self = MFT_OUTLINE (widget);
  gboolean up = g_str_equal (action, "outline.move-up");
  g_auto (GStrv) ids = dup_selected (self);
  guint n_ids = g_strv_length (ids);
  MftBlock *edge
      = n_ids > 0 ? mft_agreement_get_block (self->agreement, ids[up ? 0 : n_ids - 1]) : NULL;
  MftBlock *parent = edge != NULL ? mft_block_get_parent (edge) : NULL;
  guint index = edge != NULL ? mft_block_get_index (edge) : 0;

  (void) parameter;
  if (parent == NULL || (up ? index == 0 : index + 1 == mft_block_n_children (parent)))
    gtk_widget_error_bell (widget);
  else
    mft_sync_move_beside (
        self->sync, (const char *const *) ids,
        mft_block_get_id (mft_block_get_child (parent, up ? index - 1 : index + 1)), !up);
}

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftOutline *self = MFT_OUTLINE (widget);
  g_auto (GStrv) ids = dup_selected (self);
  guint n_ids = g_strv_length (ids);
  g_autofree char *words = g_strdup_printf (
      /* Translators: Pasal or ayat. */
      ngettext ("%u unit was removed.", "%u units were removed.", n_ids), n_ids);

  (void) action;
  (void) parameter;
  if (n_ids > 0 && mft_sync_remove_blocks (self->sync, (const char *const *) ids))
    mft_toast_with_action (widget, words, _ ("Undo"), "page.undo");
}

/* What is dragged alone, or all that is selected if it is part of that. */
static void
dropped_cb (MftOutline *self, MftOutlineItem *dragged, gboolean behind, MftOutlineRow *row)
{
  MftOutlineItem *beside = mft_outline_row_get_item (row);
  g_auto (GStrv) selected = dup_selected (self);
  const char *const alone[] = { mft_outline_item_get_id (dragged), NULL };
  gboolean all = g_strv_contains ((const char *const *) selected, alone[0]);

  if (beside != NULL)
    mft_sync_move_beside (self->sync, all ? (const char *const *) selected : alone,
                          mft_outline_item_get_id (beside), behind);
}

/* --- lines ------------------------------------------------------------------------------------ */

static void
go_cb (MftOutline *self, MftOutlineRow *row)
{
  g_signal_emit (self, go_signal, 0, mft_outline_item_get_id (mft_outline_row_get_item (row)));
}

static void
setup_cb (MftOutline *self, GtkListItem *row)
{
  GtkWidget *line = mft_outline_row_new ();

  g_signal_connect_object (line, "go", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (row, line);
}

static void
bind_cb (MftOutline *self, GtkListItem *row)
{
  (void) self;
  mft_outline_row_set_item (MFT_OUTLINE_ROW (gtk_list_item_get_child (row)),
                            gtk_list_item_get_item (row));
}

static void
activate_cb (MftOutline *self, guint position)
{
  g_autoptr (MftOutlineItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

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
    /* A BAB stands before the Pasal that it leads to. */
    for (guint i = items->len; i > 0; i--)
      if (g_str_equal (mft_outline_item_get_id (g_ptr_array_index (items, i - 1)),
                       mft_block_get_id (block)))
        return i - 1;
  return GTK_INVALID_LIST_POSITION;
}

/* Several selected lines stay selected; otherwise the line of the cursor is. */
static void
update_selection (MftOutline *self, GStrv selected, GPtrArray *items)
{
  guint position = current_position (self, items);

  gtk_selection_model_unselect_all (self->selection);
  if (g_strv_length (selected) > 1)
    {
      for (guint i = 0; i < items->len; i++)
        if (mft_outline_item_is_movable (g_ptr_array_index (items, i))
            && g_strv_contains ((const char *const *) selected,
                                mft_outline_item_get_id (g_ptr_array_index (items, i))))
          gtk_selection_model_select_item (self->selection, i, FALSE);
    }
  else if (position != GTK_INVALID_LIST_POSITION)
    {
      gtk_selection_model_select_item (self->selection, position, TRUE);
      gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
    }
}

static gboolean
update_cb (gpointer data)
{
  MftOutline *self = data;
  g_auto (GStrv) selected = dup_selected (self);
  g_autoptr (GPtrArray) items
      = mft_outline_items_new (self->agreement, self->current,
                               gtk_editable_get_text (GTK_EDITABLE (self->filter)), self->findings);

  self->update_source = 0;
  replace_items (self, items);
  update_selection (self, selected, items);
  return G_SOURCE_REMOVE;
}

/* Typing comes first: the outline follows when nothing else is to do. */
static void
update_soon (MftOutline *self)
{
  if (self->update_source == 0 && self->agreement != NULL)
    self->update_source = g_idle_add (update_cb, self);
}

/* --- the widget ------------------------------------------------------------------------------- */

static void
mft_outline_dispose (GObject *object)
{
  MftOutline *self = MFT_OUTLINE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->agreement);
  g_clear_object (&self->sync);
  g_clear_object (&self->items);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->current, g_free);
  G_OBJECT_CLASS (mft_outline_parent_class)->dispose (object);
}

static void
mft_outline_class_init (MftOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_outline_dispose;
  go_signal = g_signal_new ("go", MFT_TYPE_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                            G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  gtk_widget_class_install_action (widget_class, "outline.move-up", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "outline.move-down", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "outline.remove", NULL, remove_cb);
}

/* On the list, so that Delete in the filter stays with its words. */
static void
add_key (GtkEventController *keys, guint keyval, GdkModifierType state, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (keyval, state), gtk_named_action_new (action)));
}

static void
add_keys (MftOutline *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  add_key (keys, GDK_KEY_Up, GDK_ALT_MASK, "outline.move-up");
  add_key (keys, GDK_KEY_Down, GDK_ALT_MASK, "outline.move-down");
  add_key (keys, GDK_KEY_Delete, 0, "outline.remove");
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

static GtkWidget *
new_list (MftOutline *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->items = g_list_store_new (MFT_TYPE_OUTLINE_ITEM);
  self->selection
      = GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->items))));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (self->selection, factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Structure"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);
  add_keys (self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
mft_outline_init (MftOutline *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->current = g_strdup ("");
  self->filter = gtk_search_entry_new ();
  g_object_set (self->filter, "placeholder-text", _ ("Filter the structure"), "margin-start", 6,
                "margin-end", 6, "margin-top", 6, NULL);
  g_signal_connect_swapped (self->filter, "search-changed", G_CALLBACK (update_soon), self);
  gtk_box_append (GTK_BOX (box), self->filter);
  gtk_box_append (GTK_BOX (box), new_list (self));
  adw_bin_set_child (ADW_BIN (self), box);
}

void
mft_outline_set_agreement (MftOutline *self, MftAgreement *agreement, MftSync *sync)
{
  g_return_if_fail (self->agreement == NULL);
  self->agreement = g_object_ref (agreement);
  self->sync = g_object_ref (sync);
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

void
mft_outline_set_findings (MftOutline *self, GPtrArray *findings)
{
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = g_ptr_array_ref (findings);
  update_soon (self);
}
