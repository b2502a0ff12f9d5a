/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The largest whole number that is written in words: 10^15, seribu triliun. */
#define MFT_DECIMAL_MAX G_GUINT64_CONSTANT (1000000000000000)
#define MFT_DECIMAL_PLACES_MAX 4

/* A number that is not negative, as it is written: 2,50 is 250 with two places. Its whole part is
 * at most MFT_DECIMAL_MAX, its places at most MFT_DECIMAL_PLACES_MAX. */
typedef struct
{
  guint64 digits;
  guint places;
} MftDecimal;

MftDecimal mft_decimal (guint64 whole);
guint64 mft_decimal_whole (MftDecimal value);

/* The digits after the comma as a number: 5 of 2,05. */
guint64 mft_decimal_fraction (MftDecimal value);

/* The same with so many places; cuts off nothing but zeros, else FALSE. */
gboolean mft_decimal_set_places (MftDecimal *value, guint places);

/* Whether the values are equal: 2,5 and 2,50 are. */
gboolean mft_decimal_equal (MftDecimal a, MftDecimal b);

/* "1.234.567,50", in every locale. Owned by the caller. */
char *mft_decimal_format (MftDecimal value);

/* Reads a number with points between thousands or without ("10.000,5", "10000"); returns the bytes
 * taken, 0 if there is none here, it is malformed ("1.5", "10.00.0") or too large. A comma or full
 * stop behind it is left. */
gsize mft_decimal_scan (const char *at, MftDecimal *value);

/* The whole text. Errors: MFT_BAHASA_ERROR. */
gboolean mft_decimal_parse (const char *text, MftDecimal *value, GError **error);

G_END_DECLS
