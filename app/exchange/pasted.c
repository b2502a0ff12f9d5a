/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/pasted.h"

#include <string.h>

#include "agreement/edit.h"
#include "bahasa/label.h"
#include "exchange/error.h"
#include "exchange/exchange.h"

/* What stands for the number of a Pasal that was pasted without one. */
#define UNNUMBERED "Tempelan"

/* The reader knows a Pasal by its being the next one: they are counted from 1, and their own labels noted. */
static char *
count_anew (const char *words, GPtrArray *labels)
{
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);
      MftLabel label;
      gsize size = mft_label_scan (line, &label);
      if (size > 0 && label.kind == MFT_LABEL_PASAL)
        {
          g_ptr_array_add (labels, mft_label_format (label));
          g_string_append_printf (text, "Pasal %u%s\n", labels->len, line + size);
        }
      else
        g_string_append_printf (text, "%s\n", line);
    }
  if (labels->len == 0)
    {
      g_ptr_array_add (labels, g_strdup (UNNUMBERED));
      g_string_prepend (text, "Pasal 1\n");
    }
  return g_string_free (text, FALSE);
}

MftAgreement *
mft_pasted_read (const char *words, GError **error)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  g_autofree char *text = count_anew (valid, labels);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (MftAgreement) agreement = mft_exchange_read (bytes, "tempelan.txt", NULL, error);
  MftBlock *body = agreement != NULL ? mft_agreement_get_part (agreement, MFT_BLOCK_BODY) : NULL;

  if (agreement == NULL)
    return NULL;
  if (body == NULL || mft_block_n_children (body) == 0
      || mft_block_n_children (mft_block_get_child (body, 0)) == 0)
    {
      g_set_error_literal (error, MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_EMPTY,
                           "there is no provision in it");
      return NULL;
    }
  for (guint i = 0; i < mft_block_n_children (body) && i < labels->len; i++)
    mft_edit_locked_label (agreement, mft_block_get_child (body, i), labels->pdata[i]);
  return mft_agreement_snapshot (agreement);
}
