/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "act/signing.h"
#include "base/secret.h"
#include "store/identity.h"
#include "verify/report.h"

G_BEGIN_DECLS

/* The steps of the signing act, in the order of BSrE's acceptance form: read, certificate, place and
 * look, statement, passphrase. Finished steps still state their fact.
 *
 * Signal "changed": anything may have. Signal "sign": Enter was pressed in the passphrase. */
#define MFT_TYPE_SIGNING_STEPS (mft_signing_steps_get_type ())
G_DECLARE_FINAL_TYPE (MftSigningSteps, mft_signing_steps, MFT, SIGNING_STEPS, AdwBin)

/* `places` (MftSigningPlace, the last one new) is referenced; `pages`: how many there are. */
GtkWidget *mft_signing_steps_new (GPtrArray *places, guint pages);

void mft_signing_steps_set_read (MftSigningSteps *self, guint shown, guint pages);
void mft_signing_steps_set_report (MftSigningSteps *self, const MftVerifyReport *report);

/* The field that is the person's, if nothing was chosen yet. */
void mft_signing_steps_prefer (MftSigningSteps *self, const char *field);

/* Everything is there. What is not, in words: NULL or borrowed. */
gboolean mft_signing_steps_is_ready (MftSigningSteps *self);
const char *mft_signing_steps_missing (MftSigningSteps *self);

/* Borrowed; NULL while none is chosen. */
const MftIdentity *mft_signing_steps_get_identity (MftSigningSteps *self);

/* Where the stamp stands; the page, from 1. */
guint mft_signing_steps_get_place (MftSigningSteps *self, MftPdfRect *rect);

/* The stamp was dragged. */
void mft_signing_steps_move (MftSigningSteps *self, guint page, const MftPdfRect *rect);

/* Whether the person looks at the place now. */
gboolean mft_signing_steps_is_placing (MftSigningSteps *self);

/* Whether this act is to have the timestamp of the settings. */
gboolean mft_signing_steps_wants_timestamp (MftSigningSteps *self);

/* All that was chosen, but files and key; strings live as long as nothing changes. */
void mft_signing_steps_fill (MftSigningSteps *self, MftSigningRequest *request);

/* The passphrase, owned by the caller; its entry is empty afterwards and the statement has to be made
 * again. What was chosen is remembered for the next time. */
MftSecret *mft_signing_steps_take_passphrase (MftSigningSteps *self);

/* After a wrong passphrase: opens that step and puts the cursor there. */
void mft_signing_steps_ask_passphrase (MftSigningSteps *self);

G_END_DECLS
