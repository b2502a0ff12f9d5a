/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/matrix.h"

#include "report/csv.h"
#include "report/marked.h"

GBytes *
mft_matrix_to_csv (const MftMatrix *matrix)
{
  GString *csv = g_string_new (MFT_CSV_START);

  for (guint i = 0; i < matrix->n_columns; i++)
    mft_csv_append (csv, matrix->titles[i], i + 1 == matrix->n_columns);
  for (guint i = 0; i < matrix->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (matrix->rows, i);
      for (guint j = 0; j < row->len; j++)
        {
          g_autofree char *text = mft_marked_dup_text (g_ptr_array_index (row, j));
          mft_csv_append (csv, text, j + 1 == row->len);
        }
    }
  return g_string_free_to_bytes (csv);
}
