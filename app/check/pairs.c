/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/scan.h"

#include "check/rules-private.h"

#define OPEN_QUOTE 0x201C  /* “ */
#define CLOSE_QUOTE 0x201D /* ” */

/* "huruf a)", "1) rencana": the bracket of a label stands alone. */
static gboolean
is_label_bracket (const char *text, gsize at)
{
  gsize start = at;

  while (start > 0 && g_ascii_isalnum (text[start - 1]))
    start--;
  return at - start >= 1 && at - start <= 2
         && (start == 0 || text[start - 1] == ' ' || (guchar) text[start - 1] >= 0x80);
}

/* Where the bracket that is missing before `close` most likely belongs: before the gazette's name. */
static gboolean
find_gazette (const char *text, gsize from, gsize close, gsize *place)
{
  static const char *const names[]
      = { "Lembaran Negara", "Lembar Negara", "Berita Negara", "Lembaran Daerah" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *found = g_strstr_len (text + from, (gssize) (close - from), names[i]);
      if (found != NULL)
        {
          *place = (gsize) (found - text);
          return TRUE;
        }
    }
  return FALSE;
}

static void
check_brackets (MftChecker *checker, const MftRule *rule, char open, char close)
{
  const char *text = checker->text;
  g_autoptr (GArray) opened = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize balanced = 0;
  gsize place;

  for (gsize at = 0; text[at] != '\0'; at++)
    {
      if (text[at] == open)
        g_array_append_val (opened, at);
      if (text[at] != close)
        continue;
      if (opened->len > 0)
        g_array_set_size (opened, opened->len - 1);
      else if (close != ')' || !is_label_bracket (text, at))
        {
          MftFinding *finding
              = _mft_checker_report (checker, rule, MFT_SEVERITY_WARNING, at, at + 1,
                                     N_ ("this closing bracket has no opening one"), NULL);
          if (find_gazette (text, balanced, at, &place))
            _mft_checker_propose (checker, finding, place, place, "(");
        }
      balanced = at + 1;
    }
  for (guint i = 0; i < opened->len; i++)
    {
      gsize at = g_array_index (opened, gsize, i);
      _mft_checker_report (checker, rule, MFT_SEVERITY_WARNING, at, at + 1,
                           N_ ("this opening bracket is not closed"), NULL);
    }
}

/* --- quotes --------------------------------------------------------------------------------------- */

/* Whether a quotation would begin here: space or nothing before it, a letter behind it. */
static gboolean
is_opening_place (const char *text, gsize at, gsize size)
{
  gsize next;

  return (at == 0 || text[at - 1] == ' ' || text[at - 1] == '(')
         && g_unichar_isalnum (mft_scan_char (text + at + size, &next));
}

static void
report_quote (MftChecker *checker, const MftRule *rule, gsize at, gsize size, const char *message,
              const char *words)
{
  MftFinding *finding
      = _mft_checker_report (checker, rule, MFT_SEVERITY_WARNING, at, at + size, message, NULL);

  if (words != NULL)
    _mft_checker_propose (checker, finding, at, at + size, words);
}

/* “ and ”: which of them stand where the other belongs, which are alone. */
static void
check_curved (MftChecker *checker, const MftRule *rule)
{
  const char *text = checker->text;
  gboolean open = FALSE;
  gsize opened = 0;
  gsize size;

  for (gsize at = 0; text[at] != '\0'; at += size)
    {
      gunichar c = mft_scan_char (text + at, &size);
      if (c != OPEN_QUOTE && c != CLOSE_QUOTE)
        continue;
      gboolean opens = is_opening_place (text, at, size);
      if (c == CLOSE_QUOTE && !open && opens)
        report_quote (checker, rule, at, size, N_ ("a closing quote where one opens"), "“");
      else if (c == OPEN_QUOTE && open && !opens)
        report_quote (checker, rule, at, size, N_ ("an opening quote where one closes"), "”");
      else if (c == CLOSE_QUOTE && !open)
        report_quote (checker, rule, at, size, N_ ("this closing quote has no opening one"), NULL);
      else if (c == OPEN_QUOTE && open)
        report_quote (checker, rule, opened, size, N_ ("this opening quote is not closed"), NULL);
      open = c == CLOSE_QUOTE ? !open && opens : !open || opens;
      if (open)
        opened = at;
    }
  if (open)
    report_quote (checker, rule, opened, strlen ("“"), N_ ("this opening quote is not closed"),
                  NULL);
}

/* " stands for both; behind a digit it is a measure. */
static void
check_straight (MftChecker *checker, const MftRule *rule)
{
  const char *text = checker->text;
  guint count = 0;
  gsize last = 0;

  for (gsize at = 0; text[at] != '\0'; at++)
    if (text[at] == '"' && (at == 0 || !g_ascii_isdigit (text[at - 1])))
      {
        count++;
        last = at;
      }
  if (count % 2 == 1)
    report_quote (checker, rule, last, 1, N_ ("this quote has no other one"), NULL);
}

void
_mft_check_pair (MftChecker *checker, const MftRule *rule)
{
  check_brackets (checker, rule, '(', ')');
  check_brackets (checker, rule, '[', ']');
  check_curved (checker, rule);
  check_straight (checker, rule);
}
