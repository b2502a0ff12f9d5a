/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/comparison/matrix-dialog.h"

#include <glib/gi18n.h>

#include "ui/wrap/ask.h"
#include "ui/wrap/confirm.h"

#include "base/preferences.h"

#define GROUP "persandingan"

typedef struct
{
  MftMatrixKind kind;
  GtkCheckButton *columns[MFT_MATRIX_N_COLUMNS]; /* borrowed from the form */
  GtkSwitch *unchanged;
  MftAsk *ask;
  MftMatrixChosen chosen;
  GObject *data; /* owned */
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->data);
  g_free (asking);
}

static const char *
key_of (MftMatrixKind kind)
{
  return kind == MFT_MATRIX_DISCUSSION ? "kolom_pembahasan" : "kolom_matriks";
}

static guint
last_columns (MftMatrixKind kind)
{
  g_autofree char *names = mft_preferences_get (GROUP, key_of (kind));
  guint columns;

  return names != NULL && mft_columns_from_names (names, &columns)
             ? columns
             : mft_matrix_usual_columns (kind);
}

static guint
read_columns (const Asking *asking)
{
  guint columns = 0;

  for (guint i = 0; i < MFT_MATRIX_N_COLUMNS; i++)
    if (gtk_check_button_get_active (asking->columns[i]))
      columns |= 1u << i;
  return columns;
}

/* A matrix has at least one column. */
static void
toggled_cb (Asking *asking)
{
  mft_ask_set_ready (asking->ask, read_columns (asking) != 0);
}

static void
answered_cb (MftAsk *ask, gboolean accepted, gpointer data)
{
  Asking *asking = data;
  const MftMatrixChoice choice
      = { asking->kind, read_columns (asking), gtk_switch_get_active (asking->unchanged) };
  g_autofree char *names = mft_columns_dup_names (choice.columns);
  g_autoptr (GError) error = NULL;

  (void) ask;
  if (!accepted)
    return;
  if (!mft_preferences_set (GROUP, key_of (asking->kind), names, &error))
    mft_tell_error (GTK_WIDGET (ask), _ ("The choice cannot be kept"), error);
  asking->chosen (&choice, asking->data);
}

static GtkWidget *
new_column_row (Asking *asking, MftColumn column, gboolean active)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 mft_matrix_column_title (column, asking->kind));
  if (column == MFT_COLUMN_RESPONSIBLE)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Empty, to be filled in"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (toggled_cb), asking);
  asking->columns[column] = GTK_CHECK_BUTTON (check);
  return row;
}

static GtkWidget *
new_unchanged_row (Asking *asking)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Pasal without changes too"));
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  asking->unchanged = GTK_SWITCH (toggle);
  return row;
}

static GtkWidget *
new_form (Asking *asking)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *columns = adw_preferences_group_new ();
  GtkWidget *rows = adw_preferences_group_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  guint last = last_columns (asking->kind);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (columns), _ ("Columns"));
  for (guint i = 0; i < MFT_MATRIX_N_COLUMNS; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (columns),
                               new_column_row (asking, (MftColumn) i, (last & 1u << i) != 0));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (rows), _ ("Rows"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (rows), new_unchanged_row (asking));
  gtk_box_append (GTK_BOX (box), columns);
  gtk_box_append (GTK_BOX (box), rows);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  return scrolled;
}

void
mft_matrix_dialog_ask (GtkWindow *parent, MftMatrixKind kind, MftMatrixChosen chosen, GObject *data)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->kind = kind;
  asking->chosen = chosen;
  asking->data = g_object_ref (data);
  GtkWidget *form = new_form (asking);
  asking->ask = mft_ask_new (
      parent, kind == MFT_MATRIX_DISCUSSION ? _ ("Discussion matrix") : _ ("Matrix of changes"),
      _ ("The rows are the changes that are marked now."), _ ("_Save…"), form);
  g_object_set_data_full (G_OBJECT (asking->ask), "mft-asking", asking, asking_free);
  g_signal_connect (asking->ask, "answered", G_CALLBACK (answered_cb), asking);
  mft_ask_set_ready (asking->ask, TRUE);
  gtk_window_present (GTK_WINDOW (asking->ask));
}
