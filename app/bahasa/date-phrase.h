/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bahasa/date.h"

G_BEGIN_DECLS

/* Which parts of a date in words have capitals; names of days and months always have. */
typedef enum
{
  MFT_DATE_STYLE_LOWER, /* tanggal dua puluh dua … tahun dua ribu dua puluh */
  MFT_DATE_STYLE_YEAR,  /* tanggal dua puluh dua … tahun Dua Ribu Dua Puluh */
  MFT_DATE_STYLE_TITLE, /* tanggal Dua Puluh Dua … tahun Dua Ribu Dua Puluh */
} MftDateStyle;

/* A date as found in a text: what its words say and what its digits say, so that they can be
 * compared. Parts that are not there or cannot be read are 0. Places count from the phrase's
 * start. */
typedef struct
{
  guint weekday; /* 1 = Senin; 0: none */
  gsize weekday_size;
  MftDate written; /* by words, or by "8 Mei 2023" */
  gboolean in_words;
  MftDate digits;  /* in brackets behind it */
  gsize digits_at; /* 0: none */
  gsize digits_size;
  gsize size; /* of the whole phrase */
} MftDatePhrase;

/* "Senin tanggal delapan bulan Mei tahun dua ribu dua puluh tiga (08-05-2023)"; the date must be
 * valid. Owned by the caller. */
char *mft_date_phrase_format (MftDate date, MftDateStyle style);

/* Reads a phrase that begins here with a weekday, "tanggal", or a date in digits:
 * the form above, "Senin, 8 Mei 2023", "tanggal 17 April 2023", "8 Mei 2023 (08-05-2023)".
 * FALSE if there is none. */
gboolean mft_date_phrase_scan (const char *at, MftDatePhrase *phrase);

/* The first phrase at or after the byte `from` of the text; FALSE if there is none. */
gboolean mft_date_phrase_find (const char *text, gsize from, gsize *start, MftDatePhrase *phrase);

G_END_DECLS
