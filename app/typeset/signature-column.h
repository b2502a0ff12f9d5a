/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* One party's column: its role over the place to sign, an anchor ("#") in it, below its name and what
 * follows. Blocks without words take no line. Everything is borrowed from the agreement. */
typedef struct
{
  MftBlock *role;   /* or NULL */
  MftBlock *anchor; /* or NULL */
  GPtrArray *below; /* MftBlock */
} MftSignatureColumn;

void mft_signature_column_init (MftSignatureColumn *column, MftAgreement *agreement,
                                MftBlock *signature);
void mft_signature_column_clear (MftSignatureColumn *column);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MftSignatureColumn, mft_signature_column_clear)

G_END_DECLS
