/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/money.h"

#include "bahasa/bahasa-error.h"
#include "bahasa/scan.h"
#include "bahasa/terbilang.h"

char *
mft_money_format (MftDecimal amount)
{
  if (!mft_decimal_set_places (&amount, 2) || mft_decimal_whole (amount) > MFT_DECIMAL_MAX)
    return NULL;
  g_autofree char *number = mft_decimal_format (amount);
  return g_strconcat ("Rp", number, NULL);
}

char *
mft_money_words (MftDecimal amount)
{
  if (!mft_decimal_set_places (&amount, 2))
    return NULL;
  g_autofree char *rupiah = mft_terbilang (mft_decimal_whole (amount), MFT_CAPITALS_LOWER);
  g_autofree char *sen = mft_terbilang (mft_decimal_fraction (amount), MFT_CAPITALS_LOWER);
  if (rupiah == NULL)
    return NULL;
  return mft_decimal_fraction (amount) == 0 ? g_strdup_printf ("%s rupiah", rupiah)
                                            : g_strdup_printf ("%s rupiah %s sen", rupiah, sen);
}

char *
mft_money_full (MftDecimal amount)
{
  g_autofree char *number = mft_money_format (amount);
  g_autofree char *words = mft_money_words (amount);

  return number != NULL && words != NULL ? g_strdup_printf ("%s (%s)", number, words) : NULL;
}

gsize
mft_money_scan (const char *at, MftDecimal *amount)
{
  gsize size = 2;

  if (g_ascii_strncasecmp (at, "rp", 2) != 0)
    return 0;
  if (at[size] == '.')
    size++;
  size += mft_scan_space (at + size);
  gsize digits = mft_decimal_scan (at + size, amount);
  if (digits == 0 || !mft_decimal_set_places (amount, 2))
    return 0;
  size += digits;
  if (at[size] == ',' && at[size + 1] == '-')
    size += 2;
  return size;
}

gsize
mft_money_words_scan (const char *at, MftDecimal *amount)
{
  MftDecimal sen;
  gsize size = mft_terbilang_scan (at, amount);

  if (size == 0)
    return 0;
  size += mft_scan_space (at + size);
  gsize rupiah = mft_scan_keyword (at + size, "rupiah");
  if (rupiah == 0 || !mft_decimal_set_places (amount, 2))
    return 0;
  size += rupiah;
  gsize ahead = size + mft_scan_space (at + size);
  gsize number = mft_terbilang_scan (at + ahead, &sen);
  if (number == 0 || sen.places > 0 || sen.digits > 99)
    return size;
  ahead += number;
  ahead += mft_scan_space (at + ahead);
  gsize word = mft_scan_keyword (at + ahead, "sen");
  if (word == 0 || mft_decimal_fraction (*amount) > 0)
    return size;
  amount->digits += sen.digits;
  return ahead + word;
}

gboolean
mft_money_parse (const char *text, MftDecimal *amount, GError **error)
{
  gsize start = mft_scan_space (text);
  gsize size = mft_money_scan (text + start, amount);

  if (size == 0)
    {
      size = mft_decimal_scan (text + start, amount);
      if (size > 0 && !mft_decimal_set_places (amount, 2))
        size = 0;
    }
  return mft_bahasa_whole ("an amount of money", text, size > 0 ? start + size : 0, error);
}
