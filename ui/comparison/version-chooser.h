/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/editor/working-copy.h"

G_BEGIN_DECLS

/* One of the two agreements to compare: chosen from a file, which is read and not changed, or from the person's
 * work, into which changes may be taken.
 *
 * Signal "chosen": another one was read. */
#define MFT_TYPE_VERSION_CHOOSER (mft_version_chooser_get_type ())
G_DECLARE_FINAL_TYPE (MftVersionChooser, mft_version_chooser, MFT, VERSION_CHOOSER, AdwBin)

/* What stands over the name: "Before". */
void mft_version_chooser_set_role (MftVersionChooser *self, const char *role);

/* Offers to paste a text. What was pasted is a passage, no whole agreement. */
void mft_version_chooser_set_pastes (MftVersionChooser *self, gboolean pastes);
gboolean mft_version_chooser_is_passage (MftVersionChooser *self);

/* Reads a file in the background; the last one asked for counts. What cannot be read is told to the person. */
void mft_version_chooser_open (MftVersionChooser *self, GFile *file);

/* Borrowed; NULL before one is chosen. */
MftAgreement *mft_version_chooser_get_agreement (MftVersionChooser *self);

/* Where it is the person's work: that, borrowed; else NULL. */
MftWorkingCopy *mft_version_chooser_get_copy (MftVersionChooser *self);

/* What it is called: a file's name or a title. */
const char *mft_version_chooser_get_name (MftVersionChooser *self);

/* As if it was read from a file; it is referenced. */
void mft_version_chooser_take (MftVersionChooser *self, MftAgreement *agreement, const char *name);

/* Takes a work over as if it was chosen. */
void mft_version_chooser_take_copy (MftVersionChooser *self, MftWorkingCopy *copy);

/* Each takes what the other had; both emit "chosen" after that. */
void mft_version_chooser_swap (MftVersionChooser *self, MftVersionChooser *other);

G_END_DECLS
