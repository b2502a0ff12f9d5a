/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/lexeme.h"

#include "bahasa/date-phrase.h"
#include "bahasa/label.h"
#include "bahasa/scan.h"
#include "bahasa/terbilang.h"

#include "agreement/party.h"

/* What stands in brackets behind a number is looked at no further than this. */
#define BRACKET_SIZE_MOST 256

static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == '\'' || c == '`' || (c >= 0x2018 && c <= 0x201f) || c == 0xab
         || c == 0xbb;
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* A letter or digit with what joins it to the next: "perundang-undangan", "dan/atau", "10.000,00",
 * "nama@kota.example", "265/PKS/2023". */
static gsize
scan_joined (const char *at, gboolean *digits)
{
  gsize taken = 0;
  gsize size;

  *digits = FALSE;
  for (gunichar c = mft_scan_char (at, &size); c != 0; c = mft_scan_char (at + taken, &size))
    {
      gsize next_size;
      gunichar next = c != 0 ? mft_scan_char (at + taken + size, &next_size) : 0;
      gboolean joins = is_dash (c) || strchr ("/.@_'", (int) MIN (c, 127)) != NULL || c == 0x2019
                       || (c == ',' && g_unichar_isdigit (next))
                       || (c == ':' && g_unichar_isdigit (next));
      if (g_unichar_isdigit (c))
        *digits = TRUE;
      else if (!g_unichar_isalpha (c) && !g_unichar_ismark (c)
               && (taken == 0 || !joins || !g_unichar_isalnum (next)))
        break;
      taken += size;
    }
  return taken;
}

/* "(empat)", "(lima persen)", "(sepuluh ribu rupiah)" behind digits. */
static gsize
scan_words_in_brackets (const char *at)
{
  gsize space = mft_scan_space (at);
  MftDecimal unused;

  if (at[space] != '(' || mft_terbilang_scan (at + space + 1, &unused) == 0)
    return 0;
  gsize size = strcspn (at + space, ")");
  return size < BRACKET_SIZE_MOST && at[space + size] == ')' ? space + size + 1 : 0;
}

/* "Pasal 4 ayat (1) huruf b" as one. */
static gsize
scan_reference (const char *at)
{
  gsize taken = 0;
  gsize space = 0;
  gsize size;
  MftLabel label;

  while ((size = mft_label_reference_scan (at + taken + space, &label)) > 0)
    {
      taken += space + size;
      space = mft_scan_space (at + taken);
      if (space == 0)
        break;
    }
  return taken;
}

/* Words of duty, right and exception: PP and contract practice read them literally. */
static gboolean
is_duty (const char *folded)
{
  static const char *const words[] = { "tidak",    "bukan", "tanpa", "kecuali", "wajib", "harus",
                                       "dilarang", "dapat", "boleh", "berhak",  "belum" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (folded[0] == words[i][0] && g_str_equal (folded, words[i]))
      return TRUE;
  return FALSE;
}

/* Whether a date, a reference, a role or a number in words may begin here: not at a word that begins with
 * other letters than "Senin", "Pasal", "PIHAK", "dua" … do. Most do, and looking closer takes its time. */
static gboolean
may_begin_phrase (const char *at)
{
  static const char beginnings[]
      = "no sa du ti em li en tu de se be pu ra ri ju mi tr ko ka ah ta pa ay "
        "hu an la pi";
  static gsize ready;
  static gboolean known[26][26];

  if (g_once_init_enter (&ready))
    {
      for (const char *pair = beginnings; pair < beginnings + sizeof beginnings; pair += 3)
        known[pair[0] - 'a'][pair[1] - 'a'] = TRUE;
      g_once_init_leave (&ready, 1);
    }
  if (!g_ascii_isalpha (at[0]) || !g_ascii_isalpha (at[1]))
    return TRUE;
  return known[g_ascii_tolower (at[0]) - 'a'][g_ascii_tolower (at[1]) - 'a'];
}

/* A date, a reference, a party or a number in words; 0 where there is none. */
static gsize
scan_phrase (const char *at, MftLexemeKind *kind)
{
  g_autofree char *role = NULL;
  MftDatePhrase date;
  MftDecimal number;
  gsize taken;

  if (mft_date_phrase_scan (at, &date))
    return *kind = MFT_LEXEME_DATE, date.size;
  if ((taken = scan_reference (at)) > 0)
    return *kind = MFT_LEXEME_REFERENCE, taken;
  if ((taken = mft_party_parse_role (at, &role)) > 0 && mft_scan_boundary (at + taken))
    return *kind = MFT_LEXEME_PARTY, taken;
  if ((taken = mft_terbilang_scan (at, &number)) > 0 && mft_scan_boundary (at + taken)
      && at[taken] != '-')
    return *kind = MFT_LEXEME_NUMBER, taken;
  return 0;
}

static gsize
scan_lexeme (const char *at, MftLexemeKind *kind)
{
  gboolean digits;
  gsize taken = may_begin_phrase (at) ? scan_phrase (at, kind) : 0;

  if (taken > 0)
    return taken;
  taken = scan_joined (at, &digits);
  *kind = digits ? MFT_LEXEME_NUMBER : MFT_LEXEME_WORD;
  if (digits && at[taken] == '%')
    taken++;
  if (digits)
    taken += scan_words_in_brackets (at + taken);
  if (taken == 0)
    {
      mft_scan_char (at, &taken);
      *kind = MFT_LEXEME_MARK;
    }
  return taken;
}

/* The same as below for a word of plain letters and digits, which most are. NULL: it is none. */
static char *
fold_plain (const char *start, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (start[i]))
      return NULL;
  return g_ascii_strdown (start, (gssize) length);
}

static char *
fold (const char *start, gsize length)
{
  char *plain = fold_plain (start, length);
  if (plain != NULL)
    return plain;

  g_autofree char *valid = g_utf8_make_valid (start, (gssize) length);
  g_autofree char *lower = g_utf8_casefold (valid, -1);
  GString *folded = g_string_sized_new (length);
  gunichar before = 0;

  for (const char *at = lower; *at != '\0';)
    {
      gsize space = mft_scan_space (at);
      gunichar c = g_utf8_get_char (at);
      gunichar after = g_utf8_get_char (g_utf8_next_char (at));
      if (space > 0)
        {
          at += space;
          continue;
        }
      /* A hyphen between letters is spelling; another may be a minus or a range. */
      if (is_quote (c))
        g_string_append_c (folded, '"');
      else if (!is_dash (c))
        g_string_append_unichar (folded, c);
      else if (!g_unichar_isalpha (before) || !g_unichar_isalpha (after))
        g_string_append_c (folded, '-');
      before = c;
      at = g_utf8_next_char (at);
    }
  return g_string_free (folded, FALSE);
}

static guint
hash_bytes (const char *start, gsize length)
{
  guint hash = 5381;

  for (gsize i = 0; i < length; i++)
    hash = hash * 33 + (guchar) start[i];
  return hash;
}

static void
clear_lexeme (gpointer lexeme)
{
  g_free (((MftLexeme *) lexeme)->folded);
}

GArray *
mft_lexemes_new (const char *text)
{
  GArray *lexemes = g_array_new (FALSE, FALSE, sizeof (MftLexeme));
  gsize at = mft_scan_space (text);

  g_array_set_clear_func (lexemes, clear_lexeme);
  while (text[at] != '\0')
    {
      MftLexeme lexeme = { .start = at };
      lexeme.end = at + scan_lexeme (text + at, &lexeme.kind);
      lexeme.folded = fold (text + at, lexeme.end - at);
      lexeme.hash = hash_bytes (text + at, lexeme.end - at);
      if (lexeme.kind == MFT_LEXEME_WORD && is_duty (lexeme.folded))
        lexeme.kind = MFT_LEXEME_DUTY;
      g_array_append_val (lexemes, lexeme);
      at = lexeme.end + mft_scan_space (text + lexeme.end);
    }
  return lexemes;
}

gboolean
mft_lexeme_is_important (const MftLexeme *lexeme)
{
  return lexeme->kind != MFT_LEXEME_WORD && lexeme->kind != MFT_LEXEME_MARK;
}

static gboolean
same_bytes (const char *a_text, const MftLexeme *a, const char *b_text, const MftLexeme *b)
{
  gsize length = a->end - a->start;

  return a->hash == b->hash && length == b->end - b->start
         && memcmp (a_text + a->start, b_text + b->start, length) == 0;
}

gboolean
mft_lexeme_same (const char *a_text, const MftLexeme *a, const char *b_text, const MftLexeme *b)
{
  if (a->target != NULL && b->target != NULL && (a->target[0] != '\0' || b->target[0] != '\0'))
    return g_str_equal (a->target, b->target);
  return same_bytes (a_text, a, b_text, b);
}

gboolean
mft_lexeme_alike (const char *a_text, const MftLexeme *a, const char *b_text, const MftLexeme *b)
{
  if (a->kind != b->kind)
    return FALSE;
  /* "pihak lain" is anyone, "PIHAK lain" one of the parties. */
  return a->kind == MFT_LEXEME_PARTY || (a->target != NULL && b->target != NULL)
             ? mft_lexeme_same (a_text, a, b_text, b)
             : g_str_equal (a->folded, b->folded);
}
