/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/signing/signing-order.h"
#include "verify/report.h"

G_BEGIN_DECLS

/* The steps of the signing act, in the order of BSrE's acceptance form: read, certificate, place and
 * look, statement, passphrase; for several documents without reading and place. Finished steps still
 * state their fact.
 *
 * Signal "changed": anything may have. Signal "sign": Enter was pressed in the passphrase. */
#define MFT_TYPE_SIGNING_STEPS (mft_signing_steps_get_type ())
G_DECLARE_FINAL_TYPE (MftSigningSteps, mft_signing_steps, MFT, SIGNING_STEPS, AdwBin)

/* For one document. `places` (MftSigningPlace, the last one new) is referenced; `pages`: how many there
 * are. */
GtkWidget *mft_signing_steps_new (const char *document, GPtrArray *places, guint pages);

/* For several that are signed together; which, the statement names. */
GtkWidget *mft_signing_steps_new_for_several (void);
void mft_signing_steps_set_titles (MftSigningSteps *self, const char *const *titles);

void mft_signing_steps_set_read (MftSigningSteps *self, guint shown, guint pages);
void mft_signing_steps_set_report (MftSigningSteps *self, const MftVerifyReport *report);

/* The field that is the person's, if nothing was chosen yet. */
void mft_signing_steps_prefer (MftSigningSteps *self, const char *field);

/* Where the page says that the signature belongs, if nothing was chosen yet. */
void mft_signing_steps_suggest (MftSigningSteps *self, guint page, const MftPdfRect *seen);

/* Everything is there. */
gboolean mft_signing_steps_is_ready (MftSigningSteps *self);

/* What to say beside the button that signs; `job`: the signing that runs, or NULL. */
const char *mft_signing_steps_hint (MftSigningSteps *self, const MftJob *job);

/* Borrowed; NULL while none is chosen. */
const MftSigner *mft_signing_steps_get_signer (MftSigningSteps *self);

/* Where the stamp stands; the page, from 1. */
guint mft_signing_steps_get_place (MftSigningSteps *self, MftPdfRect *rect);

/* The stamp was dragged. */
void mft_signing_steps_move (MftSigningSteps *self, guint page, const MftPdfRect *rect);

/* Whether the person looks at the place now. */
gboolean mft_signing_steps_is_placing (MftSigningSteps *self);

/* All that was chosen, but files and key; strings live as long as nothing changes. */
void mft_signing_steps_fill (MftSigningSteps *self, MftSigningRequest *request);

/* For a worker, with `request` filled in; owned by the caller. What is secret is gone from the steps
 * afterwards, and the statement has to be made again. What was chosen is remembered for the next time. */
MftSigningOrder *mft_signing_steps_take (MftSigningSteps *self, MftSigningRequest *request);

/* After a failure: where the passphrase was wrong, opens that step and puts the cursor there. */
void mft_signing_steps_failed (MftSigningSteps *self, const GError *error);

G_END_DECLS
