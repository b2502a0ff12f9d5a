/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/quoted-heading.h"

static gboolean
is_bold (MftText *text)
{
  for (guint i = 0; i < mft_text_n_runs (text); i++)
    if ((mft_text_get_run (text, i)->style & MFT_STYLE_BOLD) == 0)
      return FALSE;
  return mft_text_n_runs (text) > 0;
}

guint
mft_quoted_heading_scan (MftBlock *block, MftLabel *label)
{
  MftBlock *parent = mft_block_get_parent (block);
  MftText *text = mft_block_get_text (block);
  MftLabel unused;

  label = label != NULL ? label : &unused;
  if (mft_block_get_kind (block) != MFT_BLOCK_PARAGRAPH || parent == NULL
      || mft_block_get_kind (parent) != MFT_BLOCK_PASAL || mft_block_n_children (block) > 0
      || !is_bold (text) || mft_text_get_run (text, 0)->kind != MFT_RUN_TEXT)
    return 0;
  const char *words = mft_text_get_run (text, 0)->value;
  gsize size = mft_label_scan (words, label);
  return size > 0 && label->kind == MFT_LABEL_PASAL ? (guint) g_utf8_strlen (words, (gssize) size)
                                                    : 0;
}

MftText *
mft_quoted_heading_new (const char *label, MftText *heading)
{
  g_autofree char *start = g_strconcat (label, mft_text_length (heading) > 0 ? " " : "", NULL);
  g_autoptr (MftText) number = mft_text_new (start, MFT_STYLE_BOLD);
  g_autoptr (MftText) bold
      = mft_text_restyle (heading, 0, mft_text_length (heading), MFT_STYLE_BOLD, 0);

  return mft_text_join (number, bold);
}
