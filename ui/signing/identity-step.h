/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/identity.h"
#include "ui/signing/step.h"

G_BEGIN_DECLS

/* Who signs, and whether that certificate may be used now, said before the passphrase is asked
 * (PP 71/2019 Ps 62(1)-(2)). */
#define MFT_TYPE_IDENTITY_STEP (mft_identity_step_get_type ())
G_DECLARE_FINAL_TYPE (MftIdentityStep, mft_identity_step, MFT, IDENTITY_STEP, MftStep)

GtkWidget *mft_identity_step_new (void);

/* Borrowed; NULL while there is none. */
const MftIdentity *mft_identity_step_get_identity (MftIdentityStep *self);

gboolean mft_identity_step_is_usable (MftIdentityStep *self);

G_END_DECLS
