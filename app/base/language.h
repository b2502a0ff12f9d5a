/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Takes the person's locale and opens the message catalogue: Indonesian, unless MUFAKAT_LANG=en.
 * Works where the locale is C or not installed. MUFAKAT_LOCALE_DIR names another catalogue folder
 * than the installed one. Once, at the start of main(). */
void mft_language_init (void);

G_END_DECLS
