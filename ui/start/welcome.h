/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What is shown while there is no agreement yet: three choices and an example. */
#define MFT_TYPE_WELCOME (mft_welcome_get_type ())
G_DECLARE_FINAL_TYPE (MftWelcome, mft_welcome, MFT, WELCOME, AdwBin)

G_END_DECLS
