/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/attachment.h"

#include "bahasa/capitals.h"

#include "agreement/party.h"

/* They stand behind all other parts. */
static guint
first_index (MftAgreement *agreement)
{
  MftBlock *root = mft_agreement_get_root (agreement);
  guint index = mft_block_n_children (root);

  while (index > 0
         && mft_block_get_kind (mft_block_get_child (root, index - 1)) == MFT_BLOCK_ATTACHMENT)
    index--;
  return index;
}

guint
mft_attachment_count (MftAgreement *agreement)
{
  return mft_block_n_children (mft_agreement_get_root (agreement)) - first_index (agreement);
}

MftBlock *
mft_attachment_get (MftAgreement *agreement, guint index)
{
  return mft_block_get_child (mft_agreement_get_root (agreement), first_index (agreement) + index);
}

MftBlock *
mft_attachment_add (MftAgreement *agreement, const char *title, GError **error)
{
  MftBlock *root = mft_agreement_get_root (agreement);
  g_autoptr (MftText) text = mft_text_new (title, MFT_STYLE_PLAIN);
  MftBlock *attachment = mft_block_new (MFT_BLOCK_ATTACHMENT, text);

  return mft_edit_insert (agreement, root, mft_block_n_children (root), attachment, error)
             ? attachment
             : NULL;
}

gboolean
mft_attachment_move (MftAgreement *agreement, MftBlock *attachment, guint to, GError **error)
{
  return mft_edit_move (agreement, attachment, mft_agreement_get_root (agreement),
                        first_index (agreement) + to, error);
}

static gboolean
refers_into (MftAgreement *agreement, MftBlock *block, MftBlock *attachment)
{
  MftText *text = mft_block_get_text (block);

  for (guint i = 0; i < mft_text_n_runs (text); i++)
    {
      const MftRun *run = mft_text_get_run (text, i);
      MftBlock *target
          = run->kind == MFT_RUN_REFERENCE ? mft_agreement_get_block (agreement, run->value) : NULL;
      if (target != NULL && mft_block_get_ancestor (target, MFT_BLOCK_ATTACHMENT) == attachment)
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
mft_attachment_list_referring (MftAgreement *agreement, MftBlock *attachment)
{
  GPtrArray *found = g_ptr_array_new ();
  MftBlock *root = mft_agreement_get_root (agreement);

  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    if (mft_block_get_ancestor (at, MFT_BLOCK_ATTACHMENT) != attachment
        && refers_into (agreement, at, attachment))
      g_ptr_array_add (found, at);
  return found;
}

GStrv
mft_attachment_dup_head (MftAgreement *agreement, MftBlock *attachment)
{
  const char *name = mft_agreement_get_setting (agreement, "naskah");
  g_autoptr (GStrvBuilder) head = g_strv_builder_new ();
  g_autofree char *label = mft_capitals (mft_block_get_label (attachment), MFT_CAPITALS_UPPER);
  g_autofree char *document = mft_capitals (name, MFT_CAPITALS_UPPER);

  g_strv_builder_add (head, label);
  g_strv_builder_add (head, document);
  for (guint party = 1; party <= mft_agreement_n_parties (agreement); party++)
    {
      const char *number = mft_party_get (agreement, party, "nomor");
      g_autofree char *line = g_strdup_printf ("NOMOR: %s", number);
      if (number != NULL)
        g_strv_builder_add (head, line);
    }
  return g_strv_builder_end (head);
}
