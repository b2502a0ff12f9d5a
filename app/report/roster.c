/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/roster.h"

#include "report/csv.h"
#include "report/sheet.h"

typedef struct
{
  char *heading; /* or NULL */
  const char *const *titles;
  const double *weights;
  guint n_columns;
  GPtrArray *cells; /* row after row; NULL: empty */
} Table;

struct MftRoster
{
  char *title;
  char *note;
  GPtrArray *tables;
};

static void
table_free (gpointer data)
{
  Table *table = data;

  g_free (table->heading);
  g_ptr_array_unref (table->cells);
  g_free (table);
}

MftRoster *
mft_roster_new (const char *title, const char *note)
{
  MftRoster *roster = g_new0 (MftRoster, 1);

  roster->title = g_strdup (title);
  roster->note = g_strdup (note);
  roster->tables = g_ptr_array_new_with_free_func (table_free);
  return roster;
}

void
mft_roster_free (MftRoster *roster)
{
  g_free (roster->title);
  g_free (roster->note);
  g_ptr_array_unref (roster->tables);
  g_free (roster);
}

void
mft_roster_begin (MftRoster *roster, const char *heading, const char *const *titles,
                  const double *weights, guint n_columns)
{
  Table *table = g_new0 (Table, 1);

  table->heading = g_strdup (heading);
  table->titles = titles;
  table->weights = weights;
  table->n_columns = n_columns;
  table->cells = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (roster->tables, table);
}

void
mft_roster_row (MftRoster *roster, const char *const *cells)
{
  Table *table = g_ptr_array_index (roster->tables, roster->tables->len - 1);

  for (guint i = 0; i < table->n_columns; i++)
    g_ptr_array_add (table->cells, g_strdup (cells[i]));
}

static void
append_table (GString *csv, const Table *table)
{
  guint last = table->n_columns - 1;

  if (table->heading != NULL)
    mft_csv_append (csv, table->heading, TRUE);
  for (guint i = 0; i < table->n_columns; i++)
    mft_csv_append (csv, table->titles[i], i == last);
  for (guint i = 0; i < table->cells->len; i++)
    mft_csv_append (csv, table->cells->pdata[i], i % table->n_columns == last);
}

GBytes *
mft_roster_to_csv (const MftRoster *roster)
{
  GString *csv = g_string_new (MFT_CSV_START);

  for (guint i = 0; i < roster->tables->len; i++)
    {
      if (i > 0)
        mft_csv_append (csv, NULL, TRUE);
      append_table (csv, g_ptr_array_index (roster->tables, i));
    }
  return g_string_free_to_bytes (csv);
}

static void
draw_table (MftSheet *sheet, const Table *table)
{
  if (table->heading != NULL)
    mft_sheet_heading (sheet, 2, table->heading);
  mft_sheet_table_begin (sheet, table->titles, table->weights, table->n_columns);
  for (guint at = 0; at < table->cells->len; at += table->n_columns)
    {
      g_autoptr (GPtrArray) row = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
      for (guint i = 0; i < table->n_columns; i++)
        {
          const char *cell = table->cells->pdata[at + i];
          g_ptr_array_add (row, mft_marked_new_plain (cell != NULL ? cell : ""));
        }
      mft_sheet_table_row (sheet, row);
    }
  mft_sheet_table_end (sheet);
}

GBytes *
mft_roster_to_pdf (const MftRoster *roster, GDateTime *date, GError **error)
{
  g_autoptr (MftSheet) sheet = mft_sheet_new (roster->title, TRUE, NULL, error);
  g_autoptr (GArray) note = mft_marked_new_plain (roster->note);

  if (sheet == NULL)
    return NULL;
  mft_sheet_heading (sheet, 1, roster->title);
  mft_sheet_text (sheet, note, 0);
  for (guint i = 0; i < roster->tables->len; i++)
    draw_table (sheet, g_ptr_array_index (roster->tables, i));
  return mft_sheet_finish (sheet, date, error);
}
