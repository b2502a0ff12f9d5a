/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MFT_DURATION_MINUTES,       /* menit */
  MFT_DURATION_HOURS,         /* jam */
  MFT_DURATION_DAYS,          /* hari */
  MFT_DURATION_CALENDAR_DAYS, /* hari kalender */
  MFT_DURATION_WORKING_DAYS,  /* hari kerja */
  MFT_DURATION_WEEKS,         /* minggu */
  MFT_DURATION_MONTHS,        /* bulan */
  MFT_DURATION_YEARS,         /* tahun */
} MftDurationUnit;

/* A length of time as agreements state it; days keep their kind, for only calendar and working
 * days say what they mean. */
typedef struct
{
  guint64 count;
  MftDurationUnit unit;
} MftDuration;

/* "hari kalender" */
const char *mft_duration_unit_name (MftDurationUnit unit);

/* "30 hari kalender", the form of field values. Owned by the caller. */
char *mft_duration_format (MftDuration duration);

/* "30 (tiga puluh) hari kalender"; NULL above MFT_DECIMAL_MAX. Owned by the caller. */
char *mft_duration_full (MftDuration duration);

/* Reads both forms, and "tiga puluh hari kalender"; words in brackets must agree with the digits.
 * Bytes taken, 0 if it is none. */
gsize mft_duration_scan (const char *at, MftDuration *duration);

/* The whole text. Errors: MFT_BAHASA_ERROR. */
gboolean mft_duration_parse (const char *text, MftDuration *duration, GError **error);

G_END_DECLS
