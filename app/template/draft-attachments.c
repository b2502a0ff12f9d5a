/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "agreement/formula.h"
#include "agreement/table.h"
#include "bahasa/capitals.h"
#include "bahasa/date.h"
#include "template/draft-parts.h"
#include "template/passages.h"

#define COMPUTED "hitung "
#define CELLS_OF_ROW 100

typedef struct
{
  MftDraft *draft;
  MftBlock *attachment;
  const MftUnit *unit;
  const MftWording *form;
  guint at;
} Sheet;

static MftBlock *
append_block (Sheet *sheet, MftBlock *parent, MftBlockKind kind, guint part)
{
  g_autofree char *place = g_strdup_printf ("%s/%u/%u/%d", sheet->unit->id, sheet->at, part, kind);

  return mft_draft_append (sheet->draft, parent, kind, place);
}

static MftDraftLine *
say (Sheet *sheet, MftBlock *block, GPtrArray *tokens, guint party)
{
  return mft_draft_say (sheet->draft, block, tokens, sheet->unit, party);
}

static GPtrArray *
tokens_of (Sheet *sheet, const char *words)
{
  GPtrArray *tokens = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_token_free);
  MftToken *token = g_new0 (MftToken, 1);

  token->kind = MFT_TOKEN_TEXT;
  token->text = g_strdup (words);
  g_ptr_array_add (tokens, token);
  return mft_draft_keep (sheet->draft, tokens);
}

static const MftToken *
only_field (GPtrArray *cell)
{
  const MftToken *token = cell->len == 1 ? g_ptr_array_index (cell, 0) : NULL;

  return token != NULL && token->kind == MFT_TOKEN_FIELD ? token : NULL;
}

static const char *
only_words (GPtrArray *cell)
{
  const MftToken *token = cell->len == 1 ? g_ptr_array_index (cell, 0) : NULL;

  return token != NULL && token->kind == MFT_TOKEN_TEXT ? token->text : "";
}

/* "rk" of "rk.kegiatan", the table that a row is filled from; NULL if it is none. */
static char *
table_of (const MftPassage *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const MftToken *field = only_field (row->cells->pdata[i]);
      if (field != NULL && strchr (field->text, '.') != NULL)
        return g_strndup (field->text, strcspn (field->text, "."));
    }
  return NULL;
}

/* A canonical number in hundredths. FALSE if it is none or too large. */
static gboolean
read_hundredths (const char *value, guint64 *hundredths)
{
  char *end;
  guint64 whole = g_ascii_strtoull (value, &end, 10);
  guint64 part = 0;

  if (*end == '.' && g_ascii_isdigit (end[1]))
    part
        = (guint64) (end[1] - '0') * 10 + (g_ascii_isdigit (end[2]) ? (guint64) (end[2] - '0') : 0);
  return g_uint64_checked_mul (hundredths, whole, 100)
         && g_uint64_checked_add (hundredths, *hundredths, part);
}

/* The head's cell over the column that is filled from "rab.volume", by "volume". */
static MftBlock *
head_of_column (MftBlock *head, const MftPassage *row, const char *column)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const MftToken *field = only_field (row->cells->pdata[i]);
      const char *dot = field != NULL ? strchr (field->text, '.') : NULL;
      if (dot != NULL && g_str_equal (dot + 1, column))
        return mft_block_get_child (head, i);
    }
  return NULL;
}

static void
set_formula (MftBlock *cell, MftFormulaKind kind, MftBlock *first, MftBlock *second)
{
  g_autofree char *value = mft_formula_dup (kind, first != NULL ? mft_block_get_id (first) : NULL,
                                            second != NULL ? mft_block_get_id (second) : NULL);
  g_autoptr (MftText) text
      = mft_text_new_atom (MFT_RUN_FORMULA, value, MFT_FORM_TEXT, MFT_STYLE_PLAIN);

  mft_block_set_text (cell, text);
}

/* "otomatis": the row's number. "hitung volume x harga": the product of two columns. FALSE for a cell
 * that is not computed. */
static gboolean
compute_cell (MftBlock *table, MftBlock *cell, const MftPassage *row, const char *words)
{
  MftBlock *head = mft_table_get_head (table);

  if (g_str_equal (words, "otomatis"))
    {
      set_formula (cell, MFT_FORMULA_ROW, NULL, NULL);
      return TRUE;
    }
  if (!g_str_has_prefix (words, COMPUTED))
    return FALSE;
  g_auto (GStrv) factors = mft_split_list (words + strlen (COMPUTED), " x ");
  MftBlock *first = factors[0] != NULL ? head_of_column (head, row, factors[0]) : NULL;
  MftBlock *second
      = first != NULL && factors[1] != NULL ? head_of_column (head, row, factors[1]) : NULL;
  /* Compiled in: a fault in it is ours, and the tests find it. */
  g_return_val_if_fail (second != NULL, FALSE);
  set_formula (cell, MFT_FORMULA_PRODUCT, first, second);
  return TRUE;
}

/* What the columns hold, as the pattern of their rows says. */
static void
set_columns (MftBlock *head, const MftPassage *row)
{
  for (guint i = 0; i < row->cells->len && i < mft_block_n_children (head); i++)
    {
      GPtrArray *tokens = g_ptr_array_index (row->cells, i);
      const MftToken *field = only_field (tokens);
      const char *words = only_words (tokens);
      MftColumn column
          = g_str_equal (words, "otomatis") ? MFT_COLUMN_ROW_NUMBER
            : g_str_has_prefix (words, COMPUTED) || (field != NULL && field->slot == MFT_SLOT_UANG)
                ? MFT_COLUMN_MONEY
            : field != NULL && field->slot == MFT_SLOT_BILANGAN ? MFT_COLUMN_NUMBER
                                                                : MFT_COLUMN_WORDS;
      mft_block_set_trait (mft_block_get_child (head, i), MFT_TRAIT_COLUMN,
                           mft_table_column_to_name (column));
    }
}

static char *
format_hundredths (guint64 hundredths)
{
  return mft_decimal_format ((MftDecimal){ .digits = hundredths, .places = 2 });
}

/* A filled cell as it is read: numbers grouped, dates with the month's name. */
static char *
show_cell (const MftToken *field, const char *value)
{
  MftDate date;
  guint64 hundredths;

  if (field->slot == MFT_SLOT_TANGGAL && mft_date_parse_iso (value, &date, NULL))
    return mft_date_format (date);
  if (field->slot == MFT_SLOT_UANG && read_hundredths (value, &hundredths))
    return format_hundredths (hundredths);
  if (field->slot == MFT_SLOT_BILANGAN && read_hundredths (value, &hundredths))
    return mft_decimal_format (mft_decimal (hundredths / 100));
  return g_strdup (value);
}

/* One row; `values` is NULL for one that is still to be filled in. */
static void
append_row (Sheet *sheet, MftBlock *table, const MftPassage *row, GHashTable *values, guint number,
            guint party)
{
  MftBlock *block = append_block (sheet, table, MFT_BLOCK_ROW, number * CELLS_OF_ROW);

  for (guint i = 0; i < row->cells->len; i++)
    {
      GPtrArray *tokens = g_ptr_array_index (row->cells, i);
      const MftToken *field = only_field (tokens);
      const char *dot = field != NULL ? strchr (field->text, '.') : NULL;
      const char *value
          = values != NULL && dot != NULL ? g_hash_table_lookup (values, dot + 1) : NULL;
      MftBlock *cell = append_block (sheet, block, MFT_BLOCK_CELL, number * CELLS_OF_ROW + i);
      g_autofree char *words = value != NULL                     ? show_cell (field, value)
                               : values != NULL && field != NULL ? g_strdup ("")
                                                                 : NULL;

      if (!compute_cell (table, cell, row, only_words (tokens)))
        say (sheet, cell, words != NULL ? tokens_of (sheet, words) : tokens, party);
    }
}

static gboolean
is_of_each_party (const MftPassage *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const MftToken *field = only_field (row->cells->pdata[i]);
      if (field != NULL && g_str_has_prefix (field->text, "pN."))
        return TRUE;
    }
  return FALSE;
}

/* The rows that were filled in, or one for each party, or one that is empty. */
static void
append_rows (Sheet *sheet, MftBlock *table, const MftPassage *row)
{
  g_autofree char *prefix = table_of (row);
  GPtrArray *rows
      = prefix != NULL ? mft_values_get_rows (sheet->draft->plan->values, prefix) : NULL;

  if (is_of_each_party (row))
    for (guint party = 1; party <= sheet->draft->plan->template->parties; party++)
      append_row (sheet, table, row, NULL, party, party);
  else if (rows == NULL)
    append_row (sheet, table, row, NULL, 1, 0);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    append_row (sheet, table, row, rows->pdata[i], i + 1, 0);
}

/* The last column that holds money: that of the sum. */
static MftBlock *
money_column (MftBlock *table)
{
  MftBlock *head = mft_table_get_head (table);

  for (guint i = mft_block_n_children (head); i > 0; i--)
    if (mft_table_get_column (mft_block_get_child (head, i - 1)) == MFT_COLUMN_MONEY)
      return mft_block_get_child (head, i - 1);
  g_return_val_if_reached (NULL);
}

/* jumlah: Jumlah, a last row with the sum; jumlah: Terbilang, its words behind the table. */
static void
append_total (Sheet *sheet, MftBlock *table, const char *words)
{
  MftBlock *column = money_column (table);

  if (g_str_equal (words, "Terbilang"))
    {
      g_autoptr (MftText) text = mft_table_terbilang_new (column);
      mft_block_set_text (append_block (sheet, sheet->attachment, MFT_BLOCK_PARAGRAPH, 0), text);
      return;
    }
  g_autoptr (MftBlock) total = mft_table_new_total (table, column);
  MftBlock *row = append_block (sheet, table, MFT_BLOCK_ROW, 0);
  for (guint i = 0; i < mft_block_n_children (total); i++)
    mft_block_set_text (append_block (sheet, row, MFT_BLOCK_CELL, i),
                        mft_block_get_text (mft_block_get_child (total, i)));
}

/* kolom:, its baris: and jumlah:. Columns without rows are places for signatures. */
static void
append_table (Sheet *sheet)
{
  GPtrArray *passages = sheet->form->passages;
  const MftPassage *head = g_ptr_array_index (passages, sheet->at);
  const MftPassage *row
      = sheet->at + 1 < passages->len ? g_ptr_array_index (passages, sheet->at + 1) : NULL;
  gboolean table = row != NULL && row->kind == MFT_PASSAGE_ROW;
  MftBlock *outer = table ? append_block (sheet, sheet->attachment, MFT_BLOCK_TABLE, 0) : NULL;
  MftBlock *first = table ? append_block (sheet, outer, MFT_BLOCK_TABLE_HEAD, 0) : NULL;

  for (guint i = 0; i < head->cells->len; i++)
    {
      MftBlock *inside
          = table ? first : append_block (sheet, sheet->attachment, MFT_BLOCK_SIGNATURE, i);
      say (sheet, append_block (sheet, inside, table ? MFT_BLOCK_CELL : MFT_BLOCK_LINE, i),
           head->cells->pdata[i], 0);
    }
  sheet->at++;
  if (!table)
    return;
  set_columns (first, row);
  append_rows (sheet, outer, row);
  sheet->at++;
  for (; sheet->at < passages->len; sheet->at++)
    {
      const MftPassage *total = g_ptr_array_index (passages, sheet->at);
      if (total->kind != MFT_PASSAGE_TOTAL)
        break;
      append_total (sheet, outer, only_words (mft_passage_get_tokens (total)));
    }
}

/* The first centred line repeats the title of the attachment, which its block shows already. */
static gboolean
repeats_title (const Sheet *sheet, const MftPassage *passage)
{
  g_autofree char *title = mft_capitals (sheet->unit->title, MFT_CAPITALS_UPPER);

  return g_str_equal (only_words (mft_passage_get_tokens (passage)), title);
}

static void
add_attachment (MftDraft *draft, const MftUnit *unit, const MftWording *form)
{
  const MftPassageManner manner = { 0 };
  g_autofree char *place = g_strconcat ("lampiran/", unit->id, NULL);
  MftBlock *block = mft_draft_append (draft, draft->root, MFT_BLOCK_ATTACHMENT, place);
  g_autoptr (MftText) title = mft_text_new (unit->title, MFT_STYLE_PLAIN);
  Sheet sheet = { .draft = draft, .attachment = block, .unit = unit, .form = form };

  const MftEntry *orientation = mft_entries_find (unit->entries, "orientasi");

  mft_block_set_text (block, title);
  if (orientation != NULL)
    mft_block_set_trait (block, MFT_TRAIT_ORIENTATION, orientation->value);
  mft_block_set_clause (block, unit->id, form->id);
  g_hash_table_insert (draft->places, g_strdup (unit->id), block);
  while (sheet.at < form->passages->len)
    {
      const MftPassage *passage = g_ptr_array_index (form->passages, sheet.at);
      if (passage->kind <= MFT_PASSAGE_ITEM)
        sheet.at = mft_passages_append (draft, block, unit, form, sheet.at, &manner);
      else if (passage->kind == MFT_PASSAGE_COLUMNS)
        append_table (&sheet);
      else
        {
          if (passage->kind == MFT_PASSAGE_CENTERED && !repeats_title (&sheet, passage))
            say (&sheet, append_block (&sheet, block, MFT_BLOCK_CENTERED, 0),
                 mft_passage_get_tokens (passage), 0);
          sheet.at++;
        }
    }
}

static void
add_referenced (MftDraft *draft, const MftDraftLine *line)
{
  for (guint i = 0; i < line->tokens->len; i++)
    {
      const MftToken *token = g_ptr_array_index (line->tokens, i);
      if (token->kind != MFT_TOKEN_REFERENCE || token->points != MFT_POINTER_LAMPIRAN
          || g_hash_table_contains (draft->places, token->unit))
        continue;
      const MftUnit *unit = mft_clause_library_get (draft->plan->template->clauses, token->unit);
      if (unit != NULL)
        add_attachment (draft, unit, unit->forms->pdata[0]);
    }
}

void
mft_draft_add_attachments (MftDraft *draft)
{
  /* Attachments add lines; they refer to no further ones. */
  guint lines = draft->lines->len;

  for (guint i = 0; i < lines; i++)
    add_referenced (draft, draft->lines->pdata[i]);
  for (guint i = 0; i < draft->plan->attachments->len; i++)
    {
      const MftUse *use = g_ptr_array_index (draft->plan->attachments, i);
      MftWording *form = mft_plan_get_wording (draft->plan, use->unit);
      if (form != NULL && !g_hash_table_contains (draft->places, use->unit->id))
        add_attachment (draft, use->unit, form);
    }
}
