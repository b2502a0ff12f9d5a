/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MFT_TYPE_APPLICATION (mft_application_get_type ())
G_DECLARE_FINAL_TYPE (MftApplication, mft_application, MFT, APPLICATION, AdwApplication)

/* One program per person; `flags` adds G_APPLICATION_NON_UNIQUE where another data folder is asked
 * for. */
MftApplication *mft_application_new (GApplicationFlags flags);

/* The first window opens with an example agreement. */
void mft_application_show_example (MftApplication *self);

G_END_DECLS
