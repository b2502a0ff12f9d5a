/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/attachments/table-editor.h"

#include <glib/gi18n.h>

#include "agreement/shown.h"
#include "ui/attachments/cell.h"
#include "ui/attachments/column-form.h"
#include "ui/wrap/confirm.h"

struct _MftTableEditor
{
  AdwBin parent_instance;

  GtkGrid *grid;

  MftAgreement *agreement;
  char *table;
  GPtrArray *cells; /* what shows them, borrowed, row by row */
  char *layout;     /* as last built */
  guint columns;
  GtkWidget *form; /* of a column, as long as it is open; weak */
  guint idle;
  guint focus; /* the row to go to once it is there; 0: none */
};

G_DEFINE_FINAL_TYPE (MftTableEditor, mft_table_editor, ADW_TYPE_BIN)

static MftBlock *
table_of (MftTableEditor *self)
{
  return mft_agreement_get_block (self->agreement, self->table);
}

static void
tell (MftTableEditor *self, const GError *error)
{
  if (error != NULL)
    mft_tell_error (GTK_WIDGET (self), _ ("The table cannot be changed so"), error);
}

static void update_soon (MftTableEditor *self);

/* --- what it shows ------------------------------------------------------------------------------- */

/* Which block stands where, and which of them are computed. */
static char *
layout_of (MftBlock *table)
{
  GString *layout = g_string_new (NULL);

  for (guint r = 0; r < mft_block_n_children (table); r++)
    {
      MftBlock *row = mft_block_get_child (table, r);
      g_string_append_printf (layout, "|%d", mft_table_is_total (row));
      for (guint c = 0; c < mft_block_n_children (row); c++)
        {
          MftBlock *cell = mft_block_get_child (row, c);
          g_string_append_printf (layout, " %s%d", mft_block_get_id (cell),
                                  mft_cell_is_computed (cell));
        }
    }
  return g_string_free (layout, FALSE);
}

static GtkWidget *
new_menu_button (const char *icon, const char *words)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  return button;
}

static void
column_menu_cb (GtkMenuButton *button, gpointer data)
{
  MftTableEditor *self = data;
  MftBlock *head = mft_table_get_head (table_of (self));
  const char *id = g_object_get_data (G_OBJECT (button), "mft-cell");
  MftBlock *cell = mft_agreement_get_block (self->agreement, id);

  if (head == NULL || cell == NULL)
    return;
  g_clear_weak_pointer (&self->form);
  g_set_weak_pointer (&self->form, mft_column_form_new (self->agreement, cell));
  g_signal_connect_object (self->form, "closed", G_CALLBACK (update_soon), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, self->form);
}

static void
attach_column_menu (MftTableEditor *self, MftBlock *cell, guint column)
{
  g_autofree char *title = mft_shown_text (self->agreement, cell);
  /* Translators: %s is the title of a table's column. */
  g_autofree char *words = g_strdup_printf (_ ("Column %s: what it holds, where it stands"), title);
  GtkWidget *button = new_menu_button ("view-more-horizontal-symbolic", words);

  g_object_set_data_full (G_OBJECT (button), "mft-cell", g_strdup (mft_block_get_id (cell)),
                          g_free);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), column_menu_cb, self, NULL);
  gtk_grid_attach (self->grid, button, (int) column + 1, 0, 1, 1);
}

static void
attach_row_menu (MftTableEditor *self, guint row)
{
  g_autofree char *words = g_strdup_printf (_ ("Row %u: insert, move, remove"), row);
  GtkWidget *button = new_menu_button ("view-more-symbolic", words);
  g_autoptr (GMenu) menu = g_menu_new ();
  const struct
  {
    const char *label;
    const char *action;
  } entries[] = {
    { _ ("Insert a row above"), "table.insert-above" },
    { _ ("Insert a row below"), "table.insert-below" },
    { _ ("Move up"), "table.row-up" },
    { _ ("Move down"), "table.row-down" },
    { _ ("Remove the row"), "table.remove-row" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (entries[i].label, NULL);
      g_menu_item_set_action_and_target (item, entries[i].action, "u", row);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_grid_attach (self->grid, button, 0, (int) row + 1, 1, 1);
}

static void
attach_row (MftTableEditor *self, MftBlock *row, guint index)
{
  gboolean head = mft_block_get_kind (row) == MFT_BLOCK_TABLE_HEAD;

  if (!head && !mft_table_is_total (row))
    attach_row_menu (self, index);
  for (guint column = 0; column < self->columns; column++)
    {
      MftBlock *cell = mft_block_get_child (row, column);
      GtkWidget *shown = cell != NULL ? mft_cell_new (self->agreement, cell) : NULL;
      g_ptr_array_add (self->cells, shown);
      if (shown == NULL)
        continue;
      gtk_grid_attach (self->grid, shown, (int) column + 1, (int) index + 1, 1, 1);
      if (head)
        attach_column_menu (self, cell, column);
    }
}

static void
build (MftTableEditor *self, MftBlock *table)
{
  GtkWidget *old;

  while ((old = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, old);
  g_ptr_array_set_size (self->cells, 0);
  self->columns = 0;
  for (guint i = 0; i < mft_block_n_children (table); i++)
    self->columns = MAX (self->columns, mft_block_n_children (mft_block_get_child (table, i)));
  for (guint i = 0; i < mft_block_n_children (table); i++)
    attach_row (self, mft_block_get_child (table, i), i);
}

static void
refresh (MftTableEditor *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (self->cells->pdata[i] != NULL)
      mft_cell_refresh (self->cells->pdata[i]);
}

static void
focus_row (MftTableEditor *self)
{
  guint row = self->focus;

  self->focus = 0;
  for (guint column = 0; row > 0 && column < self->columns; column++)
    {
      GtkWidget *entry = mft_table_editor_get_entry (self, row, column);
      if (entry != NULL)
        {
          gtk_widget_grab_focus (entry);
          return;
        }
    }
}

/* Not under a form that is open: its button would go. */
static void
update (MftTableEditor *self)
{
  MftBlock *table = table_of (self);
  g_autofree char *layout = table != NULL ? layout_of (table) : NULL;

  if (table == NULL || (self->form != NULL && gtk_widget_get_visible (self->form)))
    return;
  if (g_strcmp0 (layout, self->layout) != 0)
    {
      g_free (self->layout);
      self->layout = g_steal_pointer (&layout);
      build (self, table);
    }
  else
    refresh (self);
  focus_row (self);
}

static gboolean
update_cb (gpointer data)
{
  MftTableEditor *self = data;

  self->idle = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* What asked for the change may stand in what is built anew. */
static void
update_soon (MftTableEditor *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (update_cb, self);
}

static void
changed_cb (MftTableEditor *self, MftBlock *only)
{
  if (only == NULL)
    update_soon (self);
}

/* --- rows ---------------------------------------------------------------------------------------- */

static void
insert_row (MftTableEditor *self, guint index)
{
  g_autoptr (GError) error = NULL;

  if (mft_table_insert_row (self->agreement, table_of (self), index, &error) != NULL)
    self->focus = index;
  tell (self, error);
}

static void
insert_row_cb (GtkWidget *widget, const char *action, GVariant *row)
{
  insert_row (MFT_TABLE_EDITOR (widget),
              g_variant_get_uint32 (row) + (g_str_has_suffix (action, "below") ? 1 : 0));
}

static void
move_row_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftTableEditor *self = MFT_TABLE_EDITOR (widget);
  MftBlock *table = table_of (self);
  guint from = g_variant_get_uint32 (parameter);
  guint to = g_str_has_suffix (action, "up") ? from - 1 : from + 1;
  MftBlock *other = mft_block_get_child (table, to);
  g_autoptr (GError) error = NULL;

  if (other == NULL || mft_block_get_kind (other) != MFT_BLOCK_ROW || mft_table_is_total (other))
    return;
  if (mft_edit_move (self->agreement, mft_block_get_child (table, from), table, to, &error))
    self->focus = to;
  tell (self, error);
}

static void
remove_row_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *row)
{
  MftTableEditor *self = MFT_TABLE_EDITOR (widget);
  MftBlock *block = mft_block_get_child (table_of (self), g_variant_get_uint32 (row));
  g_autoptr (GError) error = NULL;

  if (block != NULL)
    mft_edit_remove (self->agreement, block, &error);
  tell (self, error);
}

/* Before the sums, if there are any. */
static void
add_row_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  MftTableEditor *self = MFT_TABLE_EDITOR (widget);
  MftBlock *table = table_of (self);
  MftBlock *total = mft_table_get_total (table);

  insert_row (self, total != NULL ? mft_block_get_index (total) : mft_block_n_children (table));
}

static void
add_column_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED)
{
  MftTableEditor *self = MFT_TABLE_EDITOR (widget);
  g_autoptr (GError) error = NULL;

  mft_table_insert_column (self->agreement, table_of (self), self->columns, "", &error);
  tell (self, error);
}

/* --- the widget ---------------------------------------------------------------------------------- */

static void
mft_table_editor_dispose (GObject *object)
{
  MftTableEditor *self = MFT_TABLE_EDITOR (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_weak_pointer (&self->form);
  g_clear_object (&self->agreement);
  g_clear_pointer (&self->table, g_free);
  g_clear_pointer (&self->layout, g_free);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  G_OBJECT_CLASS (mft_table_editor_parent_class)->dispose (object);
}

static void
mft_table_editor_class_init (MftTableEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_table_editor_dispose;
  gtk_widget_class_install_action (widget_class, "table.insert-above", "u", insert_row_cb);
  gtk_widget_class_install_action (widget_class, "table.insert-below", "u", insert_row_cb);
  gtk_widget_class_install_action (widget_class, "table.row-up", "u", move_row_cb);
  gtk_widget_class_install_action (widget_class, "table.row-down", "u", move_row_cb);
  gtk_widget_class_install_action (widget_class, "table.remove-row", "u", remove_row_cb);
  gtk_widget_class_install_action (widget_class, "table.add-row", NULL, add_row_cb);
  gtk_widget_class_install_action (widget_class, "table.add-column", NULL, add_column_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "table.add-row", NULL);
}

static GtkWidget *
new_button (const char *label, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
mft_table_editor_init (MftTableEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->cells = g_ptr_array_new ();
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 3);
  gtk_grid_set_column_spacing (self->grid, 3);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->grid), 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (bar), new_button (_ ("Add a _row"), "table.add-row", "Ctrl+Enter"));
  gtk_box_append (GTK_BOX (bar), new_button (_ ("Add a c_olumn"), "table.add-column", NULL));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), bar);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
mft_table_editor_new (MftAgreement *agreement, MftBlock *table)
{
  MftTableEditor *self = g_object_new (MFT_TYPE_TABLE_EDITOR, NULL);

  self->agreement = g_object_ref (agreement);
  self->table = g_strdup (mft_block_get_id (table));
  g_signal_connect_object (agreement, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

GtkWidget *
mft_table_editor_get_entry (MftTableEditor *self, guint row, guint column)
{
  guint index = row * self->columns + column;
  GtkWidget *cell = index < self->cells->len ? self->cells->pdata[index] : NULL;

  return cell != NULL && GTK_IS_EDITABLE (cell) && !GTK_IS_LABEL (cell) ? cell : NULL;
}
