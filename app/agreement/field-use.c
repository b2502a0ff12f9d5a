/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/field-use.h"

gboolean
mft_block_shows_field (MftBlock *block, const char *id)
{
  MftText *text = mft_block_get_text (block);

  for (guint i = 0; i < mft_text_n_runs (text); i++)
    {
      const MftRun *run = mft_text_get_run (text, i);
      if (run->kind == MFT_RUN_FIELD && g_str_equal (run->value, id))
        return TRUE;
    }
  return FALSE;
}
