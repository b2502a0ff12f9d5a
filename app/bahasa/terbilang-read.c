/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/bahasa-error.h"
#include "bahasa/scan.h"
#include "bahasa/terbilang.h"

typedef enum
{
  DIGIT,    /* nol … sembilan */
  TEN,      /* sepuluh, sebelas */
  BELAS,    /* digit + 10 */
  PULUH,    /* digit × 10 */
  RATUS,    /* digit × 100 */
  HUNDRED,  /* seratus */
  UNIT,     /* ribu, juta, … */
  ONE_UNIT, /* seribu, sejuta, … */
  KOMA,
} Kind;

static const struct
{
  const char *word;
  Kind kind;
  guint64 value;
} words[] = {
  { "nol", DIGIT, 0 },
  { "satu", DIGIT, 1 },
  { "dua", DIGIT, 2 },
  { "tiga", DIGIT, 3 },
  { "empat", DIGIT, 4 },
  { "lima", DIGIT, 5 },
  { "enam", DIGIT, 6 },
  { "tujuh", DIGIT, 7 },
  { "delapan", DIGIT, 8 },
  { "sembilan", DIGIT, 9 },
  { "sepuluh", TEN, 10 },
  { "sebelas", TEN, 11 },
  { "belas", BELAS, 0 },
  { "puluh", PULUH, 0 },
  { "ratus", RATUS, 0 },
  { "seratus", HUNDRED, 100 },
  { "ribu", UNIT, 1000 },
  { "juta", UNIT, 1000000 },
  { "miliar", UNIT, 1000000000 },
  { "milyar", UNIT, 1000000000 },
  { "triliun", UNIT, G_GUINT64_CONSTANT (1000000000000) },
  { "trilyun", UNIT, G_GUINT64_CONSTANT (1000000000000) },
  { "seribu", ONE_UNIT, 1000 },
  { "sejuta", ONE_UNIT, 1000000 },
  { "semiliar", ONE_UNIT, 1000000000 },
  { "setriliun", ONE_UNIT, G_GUINT64_CONSTANT (1000000000000) },
  { "koma", KOMA, 0 },
};

typedef struct
{
  Kind kind;
  guint64 value;
  gsize end; /* in the text; 0 inside a word */
} Token;

/* The longest number has 30 words; what is behind the 48th is not looked at. */
#define TOKENS_MAX 48

typedef struct
{
  Token tokens[TOKENS_MAX];
  guint count;
  guint at;
} Reader;

/* Cuts one word into number words; none of them begins another. */
static gboolean
read_word (Reader *reader, const char *word, gsize end)
{
  while (*word != '\0')
    {
      gsize i = 0;
      while (i < G_N_ELEMENTS (words) && !g_str_has_prefix (word, words[i].word))
        i++;
      if (i == G_N_ELEMENTS (words) || reader->count == TOKENS_MAX)
        return FALSE;
      word += strlen (words[i].word);
      reader->tokens[reader->count++] = (Token){ .kind = words[i].kind,
                                                 .value = words[i].value,
                                                 .end = *word == '\0' ? end : 0 };
    }
  return TRUE;
}

static void
read_tokens (Reader *reader, const char *text)
{
  char word[MFT_SCAN_WORD_SIZE];
  gsize at = 0;

  for (gsize size; (size = mft_scan_word (text + at, word)) > 0; at += mft_scan_space (text + at))
    {
      guint before = reader->count;
      at += size;
      if (!read_word (reader, word, at))
        {
          reader->count = before;
          break;
        }
    }
}

static gboolean
is (const Reader *reader, guint ahead, Kind kind)
{
  return reader->at + ahead < reader->count && reader->tokens[reader->at + ahead].kind == kind;
}

static guint64
take (Reader *reader)
{
  return reader->tokens[reader->at++].value;
}

static gboolean
is_positive_digit (const Reader *reader)
{
  return is (reader, 0, DIGIT) && reader->tokens[reader->at].value > 0;
}

/* Under a thousand; 0 if there is none, and then nothing is taken. */
static guint64
read_group (Reader *reader)
{
  guint64 group = 0;

  if (is (reader, 0, HUNDRED))
    group = take (reader);
  else if (is_positive_digit (reader) && is (reader, 1, RATUS))
    {
      group = take (reader) * 100;
      take (reader);
    }
  if (is (reader, 0, TEN))
    return group + take (reader);
  if (!is_positive_digit (reader) || is (reader, 1, RATUS))
    return group;
  if (is (reader, 1, BELAS))
    {
      group += take (reader) + 10;
      take (reader);
      return group;
    }
  if (is (reader, 1, PULUH))
    {
      group += take (reader) * 10;
      take (reader);
      if (!is_positive_digit (reader) || is (reader, 1, BELAS) || is (reader, 1, PULUH)
          || is (reader, 1, RATUS))
        return group;
    }
  return group + take (reader);
}

/* A count and its unit, which is smaller than the one before: "tiga ratus dua juta". */
static gboolean
read_part (Reader *reader, guint64 *unit_before, guint64 *number)
{
  guint64 unit = 1;
  guint64 count = 1;

  if (is (reader, 0, ONE_UNIT))
    {
      unit = take (reader);
      /* seribu triliun */
      if (unit == 1000 && *number == 0 && is (reader, 0, UNIT)
          && reader->tokens[reader->at].value == MFT_DECIMAL_MAX / 1000)
        count = take (reader);
    }
  else
    {
      count = read_group (reader);
      if (count == 0)
        return FALSE;
      if (is (reader, 0, UNIT))
        unit = take (reader);
    }
  if (unit >= *unit_before || *number + count * unit > MFT_DECIMAL_MAX)
    return FALSE;
  *number += count * unit;
  *unit_before = unit;
  return TRUE;
}

static gboolean
read_number (Reader *reader, guint64 *number)
{
  guint64 unit = G_MAXUINT64;

  *number = 0;
  if (is (reader, 0, DIGIT) && !is_positive_digit (reader))
    {
      take (reader);
      return TRUE;
    }
  for (guint before = reader->at; unit > 1; before = reader->at)
    if (!read_part (reader, &unit, number))
      {
        reader->at = before;
        break;
      }
  return reader->at > 0;
}

static void
add_place (MftDecimal *value, guint64 digit)
{
  value->digits = value->digits * 10 + digit;
  value->places++;
}

/* "koma lima nol", digit by digit, or "koma dua puluh lima". If it is neither, nothing is taken. */
static void
read_fraction (Reader *reader, MftDecimal *value)
{
  guint start = reader->at;
  MftDecimal read = *value;

  take (reader);
  while (is (reader, 0, DIGIT) && read.places < MFT_DECIMAL_PLACES_MAX)
    {
      guint before = reader->at;
      guint64 group = read_group (reader);
      if (group >= 10 && group <= 99 && read.places + 2 <= MFT_DECIMAL_PLACES_MAX)
        {
          add_place (&read, group / 10);
          add_place (&read, group % 10);
          break;
        }
      reader->at = before;
      add_place (&read, take (reader));
    }
  if (read.places == 0 && is (reader, 0, TEN))
    {
      read.digits = read.digits * 100 + take (reader);
      read.places = 2;
    }
  if (read.places == 0)
    reader->at = start;
  else
    *value = read;
}

gsize
mft_terbilang_scan (const char *at, MftDecimal *value)
{
  Reader reader = { .count = 0 };
  guint64 number;

  read_tokens (&reader, at);
  if (!read_number (&reader, &number))
    return 0;
  *value = mft_decimal (number);
  if (is (&reader, 0, KOMA))
    read_fraction (&reader, value);
  return reader.tokens[reader.at - 1].end;
}

gsize
mft_terbilang_ordinal_scan (const char *at, guint *number)
{
  gsize size = mft_scan_keyword (at, "pertama");
  MftDecimal value = mft_decimal (1);

  if (size == 0 && g_ascii_strncasecmp (at, "ke", 2) == 0)
    {
      size = mft_terbilang_scan (at + 2, &value);
      size = size > 0 && value.places == 0 && value.digits <= G_MAXUINT ? size + 2 : 0;
    }
  *number = (guint) value.digits;
  return size;
}

gboolean
mft_terbilang_parse (const char *text, MftDecimal *value, GError **error)
{
  gsize start = mft_scan_space (text);
  gsize size = mft_terbilang_scan (text + start, value);

  return mft_bahasa_whole ("a number in words", text, size > 0 ? start + size : 0, error);
}
