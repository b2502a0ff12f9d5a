/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "act/signing.h"
#include "base/secret.h"
#include "store/identity.h"
#include "ui/signing/signing-place.h"

G_BEGIN_DECLS

/* The steps of the signing act, in the order of BSrE's acceptance form: read, certificate, place and look,
 * statement, passphrase. Finished steps still state their fact. The passphrase is asked at each act.
 *
 * Property "ready" (gboolean): everything is there. Signal "changed": place or look may have. */
#define MFT_TYPE_SIGNING_STEPS (mft_signing_steps_get_type ())
G_DECLARE_FINAL_TYPE (MftSigningSteps, mft_signing_steps, MFT, SIGNING_STEPS, AdwBin)

/* `places` (MftSigningPlace, not empty) is referenced. */
GtkWidget *mft_signing_steps_new (GPtrArray *places);

void mft_signing_steps_set_read (MftSigningSteps *self, guint shown, guint pages);

gboolean mft_signing_steps_is_ready (MftSigningSteps *self);

/* Borrowed; NULL while none is chosen. */
const MftIdentity *mft_signing_steps_get_identity (MftSigningSteps *self);
const MftSigningPlace *mft_signing_steps_get_place (MftSigningSteps *self);

/* Whether the person looks at the place now. */
gboolean mft_signing_steps_is_placing (MftSigningSteps *self);

/* What the stamp says; "" leaves it to the certificate. */
const char *mft_signing_steps_get_office (MftSigningSteps *self);
const char *mft_signing_steps_get_name (MftSigningSteps *self);
MftBasis mft_signing_steps_get_basis (MftSigningSteps *self);

/* The passphrase, owned by the caller; its entry is empty afterwards and the statement has to be made
 * again. */
MftSecret *mft_signing_steps_take_passphrase (MftSigningSteps *self);

/* After a wrong passphrase: opens that step and puts the cursor there. */
void mft_signing_steps_ask_passphrase (MftSigningSteps *self);

G_END_DECLS
