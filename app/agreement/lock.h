/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* What of an agreement may not change for now. Not part of its content: no file holds it. Every edit
 * that it forbids changes nothing: MFT_AGREEMENT_ERROR_LOCKED. Undo and redo stand still. */
typedef enum
{
  MFT_LOCK_NONE,
  MFT_LOCK_TEXT, /* all but the fields that come late */
  MFT_LOCK_ALL,
} MftLock;

/* Property "lock" (int) of the agreement tells of a change. */
void mft_agreement_set_lock (MftAgreement *agreement, MftLock lock);
MftLock mft_agreement_get_lock (MftAgreement *agreement);

/* The numbers of the parties, place and date: known only after the text is final. */
gboolean mft_field_comes_late (const char *id);

G_END_DECLS
