/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/clock.h"

static gint64 frozen = -1;

gint64
mft_clock_now (void)
{
  return frozen >= 0 ? frozen : g_get_real_time ();
}

GDateTime *
mft_clock_now_utc (void)
{
  gint64 now = mft_clock_now ();
  g_autoptr (GDateTime) seconds = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);

  return g_date_time_add (seconds, now % G_USEC_PER_SEC);
}

char *
mft_clock_format (gint64 microseconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (microseconds / G_USEC_PER_SEC);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%S+00:00") : NULL;
}

void
mft_clock_freeze (gint64 microseconds)
{
  frozen = microseconds;
}
