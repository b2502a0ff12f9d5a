/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "act/signer.h"
#include "ui/signing/step.h"

G_BEGIN_DECLS

/* Who signs and with which key: a certificate kept here, a token, a file, or BSrE's service; and whether
 * that may be used now, said before the passphrase is asked (PP 71/2019 Ps 62(1)-(2)). */
#define MFT_TYPE_SIGNER_STEP (mft_signer_step_get_type ())
G_DECLARE_FINAL_TYPE (MftSignerStep, mft_signer_step, MFT, SIGNER_STEP, MftStep)

/* `document`: whose evidence is looked at too; NULL: several. */
GtkWidget *mft_signer_step_new (const char *document);

/* Borrowed; NULL while there is none. */
const MftSigner *mft_signer_step_get_signer (MftSignerStep *self);

/* What keeps the signer from signing, in words: NULL or borrowed. */
const char *mft_signer_step_missing (MftSignerStep *self);

/* What the signer's service asks for besides the passphrase. */
void mft_signer_step_fill (MftSignerStep *self, MftSignerSecrets *secrets);

/* The next time this signer is proposed. */
void mft_signer_step_remember (MftSignerStep *self);

/* Tokens may have come or gone, and their tries too. */
void mft_signer_step_look_again (MftSignerStep *self);

G_END_DECLS
