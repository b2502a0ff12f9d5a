/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/capitals.h"
#include "bahasa/scan.h"

#include "check/rules-private.h"
#include "check/words-private.h"

typedef struct
{
  gsize start;
  gsize end;
  char word[MFT_SCAN_WORD_SIZE]; /* lower case; "" for what is no plain word */
} Word;

static MftFinding *
suggest (MftChecker *checker, const MftRule *rule, gsize start, gsize end, const char *message,
         const char *argument)
{
  return _mft_checker_report (checker, rule, MFT_SEVERITY_SUGGESTION, start, end, message, argument,
                              NULL);
}

/* ", Untuk selanjutnya": a comma does not end the sentence. */
static void
check_capital (MftChecker *checker, const MftRule *rule, const Word *word)
{
  static const char *const words[]
      = { "untuk",        "dan",       "dalam",    "dengan",    "selanjutnya", "berdasarkan",
          "oleh",         "serta",     "atau",     "bertindak", "maka",        "sebagaimana",
          "berkedudukan", "sedangkan", "sehingga", "karena",    "apabila" };
  const char *text = checker->text;

  if (word->start < 2 || text[word->start - 1] != ' ' || text[word->start - 2] != ','
      || !g_ascii_isupper (text[word->start]) || g_ascii_isupper (text[word->start + 1]))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (word->word, words[i]) == 0)
      {
        MftFinding *finding = suggest (checker, rule, word->start, word->end,
                                       N_ ("no capital behind a comma: “{1}”"), word->word);
        finding->source = "EYD V: huruf kapital";
        _mft_checker_propose (checker, finding, word->start, word->end, word->word);
      }
}

/* Who signs, for whom and on what authority is one sentence: "…, berdasarkan …, dalam hal ini …". */
static void
check_broken_sentence (MftChecker *checker, const MftRule *rule, const Word *word)
{
  static const char *const words[]
      = { "berdasarkan", "bertindak", "berkedudukan", "selanjutnya", "yang", "dalam" };
  const char *text = checker->text;

  if (mft_block_get_kind (checker->block) != MFT_BLOCK_PERSON || word->start < 2
      || text[word->start - 1] != ' ' || text[word->start - 2] != '.'
      || !g_ascii_isupper (text[word->start]))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (word->word, words[i]) == 0)
      {
        g_autofree char *joined = g_strconcat (", ", word->word, NULL);
        MftFinding *finding = suggest (checker, rule, word->start, word->end,
                                       N_ ("the sentence goes on: “{1}”"), joined);
        finding->source = "Kebiasaan komparisi: satu kalimat untuk setiap pihak";
        _mft_checker_propose (checker, finding, word->start - 2, word->end, joined);
      }
}

static gboolean
has_affixes (const char *word, const char *head, const char *tail)
{
  return g_str_has_prefix (word, head) && g_str_has_suffix (word, tail)
         && strlen (word) > strlen (head) + strlen (tail) + 1;
}

/* Three words of one form: "keautentikan, keutuhan dan kenirsangkalan". */
static gboolean
is_series (const Word *a, const Word *b, const Word *c)
{
  static const char *const forms[][2]
      = { { "ke", "an" }, { "pe", "an" }, { "me", "kan" }, { "me", "i" }, { "di", "kan" } };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (has_affixes (a->word, forms[i][0], forms[i][1])
        && has_affixes (b->word, forms[i][0], forms[i][1])
        && has_affixes (c->word, forms[i][0], forms[i][1]))
      return TRUE;
  return FALSE;
}

static void
check_series (MftChecker *checker, const MftRule *rule, const Word *words)
{
  const char *text = checker->text;
  const Word *joint = &words[2];

  if ((strcmp (joint->word, "dan") != 0 && strcmp (joint->word, "atau") != 0)
      || text[words[0].end] != ',' || words[1].start != words[0].end + 2
      || joint->start != words[1].end + 1 || words[3].start != joint->end + 1
      || !is_series (&words[0], &words[1], &words[3]))
    return;
  MftFinding *finding
      = suggest (checker, rule, words[0].start, words[3].end,
                 N_ ("in a series of three a comma stands before “{1}”"), joint->word);
  finding->source = "EYD V: tanda koma dalam perincian";
  _mft_checker_propose (checker, finding, words[1].end, words[1].end, ",");
}

/* "menyelesaikannya melaporkan kepada …": two verbs, and nothing that joins them. */
static void
check_verbs (MftChecker *checker, const MftRule *rule, const Word *first, const Word *second)
{
  static const char *const others[] = { "merupakan", "melainkan", "mengatakan" };

  if (second->start != first->end + 1 || !has_affixes (first->word, "me", "kannya")
      || !has_affixes (second->word, "me", "kan"))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (strcmp (second->word, others[i]) == 0)
      return;
  MftFinding *finding
      = suggest (checker, rule, first->start, second->end,
                 N_ ("two verbs follow each other; is “{1}” missing between them?"), "dengan");
  finding->source = "EYD V: kalimat efektif";
}

static void
check_words (MftChecker *checker, const MftRule *rule)
{
  Word words[4] = { 0 };
  gsize start;
  gsize end = 0;

  while (_mft_word_next (checker->text, &start, &end))
    {
      memmove (&words[0], &words[1], 3 * sizeof (Word));
      words[3].start = start;
      words[3].end = end;
      if (mft_scan_word (checker->text + start, words[3].word) != end - start)
        words[3].word[0] = '\0';
      check_capital (checker, rule, &words[3]);
      check_broken_sentence (checker, rule, &words[3]);
      check_verbs (checker, rule, &words[2], &words[3]);
      check_series (checker, rule, words);
    }
}

/* "berdasarkan Surat Kuasa Gubernur tanggal 17 April 2023": which one, nothing says. */
static void
check_authority (MftChecker *checker, const MftRule *rule)
{
  static const char *const names[]
      = { "Surat Kuasa", "Surat Keputusan", "Surat Perintah", "Surat Tugas", "SK", NULL };
  gsize start, size;

  if (mft_block_get_kind (checker->block) != MFT_BLOCK_PERSON
      || !_mft_phrase_find (checker->text, names, &start, &size))
    return;
  gsize end = start + strcspn (checker->text + start, ",;");
  if (g_strstr_len (checker->text + start, (gssize) (end - start), "Nomor") != NULL
      || g_strstr_len (checker->text + start, (gssize) (end - start), "No.") != NULL
      || g_strstr_len (checker->text + start, (gssize) (end - start), "[") != NULL)
    return;
  g_autofree char *name = g_strndup (checker->text + start, size);
  MftFinding *finding
      = suggest (checker, rule, start, end, N_ ("the authority to sign has no number: {1}"), name);
  finding->source = "Kebiasaan komparisi: dasar kewenangan disebut dengan nomor dan tanggal";
}

/* Who waives the judge (KUHPerdata 1266) wants to end the agreement alone; if it then needs the others'
 * consent, the waiver is for nothing. For the reviewer, unless the clause library's reviewers have seen
 * it. */
static void
check_waiver (MftChecker *checker, const MftRule *rule)
{
  static const char *const consent[]
      = { "efektif setelah adanya kesepakatan", "setelah adanya kesepakatan antara",
          "setelah disepakati oleh", NULL };
  MftBlock *pasal = mft_block_get_ancestor (checker->block, MFT_BLOCK_PASAL);
  const char *number = strstr (checker->text, "1266");
  gsize start, size;

  if (number == NULL || pasal == NULL || mft_block_get_clause (pasal) != NULL
      || mft_block_get_clause (checker->block) != NULL
      || strstr (checker->text, "mengesampingkan") == NULL)
    return;
  for (MftBlock *at = pasal; at != NULL; at = mft_block_next (at, pasal))
    if (_mft_phrase_find (_mft_checker_find (checker, at)->text, consent, &start, &size))
      {
        gsize from = (gsize) (number - checker->text);
        g_autofree char *path = mft_block_dup_path (at);
        MftFinding *finding = suggest (
            checker, rule, from, from + strlen ("1266"),
            N_ ("the court is waived, yet {1} makes the end depend on consent; is that meant?"),
            path);
        finding->source = "KUHPerdata Pasal 1266 dan Pasal 1338";
        return;
      }
}

void
_mft_check_wording (MftChecker *checker, const MftRule *rule)
{
  _mft_check_corrections (checker, rule);
  if (_mft_checker_is_in (checker, MFT_BLOCK_LEGAL_BASIS)
      || mft_block_get_kind (checker->block) == MFT_BLOCK_LINE)
    return;
  check_words (checker, rule);
  check_authority (checker, rule);
  check_waiver (checker, rule);
}
