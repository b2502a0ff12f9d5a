/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "act/signing.h"
#include "act/signing-place.h"
#include "ui/signing/step.h"

G_BEGIN_DECLS

/* Where the signature stands and how it looks. */
#define MFT_TYPE_PLACE_STEP (mft_place_step_get_type ())
G_DECLARE_FINAL_TYPE (MftPlaceStep, mft_place_step, MFT, PLACE_STEP, MftStep)

/* `places` (MftSigningPlace, the last one new) is referenced; `pages`: how many there are. NULL, 0: of
 * several documents only the look is chosen. */
GtkWidget *mft_place_step_new (GPtrArray *places, guint pages);

/* The field that is the person's, if nothing was chosen yet. */
void mft_place_step_prefer (MftPlaceStep *self, const char *field);

/* Where the page says that the signature belongs, if nothing was chosen yet. */
void mft_place_step_suggest (MftPlaceStep *self, guint page, const MftPdfRect *seen);

/* The stamp was dragged: into a field if it is near one. */
void mft_place_step_move (MftPlaceStep *self, guint page, const MftPdfRect *rect);

/* The name that belongs on the stamp unless the person writes another; remembers lines by it. */
void mft_place_step_set_signer (MftPlaceStep *self, const char *name);

/* Fills in place and look; the strings live as long as nothing changes. */
void mft_place_step_fill (MftPlaceStep *self, MftSigningRequest *request);

/* The page of the place, from 1, and where it is. */
guint mft_place_step_get_place (MftPlaceStep *self, MftPdfRect *rect);

/* For the next time. */
void mft_place_step_remember (MftPlaceStep *self);

G_END_DECLS
