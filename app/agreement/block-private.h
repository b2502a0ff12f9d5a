/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/block.h"

G_BEGIN_DECLS

/* What the room's own files may touch. */
struct MftBlock
{
  MftBlockKind kind;
  char *id;
  MftText *text;
  MftBlock *parent;
  guint index;
  GPtrArray *children;

  char *label;
  char *locked_label;
  MftMarks marks;
  guint party;
  char *clause;
  char *alternative;
  char *traits[MFT_N_TRAITS];
};

/* Puts `child` (without parent) at `index`; takes it over. */
void _mft_block_attach (MftBlock *parent, guint index, MftBlock *child);

/* Takes `block` out of its parent; the caller owns it. */
void _mft_block_detach (MftBlock *block);

/* Whether its text may change: not what a newer version put there. Sets MFT_AGREEMENT_ERROR_VERSION. */
gboolean _mft_block_check_own (const MftBlock *block, GError **error);

/* Returns whether the label changed. */
gboolean _mft_block_set_label (MftBlock *block, const char *label);

G_END_DECLS
