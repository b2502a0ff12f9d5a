/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/capitals.h"
#include "bahasa/scan.h"

#include "check/words-private.h"

/* Nearly all characters are ASCII, and every rule goes through all of them. */
static gboolean
is_alnum (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum ((char) c) : g_unichar_isalnum (c);
}

static gboolean
is_letter (gunichar c)
{
  return is_alnum (c) || (c >= 0x80 && (g_unichar_ismark (c) || mft_scan_is_invisible (c)));
}

static gunichar
lower (gunichar c)
{
  return c < 0x80 ? (gunichar) g_ascii_tolower ((char) c) : g_unichar_tolower (c);
}

/* What joins two letters into one word. */
static gboolean
is_joint (gunichar c)
{
  return c == '-' || c == '\'' || c == 0x2019 || c == 0x2011;
}

gboolean
_mft_word_next (const char *text, gsize *start, gsize *end)
{
  gsize at = *end;
  gsize size;
  gunichar c;

  while ((c = mft_scan_char (text + at, &size)) != 0 && !is_alnum (c))
    at += size;
  if (c == 0)
    return FALSE;
  *start = at;
  while ((c = mft_scan_char (text + at, &size)) != 0)
    {
      gsize next;
      if (!is_letter (c) && !(is_joint (c) && is_alnum (mft_scan_char (text + at + size, &next))))
        break;
      at += size;
    }
  *end = at;
  return TRUE;
}

gsize
_mft_phrase_match (const char *at, const char *phrase, gboolean match_case)
{
  const char *start = at;

  while (*phrase != '\0')
    {
      gsize taken;
      gsize size;
      if (*phrase == ' ')
        {
          taken = mft_scan_space (at);
          size = 1;
        }
      else
        {
          gunichar c = mft_scan_char (at, &taken);
          gunichar wanted = mft_scan_char (phrase, &size);
          if (c != wanted && (match_case || lower (c) != lower (wanted)))
            return 0;
        }
      if (taken == 0)
        return 0;
      at += taken;
      phrase += size;
    }
  if (!mft_scan_boundary (at) || (*at == '-' && !mft_scan_boundary (at + 1)))
    return 0;
  return (gsize) (at - start);
}

gboolean
_mft_word_begins_sentence (const char *text, gsize start)
{
  while (start > 0)
    {
      const char *before = g_utf8_prev_char (text + start);
      gunichar c = g_utf8_get_char (before);
      if (!g_unichar_isspace (c) && c != '(' && c != '"' && c != 0x201C)
        return strchr (".:;?!", *before) != NULL;
      start = (gsize) (before - text);
    }
  return TRUE;
}

gboolean
_mft_phrase_find (const char *text, const char *const *phrases, gsize *start, gsize *size)
{
  gsize end = 0;

  while (_mft_word_next (text, start, &end))
    for (gsize i = 0; phrases[i] != NULL; i++)
      if ((*size = _mft_phrase_match (text + *start, phrases[i], FALSE)) > 0)
        return TRUE;
  return FALSE;
}

char *
_mft_phrase_in_case_of (const char *phrase, const char *text, gsize size)
{
  gboolean upper = TRUE;
  guint letters = 0;

  for (gsize i = 0; i < size; i++)
    if (g_ascii_isalpha (text[i]))
      {
        upper &= g_ascii_isupper (text[i]);
        letters++;
      }
  if (upper && letters > 1)
    return mft_capitals (phrase, MFT_CAPITALS_UPPER);
  return g_ascii_isupper (text[0]) ? mft_capitals (phrase, MFT_CAPITALS_FIRST) : g_strdup (phrase);
}
