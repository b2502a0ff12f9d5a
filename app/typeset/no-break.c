/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/no-break.h"

#define NO_BREAK_SPACE 0xa0

/* Digits with their words hold together whole up to this many characters; of longer ones the digits
 * and the first word do, or lines would gape. */
#define NUMBER_WORDS_MOST 22

/* A word between spaces. */
typedef struct
{
  const gunichar *at;
  guint length;
} Word;

static gboolean
is_space (gunichar character)
{
  return character == ' ' || character == NO_BREAK_SPACE;
}

static Word
word_before (const gunichar *characters, guint space)
{
  guint start = space;

  while (start > 0 && !is_space (characters[start - 1]))
    start--;
  return (Word){ characters + start, space - start };
}

static Word
word_after (const gunichar *characters, guint count, guint space)
{
  guint end = space + 1;

  while (end < count && !is_space (characters[end]))
    end++;
  return (Word){ characters + space + 1, end - space - 1 };
}

static gboolean
is (Word word, const char *text)
{
  guint i;

  for (i = 0; i < word.length && text[i] != '\0'; i++)
    if (word.at[i] != (gunichar) text[i])
      return FALSE;
  return i == word.length && text[i] == '\0';
}

static gboolean
is_one_of (Word word, const char *const *texts)
{
  for (; *texts != NULL; texts++)
    if (is (word, *texts))
      return TRUE;
  return FALSE;
}

static gboolean
starts_with_digit (Word word)
{
  return word.length > 0
         && (g_unichar_isdigit (word.at[0])
             || (word.at[0] == '(' && word.length > 1 && g_unichar_isdigit (word.at[1])));
}

static gboolean
has_digit (Word word)
{
  for (guint i = 0; i < word.length; i++)
    if (g_unichar_isdigit (word.at[i]))
      return TRUE;
  return FALSE;
}

/* "a", "b;": the letter of a huruf. */
static gboolean
is_letter (Word word)
{
  return word.length > 0 && g_unichar_islower (word.at[0])
         && (word.length == 1 || !g_unichar_isalnum (word.at[1]));
}

/* "Pasal 9", "ayat (1)", "Nomor 11", "huruf a", "8 Mei". */
static gboolean
is_pair (Word before, Word after)
{
  static const char *const counted[]
      = { "Pasal",    "pasal", "ayat",  "Ayat", "angka", "butir", "Nomor", "nomor",
          "Lampiran", "Tahun", "tahun", "Bab",  "BAB",   "No.",   NULL };
  static const char *const months[]
      = { "Januari", "Februari",  "Maret",   "April",    "Mei",      "Juni", "Juli",
          "Agustus", "September", "Oktober", "November", "Desember", NULL };

  if (starts_with_digit (after) && is_one_of (before, counted))
    return TRUE;
  if (is (before, "Lampiran") && after.length > 0 && after.at[0] == 'I')
    return TRUE;
  if (is (before, "huruf"))
    return is_letter (after);
  if (is (after, "ayat"))
    return has_digit (before); /* "Pasal 9 ayat" */
  return before.length <= 2 && starts_with_digit (before) && is_one_of (after, months);
}

/* Where the parenthesis that opens at `open` closes; 0 if it holds more than words. */
static guint
words_end (const gunichar *characters, guint count, guint open)
{
  for (guint i = open + 1; i < count; i++)
    {
      if (characters[i] == ')')
        return i;
      if (!is_space (characters[i]) && !g_unichar_isalpha (characters[i]))
        return 0;
    }
  return 0;
}

static void
join_number (gunichar *characters, guint count, guint space, Word digits)
{
  guint end = words_end (characters, count, space + 1);

  if (end == 0)
    return;
  characters[space] = NO_BREAK_SPACE;
  if (digits.length + end - space > NUMBER_WORDS_MOST)
    return;
  for (guint i = space; i < end; i++)
    if (characters[i] == ' ')
      characters[i] = NO_BREAK_SPACE;
}

void
mft_no_break (gunichar *characters, guint count)
{
  for (guint i = 1; i + 1 < count; i++)
    {
      if (characters[i] != ' ')
        continue;
      Word before = word_before (characters, i);
      Word after = word_after (characters, count, i);
      if (is_pair (before, after))
        characters[i] = NO_BREAK_SPACE;
      else if (has_digit (before) && after.length > 1 && after.at[0] == '(')
        join_number (characters, count, i, before);
    }
}
