/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Valid UTF-8 in composed form (Unicode Standard Annex 15, NFC). Owned by the caller. */
char *mft_nfc (const char *text);

G_END_DECLS
