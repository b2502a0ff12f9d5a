/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/party.h"
#include "bahasa/capitals.h"

#include "check/rules-private.h"
#include "check/words-private.h"

/* A name with fewer words is too much like others. */
#define NAME_WORDS_LEAST 2
#define NAME_WORDS_MOST 24

typedef struct
{
  gsize start;
  gsize end;
} Word;

static GArray *
list_words (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  Word word = { 0 };

  while (_mft_word_next (text, &word.start, &word.end))
    g_array_append_val (words, word);
  return words;
}

/* Whether one letter was changed, dropped, added, or swapped with its neighbour. */
static gboolean
is_slip (const char *a, gsize a_size, const char *b, gsize b_size)
{
  gsize head = 0;
  gsize tail = 0;

  if (MIN (a_size, b_size) < 4 || MAX (a_size, b_size) - MIN (a_size, b_size) > 1)
    return FALSE;
  while (head < MIN (a_size, b_size) && g_ascii_tolower (a[head]) == g_ascii_tolower (b[head]))
    head++;
  while (tail < MIN (a_size, b_size) - head
         && g_ascii_tolower (a[a_size - 1 - tail]) == g_ascii_tolower (b[b_size - 1 - tail]))
    tail++;
  gsize a_rest = a_size - head - tail;
  gsize b_rest = b_size - head - tail;
  return (a_rest <= 1 && b_rest <= 1)
         || (a_rest == 2 && b_rest == 2
             && g_ascii_tolower (a[head]) == g_ascii_tolower (b[head + 1])
             && g_ascii_tolower (a[head + 1]) == g_ascii_tolower (b[head]));
}

static gboolean
is_same_word (const char *a, Word a_word, const char *b, Word b_word)
{
  gsize size = a_word.end - a_word.start;

  return size == b_word.end - b_word.start
         && g_ascii_strncasecmp (a + a_word.start, b + b_word.start, size) == 0;
}

/* How many words from `at` on are the name with a slip of the pen in one or two of them, or without one
 * of its inner words; 0 if it is the name itself or something else. */
static guint
match_nearly (const char *text, GArray *words, guint at, const char *name, GArray *name_words)
{
  guint slips = 0;
  guint dropped = 0;
  guint i = at;

  for (guint j = 0; j < name_words->len; j++)
    {
      Word wanted = g_array_index (name_words, Word, j);
      if (i >= words->len)
        return 0;
      Word here = g_array_index (words, Word, i);
      if (is_same_word (text, here, name, wanted))
        i++;
      else if (is_slip (text + here.start, here.end - here.start, name + wanted.start,
                        wanted.end - wanted.start))
        {
          slips++;
          i++;
        }
      else if (j > 0 && j + 1 < name_words->len && name_words->len >= 4)
        dropped++;
      else
        return 0;
    }
  return slips + dropped >= 1 && slips <= 2 && dropped <= 1 && slips * 3 <= name_words->len ? i - at
                                                                                            : 0;
}

static void
check_name (MftChecker *checker, const MftRule *rule, GArray *words, const char *name)
{
  g_autoptr (GArray) name_words = list_words (name);

  if (name_words->len < NAME_WORDS_LEAST || name_words->len > NAME_WORDS_MOST)
    return;
  for (guint i = 0; i < words->len; i++)
    {
      guint count = match_nearly (checker->text, words, i, name, name_words);
      if (count == 0)
        continue;
      gsize start = g_array_index (words, Word, i).start;
      gsize end = g_array_index (words, Word, i + count - 1).end;
      if (!g_ascii_isupper (checker->text[start]) || !_mft_checker_is_typed (checker, start, end))
        continue;
      g_autofree char *right = _mft_phrase_in_case_of (name, checker->text + start, end - start);
      g_autofree char *found = g_strndup (checker->text + start, end - start);
      MftFinding *finding
          = _mft_checker_report (checker, rule, MFT_SEVERITY_WARNING, start, end,
                                 N_ ("“{1}” is nearly, but not quite “{2}”"), found, right, NULL);
      _mft_checker_propose (checker, finding, start, end, right);
    }
}

/* Two parties of one name. */
static void
check_distinct (MftChecker *checker, const MftRule *rule, GPtrArray *names)
{
  for (guint i = 1; i < names->len; i++)
    for (guint j = 0; j < i; j++)
      if (names->pdata[i] != NULL && g_strcmp0 (names->pdata[i], names->pdata[j]) == 0)
        {
          _mft_checker_go (checker, NULL);
          _mft_checker_report (checker, rule, MFT_SEVERITY_ERROR, 0, 0,
                               N_ ("two parties have the same name: {1}"),
                               (const char *) names->pdata[i], NULL);
        }
}

void
_mft_check_party_name (MftChecker *checker, const MftRule *rule)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint party = 1; party <= mft_agreement_n_parties (checker->agreement); party++)
    g_ptr_array_add (names, mft_party_get (checker->agreement, party, "nama") != NULL
                                ? mft_party_dup_shown (checker->agreement, party, "nama")
                                : NULL);
  check_distinct (checker, rule, names);
  for (guint i = 0; i < checker->readings->len; i++)
    {
      _mft_checker_go (checker, checker->readings->pdata[i]);
      g_autoptr (GArray) words = list_words (checker->text);
      for (guint j = 0; j < names->len; j++)
        if (names->pdata[j] != NULL)
          check_name (checker, rule, words, names->pdata[j]);
    }
}
