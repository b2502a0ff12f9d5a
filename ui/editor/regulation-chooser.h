/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Laws and regulations, found by what people call them ("uu ite"), with what became of them.
 *
 * Signal "chosen" (const char *citation): the person chose one; the window goes then. One that nobody
 * could confirm is shown, but has no citation and cannot be chosen. */
#define MFT_TYPE_REGULATION_CHOOSER (mft_regulation_chooser_get_type ())
G_DECLARE_FINAL_TYPE (MftRegulationChooser, mft_regulation_chooser, MFT, REGULATION_CHOOSER,
                      AdwWindow)

GtkWindow *mft_regulation_chooser_new (GtkWindow *parent);

G_END_DECLS
