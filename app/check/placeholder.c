/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/scan.h"

#include "check/rules-private.h"
#include "check/words-private.h"

/* Brackets with more in them are a remark, not a blank. */
#define BLANK_MOST 80

/* "…", "...", "____": bytes taken. */
static gsize
scan_line (const char *at)
{
  static const char ellipsis[] = "…";
  gsize size = 0;
  gsize dots = strspn (at, ".");
  gsize lines = strspn (at, "_");

  while (g_str_has_prefix (at + size, ellipsis))
    size += strlen (ellipsis);
  if (size > 0)
    return size + strspn (at + size, ".");
  return dots >= 3 ? dots : lines >= 3 ? lines : 0;
}

/* "[nama pejabat]", "<nama>", "{nomor}". */
static gsize
scan_brackets (const char *at)
{
  static const char *const pairs[] = { "[]", "<>", "{}" };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (*at == pairs[i][0])
      {
        const char *end = memchr (at, pairs[i][1], strnlen (at, BLANK_MOST));
        return end != NULL ? (gsize) (end - at) + 1 : 0;
      }
  return 0;
}

/* "xxx", but not the thirtieth Lampiran. */
static gsize
scan_crosses (const char *text, gsize start)
{
  gsize size = strspn (text + start, "xX");

  if (size < 3 || !mft_scan_boundary (text + start + size))
    return 0;
  if (size == 3 && start > 1 && strspn (text + start, "X") == 3 && text[start - 1] == ' '
      && g_ascii_isalpha (text[start - 2]))
    return 0;
  return size;
}

static gsize
scan_word (const char *at)
{
  static const char *const words[] = { "tbd",        "lorem ipsum", "dd-mm-yyyy", "dd/mm/yyyy",
                                       "hh-bb-tttt", "hh/bb/tttt",  "dd mm yyyy" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize size = _mft_phrase_match (at, words[i], FALSE);
      if (size > 0)
        return size;
    }
  return 0;
}

static gsize
scan_blank (MftChecker *checker, gsize at, gboolean begins)
{
  gsize size = scan_brackets (checker->text + at);

  /* On the signature page lines are to be written on. */
  if (size == 0 && !_mft_checker_is_in (checker, MFT_BLOCK_SIGNATURES))
    size = scan_line (checker->text + at);
  if (size == 0 && begins)
    size = scan_crosses (checker->text, at);
  return size == 0 && begins ? scan_word (checker->text + at) : size;
}

/* A field that need not be filled in shows its meaning in brackets until it is. */
static void
check_atoms (MftChecker *checker, const MftRule *rule)
{
  gsize at = 0;

  for (guint i = 0; i < checker->spans->len; i++)
    {
      const MftShownSpan *span = &g_array_index (checker->spans, MftShownSpan, i);
      gsize next = at + strlen (span->text);
      MftField *field = span->state == MFT_SHOWN_MISSING
                            ? mft_agreement_get_field (checker->agreement, span->run->value)
                            : NULL;
      if (field != NULL && !mft_field_is_required (field))
        _mft_checker_report (checker, rule, MFT_SEVERITY_WARNING, at, next,
                             N_ ("{1} is empty and would be printed so"),
                             mft_field_get_meaning (field), NULL);
      at = next;
    }
}

/* "Nomor :" in the title, and nothing behind it. */
static void
check_number (MftChecker *checker, const MftRule *rule)
{
  static const char word[] = "nomor";
  const char *start = checker->text + strspn (checker->text, " ");
  const char *end = start + strlen (word);

  if (!_mft_checker_is_in (checker, MFT_BLOCK_TITLE)
      || g_ascii_strncasecmp (start, word, strlen (word)) != 0 || end[strspn (end, " :.")] != '\0')
    return;
  _mft_checker_report (checker, rule, MFT_SEVERITY_ERROR, (gsize) (start - checker->text),
                       strlen (checker->text), N_ ("the number is still to be filled in"), NULL);
}

void
_mft_check_placeholder (MftChecker *checker, const MftRule *rule)
{
  gboolean begins = TRUE;
  gsize step;

  check_atoms (checker, rule);
  check_number (checker, rule);
  for (gsize at = 0; checker->text[at] != '\0'; at += step)
    {
      gsize size = scan_blank (checker, at, begins);
      begins = mft_scan_boundary (checker->text + at);
      mft_scan_char (checker->text + at, &step);
      if (size == 0 || !_mft_checker_is_typed (checker, at, at + size))
        continue;
      g_autofree char *blank = g_strndup (checker->text + at, size);
      _mft_checker_report (checker, rule, MFT_SEVERITY_ERROR, at, at + size,
                           N_ ("“{1}” is still to be filled in"), blank, NULL);
      step = size;
    }
}
