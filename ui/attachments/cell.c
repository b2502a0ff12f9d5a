/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/attachments/cell.h"

#include <glib/gi18n.h>

#include "agreement/shown.h"
#include "bahasa/money.h"

#define WIDTH_LEAST 8
#define WIDTH_MOST 22

typedef struct
{
  MftAgreement *agreement;
  char *id;
  gboolean refreshing;
} Cell;

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  g_object_unref (cell->agreement);
  g_free (cell->id);
  g_free (cell);
}

static Cell *
cell_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "mft-cell");
}

static MftBlock *
block_of (Cell *cell)
{
  return mft_agreement_get_block (cell->agreement, cell->id);
}

gboolean
mft_cell_is_computed (MftBlock *cell)
{
  MftText *text = mft_block_get_text (cell);

  for (guint i = 0; i < mft_text_n_runs (text); i++)
    if (mft_text_get_run (text, i)->kind == MFT_RUN_FORMULA)
      return TRUE;
  return FALSE;
}

/* The field that the cell shows and nothing else, or NULL. */
static const char *
only_field (MftBlock *cell)
{
  MftText *text = mft_block_get_text (cell);
  const MftRun *run = mft_text_n_runs (text) == 1 ? mft_text_get_run (text, 0) : NULL;

  return run != NULL && run->kind == MFT_RUN_FIELD ? run->value : NULL;
}

/* A field without value is written as nothing; what it is for stands in the placeholder. */
static char *
dup_written (Cell *cell, MftBlock *block, char **placeholder)
{
  const char *field = only_field (block);
  g_autofree char *shown = mft_shown_text (cell->agreement, block);

  *placeholder = NULL;
  if (field == NULL || mft_agreement_get_value (cell->agreement, field) != NULL)
    return g_steal_pointer (&shown);
  *placeholder = g_steal_pointer (&shown);
  return g_strdup ("");
}

static gboolean
holds_numbers (MftBlock *block)
{
  MftBlock *head = mft_table_get_head_of (block);
  MftColumn column = head != NULL ? mft_table_get_column (head) : MFT_COLUMN_WORDS;

  return head != block && (column == MFT_COLUMN_NUMBER || column == MFT_COLUMN_MONEY);
}

/* Not by colour alone: the tooltip says what is expected. */
static void
show_fit (GtkWidget *entry, MftBlock *block)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (entry));
  MftDecimal number;
  gboolean fits
      = *words == '\0' || !holds_numbers (block) || mft_money_parse (words, &number, NULL);

  if (fits)
    gtk_widget_remove_css_class (entry, "error");
  else
    gtk_widget_add_css_class (entry, "error");
  gtk_widget_set_tooltip_text (entry, fits ? NULL : _ ("Write a number, like 1.250.000"));
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               fits ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
}

/* Only what differs is written, so that typing on stays one step of the history. */
static void
take_words (Cell *cell, MftBlock *block, const char *words)
{
  g_autofree char *old = mft_shown_text (cell->agreement, block);
  const char *a = old, *b = words;
  guint start = 0;

  if (only_field (block) != NULL || mft_text_n_runs (mft_block_get_text (block)) > 1)
    {
      g_autoptr (MftText) all = mft_text_new (words, MFT_STYLE_PLAIN);
      mft_edit_text (cell->agreement, block, 0, G_MAXUINT, all, NULL);
      return;
    }
  for (; *a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b); start++)
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }
  const char *a_end = old + strlen (old), *b_end = words + strlen (words);
  while (a_end > a && b_end > b
         && g_utf8_get_char (g_utf8_prev_char (a_end))
                == g_utf8_get_char (g_utf8_prev_char (b_end)))
    {
      a_end = g_utf8_prev_char (a_end);
      b_end = g_utf8_prev_char (b_end);
    }
  g_autofree char *between = g_strndup (b, (gsize) (b_end - b));
  g_autoptr (MftText) with = mft_text_new (between, MFT_STYLE_PLAIN);
  mft_edit_text (cell->agreement, block, start, start + (guint) g_utf8_strlen (a, a_end - a), with,
                 NULL);
}

static void
written_cb (GtkWidget *widget)
{
  Cell *cell = cell_of (widget);
  MftBlock *block = block_of (cell);

  if (cell->refreshing || block == NULL)
    return;
  take_words (cell, block, gtk_editable_get_text (GTK_EDITABLE (widget)));
  show_fit (widget, block);
}

static gboolean
is_written_in (GtkWidget *entry)
{
  return gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry))));
}

void
mft_cell_refresh (GtkWidget *widget)
{
  Cell *cell = cell_of (widget);
  MftBlock *block = block_of (cell);

  if (block == NULL)
    return;
  if (GTK_IS_LABEL (widget))
    {
      g_autofree char *shown = mft_shown_text (cell->agreement, block);
      gtk_label_set_text (GTK_LABEL (widget), shown);
      return;
    }
  g_autofree char *placeholder = NULL;
  g_autofree char *words = dup_written (cell, block, &placeholder);
  gtk_entry_set_placeholder_text (GTK_ENTRY (widget), placeholder);
  if (!is_written_in (widget)
      && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (widget)), words) != 0)
    {
      cell->refreshing = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (widget), words);
      cell->refreshing = FALSE;
    }
  gtk_editable_set_width_chars (GTK_EDITABLE (widget),
                                CLAMP ((int) g_utf8_strlen (*words != '\0'        ? words
                                                            : placeholder != NULL ? placeholder
                                                                                  : "",
                                                            -1)
                                           + 1,
                                       WIDTH_LEAST, WIDTH_MOST));
  gtk_entry_set_alignment (GTK_ENTRY (widget), holds_numbers (block) ? 1 : 0);
  show_fit (widget, block);
}

/* "Uraian, baris 2": what a screen reader says of the entry. */
static void
name_it (GtkWidget *widget, MftAgreement *agreement, MftBlock *block)
{
  MftBlock *head = mft_table_get_head_of (block);
  g_autofree char *title = head != NULL ? mft_shown_text (agreement, head) : g_strdup ("");
  /* Translators: %s is a column's title, %u the row. */
  g_autofree char *name
      = head == block ? g_strdup_printf (_ ("Title of column %u"), mft_block_get_index (block) + 1)
                      : g_strdup_printf (_ ("%s, row %u"), title,
                                         mft_block_get_index (mft_block_get_parent (block)));

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

GtkWidget *
mft_cell_new (MftAgreement *agreement, MftBlock *block)
{
  gboolean computed = mft_cell_is_computed (block);
  GtkWidget *widget = computed ? gtk_label_new (NULL) : gtk_entry_new ();
  Cell *cell = g_new0 (Cell, 1);

  cell->agreement = g_object_ref (agreement);
  cell->id = g_strdup (mft_block_get_id (block));
  g_object_set_data_full (G_OBJECT (widget), "mft-cell", cell, cell_free);
  if (computed)
    {
      gtk_label_set_xalign (GTK_LABEL (widget), holds_numbers (block) ? 1 : 0);
      gtk_widget_add_css_class (widget, "numeric");
      gtk_widget_set_margin_start (widget, 6);
      gtk_widget_set_margin_end (widget, 6);
      gtk_widget_set_tooltip_text (widget, _ ("Computed"));
    }
  else
    gtk_widget_set_hexpand (widget, TRUE);
  if (mft_table_get_head_of (block) == block)
    gtk_widget_add_css_class (widget, "heading");
  mft_cell_refresh (widget);
  name_it (widget, agreement, block);
  if (!computed)
    g_signal_connect (widget, "changed", G_CALLBACK (written_cb), NULL);
  return widget;
}
