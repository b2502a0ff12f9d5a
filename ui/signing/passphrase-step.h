/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/secret.h"
#include "pki/certificate.h"
#include "ui/signing/step.h"

G_BEGIN_DECLS

/* The passphrase, asked at each act and never kept; three wrong ones in a row make a pause.
 *
 * Signal "entered": Enter was pressed in it. */
#define MFT_TYPE_PASSPHRASE_STEP (mft_passphrase_step_get_type ())
G_DECLARE_FINAL_TYPE (MftPassphraseStep, mft_passphrase_step, MFT, PASSPHRASE_STEP, MftStep)

GtkWidget *mft_passphrase_step_new (void);

/* Whose passphrase it is (NULL: nobody's yet): the journal knows the attempts. */
void mft_passphrase_step_set_certificate (MftPassphraseStep *self, MftCertificate *certificate);

/* Something stands there, and there is no pause. */
gboolean mft_passphrase_step_is_ready (MftPassphraseStep *self);

/* Owned by the caller; the entry is empty afterwards. */
MftSecret *mft_passphrase_step_take (MftPassphraseStep *self);

/* After a wrong one: says how many are left and puts the cursor there. */
void mft_passphrase_step_ask_again (MftPassphraseStep *self);

G_END_DECLS
