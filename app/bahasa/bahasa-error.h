/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text is not what it was said to be. Messages quote the
 * text and say the byte where reading stopped. */
typedef enum
{
  MFT_BAHASA_ERROR_INVALID,
} MftBahasaError;

#define MFT_BAHASA_ERROR (mft_bahasa_error_quark ())
GQuark mft_bahasa_error_quark (void);

/* Sets INVALID: "not a WHAT: “TEXT” (byte AT)". Always FALSE. */
gboolean mft_bahasa_error_invalid (GError **error, const char *what, const char *text, gsize at);

/* After a scanner took `taken` bytes (0: nothing): whether only white space follows. If not, sets
 * INVALID. */
gboolean mft_bahasa_whole (const char *what, const char *text, gsize taken, GError **error);

G_END_DECLS
