/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tree.h"

#include "agreement/akn.h"
#include "agreement/edit.h"
#include "support.h"

MftBlock *
mft_test_first (MftAgreement *agreement, MftBlockKind kind)
{
  MftBlock *root = mft_agreement_get_root (agreement);
  MftBlock *at = root;

  while (at != NULL && mft_block_get_kind (at) != kind)
    at = mft_block_next (at, root);
  g_assert_nonnull (at);
  return at;
}

MftBlock *
mft_test_pasal (MftAgreement *agreement, guint index)
{
  return mft_block_get_child (mft_agreement_get_part (agreement, MFT_BLOCK_BODY), index);
}

void
mft_test_rewrite (MftAgreement *agreement, MftBlock *block, const char *words)
{
  g_autoptr (MftText) text = mft_text_new (words, MFT_STYLE_PLAIN);

  g_assert_true (mft_edit_text (agreement, block, 0, mft_text_length (mft_block_get_text (block)),
                                text, NULL));
}

void
mft_test_assert_same (MftAgreement *a, MftAgreement *b)
{
  g_autoptr (GBytes) x = mft_akn_write (a);
  g_autoptr (GBytes) y = mft_akn_write (b);

  mft_test_assert_text (g_bytes_get_data (x, NULL), g_bytes_get_data (y, NULL));
}
