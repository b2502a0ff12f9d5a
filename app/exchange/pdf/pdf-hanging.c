/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/pdf/pdf-hanging.h"

#include "bahasa/label.h"
#include "exchange/pdf/pdf-piece.h"

/* In heights of the line: how far what follows the colon begins from it, and the next line from this one. */
#define VALUE_MOST 2.5
#define PITCH_MOST 2.0

/* A name, and the colon behind it. */
typedef struct
{
  MftPdfPiece *name;
  double colon;
  double bottom; /* of the last row that belongs to it */
} Hanging;

/* The first colon of a row that has a name before it. */
static gboolean
find_name (GPtrArray *row, Hanging *hanging)
{
  for (guint i = 0; i < row->len; i++)
    {
      MftPdfPiece *piece = row->pdata[i];
      if (piece->colon <= 0)
        continue;
      gboolean alone = piece->words->str[0] == ':';
      if (alone && i == 0)
        return FALSE;
      *hanging = (Hanging){ alone ? row->pdata[i - 1] : piece, piece->colon, piece->bottom };
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_value (const Hanging *hanging, const MftPdfPiece *piece)
{
  double height = piece->bottom - piece->top;

  return piece->left >= hanging->colon && piece->left < hanging->colon + VALUE_MOST * height
         && piece->top < hanging->bottom + (PITCH_MOST - 1) * height;
}

static gboolean
goes_on_with_name (const Hanging *hanging, const MftPdfPiece *piece)
{
  MftLabel label;

  return piece->left > hanging->name->left - 1 && piece->right < hanging->colon
         && mft_label_scan (piece->words->str, &label) == 0;
}

/* Before the colon where it is of the same piece. */
static void
add_to_name (const Hanging *hanging, const MftPdfPiece *piece)
{
  MftPdfPiece *name = hanging->name;
  const char *colon = name->colon > 0 ? strstr (name->words->str, " :") : NULL;
  gsize at = colon != NULL ? (gsize) (colon - name->words->str) : name->words->len;
  guint letters = 0;

  for (const char *c = name->words->str; c < name->words->str + at; c = g_utf8_next_char (c))
    letters += *c != ' ' ? 1 : 0;
  g_string_insert_c (name->words, (gssize) at, ' ');
  g_string_insert (name->words, (gssize) at + 1, piece->words->str);
  if (letters > name->styles->len)
    return; /* of a scan */
  g_autoptr (GByteArray) rest = g_byte_array_new ();
  g_byte_array_append (rest, name->styles->data + letters, name->styles->len - letters);
  g_byte_array_set_size (name->styles, letters);
  g_byte_array_append (name->styles, piece->styles->data, piece->styles->len);
  g_byte_array_append (name->styles, rest->data, rest->len);
}

void
mft_pdf_join_hanging (GPtrArray *rows)
{
  Hanging hanging = { 0 };

  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *row = rows->pdata[i];
      const MftPdfPiece *first = row->pdata[0];

      if (find_name (row, &hanging) || hanging.name == NULL)
        continue;
      if (row->len > 1 && is_value (&hanging, row->pdata[1]) && goes_on_with_name (&hanging, first))
        {
          add_to_name (&hanging, first);
          g_ptr_array_remove_index (row, 0);
        }
      const MftPdfPiece *value = row->pdata[0];
      if (is_value (&hanging, value))
        hanging.bottom = value->bottom;
      else
        hanging.name = NULL;
    }
}
