/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/certificates/validity.h"

#include <glib/gi18n.h>

#include "bahasa/date.h"
#include "base/clock.h"
#include "pki/practice.h"

char *
mft_day_words (gint64 microseconds)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (microseconds / G_USEC_PER_SEC);
  g_autoptr (GDateTime) time = utc != NULL ? g_date_time_to_local (utc) : NULL;

  if (time == NULL)
    return g_strdup ("–");
  return mft_date_format ((MftDate){ .year = (guint) g_date_time_get_year (time),
                                     .month = (guint) g_date_time_get_month (time),
                                     .day = (guint) g_date_time_get_day_of_month (time) });
}

int
mft_validity_days (const MftCertificate *certificate)
{
  gint64 left = mft_certificate_not_after (certificate) - mft_clock_now ();

  return left < 0 ? -1 : (int) MIN (left / MFT_DAY_MICROSECONDS, G_MAXINT);
}

MftTone
mft_validity (const MftCertificate *certificate, char **words)
{
  int days = mft_validity_days (certificate);
  g_autofree char *from = mft_day_words (mft_certificate_not_before (certificate));
  g_autofree char *until = mft_day_words (mft_certificate_not_after (certificate));

  if (days < 0)
    {
      /* Translators: %s is a date. */
      *words = g_strdup_printf (_ ("Expired on %s"), until);
      return MFT_TONE_BAD;
    }
  if (mft_certificate_not_before (certificate) > mft_clock_now ())
    {
      /* Translators: %s is a date. */
      *words = g_strdup_printf (_ ("Valid from %s"), from);
      return MFT_TONE_UNSURE;
    }
  if (mft_certificate_is_practice (certificate))
    {
      *words = g_strdup (_ ("Not certified"));
      return MFT_TONE_PRACTICE;
    }
  if (!mft_certificate_is_ca (certificate) && !mft_certificate_may_sign (certificate))
    {
      *words = g_strdup (_ ("Not for signing documents"));
      return MFT_TONE_BAD;
    }
  if (days <= MFT_VALIDITY_EARLY)
    {
      *words
          = g_strdup_printf (ngettext ("Ends in %d day", "Ends in %d days", (gulong) days), days);
      return MFT_TONE_UNSURE;
    }
  /* Translators: %s is a date. */
  *words = g_strdup_printf (_ ("Valid until %s"), until);
  return MFT_TONE_GOOD;
}
