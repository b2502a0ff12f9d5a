/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/bahasa-error.h"

#include "bahasa/scan.h"

G_DEFINE_QUARK (mft - bahasa - error - quark, mft_bahasa_error)

gboolean
mft_bahasa_error_invalid (GError **error, const char *what, const char *text, gsize at)
{
  g_autofree char *shown = g_utf8_make_valid (text, (gssize) strnlen (text, 200));

  g_set_error (error, MFT_BAHASA_ERROR, MFT_BAHASA_ERROR_INVALID,
               "not %s: “%s” (byte %" G_GSIZE_FORMAT ")", what, shown, at);
  return FALSE;
}

gboolean
mft_bahasa_whole (const char *what, const char *text, gsize taken, GError **error)
{
  gsize end = taken + mft_scan_space (text + taken);

  return (taken > 0 && text[end] == '\0') || mft_bahasa_error_invalid (error, what, text, end);
}
