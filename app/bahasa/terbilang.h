/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bahasa/capitals.h"
#include "bahasa/decimal.h"

G_BEGIN_DECLS

/* Numbers in words (terbilang): seratus, seribu, sebelas, but satu juta; miliar, triliun; digits
 * after the comma one by one ("dua koma lima nol"). */

/* NULL above MFT_DECIMAL_MAX. Owned by the caller. */
char *mft_terbilang (guint64 number, MftCapitals style);
char *mft_terbilang_decimal (MftDecimal value, MftCapitals style);

/* "kesatu", "kedua", "kesebelas": parties, amendments. Owned by the caller. */
char *mft_terbilang_ordinal (guint number, MftCapitals style);

/* The form of agreements: "4 (empat)" (UU 12/2011 Lampiran II). Owned by the caller. */
char *mft_terbilang_number (MftDecimal value);

/* "5% (lima persen)". Owned by the caller. */
char *mft_terbilang_percent (MftDecimal value);

/* Reads the longest number in words here and returns the bytes taken, 0 if there is none. What
 * people write is read: any case and white space, words run together (duapuluh), milyar and
 * trilyun, satu ratus, satu ribu, sejuta, and a fraction said as one number (nol koma dua puluh
 * lima). Words out of order end the number: of "dua tiga" only "dua" is taken. */
gsize mft_terbilang_scan (const char *at, MftDecimal *value);

/* "kesatu", "PERTAMA", "kedua belas". */
gsize mft_terbilang_ordinal_scan (const char *at, guint *number);

/* The whole text. Errors: MFT_BAHASA_ERROR, with the byte where it stops being a number. */
gboolean mft_terbilang_parse (const char *text, MftDecimal *value, GError **error);

G_END_DECLS
