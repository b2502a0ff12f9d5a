/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sign/present.h"

static void
present_signature_free (MftPresentSignature *signature)
{
  if (signature->stamp != NULL)
    mft_timestamp_free (signature->stamp);
  else
    g_clear_pointer (&signature->cms, mft_cms_free);
  g_clear_pointer (&signature->token, mft_timestamp_free);
  g_free (signature->field);
  g_free (signature);
}

static MftTimestamp *
read_token (const MftCms *cms)
{
  GBytes *bytes = cms->timestamp;
  g_autoptr (MftTimestamp) token
      = bytes != NULL
            ? mft_timestamp_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL)
            : NULL;

  return token != NULL && mft_timestamp_is_sound (token)
                 && mft_timestamp_is_over (token, cms->signature_value)
             ? g_steal_pointer (&token)
             : NULL;
}

static MftPresentSignature *
read_signature (MftPdfFile *file, const MftPdfSignatureField *field)
{
  guint revision = mft_pdf_file_last_revision (file);
  g_autoptr (MftPdfObject) subfilter
      = mft_pdf_file_get (file, revision, field->value, "SubFilter", NULL);
  g_autoptr (MftPdfObject) contents
      = mft_pdf_file_get (file, revision, field->value, "Contents", NULL);
  g_autoptr (MftPdfObject) range
      = mft_pdf_file_get (file, revision, field->value, "ByteRange", NULL);
  MftPresentSignature *signature = g_new0 (MftPresentSignature, 1);
  gsize size = 0;
  const char *bytes = mft_pdf_object_get_string (contents, &size);

  signature->field = g_strdup (field->name);
  signature->end = mft_pdf_object_get_integer (mft_pdf_array_item (range, 2), 0)
                   + mft_pdf_object_get_integer (mft_pdf_array_item (range, 3), 0);
  if (bytes != NULL && mft_pdf_object_is_name (subfilter, "ETSI.RFC3161"))
    signature->stamp = mft_timestamp_read (bytes, size, NULL);
  else if (bytes != NULL)
    signature->cms = mft_cms_read (bytes, size, MFT_CMS_DETACHED, NULL);
  if (signature->stamp != NULL)
    signature->cms = signature->stamp->cms;
  else if (signature->cms != NULL)
    signature->token = read_token (signature->cms);
  return signature;
}

static int
by_end (gconstpointer a, gconstpointer b)
{
  const MftPresentSignature *left = *(MftPresentSignature *const *) a;
  const MftPresentSignature *right = *(MftPresentSignature *const *) b;

  return left->end < right->end ? -1 : left->end > right->end;
}

GPtrArray *
mft_present_signatures (MftPdfFile *file, GError **error)
{
  g_autoptr (GPtrArray) fields
      = mft_pdf_signature_fields (file, mft_pdf_file_last_revision (file), error);
  GPtrArray *all;

  if (fields == NULL)
    return NULL;
  all = g_ptr_array_new_with_free_func ((GDestroyNotify) present_signature_free);
  for (guint i = 0; i < fields->len; i++)
    {
      const MftPdfSignatureField *field = g_ptr_array_index (fields, i);
      MftPresentSignature *signature = field->value != NULL ? read_signature (file, field) : NULL;
      if (signature != NULL && signature->cms != NULL && signature->cms->signer != NULL)
        g_ptr_array_add (all, signature);
      else if (signature != NULL)
        present_signature_free (signature);
    }
  g_ptr_array_sort (all, by_end);
  return all;
}

gint64
mft_present_signature_time (const MftPresentSignature *signature, GPtrArray *all, gint64 now,
                            gboolean *proven)
{
  gint64 time = signature->token != NULL ? signature->token->time : now;

  *proven = signature->token != NULL;
  for (guint i = 0; i < all->len; i++)
    {
      const MftPresentSignature *other = g_ptr_array_index (all, i);
      if (other->stamp == NULL || other->end <= signature->end
          || !mft_timestamp_is_sound (other->stamp))
        continue;
      time = *proven ? MIN (time, other->stamp->time) : other->stamp->time;
      *proven = TRUE;
    }
  return time;
}
