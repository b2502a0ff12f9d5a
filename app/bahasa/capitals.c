/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/capitals.h"

#include "bahasa/roman.h"

/* EYD V, "Huruf Kapital": kata tugas in titles and names. */
static const char *const small_words[] = {
  "agar",    "akan",   "antara", "atas",   "atau",    "bagi",     "bahwa", "bila",
  "dalam",   "dan",    "dari",   "demi",   "dengan",  "di",       "guna",  "hingga",
  "jika",    "karena", "ke",     "kepada", "oleh",    "pada",     "per",   "sampai",
  "sebagai", "serta",  "sebab",  "tanpa",  "tentang", "terhadap", "untuk", "yang",
};

/* How they are written whatever the text around them; without a vowel they need not be here. */
static const char *const abbreviations[] = {
  "AI",   "ANRI", "APBD", "APBN", "APIP", "ASN",  "BAKTI", "BIG",  "BIN",    "BKPM",  "BLU",
  "BLUD", "BNPB", "BPJS", "BPOM", "BRIN", "BSrE", "BUMD",  "BUMN", "BUMDes", "DIPA",  "DIY",
  "DKI",  "DPR",  "HAM",  "HKI",  "IKU",  "IT",   "ITE",   "KUA",  "KUHP",   "KUHAP", "LAN",
  "LPSE", "NIK",  "NIP",  "NPWP", "OJK",  "OPD",  "OSD",   "OSS",  "PAUD",   "PBI",   "PDP",
  "PNBP", "PUPR", "RI",   "NKRI", "RSUD", "RSUP", "SDM",   "SIM",  "SK",     "SOP",   "SPBE",
  "TIK",  "TNI",  "UMKM", "UPT",  "UPTD", "USB",  "UU",
};

static gboolean
is_among (const char *const *list, gsize count, const char *word)
{
  for (gsize i = 0; i < count; i++)
    if (strcmp (list[i], word) == 0)
      return TRUE;
  return FALSE;
}

static const char *
find_abbreviation (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    if (g_ascii_strcasecmp (abbreviations[i], word) == 0)
      return abbreviations[i];
  return NULL;
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static gboolean
has (const char *word, gboolean (*test) (gunichar))
{
  for (; *word != '\0'; word = g_utf8_next_char (word))
    if (test (g_utf8_get_char (word)))
      return TRUE;
  return FALSE;
}

/* In lower case; the C library's own depends on the locale. */
static char *
lower (const char *text)
{
  GString *result = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    g_string_append_unichar (result, g_unichar_tolower (g_utf8_get_char (text)));
  return g_string_free (result, FALSE);
}

static char *
upper (const char *text)
{
  GString *result = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    g_string_append_unichar (result, g_unichar_toupper (g_utf8_get_char (text)));
  return g_string_free (result, FALSE);
}

/* The first letter a capital, the rest as it stands. */
static char *
capital_first (const char *text)
{
  const char *at = text;

  while (*at != '\0' && !g_unichar_isalpha (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  if (*at == '\0')
    return g_strdup (text);
  GString *result = g_string_new_len (text, at - text);
  g_string_append_unichar (result, g_unichar_totitle (g_utf8_get_char (at)));
  g_string_append (result, g_utf8_next_char (at));
  return g_string_free (result, FALSE);
}

/* Two halves of one word (sayur-mayur, perundang-undangan) share three letters in a row. */
static gboolean
is_reduplication (const char *first, const char *second)
{
  for (gsize i = 0; i + 3 <= strlen (first); i++)
    if (g_strstr_len (second, -1, (char[]){ first[i], first[i + 1], first[i + 2], '\0' }) != NULL)
      return TRUE;
  return FALSE;
}

/* In a text all in capitals a word's own capitals say nothing: only what is surely no word (no
 * vowel, a Roman numeral below 40, a known abbreviation) keeps them. */
static gboolean
is_surely_abbreviated (const char *word)
{
  guint number;

  return strpbrk (word, "AEIOUaeiou") == NULL
         || (word[strspn (word, "IVX")] == '\0' && mft_roman_scan (word, &number) > 0);
}

static gboolean
keeps_capitals (const char *word, gboolean shouted)
{
  if (!has (word, g_unichar_isupper))
    return FALSE;
  if (shouted)
    return is_surely_abbreviated (word);
  return has (g_utf8_next_char (word), g_unichar_isupper);
}

/* One word between spaces, hyphens, strokes. */
static char *
title_word (const char *word, gboolean first, gboolean shouted)
{
  g_autofree char *lowered = lower (word);
  const char *abbreviation = find_abbreviation (word);

  if (!first && is_among (small_words, G_N_ELEMENTS (small_words), lowered))
    return g_steal_pointer (&lowered);
  /* A lower-case "sim" or "it" is a word of its own; only capitals make an abbreviation. */
  if (abbreviation != NULL && has (word, g_unichar_isupper))
    return g_strdup (abbreviation);
  if (keeps_capitals (word, shouted))
    return g_strdup (word);
  return capital_first (lowered);
}

/* Whether it is written in capitals: there are more of them than of other letters. */
static gboolean
is_shouted (const char *text)
{
  guint loud = 0;
  guint quiet = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      loud += g_unichar_isupper (g_utf8_get_char (text)) ? 1 : 0;
      quiet += g_unichar_islower (g_utf8_get_char (text)) ? 1 : 0;
    }
  return loud > quiet;
}

static const char *
word_end (const char *at)
{
  while (*at != '\0' && is_letter (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

static char *
title (const char *text)
{
  gboolean shouted = is_shouted (text);
  gboolean first = TRUE;
  g_autofree char *before = NULL;
  GString *result = g_string_new (NULL);

  for (const char *at = text; *at != '\0';)
    {
      const char *end = word_end (at);
      if (end == at)
        {
          end = g_utf8_next_char (at);
          if (*at != '-')
            g_clear_pointer (&before, g_free);
          g_string_append_len (result, at, end - at);
          at = end;
          continue;
        }
      g_autofree char *word = g_strndup (at, (gsize) (end - at));
      g_autofree char *lowered = lower (word);
      gboolean second = before != NULL && at > text && at[-1] == '-';
      g_autofree char *titled = title_word (word, first, shouted);
      /* Undang-Undang, but Perundang-undangan (EYD V). */
      if (second && strcmp (before, lowered) != 0 && is_reduplication (before, lowered))
        g_string_append (result, lowered);
      else
        g_string_append (result, titled);
      g_free (before);
      before = g_steal_pointer (&lowered);
      first = FALSE;
      at = end;
    }
  return g_string_free (result, FALSE);
}

char *
mft_capitals (const char *text, MftCapitals style)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  switch (style)
    {
    case MFT_CAPITALS_LOWER:
      return lower (valid);
    case MFT_CAPITALS_FIRST:
      return capital_first (valid);
    case MFT_CAPITALS_TITLE:
      return title (valid);
    case MFT_CAPITALS_UPPER:
      return upper (valid);
    }
  g_return_val_if_reached (NULL);
}
