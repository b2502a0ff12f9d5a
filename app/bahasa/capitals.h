/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MFT_CAPITALS_LOWER, /* dua puluh */
  MFT_CAPITALS_FIRST, /* Dua puluh: the first letter, the rest as it stands */
  MFT_CAPITALS_TITLE, /* Dua Puluh */
  MFT_CAPITALS_UPPER, /* DUA PULUH */
} MftCapitals;

/* The text in this style. TITLE follows EYD V for names and titles: every word a capital except
 * function words that are not first (dan, di, ke, dari, yang, …); both halves of a full
 * reduplication (Undang-Undang), only the first of another one (Perundang-undangan); abbreviations
 * and Roman numerals stay (BSrE, DKI, P.T., IV), also when the whole text is in capitals.
 * Independent of the locale; text that is not UTF-8 is made so. Owned by the caller. */
char *mft_capitals (const char *text, MftCapitals style);

G_END_DECLS
