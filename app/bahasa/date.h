/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A day as it is written; whether the calendar has it, mft_date_valid() says. All zero: none. */
typedef struct
{
  guint year;
  guint month; /* 1 = Januari */
  guint day;
} MftDate;

/* A day of the Gregorian calendar in the years 1 to 9999. */
gboolean mft_date_valid (MftDate date);
gboolean mft_date_equal (MftDate a, MftDate b);

/* 1 = Senin … 7 = Minggu; the date must be valid. */
guint mft_date_weekday (MftDate date);

/* "Senin", "Mei"; numbers from 1. */
const char *mft_weekday_name (guint weekday);
const char *mft_month_name (guint month);

/* "8 Mei 2023", "08-05-2023", "2023-05-08". Owned by the caller. */
char *mft_date_format (MftDate date);
char *mft_date_format_digits (MftDate date);
char *mft_date_format_iso (MftDate date);

/* Readers: bytes taken, 0 if it is none here. Names in any case, Jum'at, Ahad, Pebruari, Nopember
 * too. */
gsize mft_weekday_scan (const char *at, guint *weekday);
gsize mft_month_scan (const char *at, guint *month);

/* "8 Mei 2023", "08-05-2023", "8/5/2023", "2023-05-08"; the date read need not be valid. */
gsize mft_date_scan (const char *at, MftDate *date);

/* Exactly YYYY-MM-DD and valid. Errors: MFT_BAHASA_ERROR. */
gboolean mft_date_parse_iso (const char *text, MftDate *date, GError **error);

G_END_DECLS
