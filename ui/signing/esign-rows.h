/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "act/signer.h"
#include "ui/signing/step.h"

G_BEGIN_DECLS

/* Who the person is to BSrE's service, and what the service says of them: NIK, the application's
 * account where the keyring does not know it, and the state, asked as soon as that is there.
 *
 * Signal "changed": the state has. */
#define MFT_TYPE_ESIGN_ROWS (mft_esign_rows_get_type ())
G_DECLARE_FINAL_TYPE (MftEsignRows, mft_esign_rows, MFT, ESIGN_ROWS, GObject)

/* Puts its rows into `step`, which has to outlive it. */
MftEsignRows *mft_esign_rows_new (MftStep *step);

/* NULL: another way to sign was chosen; the rows are hidden, and what they hold is gone. */
void mft_esign_rows_set_signer (MftEsignRows *self, const MftSigner *signer);

/* The service has said that this person may sign. */
gboolean mft_esign_rows_is_usable (MftEsignRows *self);

/* The state: a tone, the masked NIK and a word; and a sentence where there is something to do (NULL
 * else). Borrowed. */
MftTone mft_esign_rows_get_state (MftEsignRows *self, const char **fact, const char **sentence);

/* NIK and password; they stay in the rows. */
void mft_esign_rows_fill (MftEsignRows *self, MftSignerSecrets *secrets);

G_END_DECLS
