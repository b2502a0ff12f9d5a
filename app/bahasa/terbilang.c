/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/terbilang.h"

static const char *const digits[]
    = { "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan" };

static const struct
{
  guint64 value;
  const char *name;
} units[] = {
  { G_GUINT64_CONSTANT (1000000000000), "triliun" },
  { 1000000000, "miliar" },
  { 1000000, "juta" },
  { 1000, "ribu" },
};

static void
add_word (GString *text, const char *word)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, word);
}

/* 1 to 999. */
static void
add_group (GString *text, guint number)
{
  guint hundreds = number / 100;
  guint rest = number % 100;

  if (hundreds == 1)
    add_word (text, "seratus");
  else if (hundreds > 1)
    {
      add_word (text, digits[hundreds]);
      add_word (text, "ratus");
    }
  if (rest == 10)
    add_word (text, "sepuluh");
  else if (rest == 11)
    add_word (text, "sebelas");
  else if (rest >= 12 && rest <= 19)
    {
      add_word (text, digits[rest - 10]);
      add_word (text, "belas");
    }
  else
    {
      if (rest >= 20)
        {
          add_word (text, digits[rest / 10]);
          add_word (text, "puluh");
        }
      if (rest % 10 > 0)
        add_word (text, digits[rest % 10]);
    }
}

static void
add_number (GString *text, guint64 number)
{
  if (number == 0)
    add_word (text, digits[0]);
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      guint count = (guint) (number / units[i].value);
      number %= units[i].value;
      if (count == 0)
        continue;
      if (units[i].value == 1000 && count == 1)
        {
          add_word (text, "seribu");
          continue;
        }
      /* 10^15 is "seribu triliun": kuadriliun is a word of dictionaries, not of budgets. */
      if (count == 1000)
        add_word (text, "seribu");
      else
        add_group (text, count);
      add_word (text, units[i].name);
    }
  add_group (text, (guint) number);
}

char *
mft_terbilang_decimal (MftDecimal value, MftCapitals style)
{
  if (value.places > MFT_DECIMAL_PLACES_MAX || mft_decimal_whole (value) > MFT_DECIMAL_MAX)
    return NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  add_number (text, mft_decimal_whole (value));
  if (value.places > 0)
    {
      char fraction[MFT_DECIMAL_PLACES_MAX + 1];
      g_snprintf (fraction, sizeof fraction, "%0*" G_GUINT64_FORMAT, (int) value.places,
                  mft_decimal_fraction (value));
      add_word (text, "koma");
      for (const char *c = fraction; *c != '\0'; c++)
        add_word (text, digits[*c - '0']);
    }
  return mft_capitals (text->str, style);
}

char *
mft_terbilang (guint64 number, MftCapitals style)
{
  return mft_terbilang_decimal (mft_decimal (number), style);
}

char *
mft_terbilang_ordinal (guint number, MftCapitals style)
{
  g_autofree char *words = mft_terbilang (number, MFT_CAPITALS_LOWER);
  g_autofree char *ordinal = g_strconcat ("ke", words, NULL);

  return mft_capitals (ordinal, style);
}

char *
mft_terbilang_number (MftDecimal value)
{
  g_autofree char *figures = mft_decimal_format (value);
  g_autofree char *words = mft_terbilang_decimal (value, MFT_CAPITALS_LOWER);

  return words != NULL ? g_strdup_printf ("%s (%s)", figures, words) : NULL;
}

char *
mft_terbilang_percent (MftDecimal value)
{
  g_autofree char *figures = mft_decimal_format (value);
  g_autofree char *words = mft_terbilang_decimal (value, MFT_CAPITALS_LOWER);

  return words != NULL ? g_strdup_printf ("%s%% (%s persen)", figures, words) : NULL;
}
