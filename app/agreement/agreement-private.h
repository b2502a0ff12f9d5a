/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"
#include "agreement/history.h"

G_BEGIN_DECLS

/* What the room's own files may touch. */
struct _MftAgreement
{
  GObject parent;

  MftBlock *root;
  GHashTable *blocks; /* id → MftBlock, borrowed both */
  GPtrArray *fields;
  GTree *settings;
  MftHistory *history;
  guint64 revision;

  /* The open edit. */
  guint depth;
  gboolean dirty;
  gboolean many;  /* more than one block, or more than text */
  MftBlock *only; /* the one block whose text changed so far */

  /* The typing that the next keystroke may join. */
  MftBlock *typing_block;
  guint typing_at;
  gint64 typing_time;
  gboolean typing_deletes;
};

void _mft_agreement_index (MftAgreement *agreement, MftBlock *block);
void _mft_agreement_unindex (MftAgreement *agreement, MftBlock *block);

/* NULL where the default is in force. */
const char *_mft_agreement_peek_setting (MftAgreement *agreement, const char *key);

/* Applies a command, takes it over into the history and notes what changed. */
void _mft_agreement_do (MftAgreement *agreement, MftCommand *command);

/* Numbers again and emits "changed", if anything changed. */
void _mft_agreement_finish (MftAgreement *agreement);

G_END_DECLS
