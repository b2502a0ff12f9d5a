/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* Everything in the agreement that a reference can mean, with a filter over it.
 *
 * Signal "chosen" (const char *id): the person chose a block; the window goes then. */
#define MFT_TYPE_REFERENCE_CHOOSER (mft_reference_chooser_get_type ())
G_DECLARE_FINAL_TYPE (MftReferenceChooser, mft_reference_chooser, MFT, REFERENCE_CHOOSER, AdwWindow)

/* The blocks as they are now. */
GtkWindow *mft_reference_chooser_new (GtkWindow *parent, MftAgreement *agreement);

G_END_DECLS
