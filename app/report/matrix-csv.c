/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/matrix.h"

#include <string.h>

#include "report/marked.h"

/* A spreadsheet would compute what begins so; an apostrophe says that it is text. */
static gboolean
looks_like_formula (const char *text)
{
  return text[0] != '\0' && strchr ("=+-@\t\r", text[0]) != NULL;
}

/* RFC 4180 but for the separator. */
static void
append_field (GString *csv, const char *text)
{
  g_string_append_c (csv, '"');
  if (looks_like_formula (text))
    g_string_append_c (csv, '\'');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *at);
    }
  g_string_append_c (csv, '"');
}

GBytes *
mft_matrix_to_csv (const MftMatrix *matrix)
{
  GString *csv = g_string_new ("\xef\xbb\xbf");

  for (guint i = 0; i < matrix->n_columns; i++)
    {
      g_string_append (csv, i > 0 ? ";" : "");
      append_field (csv, matrix->titles[i]);
    }
  g_string_append (csv, "\r\n");
  for (guint i = 0; i < matrix->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (matrix->rows, i);
      for (guint j = 0; j < row->len; j++)
        {
          g_autofree char *text = mft_marked_dup_text (g_ptr_array_index (row, j));
          g_string_append (csv, j > 0 ? ";" : "");
          append_field (csv, text);
        }
      g_string_append (csv, "\r\n");
    }
  return g_string_free_to_bytes (csv);
}
