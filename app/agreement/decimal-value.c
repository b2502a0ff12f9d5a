/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/decimal-value.h"

#include "bahasa/money.h"
#include "bahasa/terbilang.h"

gboolean
_mft_decimal_from_value (const char *value, MftDecimal *number)
{
  guint64 digits = 0;
  guint places = 0;
  gboolean after_point = FALSE;

  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '.' && !after_point && p > value && p[1] != '\0')
        {
          after_point = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*p) || digits > G_MAXUINT64 / 10 - 9
          || (after_point && ++places > MFT_DECIMAL_PLACES_MAX))
        return FALSE;
      digits = digits * 10 + (guint64) (*p - '0');
    }
  *number = (MftDecimal){ .digits = digits, .places = places };
  return value[0] != '\0' && mft_decimal_whole (*number) <= MFT_DECIMAL_MAX;
}

char *
_mft_decimal_to_value (MftDecimal number)
{
  if (number.places == 0)
    return g_strdup_printf ("%" G_GUINT64_FORMAT, number.digits);
  return g_strdup_printf ("%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, mft_decimal_whole (number),
                          (int) number.places, mft_decimal_fraction (number));
}

char *
_mft_decimal_dup_shown (MftDecimal number, MftForm form)
{
  if (form == MFT_FORM_PERCENT)
    return mft_terbilang_percent (number);
  if (form == MFT_FORM_WORDS)
    return mft_money_words (number);
  return form == MFT_FORM_MONEY ? mft_money_full (number) : mft_terbilang_number (number);
}
