/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <time.h>

/* Microseconds that this thread worked: what others do on the machine does not count. */
static inline gint64
worked (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* A line of the table: how much of its budget (0: none) the work takes, both in microseconds. `more`
 * says what else, and `fits` whether that is within its own budget. */
static inline void
tell (const char *work, gint64 time, gint64 budget, const char *more, gboolean fits)
{
  const double value = (double) time / 1000, most = (double) budget / 1000;

  if (budget > 0)
    g_print ("%-44s %8.1f ms %15.2f x %-26s budget %.1f ms %s  %s\n", work, value, value / most,
             "its budget", most, more, time <= budget && fits ? "within" : "OVER");
  else
    g_print ("%-44s %8.1f ms %15s   %-26s budget - %s\n", work, value, "", "", more);
}
