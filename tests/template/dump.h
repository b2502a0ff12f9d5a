/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/shown.h"

/* The agreement as plain text: a block a line, its label before it, indented by its level. */
static inline char *
dump (MftAgreement *agreement)
{
  MftBlock *root = mft_agreement_get_root (agreement);
  GString *text = g_string_new (NULL);

  for (MftBlock *block = root; block != NULL; block = mft_block_next (block, root))
    {
      g_autofree char *shown = mft_shown_text (agreement, block);
      const char *label = mft_block_get_label (block);
      if (*shown == '\0' && *label == '\0')
        continue;
      for (guint i = 0; i < mft_block_get_level (block); i++)
        g_string_append (text, "  ");
      g_string_append_printf (text, "%s%s%s\n", label, *label != '\0' ? " " : "", shown);
    }
  return g_string_free (text, FALSE);
}
