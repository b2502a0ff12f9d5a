/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/foreign-private.h"

#include "base/content.h"

#include "check/rules-private.h"
#include "check/speller-private.h"
#include "check/words-private.h"

#define OWN_LETTERS_LEAST 4
#define OWN_LETTERS_MOST 40

/* By their first letter. */
static gpointer
read_all (gpointer unused)
{
  g_autoptr (GBytes) bytes = mft_content_read ("foreign.txt");
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray **letters = g_new0 (GPtrArray *, 26);

  (void) unused;
  for (char **line = lines; *line != NULL; line++)
    {
      if (!g_ascii_islower (**line))
        continue;
      GPtrArray **letter = &letters[**line - 'a'];
      if (*letter == NULL)
        *letter = g_ptr_array_new ();
      g_ptr_array_add (*letter, g_strdup (*line));
    }
  return letters;
}

/* The longest of the phrases that stands here. */
static gsize
match_longest (GPtrArray *phrases, const char *at)
{
  gsize size = 0;

  for (guint i = 0; phrases != NULL && i < phrases->len; i++)
    size = MAX (size, _mft_phrase_match (at, phrases->pdata[i], FALSE));
  return size;
}

gsize
_mft_foreign_match (const char *at)
{
  static GOnce once = G_ONCE_INIT;
  GPtrArray **letters = g_once (&once, read_all, NULL);

  return g_ascii_isalpha (*at) ? match_longest (letters[g_ascii_tolower (*at) - 'a'], at) : 0;
}

/* --- words that somebody marked --------------------------------------------------------------------- */

/* Lower case letters, blanks and hyphens, with a word among them that no Indonesian dictionary has. */
static gboolean
is_foreign (const char *words)
{
  MftSpeller *speller = _mft_speller_get_default ();
  gsize size = strlen (words);
  gboolean unknown = FALSE;
  gsize start;
  gsize end = 0;

  if (size < OWN_LETTERS_LEAST || size > OWN_LETTERS_MOST || !_mft_speller_is_available (speller)
      || words[strspn (words, "abcdefghijklmnopqrstuvwxyz -")] != '\0')
    return FALSE;
  while (_mft_word_next (words, &start, &end))
    {
      g_autofree char *word = g_strndup (words + start, end - start);
      unknown |= !_mft_speller_knows (speller, word);
    }
  return unknown;
}

/* What is in italics somewhere in the agreement. */
static GPtrArray *
list_marked (MftChecker *checker)
{
  GPtrArray *marked = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < checker->readings->len; i++)
    {
      const MftReading *reading = checker->readings->pdata[i];
      for (guint j = 0; j < reading->spans->len; j++)
        {
          const MftShownSpan *span = &g_array_index (reading->spans, MftShownSpan, j);
          g_autofree char *words = NULL;
          if (span->run->kind != MFT_RUN_TEXT || (span->run->style & MFT_STYLE_ITALIC) == 0)
            continue;
          words = g_strstrip (g_strdup (span->text));
          if (is_foreign (words))
            g_ptr_array_add (marked, g_steal_pointer (&words));
        }
    }
  return marked;
}

/* --- the rule ---------------------------------------------------------------------------------------- */

/* Addresses, headings and what the law calls itself stay as they are. */
static gboolean
has_prose (MftChecker *checker)
{
  MftBlockKind kind = mft_block_get_kind (checker->block);

  return kind != MFT_BLOCK_PASAL && kind != MFT_BLOCK_LINE && kind != MFT_BLOCK_CENTERED
         && kind != MFT_BLOCK_SIGNATURE && !_mft_checker_is_in (checker, MFT_BLOCK_LEGAL_BASIS)
         && !_mft_checker_is_in (checker, MFT_BLOCK_SIGNATURES);
}

/* A name is written as its owner does. */
static gboolean
is_name (MftChecker *checker, gsize start)
{
  return g_ascii_isupper (checker->text[start])
         && (!_mft_word_begins_sentence (checker->text, start)
             || g_ascii_isupper (checker->text[start + 1]));
}

static gboolean
is_in_address (MftChecker *checker, gsize start, gsize end)
{
  const char *text = checker->text;

  return (start > 0 && strchr ("@./_", text[start - 1]) != NULL) || text[end] == '@'
         || text[end] == '_' || (text[end] == '.' && g_ascii_isalnum (text[end + 1]));
}

static void
check_reading (MftChecker *checker, const MftRule *rule, GPtrArray *marked)
{
  gsize start;
  gsize end = 0;

  while (_mft_word_next (checker->text, &start, &end))
    {
      gsize size = MAX (_mft_foreign_match (checker->text + start),
                        match_longest (marked, checker->text + start));
      if (size == 0)
        continue;
      end = start + size;
      if ((_mft_checker_style (checker, start) & MFT_STYLE_ITALIC) != 0 || is_name (checker, start)
          || is_in_address (checker, start, end) || !_mft_checker_is_typed (checker, start, end))
        continue;
      g_autofree char *words = g_strndup (checker->text + start, size);
      MftFinding *finding
          = _mft_checker_report (checker, rule, MFT_SEVERITY_SUGGESTION, start, end,
                                 N_ ("“{1}” is foreign and stands in italics"), words, NULL);
      _mft_checker_propose_italic (checker, finding, start, end);
    }
}

void
_mft_check_foreign (MftChecker *checker, const MftRule *rule)
{
  g_autoptr (GPtrArray) marked = list_marked (checker);

  for (guint i = 0; i < checker->readings->len; i++)
    {
      _mft_checker_go (checker, checker->readings->pdata[i]);
      if (has_prose (checker))
        check_reading (checker, rule, marked);
    }
}
