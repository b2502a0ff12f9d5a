/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/attachments/column-form.h"

#include <glib/gi18n.h>

#include "agreement/formula.h"
#include "agreement/shown.h"
#include "ui/wrap/confirm.h"

/* What stands in the list of kinds behind those of MftColumn. */
#define KIND_PRODUCT (MFT_COLUMN_MONEY + 1)

typedef struct
{
  MftAgreement *agreement;
  char *id;
  GtkWidget *popover; /* borrowed */
  GtkDropDown *kind;
  GtkDropDown *factors[2];
  GtkWidget *product;
  GtkSwitch *sum;
  GtkSwitch *terbilang;
  gboolean ready;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->agreement);
  g_free (form->id);
  g_free (form);
}

static MftBlock *
head_of (Form *form)
{
  return mft_agreement_get_block (form->agreement, form->id);
}

static void
tell (Form *form, const GError *error)
{
  GtkWidget *button = gtk_widget_get_parent (form->popover);

  if (error != NULL)
    mft_tell_error (button, _ ("The column cannot be changed so"), error);
}

/* --- kinds --------------------------------------------------------------------------------------- */

static const MftRun *
product_run (MftBlock *head, MftFormula *formula)
{
  MftBlock *table = mft_block_get_ancestor (head, MFT_BLOCK_TABLE);

  for (guint i = 0; i < mft_block_n_children (table); i++)
    {
      MftBlock *cell
          = mft_block_get_child (mft_block_get_child (table, i), mft_block_get_index (head));
      const MftRun *run = cell != NULL && mft_text_n_runs (mft_block_get_text (cell)) == 1
                              ? mft_text_get_run (mft_block_get_text (cell), 0)
                              : NULL;
      if (run != NULL && run->kind == MFT_RUN_FORMULA && mft_formula_parse (run->value, formula)
          && formula->kind == MFT_FORMULA_PRODUCT)
        return run;
    }
  return NULL;
}

static void
apply (Form *form)
{
  MftBlock *head = head_of (form);
  guint kind = gtk_drop_down_get_selected (form->kind);
  g_autoptr (GError) error = NULL;

  if (!form->ready || head == NULL)
    return;
  gtk_widget_set_visible (form->product, kind == KIND_PRODUCT);
  if (kind == KIND_PRODUCT)
    {
      MftBlock *row = mft_block_get_parent (head);
      MftBlock *factors[2];
      for (guint i = 0; i < 2; i++)
        factors[i] = mft_block_get_child (row, gtk_drop_down_get_selected (form->factors[i]));
      if (factors[0] != NULL && factors[1] != NULL && factors[0] != head && factors[1] != head)
        mft_table_set_product (form->agreement, head, factors[0], factors[1], &error);
    }
  else
    mft_table_set_column (form->agreement, head, (MftColumn) kind, &error);
  tell (form, error);
}

static void
sum_cb (Form *form)
{
  MftBlock *head = head_of (form);
  g_autoptr (GError) error = NULL;

  if (!form->ready || head == NULL)
    return;
  if (mft_table_set_sum (form->agreement, head, gtk_switch_get_active (form->sum), &error))
    mft_table_set_terbilang (form->agreement, head, gtk_switch_get_active (form->terbilang),
                             &error);
  tell (form, error);
}

static GtkWidget *
new_factor (Form *form, guint which)
{
  MftBlock *row = mft_block_get_parent (head_of (form));
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GtkWidget *list;
  MftFormula formula;
  guint selected = 0;

  for (guint i = 0; i < mft_block_n_children (row); i++)
    {
      MftBlock *cell = mft_block_get_child (row, i);
      g_autofree char *title = mft_shown_text (form->agreement, cell);
      gtk_string_list_append (titles, title);
      if (mft_table_get_column (cell) == (which == 0 ? MFT_COLUMN_NUMBER : MFT_COLUMN_MONEY)
          && cell != head_of (form) && selected == 0)
        selected = i;
    }
  if (product_run (head_of (form), &formula) != NULL)
    {
      MftBlock *factor = mft_agreement_get_block (form->agreement, formula.columns[which]);
      selected = factor != NULL ? mft_block_get_index (factor) : selected;
    }
  list = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&titles)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (list), selected);
  g_signal_connect_swapped (list, "notify::selected", G_CALLBACK (apply), form);
  form->factors[which] = GTK_DROP_DOWN (list);
  return list;
}

static void
add_row (GtkGrid *grid, int row, const char *words, GtkWidget *widget)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_halign (widget, GTK_ALIGN_END);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, widget, 1, row, 1, 1);
}

static void
add_kinds (Form *form, GtkGrid *grid)
{
  const char *const names[]
      = { _ ("Words"), _ ("Row numbers"), _ ("Numbers"), _ ("Money"), _ ("Product of two columns"),
          NULL };
  GtkWidget *kinds = gtk_drop_down_new_from_strings (names);
  GtkWidget *times = gtk_label_new ("×");
  MftFormula formula;

  form->kind = GTK_DROP_DOWN (kinds);
  form->product = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (form->product), new_factor (form, 0));
  gtk_box_append (GTK_BOX (form->product), times);
  gtk_box_append (GTK_BOX (form->product), new_factor (form, 1));
  gtk_drop_down_set_selected (form->kind, product_run (head_of (form), &formula) != NULL
                                              ? KIND_PRODUCT
                                              : mft_table_get_column (head_of (form)));
  gtk_widget_set_visible (form->product, gtk_drop_down_get_selected (form->kind) == KIND_PRODUCT);
  g_signal_connect_swapped (kinds, "notify::selected", G_CALLBACK (apply), form);
  add_row (grid, 0, _ ("It _holds"), kinds);
  gtk_grid_attach (grid, form->product, 0, 1, 2, 1);
}

static void
add_switches (Form *form, GtkGrid *grid)
{
  form->sum = GTK_SWITCH (gtk_switch_new ());
  form->terbilang = GTK_SWITCH (gtk_switch_new ());
  gtk_switch_set_active (form->sum, mft_table_has_sum (head_of (form)));
  gtk_switch_set_active (form->terbilang, mft_table_has_terbilang (head_of (form)));
  g_signal_connect_swapped (form->sum, "notify::active", G_CALLBACK (sum_cb), form);
  g_signal_connect_swapped (form->terbilang, "notify::active", G_CALLBACK (sum_cb), form);
  add_row (grid, 2, _ ("_Sum in the last row"), GTK_WIDGET (form->sum));
  add_row (grid, 3, _ ("Sum in _words below"), GTK_WIDGET (form->terbilang));
}

/* --- where it stands ----------------------------------------------------------------------------- */

static void
place_cb (GtkWidget *button, Form *form)
{
  MftBlock *head = head_of (form);
  const char *what = gtk_widget_get_name (button);
  g_autoptr (GError) error = NULL;

  if (head == NULL)
    return;
  MftBlock *table = mft_block_get_ancestor (head, MFT_BLOCK_TABLE);
  guint column = mft_block_get_index (head);
  gtk_popover_popdown (GTK_POPOVER (form->popover));
  if (g_str_equal (what, "insert"))
    mft_table_insert_column (form->agreement, table, column + 1, "", &error);
  else if (g_str_equal (what, "remove"))
    mft_table_remove_column (form->agreement, table, column, &error);
  else if (g_str_equal (what, "left") && column > 0)
    mft_table_move_column (form->agreement, table, column, column - 1, &error);
  else if (g_str_equal (what, "right"))
    mft_table_move_column (form->agreement, table, column, column + 1, &error);
  tell (form, error);
}

static void
add_places (Form *form, GtkGrid *grid)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const struct
  {
    const char *what;
    const char *icon;
    const char *words;
  } places[] = {
    { "left", "go-previous-symbolic", _ ("Further left") },
    { "right", "go-next-symbolic", _ ("Further right") },
    { "insert", "list-add-symbolic", _ ("Insert a column behind") },
    { "remove", "user-trash-symbolic", _ ("Remove the column") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      GtkWidget *button = gtk_button_new_from_icon_name (places[i].icon);
      gtk_widget_set_name (button, places[i].what);
      gtk_widget_set_tooltip_text (button, places[i].words);
      gtk_widget_add_css_class (button, "flat");
      g_signal_connect (button, "clicked", G_CALLBACK (place_cb), form);
      gtk_box_append (GTK_BOX (bar), button);
    }
  gtk_grid_attach (grid, bar, 0, 4, 2, 1);
}

GtkWidget *
mft_column_form_new (MftAgreement *agreement, MftBlock *head_cell)
{
  Form *form = g_new0 (Form, 1);
  GtkWidget *grid = gtk_grid_new ();

  form->agreement = g_object_ref (agreement);
  form->id = g_strdup (mft_block_get_id (head_cell));
  form->popover = gtk_popover_new ();
  g_object_set_data_full (G_OBJECT (form->popover), "mft-form", form, form_free);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 9);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_widget_set_margin_top (grid, 9);
  gtk_widget_set_margin_bottom (grid, 9);
  gtk_widget_set_margin_start (grid, 9);
  gtk_widget_set_margin_end (grid, 9);
  add_kinds (form, GTK_GRID (grid));
  add_switches (form, GTK_GRID (grid));
  add_places (form, GTK_GRID (grid));
  gtk_popover_set_child (GTK_POPOVER (form->popover), grid);
  form->ready = TRUE;
  return form->popover;
}
