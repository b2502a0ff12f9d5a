/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "act/signer.h"
#include "ui/signing/step.h"

G_BEGIN_DECLS

/* What only the signer knows, asked at each act and never kept: the passphrase of a certificate, a
 * token's PIN, or what BSrE asks for; three wrong ones in a row make a pause.
 *
 * Signal "entered": Enter was pressed in it. Signal "send-code": BSrE is to mail a code. */
#define MFT_TYPE_PASSPHRASE_STEP (mft_passphrase_step_get_type ())
G_DECLARE_FINAL_TYPE (MftPassphraseStep, mft_passphrase_step, MFT, PASSPHRASE_STEP, MftStep)

GtkWidget *mft_passphrase_step_new (void);

/* Whose it is (NULL: nobody's yet): the journal knows the attempts. */
void mft_passphrase_step_set_signer (MftPassphraseStep *self, const MftSigner *signer);

/* Whether it is not taken for a while, after too many wrong ones. */
gboolean mft_passphrase_step_is_paused (MftPassphraseStep *self);

/* Something stands there, or the reader will ask, and there is no pause. */
gboolean mft_passphrase_step_is_ready (MftPassphraseStep *self);

/* Fills passphrase or code in; the entry is empty afterwards. */
void mft_passphrase_step_take (MftPassphraseStep *self, MftSignerSecrets *secrets);

/* After a wrong one: says how many are left and puts the cursor there. */
void mft_passphrase_step_ask_again (MftPassphraseStep *self);

G_END_DECLS
