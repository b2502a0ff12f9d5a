/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/rules-private.h"

static void
report (MftChecker *checker, const MftRule *rule, gsize start, gsize end, const char *message,
        gsize from, gsize to, const char *words)
{
  MftFinding *finding
      = _mft_checker_report (checker, rule, MFT_SEVERITY_SUGGESTION, start, end, message, NULL);

  _mft_checker_propose (checker, finding, from, to, words);
}

/* "Telp :", "Nomor :", "Nama : Jabatan": columns, where the space belongs. */
static gboolean
has_columns (MftBlockKind kind)
{
  return kind == MFT_BLOCK_LINE || kind == MFT_BLOCK_CENTERED || kind == MFT_BLOCK_PERSON
         || kind == MFT_BLOCK_SIGNATURE || kind == MFT_BLOCK_CELL;
}

static gboolean
is_mark_behind_space (const char *at, MftBlockKind kind)
{
  if (*at == '.')
    return at[1] != '.';
  if (*at == ':')
    return !has_columns (kind);
  return *at != '\0' && strchr (",;?!)", *at) != NULL;
}

/* The spaces from `start` to `end`, which stand between words. */
static void
check_spaces (MftChecker *checker, const MftRule *rule, gsize start, gsize end)
{
  const char *text = checker->text;
  gsize word = start;

  while (word > 0 && text[word - 1] != ' ')
    word--;
  if (is_mark_behind_space (text + end, mft_block_get_kind (checker->block)))
    report (checker, rule, word, end + 1, N_ ("a space before a punctuation mark"), start, end, "");
  else if (start > 0 && text[start - 1] == '(')
    report (checker, rule, start - 1, end, N_ ("a space behind an opening bracket"), start, end,
            "");
  else if (end - start > 1 && text[end] != '\0' && text[end] != ':')
    report (checker, rule, start, end, N_ ("more than one space"), start, end, " ");
}

/* "data,informasi": letters on both sides, and the word is no address. */
static gboolean
lacks_space (const char *text, gsize at)
{
  return strchr (",;", text[at]) != NULL && at > 0 && g_ascii_isalpha (text[at - 1])
         && g_ascii_isalpha (text[at + 1]);
}

void
_mft_check_space (MftChecker *checker, const MftRule *rule)
{
  const char *text = checker->text;

  for (gsize at = 0; text[at] != '\0'; at++)
    if (text[at] == ' ')
      {
        gsize start = at;
        while (text[at + 1] == ' ')
          at++;
        check_spaces (checker, rule, start, at + 1);
      }
    else if (lacks_space (text, at))
      report (checker, rule, at, at + 2, N_ ("no space behind a punctuation mark"), at + 1, at + 1,
              " ");
}
