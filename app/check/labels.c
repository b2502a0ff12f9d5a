/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/quoted-heading.h"
#include "check/rules-private.h"

/* A Pasal whose only ayat has a number: an imported or signed label, for a computed one would not. */
void
_mft_check_ayat_single (MftChecker *checker, const MftRule *rule)
{
  MftBlock *only = NULL;
  guint count = 0;

  for (guint i = 0; i < mft_block_n_children (checker->block); i++)
    {
      MftBlock *child = mft_block_get_child (checker->block, i);
      if (mft_block_get_kind (child) == MFT_BLOCK_AYAT)
        {
          only = child;
          count++;
        }
    }
  if (mft_block_get_kind (checker->block) != MFT_BLOCK_PASAL || count != 1
      || *mft_block_get_label (only) == '\0')
    return;
  _mft_checker_go (checker, _mft_checker_find (checker, only));
  MftFinding *finding = _mft_checker_report (checker, rule, MFT_SEVERITY_WARNING, 0, 0,
                                             N_ ("the only ayat of this Pasal has the number {1}"),
                                             mft_block_get_label (only), NULL);
  if (mft_block_get_locked_label (only) != NULL)
    _mft_checker_propose_label (checker, finding);
}

/* Two of the same number under one roof, told at the second. */
void
_mft_check_label_duplicate (MftChecker *checker, const MftRule *rule)
{
  MftBlock *parent = checker->block;
  g_autoptr (GHashTable) seen = NULL;

  if (mft_block_n_children (parent) > 1)
    seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; seen != NULL && i < mft_block_n_children (parent); i++)
    {
      MftBlock *child = mft_block_get_child (parent, i);
      const char *label = mft_block_get_label (child);
      /* What an addendum quotes is counted for itself. */
      if (mft_quoted_heading_scan (child, NULL) > 0)
        g_hash_table_remove_all (seen);
      if (*label == '\0' || g_hash_table_add (seen, (gpointer) label))
        continue;
      _mft_checker_go (checker, _mft_checker_find (checker, child));
      MftFinding *finding = _mft_checker_report (checker, rule, MFT_SEVERITY_ERROR, 0, 0,
                                                 N_ ("{1} is there twice"), label, NULL);
      if (mft_block_get_locked_label (child) != NULL)
        _mft_checker_propose_label (checker, finding);
    }
}
