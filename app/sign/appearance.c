/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sign/appearance.h"

#include "bahasa/moment.h"

MftFormXObject *
mft_sign_appearance_draw (const MftSignTarget *target, const MftCertificate *certificate,
                          const MftSignRequest *request, GError **error)
{
  g_autofree char *when = mft_moment_format (request->time);
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
