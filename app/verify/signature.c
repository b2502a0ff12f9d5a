/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/cursor.h"
#include "pki/display-name.h"
#include "verify/subject.h"

static char *
dup_text (MftSubject *subject, MftPdfFile *file, const char *key)
{
  g_autoptr (MftPdfObject) value
      = mft_pdf_file_get (file, subject->found_in, subject->field->value, key, NULL);
  g_autofree char *text = mft_pdf_object_dup_text (value);

  return text != NULL ? mft_display_name (text, -1) : NULL;
}

/* Exactly `width` digits. */
static int
read_digits (MftCursor *cursor, gsize width)
{
  const guint8 *digits = mft_cursor_take (cursor, width);
  int value = 0;

  for (gsize i = 0; digits != NULL && i < width; i++)
    {
      if (!g_ascii_isdigit (digits[i]))
        cursor->failed = TRUE;
      value = value * 10 + (digits[i] - '0');
    }
  return value;
}

/* D:YYYYMMDDHHmmSSOHH'mm' (ISO 32000-2, 7.9.4); what is left out is the lowest value. */
static gboolean
parse_pdf_date (const char *text, gint64 *time)
{
  int parts[6] = { 0, 1, 1, 0, 0, 0 };
  static const gsize widths[] = { 4, 2, 2, 2, 2, 2 };
  MftCursor cursor = mft_cursor (text, strlen (text));
  gint64 offset = 0;
  int sign;

  mft_cursor_accept (&cursor, "D:");
  for (guint i = 0; i < 6 && g_ascii_isdigit (mft_cursor_peek (&cursor)); i++)
    parts[i] = read_digits (&cursor, widths[i]);
  sign = mft_cursor_peek (&cursor);
  if (sign == '+' || sign == '-')
    {
      mft_cursor_skip (&cursor, 1);
      offset = (gint64) read_digits (&cursor, 2) * 3600;
      mft_cursor_accept (&cursor, "'");
      if (g_ascii_isdigit (mft_cursor_peek (&cursor)))
        offset += (gint64) read_digits (&cursor, 2) * 60;
    }
  g_autoptr (GDateTime) date
      = g_date_time_new_utc (parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
  if (date == NULL || cursor.failed)
    return FALSE;
  *time = (g_date_time_to_unix (date) - (sign == '-' ? -offset : offset)) * G_USEC_PER_SEC;
  return TRUE;
}

static void
read_claims (MftSubject *subject, MftPdfFile *file)
{
  MftSignatureReport *report = subject->report;
  g_autofree char *date = dup_text (subject, file, "M");

  report->reason = dup_text (subject, file, "Reason");
  report->location = dup_text (subject, file, "Location");
  if (date != NULL && parse_pdf_date (date, &report->signing_time))
    report->signing_time_source = MFT_TIME_SOURCE_M;
  else if (subject->cms != NULL && subject->cms->signing_time != G_MININT64)
    {
      report->signing_time = subject->cms->signing_time;
      report->signing_time_source = MFT_TIME_SOURCE_ATTRIBUTE;
    }
}

/* The certifying permission P among the signature's transforms (ISO 32000-2, 12.8.2.2). */
static guint
read_certification (MftSubject *subject, MftPdfFile *file)
{
  guint revision = subject->found_in;
  g_autoptr (MftPdfObject) references
      = mft_pdf_file_get (file, revision, subject->field->value, "Reference", NULL);

  for (guint i = 0; i < mft_pdf_array_size (references); i++)
    {
      g_autoptr (MftPdfObject) one
          = mft_pdf_file_resolve (file, revision, mft_pdf_array_item (references, i), NULL);
      g_autoptr (MftPdfObject) method
          = mft_pdf_file_get (file, revision, one, "TransformMethod", NULL);
      g_autoptr (MftPdfObject) parameters
          = mft_pdf_file_get (file, revision, one, "TransformParams", NULL);
      g_autoptr (MftPdfObject) permission
          = mft_pdf_file_get (file, revision, parameters, "P", NULL);
      gint64 value = mft_pdf_object_get_integer (permission, 2);
      if (mft_pdf_object_is_name (method, "DocMDP"))
        return value >= 1 && value <= 3 ? (guint) value : 1;
    }
  return 0;
}

static void
read_token (MftSubject *subject)
{
  gsize size;
  gconstpointer data;

  if (subject->cms->timestamp == NULL)
    return;
  data = g_bytes_get_data (subject->cms->timestamp, &size);
  subject->token = mft_timestamp_read (data, size, NULL);
}

static void
read_cms (MftSubject *subject)
{
  MftSignatureReport *report = subject->report;
  gsize size;
  gconstpointer data = g_bytes_get_data (subject->contents, &size);

  if (report->kind == MFT_SIGNATURE_KIND_TIMESTAMP)
    {
      subject->stamp = mft_timestamp_read (data, size, NULL);
      if (subject->stamp != NULL)
        subject->cms = subject->stamp->cms;
    }
  else
    subject->cms = mft_cms_read (data, size,
                                 subject->over_sha1 ? MFT_CMS_OVER_SHA1 : MFT_CMS_DETACHED, NULL);
  if (subject->cms == NULL)
    {
      mft_verify_message (report->messages, "CONTENTS_UNREADABLE", NULL);
      return;
    }
  read_token (subject);
  if (subject->over_sha1)
    report->digest = g_strdup (SN_sha1);
  else if (subject->cms->digest != NULL)
    report->digest = g_strdup (OBJ_nid2sn (EVP_MD_get_type (subject->cms->digest)));
  report->algorithm = g_strdup (subject->cms->algorithm);
  if (subject->cms->signer != NULL)
    {
      report->certificate = mft_certificate_ref (subject->cms->signer);
      report->signer = g_strdup (mft_certificate_common_name (subject->cms->signer));
      report->issuer = g_strdup (mft_certificate_issuer_common_name (subject->cms->signer));
    }
}

/* adbe.x509.rsa_sha1 signs in a way of its own, without CMS: not read here. */
void
mft_subject_read_signature (MftSubject *subject, MftPdfFile *file)
{
  MftSignatureReport *report = subject->report;
  MftPdfObject *dict = subject->field->value;
  g_autoptr (MftPdfObject) subfilter = NULL;
  const char *name;

  if (dict == NULL)
    {
      report->state = MFT_SIGNATURE_UNREADABLE;
      return;
    }
  subfilter = mft_pdf_file_get (file, subject->found_in, dict, "SubFilter", NULL);
  name = mft_pdf_object_get_name (subfilter);
  report->subfilter = name != NULL ? mft_display_name (name, -1) : NULL;
  report->certification = read_certification (subject, file);
  subject->over_sha1 = g_strcmp0 (name, "adbe.pkcs7.sha1") == 0;
  if (g_strcmp0 (name, "ETSI.RFC3161") == 0)
    report->kind = MFT_SIGNATURE_KIND_TIMESTAMP;
  else if (g_strcmp0 (name, "ETSI.CAdES.detached") != 0
           && g_strcmp0 (name, "adbe.pkcs7.detached") != 0 && !subject->over_sha1)
    {
      report->state = MFT_SIGNATURE_UNREADABLE;
      mft_verify_message (report->messages, "SUBFILTER_UNKNOWN", name);
      read_claims (subject, file);
      return;
    }
  if (subject->contents != NULL)
    read_cms (subject);
  read_claims (subject, file);
}

const EVP_MD *
mft_subject_digest (const MftSubject *subject, gsize *size)
{
  const EVP_MD *digest = NULL;

  if (subject->stamp != NULL)
    digest = subject->stamp->imprint_digest;
  else if (subject->cms != NULL)
    digest = subject->over_sha1 ? EVP_sha1 () : subject->cms->digest;
  if (digest != NULL)
    *size = subject->stamp != NULL || subject->over_sha1 ? (gsize) EVP_MD_get_size (digest)
                                                         : subject->cms->digest_size;
  return digest;
}

gboolean
mft_subject_is_hashable (const MftSubject *subject)
{
  gsize size;

  return subject->range_sound && mft_subject_digest (subject, &size) != NULL;
}
