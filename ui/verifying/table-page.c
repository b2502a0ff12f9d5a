/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/verifying/table-page.h"

#include <glib/gi18n.h>

#include "report/sentences.h"
#include "ui/verifying/report-file.h"
#include "ui/verifying/tones.h"

struct _MftTablePage
{
  AdwBin parent_instance;

  /* Borrowed */
  GtkEditable *search;
  GtkDropDown *verdicts;
  GtkLabel *progress;
  GtkWidget *stop;
  GtkColumnView *table;

  /* Owned */
  GListModel *files;
  GtkFilter *filter;
  GListModel *shown;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MftTablePage, mft_table_page, ADW_TYPE_BIN)

/* --- what a cell says ------------------------------------------------------------------------------- */

static char *
dup_name (MftFileRow *row)
{
  return g_strdup (mft_file_row_get_name (row));
}

static char *
dup_verdict (MftFileRow *row)
{
  const MftVerifyReport *report = mft_file_row_get_report (row);

  if (report != NULL)
    return g_strdup (mft_sentence_verdict_word (report->verdict));
  return g_strdup (mft_file_row_is_busy (row)             ? _ ("Being checked…")
                   : mft_file_row_get_error (row) != NULL ? _ ("Could not be checked")
                                                          : _ ("Stopped"));
}

static char *
dup_signers (MftFileRow *row)
{
  const MftVerifyReport *report = mft_file_row_get_report (row);
  GString *names = g_string_new (NULL);

  for (guint i = 0; report != NULL && i < report->signatures->len; i++)
    {
      const MftSignatureReport *signature = report->signatures->pdata[i];
      g_autofree char *name
          = signature->state == MFT_SIGNATURE_SIGNED && mft_report_is_party (signature)
                ? mft_sentence_signer (signature)
                : NULL;
      if (name != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  return g_string_free (names, FALSE);
}

/* When it was signed last. */
static char *
dup_time (MftFileRow *row)
{
  const MftVerifyReport *report = mft_file_row_get_report (row);
  gint64 last = G_MININT64;

  for (guint i = 0; report != NULL && i < report->signatures->len; i++)
    {
      const MftSignatureReport *signature = report->signatures->pdata[i];
      if (signature->signing_time_source != MFT_TIME_SOURCE_NONE)
        last = MAX (last, signature->signing_time);
    }
  return last != G_MININT64 ? mft_sentence_moment (last) : g_strdup ("");
}

/* What keeps the file from being valid comes before what is only to be looked at. */
static char *
dup_objection (const MftVerifyReport *report)
{
  for (guint i = 0; i < report->signatures->len; i++)
    {
      const MftSignatureReport *signature = report->signatures->pdata[i];
      if (signature->state != MFT_SIGNATURE_EMPTY
          && (signature->integrity != MFT_INTEGRITY_INTACT
              || signature->changes_after == MFT_CHANGES_FORBIDDEN
              || signature->coverage < MFT_COVERAGE_WHOLE_REVISION))
        return mft_sentence_integrity (signature);
    }
  for (guint i = 0; i < report->messages->len; i++)
    if (!((const MftVerifyMessage *) report->messages->pdata[i])->is_note)
      return mft_sentence_message (report->messages->pdata[i]);
  return NULL;
}

static char *
dup_remark (MftFileRow *row)
{
  const MftVerifyReport *report = mft_file_row_get_report (row);

  if (report == NULL || report->verdict == MFT_VERDICT_VALID)
    return g_strdup ("");
  char *objection = dup_objection (report);
  if (objection != NULL)
    return objection;
  for (guint i = 0; i < report->signatures->len; i++)
    {
      const MftSignatureReport *signature = report->signatures->pdata[i];
      if (signature->messages->len > 0)
        return mft_sentence_message (signature->messages->pdata[0]);
    }
  return report->messages->len > 0 ? mft_sentence_message (report->messages->pdata[0])
                                   : g_strdup ("");
}

static const struct Column
{
  const char *title;
  char *(*dup) (MftFileRow *row);
  int width; /* at least */
  gboolean grows;
} columns[] = {
  { N_ ("File"), dup_name, 225, TRUE },
  { N_ ("Result"), dup_verdict, 215, FALSE },
  { N_ ("Signed by"), dup_signers, 145, TRUE },
  { N_ ("Signed at"), dup_time, 205, FALSE },
  { N_ ("What stands out"), dup_remark, 195, TRUE },
};

/* --- the filter and the progress --------------------------------------------------------------------- */

/* "All", then one for each verdict in the order of the enumeration. */
static gboolean
passes (gpointer item, gpointer data)
{
  MftTablePage *self = data;
  const MftVerifyReport *report = mft_file_row_get_report (item);
  guint wanted = gtk_drop_down_get_selected (self->verdicts);
  g_autofree char *words = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  g_autofree char *signers = dup_signers (item);
  g_autofree char *all = g_strconcat (mft_file_row_get_name (item), " ", signers, NULL);
  g_autofree char *folded = g_utf8_casefold (all, -1);

  if (wanted > 0 && (report == NULL || report->verdict != wanted - 1))
    return FALSE;
  return *words == '\0' || strstr (folded, words) != NULL;
}

static void
filter_cb (MftTablePage *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
show_progress (MftTablePage *self)
{
  guint all = g_list_model_get_n_items (self->files), busy = 0;

  for (guint i = 0; i < all; i++)
    {
      g_autoptr (MftFileRow) row = g_list_model_get_item (self->files, i);
      busy += mft_file_row_is_busy (row);
    }
  /* Translators: how many files were checked, of how many. */
  g_autofree char *words = g_strdup_printf (_ ("%u of %u checked"), all - busy, all);
  gtk_label_set_text (self->progress, words);
  gtk_widget_set_visible (self->stop, busy > 0);
}

static void
stop_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftTablePage *self = MFT_TABLE_PAGE (widget);

  (void) action;
  (void) parameter;
  for (guint i = 0; i < g_list_model_get_n_items (self->files); i++)
    {
      g_autoptr (MftFileRow) row = g_list_model_get_item (self->files, i);
      mft_file_row_stop (row);
    }
}

/* What the filter lets through, in the order that is seen. */
static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftTablePage *self = MFT_TABLE_PAGE (widget);
  g_autoptr (GArray) results = g_array_new (FALSE, FALSE, sizeof (MftVerifiedFile));

  (void) action;
  (void) parameter;
  for (guint i = 0; i < g_list_model_get_n_items (self->shown); i++)
    {
      g_autoptr (MftFileRow) row = g_list_model_get_item (self->shown, i);
      mft_file_row_add_result (row, results);
    }
  if (results->len > 0)
    mft_report_file_save (widget, results, MFT_FILE_TABLE);
}

/* --- the columns -------------------------------------------------------------------------------------- */

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  const struct Column *column = data;
  MftFileRow *row = gtk_list_item_get_item (list_item);
  const MftVerifyReport *report = mft_file_row_get_report (row);
  g_autofree char *words = column->dup (row);
  GtkWidget *cell;

  (void) factory;
  if (column->dup == dup_verdict && report != NULL)
    cell = mft_tone_label_new (mft_tone_of_verdict (report), words);
  else
    cell = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "ellipsize",
                         column->dup == dup_name ? PANGO_ELLIPSIZE_MIDDLE : PANGO_ELLIPSIZE_END,
                         "tooltip-text", words, NULL);
  gtk_list_item_set_child (list_item, cell);
}

static int
compare_cells (gconstpointer a, gconstpointer b, gpointer data)
{
  const struct Column *column = data;
  g_autofree char *first = column->dup (MFT_FILE_ROW ((gpointer) a));
  g_autofree char *second = column->dup (MFT_FILE_ROW ((gpointer) b));

  return g_utf8_collate (first, second);
}

static int
compare_times (gconstpointer a, gconstpointer b, gpointer data)
{
  const MftVerifyReport *reports[] = { mft_file_row_get_report (MFT_FILE_ROW ((gpointer) a)),
                                       mft_file_row_get_report (MFT_FILE_ROW ((gpointer) b)) };
  gint64 times[2] = { G_MININT64, G_MININT64 };

  (void) data;
  for (guint i = 0; i < 2; i++)
    for (guint k = 0; reports[i] != NULL && k < reports[i]->signatures->len; k++)
      {
        const MftSignatureReport *one = reports[i]->signatures->pdata[k];
        if (one->signing_time_source != MFT_TIME_SOURCE_NONE)
          times[i] = MAX (times[i], one->signing_time);
      }
  return (times[0] > times[1]) - (times[0] < times[1]);
}

static void
add_column (MftTablePage *self, const struct Column *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (
      column->dup == dup_time ? compare_times : compare_cells, (gpointer) column, NULL));
  g_autoptr (GtkColumnViewColumn) view = NULL;

  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) column);
  view = gtk_column_view_column_new (_ (column->title), factory);
  gtk_column_view_column_set_sorter (view, sorter);
  gtk_column_view_column_set_resizable (view, TRUE);
  gtk_column_view_column_set_fixed_width (view, column->width);
  gtk_column_view_column_set_expand (view, column->grows);
  gtk_column_view_append_column (self->table, view);
}

static void
activated_cb (MftTablePage *self, guint position)
{
  g_autoptr (MftFileRow) row = g_list_model_get_item (self->shown, position);

  if (row != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, row);
}

/* --- the page ----------------------------------------------------------------------------------------- */

static GtkWidget *
header_new (void)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *back = g_object_new (GTK_TYPE_BUTTON, "icon-name", "go-previous-symbolic",
                                  "tooltip-text", _ ("Back"), "action-name", "win.back", NULL);
  GtkWidget *save
      = g_object_new (GTK_TYPE_BUTTON, "icon-name", "document-save-symbolic", "tooltip-text",
                      _ ("Save the list as a table (CSV)"), "action-name", "table.save", NULL);

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (_ ("Files that were checked"), NULL));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), back);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), save);
  return header;
}

static GtkWidget *
tools_new (MftTablePage *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *search = gtk_search_entry_new ();
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *verdicts;

  gtk_string_list_append (words, _ ("All results"));
  for (guint i = MFT_VERDICT_VALID; i <= MFT_VERDICT_UNREADABLE; i++)
    gtk_string_list_append (words, mft_sentence_verdict_word ((MftVerdict) i));
  verdicts = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (words)), NULL);
  g_object_set (search, "placeholder-text", _ ("Search files and signers"), "hexpand", TRUE, NULL);
  self->search = GTK_EDITABLE (search);
  self->verdicts = GTK_DROP_DOWN (verdicts);
  self->progress = GTK_LABEL (gtk_label_new (NULL));
  self->stop = gtk_button_new_with_mnemonic (_ ("S_top"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->stop), "table.stop");
  g_signal_connect_object (search, "search-changed", G_CALLBACK (filter_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (verdicts, "notify::selected", G_CALLBACK (filter_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (tools), search);
  gtk_box_append (GTK_BOX (tools), verdicts);
  gtk_box_append (GTK_BOX (tools), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (tools), self->stop);
  gtk_widget_add_css_class (tools, "toolbar");
  return tools;
}

static void
fill (MftTablePage *self)
{
  GtkSorter *sorter;
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (self, &columns[i]);
  sorter = gtk_column_view_get_sorter (self->table);
  self->filter = GTK_FILTER (gtk_custom_filter_new (passes, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (self->files), g_object_ref (self->filter));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (sorter));
  self->shown = g_object_ref (G_LIST_MODEL (sorted));
  GtkSelectionModel *selection
      = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (sorted)));
  gtk_column_view_set_model (self->table, selection);
  g_object_unref (selection);
}

static void
build (MftTablePage *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *table = gtk_column_view_new (NULL);
  GtkWidget *scroller
      = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "vexpand", TRUE, "child", table, NULL);

  self->table = GTK_COLUMN_VIEW (table);
  gtk_column_view_set_show_row_separators (self->table, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Files that were checked"), -1);
  gtk_box_append (GTK_BOX (page), header_new ());
  gtk_box_append (GTK_BOX (page), tools_new (self));
  gtk_box_append (GTK_BOX (page), scroller);
  fill (self);
  g_signal_connect_object (table, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->files, "items-changed", G_CALLBACK (show_progress), self,
                           G_CONNECT_SWAPPED);
  show_progress (self);
  adw_bin_set_child (ADW_BIN (self), page);
}

static void
mft_table_page_dispose (GObject *object)
{
  MftTablePage *self = MFT_TABLE_PAGE (object);

  /* The filter asks the widgets, which go first. */
  if (self->table != NULL)
    gtk_column_view_set_model (self->table, NULL);
  self->table = NULL;
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->files);
  G_OBJECT_CLASS (mft_table_page_parent_class)->dispose (object);
}

static void
mft_table_page_class_init (MftTablePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_table_page_dispose;
  gtk_widget_class_install_action (widget_class, "table.stop", NULL, stop_cb);
  gtk_widget_class_install_action (widget_class, "table.save", NULL, save_cb);
  signals[CHOSEN] = g_signal_new ("chosen", MFT_TYPE_TABLE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, MFT_TYPE_FILE_ROW);
}

static void
mft_table_page_init (MftTablePage *self)
{
  (void) self;
}

GtkWidget *
mft_table_page_new (GListModel *files)
{
  MftTablePage *self = g_object_new (MFT_TYPE_TABLE_PAGE, NULL);

  self->files = g_object_ref (files);
  build (self);
  return GTK_WIDGET (self);
}
