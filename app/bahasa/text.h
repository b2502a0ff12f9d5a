/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text in one form: NFC, runs of white space (no-break spaces too) one space, soft hyphens and
 * zero-width characters gone, nothing at the ends; broken UTF-8 becomes U+FFFD. Owned by the
 * caller. */
char *mft_text_normalize (const char *text);

G_END_DECLS
