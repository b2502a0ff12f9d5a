/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Now, in microseconds since 1970-01-01 UTC. The only place the program asks what time it is. */
gint64 mft_clock_now (void);

/* Now, in UTC. Owned by the caller. */
GDateTime *mft_clock_now_utc (void);

/* RFC 3339 in UTC, whole seconds, with "+00:00"; NULL for a time beyond year 9999. Owned by the caller. */
char *mft_clock_format (gint64 microseconds);

/* Tests: from now on it is `microseconds` since 1970; a negative value lets the clock run again. */
void mft_clock_freeze (gint64 microseconds);

G_END_DECLS
