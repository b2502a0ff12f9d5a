/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/signature-column.h"

#include "agreement/shown.h"

void
mft_signature_column_init (MftSignatureColumn *column, MftAgreement *agreement, MftBlock *signature)
{
  *column = (MftSignatureColumn){ NULL, NULL, g_ptr_array_new () };
  if (mft_text_length (mft_block_get_text (signature)) > 0)
    column->role = signature;
  for (guint i = 0; i < mft_block_n_children (signature); i++)
    {
      MftBlock *line = mft_block_get_child (signature, i);
      g_autofree char *words = mft_shown_text (agreement, line);
      if (column->role == NULL)
        column->role = line;
      else if (column->anchor == NULL && g_utf8_strlen (words, -1) == 1)
        column->anchor = line;
      else
        g_ptr_array_add (column->below, line);
    }
}

void
mft_signature_column_clear (MftSignatureColumn *column)
{
  g_ptr_array_unref (column->below);
}
