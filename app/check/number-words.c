/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/money.h"
#include "bahasa/scan.h"
#include "bahasa/terbilang.h"

#include "check/rules-private.h"

/* Brackets longer than this are no number. */
#define BRACKET_MOST 400

/* A number and the brackets behind it; places in the text. */
typedef struct
{
  MftDecimal value;
  gboolean money;
  gboolean after_name; /* "Pasal 7 (", "Tahun 2008 (" */
  gsize start;
  gsize open;  /* behind the bracket and white space */
  gsize close; /* before white space and the bracket */
} Pair;

static gboolean
is_among (const char *word, const char *const *list, gsize count)
{
  for (gsize i = 0; i < count; i++)
    if (strcmp (list[i], word) == 0)
      return TRUE;
  return FALSE;
}

/* A word that says what is counted. */
static gsize
scan_unit (const char *at)
{
  static const char *const units[]
      = { "rupiah", "persen", "tahun", "bulan",   "minggu", "hari",    "jam",       "menit",
          "detik",  "kali",   "orang", "rangkap", "lembar", "halaman", "eksemplar", "unit" };
  char word[MFT_SCAN_WORD_SIZE];
  gsize size = mft_scan_word (at, word);

  return size > 0 && is_among (word, units, G_N_ELEMENTS (units)) ? size : 0;
}

/* The word right before `end`, lower-cased; "" if there is none. */
static void
word_before (const char *text, gsize end, char word[MFT_SCAN_WORD_SIZE])
{
  gsize start;

  while (end > 0 && strchr (" .,:;(", text[end - 1]) != NULL)
    end--;
  for (start = end; start > 0 && g_ascii_isalpha (text[start - 1]);)
    start--;
  if (mft_scan_word (text + start, word) != end - start)
    word[0] = '\0';
}

/* Behind these a number is a name, and brackets may say anything. */
static gboolean
is_name_before (const char *word)
{
  static const char *const names[]
      = { "nomor",   "no",     "tahun",  "pasal", "ayat",   "angka", "huruf", "lampiran",
          "lantai",  "gedung", "jalan",  "kav",   "blok",   "rt",    "rw",    "pos",
          "halaman", "bab",    "bagian", "tabel", "gambar", "kelas", "versi", "formulir" };

  return is_among (word, names, G_N_ELEMENTS (names));
}

static gsize
skip_space_back (const char *text, gsize at)
{
  while (at > 0)
    {
      const char *before = g_utf8_prev_char (text + at);
      if (!g_unichar_isspace (g_utf8_get_char (before)))
        break;
      at = (gsize) (before - text);
    }
  return at;
}

/* "Rp", "Rp." before the digits; returns where it starts, or `digits` if it is not there. */
static gsize
find_rupiah (const char *text, gsize digits)
{
  gsize at = skip_space_back (text, digits);

  if (at > 0 && text[at - 1] == '.')
    at--;
  if (at < 2 || g_ascii_strncasecmp (text + at - 2, "rp", 2) != 0
      || (at > 2 && g_ascii_isalnum (text[at - 3])))
    return digits;
  return at - 2;
}

/* The number that ends right before the bracket at `bracket`. */
static gboolean
read_number (const char *text, gsize bracket, Pair *pair)
{
  gsize end = skip_space_back (text, bracket);
  char word[MFT_SCAN_WORD_SIZE];
  gsize number_end;
  gsize start;

  if (end > 0 && text[end - 1] == '%')
    end = skip_space_back (text, end - 1);
  number_end = end;
  if (end > 1 && text[end - 1] == '-' && text[end - 2] == ',')
    number_end -= 2;
  for (start = number_end; start > 0 && strchr ("0123456789.,", text[start - 1]) != NULL;)
    start--;
  if (start == number_end || !g_ascii_isdigit (text[start]))
    return FALSE;
  pair->start = find_rupiah (text, start);
  pair->money = pair->start < start;
  if (pair->money)
    return mft_money_scan (text + pair->start, &pair->value) == end - pair->start;
  /* A code (HK.07), a telephone, a date in digits. */
  if (start > 0 && (g_ascii_isalnum (text[start - 1]) || strchr ("/-_+", text[start - 1]) != NULL))
    return FALSE;
  word_before (text, start, word);
  /* "3 x 24 (tujuh puluh dua)" */
  if (strcmp (word, "x") == 0)
    return FALSE;
  pair->after_name = is_name_before (word);
  return number_end == end && mft_decimal_scan (text + start, &pair->value) == end - start;
}

static gboolean
read_pair (const char *text, gsize bracket, Pair *pair)
{
  const char *close = memchr (text + bracket, ')', strnlen (text + bracket, BRACKET_MOST));

  *pair = (Pair){ 0 };
  if (close == NULL || !read_number (text, bracket, pair))
    return FALSE;
  pair->open = bracket + 1 + mft_scan_space (text + bracket + 1);
  pair->close = skip_space_back (text, (gsize) (close - text));
  return pair->open < pair->close;
}

/* The words of the right number, written as the wrong ones are. */
static char *
right_words (const Pair *pair, const char *wrong)
{
  g_autofree char *words = pair->money ? mft_money_words (pair->value)
                                       : mft_terbilang_decimal (pair->value, MFT_CAPITALS_LOWER);
  MftCapitals style = MFT_CAPITALS_LOWER;
  const char *second = strchr (wrong, ' ');

  if (words == NULL)
    return NULL;
  if (g_ascii_isupper (wrong[0]))
    style = g_ascii_isupper (wrong[1])                      ? MFT_CAPITALS_UPPER
            : second == NULL || g_ascii_isupper (second[1]) ? MFT_CAPITALS_TITLE
                                                            : MFT_CAPITALS_FIRST;
  return mft_capitals (words, style);
}

static void
report (MftChecker *checker, const MftRule *rule, const Pair *pair, gsize words_end,
        const char *message, const char *said)
{
  const char *text = checker->text;
  g_autofree char *figures = mft_decimal_format (pair->value);
  g_autofree char *words = right_words (pair, text + pair->open);
  gsize end = pair->close + mft_scan_space (text + pair->close) + 1;
  MftFinding *finding = _mft_checker_report (checker, rule, MFT_SEVERITY_ERROR, pair->start, end,
                                             message, figures, said, NULL);

  if (words != NULL)
    _mft_checker_propose (checker, finding, pair->open, words_end, words);
}

/* Letters to change, drop or add, to make one of the other; `most` + 1 for more. */
static guint
distance (const char *a, const char *b, guint most)
{
  gsize columns = strlen (b) + 1;
  g_autofree guint *row = g_new (guint, columns);

  for (gsize j = 0; j < columns; j++)
    row[j] = (guint) j;
  for (gsize i = 0; a[i] != '\0'; i++)
    {
      guint diagonal = row[0]++;
      for (gsize j = 1; j < columns; j++)
        {
          guint changed = diagonal + (a[i] == b[j - 1] ? 0 : 1);
          diagonal = row[j];
          row[j] = MIN (changed, MIN (row[j], row[j - 1]) + 1);
        }
    }
  return MIN (row[columns - 1], most + 1);
}

/* "4 (empta) tahun": not a number, but nearly the right one. A short word alone may be another
 * word; a unit behind the bracket tells that something is counted. */
static gboolean
is_misspelt (const char *text, const Pair *pair)
{
  g_autofree char *found = g_strndup (text + pair->open, pair->close - pair->open);
  g_autofree char *lower = g_ascii_strdown (found, -1);
  g_autofree char *right = right_words (pair, lower);
  const char *behind = text + pair->close;

  if (right == NULL || strlen (lower) > BRACKET_MOST)
    return FALSE;
  behind += mft_scan_space (behind) + 1;
  behind += mft_scan_space (behind);
  if (strlen (right) < 8 && scan_unit (behind) == 0)
    return FALSE;
  return strlen (lower) >= 4 && distance (lower, right, 2) <= 2;
}

static void
check_pair (MftChecker *checker, const MftRule *rule, const Pair *pair)
{
  const char *text = checker->text;
  MftDecimal said;
  gsize size = pair->money ? mft_money_words_scan (text + pair->open, &said) : 0;

  if (size == 0)
    size = mft_terbilang_scan (text + pair->open, &said);
  gsize end = pair->open + size;
  gsize unit = end + mft_scan_space (text + end);
  if (size > 0
      && (end == pair->close
          || (!pair->after_name && unit + scan_unit (text + unit) == pair->close)))
    {
      g_autofree char *figures = mft_decimal_format (said);
      if (!mft_decimal_equal (said, pair->value))
        report (checker, rule, pair, end, N_ ("the digits say {1}, the words say {2}"), figures);
    }
  else if (!pair->after_name && is_misspelt (text, pair))
    {
      g_autofree char *words = g_strndup (text + pair->open, pair->close - pair->open);
      report (checker, rule, pair, pair->close, N_ ("“{2}” is not how {1} is written in words"),
              words);
    }
}

void
_mft_check_number_words (MftChecker *checker, const MftRule *rule)
{
  MftBlockKind kind = mft_block_get_kind (checker->block);
  Pair pair;

  /* Addresses and telephone numbers. */
  if (kind == MFT_BLOCK_LINE)
    return;
  for (const char *at = checker->text; (at = strchr (at, '(')) != NULL; at++)
    if (read_pair (checker->text, (gsize) (at - checker->text), &pair))
      check_pair (checker, rule, &pair);
}
