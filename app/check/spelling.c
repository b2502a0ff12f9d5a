/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/capitals.h"
#include "bahasa/scan.h"

#include "check/check.h"
#include "check/corrections-private.h"
#include "check/foreign-private.h"
#include "check/rules-private.h"
#include "check/speller-private.h"
#include "check/terms-private.h"
#include "check/words-private.h"

/* Shorter ones are abbreviations and labels. */
#define LETTERS_LEAST 3

gboolean
mft_check_can_spell (void)
{
  return _mft_speller_is_available (_mft_speller_get_default ());
}

/* --- words that are known to be wrong -------------------------------------------------------------- */

/* Addresses, names and what the law calls itself are as they are. */
static gboolean
has_prose (MftChecker *checker)
{
  MftBlockKind kind = mft_block_get_kind (checker->block);

  return kind != MFT_BLOCK_LINE && kind != MFT_BLOCK_CENTERED && kind != MFT_BLOCK_SIGNATURE
         && !_mft_checker_is_in (checker, MFT_BLOCK_LEGAL_BASIS)
         && !_mft_checker_is_in (checker, MFT_BLOCK_SIGNATURES);
}

/* "Walikota" in a sentence is a name: "Wali Kota". */
static char *
right_words (MftChecker *checker, gsize start, gsize size, const MftCorrection *correction)
{
  const char *at = checker->text + start;

  if (g_ascii_isupper (at[0]) && g_ascii_islower (at[1])
      && !_mft_word_begins_sentence (checker->text, start)
      && strchr (correction->right, ' ') != NULL && strchr (correction->wrong, ' ') == NULL)
    return mft_capitals (correction->right, MFT_CAPITALS_TITLE);
  return correction->match_case && _mft_word_begins_sentence (checker->text, start)
             ? mft_capitals (correction->right, MFT_CAPITALS_FIRST)
         : correction->match_case ? g_strdup (correction->right)
                                  : _mft_phrase_in_case_of (correction->right, at, size);
}

/* Where only the middle of the words is to change and the rest is computed ("sebagaimana ayat (1)", whose
 * ayat follows its number), the fix is the middle. */
static void
propose_middle (MftChecker *checker, MftFinding *finding, gsize start, gsize end, const char *right)
{
  const char *wrong = checker->text + start;
  gsize size = end - start;
  gsize head = 0;
  gsize tail = 0;

  while (head < size && wrong[head] == right[head])
    head++;
  while (tail < size - head && wrong[size - 1 - tail] == right[strlen (right) - 1 - tail])
    tail++;
  g_autofree char *words = g_strndup (right + head, strlen (right) - head - tail);
  _mft_checker_propose (checker, finding, start + head, end - tail, words);
}

void
_mft_check_corrections (MftChecker *checker, const MftRule *rule)
{
  gsize start;
  gsize end = 0;
  gsize size;

  if (!has_prose (checker))
    return;
  while (_mft_word_next (checker->text, &start, &end))
    {
      const MftCorrection *correction = _mft_correction_match (checker->text + start, &size);
      gsize word_end = end;
      if (correction == NULL)
        continue;
      end = start + size;
      if (strcmp (correction->rule, rule->id) != 0
          || !_mft_checker_is_written (checker, start, word_end)
          || (_mft_checker_style (checker, start) & MFT_STYLE_ITALIC) != 0)
        continue;
      g_autofree char *right = right_words (checker, start, size, correction);
      MftFinding *finding = _mft_checker_report (checker, rule, MFT_SEVERITY_SUGGESTION, start, end,
                                                 N_ ("better “{1}”"), right, NULL);
      finding->source = correction->reason;
      _mft_checker_propose (checker, finding, start, end, right);
      if (finding->fix == NULL)
        propose_middle (checker, finding, start, end, right);
    }
}

/* --- words that no dictionary has ------------------------------------------------------------------ */

/* The words of names, terms and filled in fields: nobody's dictionary has them, and they are right. */
static void
add_words (GHashTable *own, const char *text)
{
  gsize start;
  gsize end = 0;

  while (_mft_word_next (text, &start, &end))
    {
      g_autofree char *word = g_strndup (text + start, end - start);
      g_hash_table_add (own, mft_capitals (word, MFT_CAPITALS_LOWER));
    }
}

/* A word that is marked as foreign once is none of ours anywhere. */
static void
add_italic_words (GHashTable *own, const MftReading *reading)
{
  for (guint i = 0; i < reading->spans->len; i++)
    {
      const MftShownSpan *span = &g_array_index (reading->spans, MftShownSpan, i);
      if ((span->run->style & MFT_STYLE_ITALIC) != 0)
        add_words (own, span->text);
    }
}

static GHashTable *
list_own_words (MftChecker *checker)
{
  GHashTable *own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < mft_agreement_n_fields (checker->agreement); i++)
    {
      const char *value = mft_field_get_value (mft_agreement_get_field_at (checker->agreement, i));
      if (value != NULL)
        add_words (own, value);
    }
  for (guint i = 0; i < checker->readings->len; i++)
    add_italic_words (own, checker->readings->pdata[i]);
  for (guint i = 0; i < _mft_terms_count (checker->terms); i++)
    {
      const MftTerm *term = _mft_terms_get (checker->terms, i);
      for (guint j = 0; j < term->forms->len; j++)
        add_words (own, term->forms->pdata[j]);
    }
  return own;
}

/* Letters and hyphens alone, no part of an address. */
static gboolean
is_plain_word (const char *text, gsize start, gsize end)
{
  if (end - start < LETTERS_LEAST || (start > 0 && strchr ("@./_", text[start - 1]) != NULL)
      || text[end] == '@' || text[end] == '_'
      || (text[end] == '.' && g_ascii_isalnum (text[end + 1])))
    return FALSE;
  for (gsize i = start; i < end; i++)
    if (!g_ascii_isalpha (text[i]) && text[i] != '-')
      return FALSE;
  return TRUE;
}

/* A name: capitals inside a sentence. */
static gboolean
is_name (const char *text, gsize start, gsize end)
{
  gboolean inner = FALSE;

  for (gsize i = start + 1; i < end; i++)
    inner |= g_ascii_isupper (text[i]) && text[i - 1] != '-';
  return inner || (g_ascii_isupper (text[start]) && !_mft_word_begins_sentence (text, start));
}

static void
check_word (MftChecker *checker, const MftRule *rule, gsize start, gsize end, GHashTable *own)
{
  MftSpeller *speller = _mft_speller_get_default ();
  gboolean heading = mft_block_get_kind (checker->block) == MFT_BLOCK_PASAL;
  gsize unused;

  if (!is_plain_word (checker->text, start, end)
      || (!heading && is_name (checker->text, start, end)))
    return;
  g_autofree char *word = g_strndup (checker->text + start, end - start);
  g_autofree char *lower = mft_capitals (word, MFT_CAPITALS_LOWER);
  if (_mft_speller_knows (speller, lower) || g_hash_table_contains (own, lower)
      || _mft_correction_match (checker->text + start, &unused) != NULL
      || !_mft_checker_is_typed (checker, start, end)
      || (_mft_checker_style (checker, start) & MFT_STYLE_ITALIC) != 0)
    return;
  g_autofree char *right = _mft_speller_suggest (speller, lower);
  MftFinding *finding = _mft_checker_report (checker, rule, MFT_SEVERITY_SUGGESTION, start, end,
                                             N_ ("“{1}” is in no dictionary"), word, NULL);
  if (right == NULL)
    return;
  g_autofree char *words = _mft_phrase_in_case_of (right, word, strlen (word));
  _mft_checker_propose (checker, finding, start, end, words);
}

void
_mft_check_spelling (MftChecker *checker, const MftRule *rule)
{
  if (!mft_check_can_spell ())
    return;
  g_autoptr (GHashTable) own = list_own_words (checker);
  for (guint i = 0; i < checker->readings->len; i++)
    {
      gsize start;
      gsize end = 0;
      _mft_checker_go (checker, checker->readings->pdata[i]);
      if (!has_prose (checker))
        continue;
      while (_mft_word_next (checker->text, &start, &end))
        {
          gsize foreign = _mft_foreign_match (checker->text + start);
          if (foreign > 0) /* the rule "foreign" speaks of it */
            end = start + foreign;
          else
            check_word (checker, rule, start, end, own);
        }
    }
}
