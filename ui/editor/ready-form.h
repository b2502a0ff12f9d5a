/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/editor/findings-pane.h"

G_BEGIN_DECLS

/* What a person is asked before an agreement is ready to be signed: the numbers, place and date that come
 * late, and what is still open in the text. What is empty or wrong holds it back; a warning does not.
 *
 * Property "ready" (read). Signal "go" (MftFinding *): one of the open points was chosen. */
#define MFT_TYPE_READY_FORM (mft_ready_form_get_type ())
G_DECLARE_FINAL_TYPE (MftReadyForm, mft_ready_form, MFT, READY_FORM, AdwBin)

/* Follows both as long as it lives. */
GtkWidget *mft_ready_form_new (MftAgreement *agreement, MftFindingsPane *findings);

gboolean mft_ready_form_get_ready (MftReadyForm *self);

G_END_DECLS
