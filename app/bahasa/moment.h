/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "26 November 2026, 14.33.08 WIB": the time on the clock of its own zone, which has the name that
 * Indonesians give it (WIB, WITA, WIT), or is "UTC+05:30". Owned by the caller. */
char *mft_moment_format (GDateTime *moment);

G_END_DECLS
