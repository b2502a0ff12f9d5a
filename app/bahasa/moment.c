/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/moment.h"

#include "bahasa/date.h"

GDateTime *
mft_moment_in (GDateTime *moment, MftZone zone)
{
  if (zone == MFT_ZONE_LOCAL)
    return g_date_time_to_local (moment);
  g_autoptr (GTimeZone) clock = g_time_zone_new_offset ((6 + (int) zone) * 3600);
  return g_date_time_to_timezone (moment, clock);
}

MftZone
mft_moment_zone_here (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GTimeSpan hours = g_date_time_get_utc_offset (now) / G_TIME_SPAN_HOUR;

  return hours == 8 ? MFT_ZONE_WITA : hours == 9 ? MFT_ZONE_WIT : MFT_ZONE_WIB;
}

/* Keppres 41/1987. */
static char *
zone_name (GDateTime *moment)
{
  GTimeSpan offset = g_date_time_get_utc_offset (moment);

  if (offset == 7 * G_TIME_SPAN_HOUR)
    return g_strdup ("WIB");
  if (offset == 8 * G_TIME_SPAN_HOUR)
    return g_strdup ("WITA");
  if (offset == 9 * G_TIME_SPAN_HOUR)
    return g_strdup ("WIT");
  return g_date_time_format (moment, "UTC%:z");
}

char *
mft_moment_format (GDateTime *moment)
{
  const MftDate date = { .year = (guint) g_date_time_get_year (moment),
                         .month = (guint) g_date_time_get_month (moment),
                         .day = (guint) g_date_time_get_day_of_month (moment) };
  g_autofree char *day = mft_date_format (date);
  g_autofree char *zone = zone_name (moment);

  return g_strdup_printf ("%s, %02d.%02d.%02d %s", day, g_date_time_get_hour (moment),
                          g_date_time_get_minute (moment), g_date_time_get_second (moment), zone);
}
