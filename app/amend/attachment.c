/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "amend/attachment.h"

#include <string.h>

#define NAME "Lampiran"

gboolean
mft_attachment_is_only (MftBlock *block)
{
  return mft_block_get_kind (block) == MFT_BLOCK_ATTACHMENT
         && g_ascii_strcasecmp (mft_block_get_label (block), NAME) == 0;
}

char *
mft_attachment_dup_name (MftBlock *block)
{
  MftLabel label;

  return mft_label_scan (mft_block_get_label (block), &label) > 0 ? mft_label_reference (label)
                                                                  : g_strdup (NAME);
}

MftLabel
mft_attachment_scan (const char *words)
{
  const MftLabel only = { .kind = MFT_LABEL_LAMPIRAN, .ordinal = 1 };
  MftLabel label;
  const char *at = strstr (words, NAME);

  return at != NULL && mft_label_reference_scan (at, &label) > 0 ? label : only;
}

MftBlock *
mft_attachment_find (MftAgreement *agreement, MftLabel label)
{
  MftBlock *root = mft_agreement_get_root (agreement);

  for (guint i = 0; i < mft_block_n_children (root); i++)
    {
      MftBlock *block = mft_block_get_child (root, i);
      MftLabel other = { .kind = MFT_LABEL_LAMPIRAN, .ordinal = 1 };
      if (mft_block_get_kind (block) == MFT_BLOCK_ATTACHMENT
          && (mft_attachment_is_only (block)
              || mft_label_scan (mft_block_get_label (block), &other) > 0)
          && mft_label_equal (label, other))
        return block;
    }
  return NULL;
}

MftBlock *
mft_attachment_find_quoted (MftAgreement *addendum, MftBlock *formula)
{
  MftText *text = mft_block_get_text (formula);

  for (guint i = 0; i < mft_text_n_runs (text); i++)
    {
      const MftRun *run = mft_text_get_run (text, i);
      MftBlock *target
          = run->kind == MFT_RUN_REFERENCE ? mft_agreement_get_block (addendum, run->value) : NULL;
      if (target != NULL && mft_block_get_kind (target) == MFT_BLOCK_ATTACHMENT)
        return target;
    }
  return NULL;
}
