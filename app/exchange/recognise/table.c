/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables: those that are drawn stay tables; those that only set the layout (komparisi, contacts,
 * signatures) are read as lines. */
#include "exchange/recognise/importer-private.h"

/* Larger ones are read line by line. */
#define COLUMNS_MOST 64
#define ROWS_MOST 20000

typedef struct
{
  GPtrArray *lines; /* MftImportLine, those of the table */
  guint rows;
  guint columns;
  gboolean used[COLUMNS_MOST]; /* which columns hold anything */
  GPtrArray **cells;           /* row by row, the lines of each; NULL: empty */
} Table;

static const MftImportPlace *
place_of (const Table *table, guint i)
{
  return &((MftImportLine *) table->lines->pdata[i])->place;
}

/* FALSE: too large to be one. */
static gboolean
lay_out (Table *table)
{
  for (guint i = 0; i < table->lines->len; i++)
    {
      table->rows = MAX (table->rows, place_of (table, i)->row + 1);
      table->columns = MAX (table->columns, place_of (table, i)->column + 1);
    }
  if (table->rows > ROWS_MOST || table->columns > COLUMNS_MOST)
    return FALSE;
  table->cells = g_new0 (GPtrArray *, table->rows * table->columns);
  for (guint i = 0; i < table->lines->len; i++)
    {
      const MftImportPlace *place = place_of (table, i);
      GPtrArray **cell = &table->cells[place->row * table->columns + place->column];

      table->used[place->column] = TRUE;
      if (*cell == NULL)
        *cell = g_ptr_array_new ();
      g_ptr_array_add (*cell, table->lines->pdata[i]);
    }
  return TRUE;
}

static void
clear (Table *table)
{
  for (guint i = 0; table->cells != NULL && i < table->rows * table->columns; i++)
    g_clear_pointer (&table->cells[i], g_ptr_array_unref);
  g_free (table->cells);
}

/* The `nth` line of a cell, NULL if it has fewer. */
static MftImportLine *
find_line (const Table *table, guint row, guint column, guint nth)
{
  GPtrArray *cell = table->cells[row * table->columns + column];

  return cell != NULL && nth < cell->len ? cell->pdata[nth] : NULL;
}

/* Lines that stand beside each other as one; its columns are those of the table. */
static MftImportLine *
join (const Table *table, MftImportLine *const *cells, const MftImportLine *first)
{
  g_autoptr (MftText) text = mft_text_new ("", MFT_STYLE_PLAIN);
  g_autoptr (MftText) space = mft_text_new (" ", MFT_STYLE_PLAIN);
  GPtrArray *columns = g_ptr_array_new ();
  MftImportLine *line;

  for (guint i = 0; i < table->columns; i++)
    {
      if (table->used[i])
        g_ptr_array_add (columns, g_strdup (cells[i] != NULL ? cells[i]->words : ""));
      if (cells[i] == NULL)
        continue;
      if (mft_text_length (text) > 0)
        {
          MftText *spaced = mft_text_join (text, space);
          mft_text_unref (text);
          text = spaced;
        }
      MftText *joined = mft_text_join (text, cells[i]->text);
      mft_text_unref (text);
      text = joined;
    }
  g_ptr_array_add (columns, NULL);
  line = mft_import_line_new (first->number, first->gap, text,
                              (char **) g_ptr_array_free (columns, FALSE));
  line->paragraph = first->paragraph;
  line->label = first->label;
  line->list = first->list;
  line->bullet = first->bullet;
  line->id = g_strdup (first->id);
  return line;
}

static void
take_row (MftImporter *self, const Table *table, guint row)
{
  MftImportLine *cells[COLUMNS_MOST];

  for (guint nth = 0;; nth++)
    {
      MftImportLine *first = NULL;

      for (guint column = 0; column < table->columns; column++)
        {
          cells[column] = find_line (table, row, column, nth);
          first = first != NULL ? first : cells[column];
        }
      if (first == NULL)
        return;
      g_autoptr (MftImportLine) line = join (table, cells, first);
      if (mft_import_has_words (line->words))
        _mft_import_take_line (self, line);
      else
        mft_import_report_drop (self->report, line->number, line->words);
    }
}

/* A party a column, in the middle of the agreement: addresses, one below the other. */
static gboolean
holds_contacts (const MftImporter *self, const Table *table)
{
  guint parties = 0;

  for (guint i = 0; i < table->columns; i++)
    {
      const MftImportLine *line = find_line (table, 0, i, 0);
      parties += line != NULL && _mft_import_party_alone (line->words) > 0 ? 1 : 0;
    }
  return parties >= 2 && self->zone == MFT_BLOCK_BODY;
}

static void
take_columns (MftImporter *self, const Table *table)
{
  for (guint column = 0; column < table->columns; column++)
    for (guint i = 0; i < table->lines->len; i++)
      if (place_of (table, i)->column == column)
        _mft_import_take_line (self, table->lines->pdata[i]);
}

static MftText *
join_cell (const Table *table, guint row, guint column)
{
  MftTextBuilder builder;
  const MftImportLine *line;

  mft_text_builder_init (&builder);
  for (guint nth = 0; (line = find_line (table, row, column, nth)) != NULL; nth++)
    {
      if (nth > 0)
        mft_text_builder_words (&builder, " ", MFT_STYLE_PLAIN);
      mft_text_builder_text (&builder, line->text);
    }
  return mft_text_builder_end (&builder);
}

static gboolean
is_bold (MftText *text)
{
  for (guint i = 0; i < mft_text_n_runs (text); i++)
    if ((mft_text_get_run (text, i)->style & MFT_STYLE_BOLD) == 0)
      return FALSE;
  return TRUE;
}

static MftBlock *
make_row (MftImporter *self, const Table *table, guint row)
{
  MftBlock *block = mft_block_new (MFT_BLOCK_ROW, NULL);
  gboolean bold = row == 0;

  for (guint column = 0; column < table->columns; column++)
    bold = bold
           && (find_line (table, row, column, 0) == NULL
               || is_bold (find_line (table, row, column, 0)->text));
  if (bold)
    {
      mft_block_free (block);
      block = mft_block_new (MFT_BLOCK_TABLE_HEAD, NULL);
    }
  for (guint column = 0; column < table->columns; column++)
    {
      const MftImportLine *line = find_line (table, row, column, 0);
      g_autoptr (MftText) text = join_cell (table, row, column);
      MftBlock *cell = mft_block_append (block, mft_block_new (MFT_BLOCK_CELL, text));
      if (line != NULL)
        g_hash_table_insert (self->lines, cell, GUINT_TO_POINTER (line->number));
    }
  return block;
}

static void
take_drawn (MftImporter *self, const Table *table)
{
  const MftImportLine *first = table->lines->pdata[0];
  MftBlock *holder = self->unit != NULL ? self->unit : _mft_import_holder (self);
  MftBlock *block = _mft_import_open (self, holder, MFT_BLOCK_TABLE, first, strlen (first->words));

  g_hash_table_remove (self->labels, block);
  for (guint row = 0; row < table->rows; row++)
    mft_block_append (block, make_row (self, table, row));
  _mft_import_guess (self, first, "table", MFT_CONFIDENCE_HIGH);
  /* What comes next does not go on with the table. */
  g_string_assign (self->words, ".");
}

static gboolean
stays_table (MftImporter *self, const Table *table)
{
  const MftImportLine *first = table->lines->pdata[0];
  MftBlock *holder = _mft_import_holder (self);

  return first->place.ruled && table->rows >= 2 && table->columns >= 2 && holder != NULL
         && mft_structure_allows (mft_block_get_kind (self->unit != NULL ? self->unit : holder),
                                  MFT_BLOCK_TABLE);
}

static void
take_cb (gpointer line, gpointer self)
{
  _mft_import_take_line (self, line);
}

guint
_mft_import_take_table (MftImporter *self, GPtrArray *lines, guint start)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  Table table = { .lines = own };
  guint end = start;

  while (end < lines->len
         && ((MftImportLine *) lines->pdata[end])->place.table
                == ((MftImportLine *) lines->pdata[start])->place.table)
    g_ptr_array_add (own, lines->pdata[end++]);
  if (!lay_out (&table))
    g_ptr_array_foreach (own, take_cb, self);
  else if (stays_table (self, &table))
    take_drawn (self, &table);
  else if (holds_contacts (self, &table))
    take_columns (self, &table);
  else
    for (guint row = 0; row < table.rows; row++)
      take_row (self, &table, row);
  clear (&table);
  return end;
}
