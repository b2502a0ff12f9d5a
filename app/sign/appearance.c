/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sign/appearance.h"

#include "bahasa/date.h"

/* "26 November 2026, 14.33.08 WIB" */
static char *
time_text (GDateTime *time)
{
  const MftDate date = { .year = (guint) g_date_time_get_year (time),
                         .month = (guint) g_date_time_get_month (time),
                         .day = (guint) g_date_time_get_day_of_month (time) };
  g_autofree char *day = mft_date_format (date);
  g_autofree char *other_zone = g_date_time_format (time, "UTC%:z");
  GTimeSpan hours = g_date_time_get_utc_offset (time) / G_TIME_SPAN_HOUR;
  gboolean whole = g_date_time_get_utc_offset (time) % G_TIME_SPAN_HOUR == 0;
  const char *zone = whole && hours == 7   ? "WIB"
                     : whole && hours == 8 ? "WITA"
                     : whole && hours == 9 ? "WIT"
                                           : other_zone;

  return g_strdup_printf ("%s, %02d.%02d.%02d %s", day, g_date_time_get_hour (time),
                          g_date_time_get_minute (time), g_date_time_get_second (time), zone);
}

MftFormXObject *
mft_sign_appearance_draw (const MftSignTarget *target, const MftCertificate *certificate,
                          const MftSignRequest *request, GError **error)
{
  g_autofree char *when = time_text (request->time);
  MftStampContent content = request->stamp != NULL ? *request->stamp : (MftStampContent){ 0 };
  double width, height;

  /* What is not said otherwise, the certificate and the clock say. */
  if (content.institution == NULL)
    content.institution = mft_certificate_organization (certificate);
  if (content.name == NULL)
    content.name = mft_certificate_common_name (certificate);
  if (content.time_text == NULL)
    content.time_text = when;
  mft_sign_target_seen_size (target, &width, &height);
  return mft_stamp_to_pdf (&content, request->mark, width, height, error);
}

/* A form around `inner` that turns it against the page's own turn; the viewer then fits it into the
 * rectangle (ISO 32000-2, 12.5.5). */
static guint32
put_turned (const MftFormXObject *stamp, guint32 inner, int rotate, MftPdfUpdate *update)
{
  const char *matrix = rotate == 90 ? "0 1 -1 0" : rotate == 180 ? "-1 0 0 -1" : "0 -1 1 0";
  char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];
  guint32 number = mft_pdf_update_new_number (update);

  g_ascii_formatd (width, sizeof width, "%.4f", mft_form_xobject_width (stamp));
  g_ascii_formatd (height, sizeof height, "%.4f", mft_form_xobject_height (stamp));
  g_autofree char *body
      = g_strdup_printf ("<< /Type /XObject /Subtype /Form /BBox [0 0 %s %s] /Matrix [%s 0 0]\n"
                         "/Resources << /XObject << /Stamp %u 0 R >> >> /Length 9 >>\n"
                         "stream\n/Stamp Do\nendstream",
                         width, height, matrix, inner);
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));
  mft_pdf_update_put_bytes (update, number, bytes);
  return number;
}

guint32
mft_sign_appearance_put (const MftFormXObject *stamp, const MftSignTarget *target,
                         MftPdfUpdate *update)
{
  guint32 first = mft_pdf_update_new_number (update);

  for (guint i = 0; i < mft_form_xobject_count (stamp); i++)
    {
      guint32 number = i == 0 ? first : mft_pdf_update_new_number (update);
      g_autoptr (GBytes) body = mft_form_xobject_object (stamp, i, first);
      mft_pdf_update_put_bytes (update, number, body);
    }
  return target->page->rotate == 0 ? first
                                   : put_turned (stamp, first, target->page->rotate, update);
}
