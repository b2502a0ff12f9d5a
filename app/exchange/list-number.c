/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/list-number.h"

#include "bahasa/roman.h"

/* "zzzz" is as long as it gets. */
#define LETTERS_MOST 4

/* a … z, aa, bb, … */
static char *
letters (guint number, char first)
{
  guint count = number > 0 ? (number - 1) / 26 + 1 : 0;

  return count > 0 && count <= LETTERS_MOST ? g_strnfill (count, (char) (first + (number - 1) % 26))
                                            : NULL;
}

static char *
roman (guint number, gboolean lower)
{
  g_autofree char *upper = mft_roman (number);

  return upper == NULL || !lower ? g_steal_pointer (&upper) : g_ascii_strdown (upper, -1);
}

char *
mft_list_number (MftListFormat format, guint number)
{
  char *form = NULL;

  switch (format)
    {
    case MFT_LIST_DECIMAL:
      break;
    case MFT_LIST_DECIMAL_ZERO:
      return g_strdup_printf ("%02u", number);
    case MFT_LIST_LOWER_LETTER:
      form = letters (number, 'a');
      break;
    case MFT_LIST_UPPER_LETTER:
      form = letters (number, 'A');
      break;
    case MFT_LIST_LOWER_ROMAN:
      form = roman (number, TRUE);
      break;
    case MFT_LIST_UPPER_ROMAN:
      form = roman (number, FALSE);
      break;
    case MFT_LIST_BULLET:
    case MFT_LIST_NONE:
      return g_strdup ("");
    }
  return form != NULL ? form : g_strdup_printf ("%u", number);
}
