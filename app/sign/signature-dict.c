/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sign/signature-dict.h"

#include "pdf/writer.h"

/* Three offsets of up to 15 digits. */
#define RANGE_SIZE 48

void
mft_signature_dict_free (MftSignatureDict *dict)
{
  g_bytes_unref (dict->body);
  g_free (dict);
}

static void
append_text (MftBuffer *buffer, const char *key, const char *value)
{
  if (value == NULL || value[0] == '\0')
    return;
  g_autoptr (MftPdfObject) text = mft_pdf_object_new_text (value);
  mft_buffer_append_printf (buffer, "\n/%s ", key);
  mft_pdf_object_write (text, buffer);
}

static void
append_time (MftBuffer *buffer, GDateTime *time)
{
  g_autofree char *digits = g_date_time_format (time, "%Y%m%d%H%M%S");
  GTimeSpan minutes = g_date_time_get_utc_offset (time) / G_TIME_SPAN_MINUTE;

  mft_buffer_append_printf (buffer, "\n/M (D:%s%c%02d'%02d')", digits, minutes < 0 ? '-' : '+',
                            (int) (ABS (minutes) / 60), (int) (ABS (minutes) % 60));
}

/* What the signature itself promises: a certification, and the lock its field asks for
 * (ISO 32000-2, 12.8.2.2, 12.8.2.4). */
static void
append_references (MftBuffer *buffer, MftCertify certify, const MftPdfObject *lock)
{
  int permission = certify == MFT_CERTIFY_LOCKED ? 1 : certify == MFT_CERTIFY_FILL ? 2 : 3;
  gboolean locks = mft_pdf_object_is (lock, MFT_PDF_DICT);

  if (certify == MFT_CERTIFY_NONE && !locks)
    return;
  mft_buffer_append_text (buffer, "\n/Reference [");
  if (certify != MFT_CERTIFY_NONE)
    mft_buffer_append_printf (buffer,
                              "<< /Type /SigRef /TransformMethod /DocMDP /TransformParams "
                              "<< /Type /TransformParams /P %d /V /1.2 >> >>",
                              permission);
  if (locks)
    {
      g_autoptr (MftPdfObject) parameters = mft_pdf_object_copy (lock);
      mft_pdf_dict_remove (parameters, "P"); /* belongs to the lock alone */
      mft_pdf_dict_set (parameters, "Type", mft_pdf_object_new_name ("TransformParams"));
      mft_pdf_dict_set (parameters, "V", mft_pdf_object_new_name ("1.2"));
      mft_buffer_append_text (buffer, "<< /Type /SigRef /TransformMethod /FieldMDP "
                                      "/TransformParams ");
      mft_pdf_object_write (parameters, buffer);
      mft_buffer_append_text (buffer, " >>");
    }
  mft_buffer_append_text (buffer, "]");
}

static void
append_filled (MftBuffer *buffer, char with, gsize size)
{
  g_autofree char *filling = g_strnfill (size, with);

  mft_buffer_append (buffer, filling, size);
}

/* The part that is only known later; takes what `buffer` holds. */
static MftSignatureDict *
finish (MftBuffer *buffer, gsize contents_size)
{
  MftSignatureDict *dict = g_new0 (MftSignatureDict, 1);

  mft_buffer_append_text (buffer, "\n/ByteRange [0 ");
  dict->range_at = mft_buffer_size (buffer);
  dict->range_size = RANGE_SIZE;
  append_filled (buffer, ' ', RANGE_SIZE);
  mft_buffer_append_text (buffer, "]\n/Contents ");
  dict->contents_at = mft_buffer_size (buffer);
  dict->contents_size = 2 * contents_size + 2;
  mft_buffer_append_text (buffer, "<");
  append_filled (buffer, '0', 2 * contents_size);
  mft_buffer_append_text (buffer, "> >>");
  dict->body = mft_buffer_steal (buffer);
  return dict;
}

MftSignatureDict *
mft_signature_dict_new (const MftSignRequest *request, const MftCertificate *certificate,
                        const MftPdfObject *lock, gsize cms_size)
{
  g_auto (MftBuffer) buffer = { 0 };

  mft_buffer_init (&buffer, G_MAXUINT32);
  mft_buffer_append_text (&buffer, "<< /Type /Sig /Filter /Adobe.PPKLite"
                                   " /SubFilter /ETSI.CAdES.detached");
  append_time (&buffer, request->time);
  append_text (&buffer, "Name", mft_certificate_common_name (certificate));
  append_text (&buffer, "Reason", request->reason);
  append_text (&buffer, "Location", request->location);
  append_references (&buffer, request->certify, lock);
  return finish (&buffer, cms_size);
}

MftSignatureDict *
mft_signature_dict_new_timestamp (gsize token_size)
{
  g_auto (MftBuffer) buffer = { 0 };

  mft_buffer_init (&buffer, G_MAXUINT32);
  mft_buffer_append_text (&buffer, "<< /Type /DocTimeStamp /Filter /Adobe.PPKLite"
                                   " /SubFilter /ETSI.RFC3161");
  return finish (&buffer, token_size);
}
