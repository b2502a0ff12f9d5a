/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/capitals.h"
#include "bahasa/roman.h"
#include "bahasa/scan.h"

#include "check/definitions-private.h"
#include "check/known-words-private.h"
#include "check/rules-private.h"
#include "check/terms-private.h"
#include "check/words-private.h"

/* A term of law has at most so many words: "Penyelenggara Sertifikasi Elektronik". */
#define TERM_WORDS_MOST 4

static MftFinding *
report_term (MftChecker *checker, const MftRule *rule, const MftTerm *term, MftSeverity severity,
             const char *message, const char *argument)
{
  _mft_checker_go (checker, term->reading);
  return _mft_checker_report (checker, rule, severity, term->start, term->end, message,
                              (const char *) term->forms->pdata[term->forms->len - 1], argument,
                              NULL);
}

void
_mft_check_term_unused (MftChecker *checker, const MftRule *rule)
{
  for (guint i = 0; i < _mft_terms_count (checker->terms); i++)
    {
      const MftTerm *term = _mft_terms_get (checker->terms, i);
      if (term->uses == 0)
        report_term (checker, rule, term, MFT_SEVERITY_WARNING,
                     N_ ("“{1}” is defined, but used nowhere"), NULL);
    }
}

static gboolean
is_law (const MftTerm *term)
{
  const MftStatutory *law = _mft_statutory_find (term->forms->pdata[0]);

  return law != NULL && _mft_statutory_is_same (law, term->reading->text);
}

/* A definition that is the law's own says how to read a word of the law, however rare, and needs the
 * law's other terms. */
static gboolean
is_of_law (const MftTerm *term, MftChecker *checker)
{
  if (is_law (term))
    return TRUE;
  for (guint i = 0; i < _mft_terms_count (checker->terms); i++)
    {
      const MftTerm *other = _mft_terms_get (checker->terms, i);
      if (other->reading == term->use && is_law (other))
        return TRUE;
    }
  return FALSE;
}

void
_mft_check_term_once (MftChecker *checker, const MftRule *rule)
{
  for (guint i = 0; i < _mft_terms_count (checker->terms); i++)
    {
      const MftTerm *term = _mft_terms_get (checker->terms, i);
      if (term->uses != 1 || !term->in_list || is_of_law (term, checker))
        continue;
      g_autofree char *path = mft_block_dup_path (term->use->block);
      report_term (checker, rule, term, MFT_SEVERITY_SUGGESTION,
                   N_ ("“{1}” is used only once, in {2}"), path);
    }
}

void
_mft_check_term_twice (MftChecker *checker, const MftRule *rule)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < _mft_terms_count (checker->terms); i++)
    {
      const MftTerm *term = _mft_terms_get (checker->terms, i);
      const MftTerm *first = NULL;
      for (guint j = 0; j < term->forms->len; j++)
        {
          g_autofree char *key = mft_capitals (term->forms->pdata[j], MFT_CAPITALS_LOWER);
          const MftTerm *other = g_hash_table_lookup (seen, key);
          first = first == NULL && other != term ? other : first;
          if (other == NULL)
            g_hash_table_insert (seen, g_steal_pointer (&key), (gpointer) term);
        }
      if (first == NULL)
        continue;
      g_autofree char *path = mft_block_dup_path (first->reading->block);
      report_term (checker, rule, term, MFT_SEVERITY_WARNING,
                   N_ ("“{1}” is defined twice, first in {2}"), path);
    }
}

/* --- capitals ------------------------------------------------------------------------------------- */

/* "di bidang pelindungan data pribadi" names a field of law, not the term. */
static gboolean
is_field_of_law (const char *text, gsize start)
{
  gsize from = start > 40 ? start - 40 : 0;

  return g_strstr_len (text + from, (gssize) (start - from), "bidang ") != NULL;
}

static gboolean
is_upper (const char *text, gsize size)
{
  for (gsize i = 0; i < size; i++)
    if (g_ascii_islower (text[i]))
      return FALSE;
  return TRUE;
}

static void
check_case (MftChecker *checker, const MftRule *rule, gsize start, const MftTermUse *use)
{
  gsize end = start + use->size;

  if (use->exact || strchr (use->form, ' ') == NULL || use->term->reading == checker->reading
      || is_upper (checker->text + start, use->size) || is_field_of_law (checker->text, start)
      || !_mft_checker_is_typed (checker, start, end)
      || (_mft_checker_style (checker, start) & MFT_STYLE_ITALIC) != 0)
    return;
  MftFinding *finding
      = _mft_checker_report (checker, rule, MFT_SEVERITY_WARNING, start, end,
                             N_ ("the defined term is written “{1}”"), use->form, NULL);
  _mft_checker_propose (checker, finding, start, end, use->form);
}

/* "kepada pihak lainnya" means one of the parties; "instansi dan pihak lainnya yang terkait" and "pihak
 * lain mana pun" mean anybody. */
static void
check_other_party (MftChecker *checker, const MftRule *rule, gsize start, const char *before)
{
  static const char *const joints[] = { "dan", "atau", "dan/atau", "serta", "para", "semua" };
  char word[MFT_SCAN_WORD_SIZE];
  gsize size = _mft_phrase_match (checker->text + start, "pihak lainnya", TRUE);
  gsize next;

  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    if (strcmp (before, joints[i]) == 0)
      return;
  next = start + size + mft_scan_space (checker->text + start + size);
  if (size == 0 || (mft_scan_word (checker->text + next, word) > 0 && strcmp (word, "yang") == 0))
    return;
  MftFinding *finding
      = _mft_checker_report (checker, rule, MFT_SEVERITY_WARNING, start, start + size,
                             N_ ("the defined term is written “{1}”"), "PIHAK", NULL);
  _mft_checker_propose (checker, finding, start, start + strlen ("pihak"), "PIHAK");
}

/* The law's own words keep the law's capitals. */
static gboolean
quotes_law (MftChecker *checker)
{
  for (guint i = 0; i < _mft_terms_count (checker->terms); i++)
    {
      const MftTerm *term = _mft_terms_get (checker->terms, i);
      if (term->reading == checker->reading)
        return is_law (term);
    }
  return FALSE;
}

void
_mft_check_term_case (MftChecker *checker, const MftRule *rule)
{
  MftBlockKind kind = mft_block_get_kind (checker->block);
  char before[MFT_SCAN_WORD_SIZE] = "";
  MftTermUse use;
  gsize start;
  gsize end = 0;

  if (kind == MFT_BLOCK_PASAL || kind == MFT_BLOCK_CENTERED || kind == MFT_BLOCK_LINE
      || _mft_checker_is_in (checker, MFT_BLOCK_LEGAL_BASIS) || quotes_law (checker))
    return;
  while (_mft_word_next (checker->text, &start, &end))
    {
      if (_mft_terms_match (checker->terms, checker->text + start, &use))
        {
          end = start + use.size;
          check_case (checker, rule, start, &use);
        }
      else if (checker->text[start] == 'p'
               && !_mft_terms_is_definition (checker->terms, checker->reading))
        check_other_party (checker, rule, start, before);
      if (mft_scan_word (checker->text + start, before) == 0)
        before[0] = '\0';
    }
}

/* --- what is not defined -------------------------------------------------------------------------- */

static gboolean
is_term_form (MftChecker *checker, const char *words)
{
  MftTermUse use;

  return _mft_terms_match (checker->terms, words, &use) && use.size == strlen (words);
}

/* Words with capitals that the law defines: "Transaksi Elektronik". Bytes taken. */
static gsize
check_law_term (MftChecker *checker, const MftRule *rule, gsize start, GHashTable *told)
{
  gsize from = start;
  gsize end = start;
  gsize found = 0;

  for (guint words = 0; words < TERM_WORDS_MOST; words++)
    {
      if (!_mft_word_next (checker->text, &from, &end) || !g_ascii_isupper (checker->text[from])
          || (words > 0 && checker->text[from - 1] != ' '))
        break;
      g_autofree char *phrase = g_strndup (checker->text + start, end - start);
      if (is_term_form (checker, phrase))
        return end - start;
      if (words > 0 && _mft_statutory_find (phrase) != NULL)
        found = end;
    }
  if (found == 0 || is_upper (checker->text + start, found - start))
    return 0;
  g_autofree char *phrase = g_strndup (checker->text + start, found - start);
  if (g_hash_table_contains (told, phrase))
    return found - start;
  _mft_checker_report (checker, rule, MFT_SEVERITY_WARNING, start, found,
                       N_ ("“{1}” has the capitals of a term, but is not defined"), phrase, NULL);
  g_hash_table_add (told, g_steal_pointer (&phrase));
  return found - start;
}

/* SPBE, but not IV, not PIHAK KESATU, and nothing that everybody knows. */
static gboolean
is_acronym (const char *text, gsize start, gsize end)
{
  guint roman;

  if (end - start < 2 || end - start > 10 || !is_upper (text + start, end - start))
    return FALSE;
  for (gsize i = start; i < end; i++)
    if (!g_ascii_isalpha (text[i]))
      return FALSE;
  if (mft_roman_scan (text + start, &roman) == end - start
      || _mft_phrase_match (text + start, "PIHAK", TRUE) > 0
      || _mft_phrase_match (text + start, "PARA PIHAK", TRUE) > 0)
    return FALSE;
  /* Words in capitals beside it: a name or a heading, not an acronym. */
  gsize behind = end + mft_scan_space (text + end);
  return !(start > 1 && text[start - 1] == ' ' && g_ascii_isupper (text[start - 2]))
         && !(g_ascii_isupper (text[behind]) && g_ascii_isupper (text[behind + 1]))
         && !(text[end] == '.' && g_ascii_isalnum (text[end + 1])) && text[end] != '/'
         && (start == 0 || text[start - 1] != '/');
}

/* "Standar Operasional Prosedur (SOP)", "SOP (Standar …)" anywhere. */
static gboolean
is_introduced (MftChecker *checker, const char *acronym)
{
  g_autofree char *behind = g_strdup_printf ("(%s)", acronym);
  g_autofree char *before = g_strdup_printf ("%s (", acronym);

  for (guint i = 0; i < checker->readings->len; i++)
    {
      const MftReading *reading = checker->readings->pdata[i];
      if (strstr (reading->text, behind) != NULL || strstr (reading->text, before) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
check_acronym (MftChecker *checker, const MftRule *rule, gsize start, gsize end, GHashTable *told)
{
  g_autofree char *word = g_strndup (checker->text + start, end - start);

  if (!is_acronym (checker->text, start, end) || g_hash_table_contains (told, word))
    return;
  if (!_mft_known_words_contain (word) && !is_term_form (checker, word)
      && !is_introduced (checker, word))
    _mft_checker_report (checker, rule, MFT_SEVERITY_SUGGESTION, start, end,
                         N_ ("nothing says what “{1}” stands for"), word, NULL);
  g_hash_table_add (told, g_steal_pointer (&word));
}

void
_mft_check_term_undefined (MftChecker *checker, const MftRule *rule)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < checker->readings->len; i++)
    {
      MftReading *reading = checker->readings->pdata[i];
      MftBlockKind kind = mft_block_get_kind (reading->block);
      gsize start;
      gsize end = 0;
      _mft_checker_go (checker, reading);
      if (kind == MFT_BLOCK_PASAL || kind == MFT_BLOCK_LINE
          || !_mft_checker_is_in (checker, MFT_BLOCK_BODY))
        continue;
      while (_mft_word_next (checker->text, &start, &end))
        {
          if (!g_ascii_isupper (checker->text[start])
              || !_mft_checker_is_typed (checker, start, end))
            continue;
          gsize taken = check_law_term (checker, rule, start, told);
          if (taken > 0)
            end = start + taken;
          else
            check_acronym (checker, rule, start, end, told);
        }
    }
}
