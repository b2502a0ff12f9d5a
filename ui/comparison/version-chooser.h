/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* One of the two agreements to compare: chosen from a file or from the person's work, read, not changed.
 *
 * Signal "chosen": another one was read. */
#define MFT_TYPE_VERSION_CHOOSER (mft_version_chooser_get_type ())
G_DECLARE_FINAL_TYPE (MftVersionChooser, mft_version_chooser, MFT, VERSION_CHOOSER, AdwBin)

/* What stands over the name: "Before". */
void mft_version_chooser_set_role (MftVersionChooser *self, const char *role);

/* Reads a file in the background; what cannot be read is told to the person. */
void mft_version_chooser_open (MftVersionChooser *self, GFile *file);

/* Borrowed; NULL before one is chosen. */
MftAgreement *mft_version_chooser_get_agreement (MftVersionChooser *self);

/* Each takes what the other had; both emit "chosen" after that. */
void mft_version_chooser_swap (MftVersionChooser *self, MftVersionChooser *other);

G_END_DECLS
