/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/text.h"

#include "base/nfc.h"
#include "bahasa/scan.h"

char *
mft_text_normalize (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) result = g_string_new (NULL);
  gsize size;

  for (const char *at = valid; *at != '\0'; at += size)
    {
      gunichar c = mft_scan_char (at, &size);
      if (g_unichar_isspace (c))
        {
          if (result->len > 0 && result->str[result->len - 1] != ' ')
            g_string_append_c (result, ' ');
        }
      else if (!mft_scan_is_invisible (c))
        g_string_append_len (result, at, (gssize) size);
    }
  if (result->len > 0 && result->str[result->len - 1] == ' ')
    g_string_truncate (result, result->len - 1);
  /* Last, for a letter and its mark may have stood on both sides of a soft hyphen. */
  return mft_nfc (result->str);
}
