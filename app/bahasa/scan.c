/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/scan.h"

#define BROKEN 0xFFFD

gunichar
mft_scan_char (const char *at, gsize *size)
{
  gunichar c = (guchar) *at;

  *size = c != 0;
  if (c < 0x80)
    return c;
  c = g_utf8_get_char_validated (at, -1);
  if (c == (gunichar) -1 || c == (gunichar) -2)
    return BROKEN;
  *size = (gsize) (g_utf8_next_char (at) - at);
  return c;
}

gboolean
mft_scan_is_invisible (gunichar c)
{
  return c == 0x00AD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

gsize
mft_scan_space (const char *at)
{
  const char *start = at;
  gsize size;

  for (gunichar c;
       c = mft_scan_char (at, &size), g_unichar_isspace (c) || mft_scan_is_invisible (c);)
    at += size;
  return (gsize) (at - start);
}

gboolean
mft_scan_boundary (const char *at)
{
  gsize size;
  gunichar c = mft_scan_char (at, &size);

  return !g_unichar_isalnum (c) && !g_unichar_ismark (c);
}

/* An apostrophe between two letters: ' or U+2019. */
static gsize
scan_apostrophe (const char *at)
{
  gsize size;
  gunichar c = mft_scan_char (at, &size);

  return (c == '\'' || c == 0x2019) && g_ascii_isalpha (at[size]) ? size : 0;
}

gsize
mft_scan_word (const char *at, char word[MFT_SCAN_WORD_SIZE])
{
  const char *start = at;
  gsize length = 0;
  gsize size;

  while (TRUE)
    {
      gunichar c = mft_scan_char (at, &size);
      if (c < 0x80 && g_ascii_isalpha ((char) c))
        {
          if (length == MFT_SCAN_WORD_SIZE - 1)
            return 0;
          word[length++] = g_ascii_tolower ((char) c);
        }
      else if (length == 0 || !(mft_scan_is_invisible (c) || (size = scan_apostrophe (at)) > 0))
        break;
      at += size;
    }
  word[length] = '\0';
  return length > 0 && mft_scan_boundary (at) ? (gsize) (at - start) : 0;
}

gsize
mft_scan_keyword (const char *at, const char *keyword)
{
  char word[MFT_SCAN_WORD_SIZE];
  gsize size = mft_scan_word (at, word);

  return size > 0 && strcmp (word, keyword) == 0 ? size : 0;
}

gsize
mft_scan_digits (const char *at, guint least, guint most, guint64 *value)
{
  gsize size = 0;

  g_return_val_if_fail (most <= 18, 0);
  *value = 0;
  for (; g_ascii_isdigit (at[size]); size++)
    {
      if (size == most)
        return 0;
      *value = *value * 10 + (guint64) (at[size] - '0');
    }
  return size >= least ? size : 0;
}
