/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The clocks of Indonesia (Keppres 41/1987). */
typedef enum
{
  MFT_ZONE_LOCAL, /* the machine's */
  MFT_ZONE_WIB,
  MFT_ZONE_WITA,
  MFT_ZONE_WIT,
} MftZone;

/* `moment` on the clock of a zone. Owned by the caller. */
GDateTime *mft_moment_in (GDateTime *moment, MftZone zone);

/* Which one the machine keeps; WIB where it keeps none of them. */
MftZone mft_moment_zone_here (void);

/* "26 November 2026, 14.33.08 WIB": the time on the clock of its own zone, which has the name that
 * Indonesians give it (WIB, WITA, WIT), or is "UTC+05:30". Owned by the caller. */
char *mft_moment_format (GDateTime *moment);

G_END_DECLS
