/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MFT_ROMAN_MAX 3999

/* I to MMMCMXCIX (also the month in a document's number: X is October); NULL for 0 and above
 * MFT_ROMAN_MAX. Owned by the caller. */
char *mft_roman (guint number);

/* Reads a numeral in capitals in its only right form (IV, not IIII). Returns the bytes taken, 0 if
 * there is none or a letter or digit follows. */
gsize mft_roman_scan (const char *at, guint *number);

G_END_DECLS
