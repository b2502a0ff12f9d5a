/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sign/tail.h"

#include "base/digest.h"

#define PIECE (256 * 1024)

void
mft_sign_tail_free (MftSignTail *tail)
{
  g_byte_array_unref (tail->bytes);
  g_free (tail);
}

static void
tell_range (MftSignTail *tail, const MftSignatureDict *dict, gsize body_at)
{
  goffset gap_start = tail->base + (goffset) tail->contents_at;
  goffset gap_end = tail->base + (goffset) tail->contents_end;
  goffset end = tail->base + (goffset) tail->bytes->len;
  g_autofree char *range
      = g_strdup_printf ("%" G_GOFFSET_FORMAT " %" G_GOFFSET_FORMAT " %" G_GOFFSET_FORMAT,
                         gap_start, gap_end, end - gap_end);

  g_assert (strlen (range) <= dict->range_size);
  memcpy (tail->bytes->data + body_at + dict->range_at, range, strlen (range));
}

MftSignTail *
mft_sign_tail_new (MftPdfUpdate *update, guint32 number, const MftSignatureDict *dict, goffset base,
                   GError **error)
{
  GBytes *bytes = mft_pdf_update_finish (update, error);

  if (bytes == NULL)
    return NULL;
  MftSignTail *tail = g_new0 (MftSignTail, 1);
  gsize body_at = (gsize) (mft_pdf_update_place (update, number) - base);
  tail->bytes = g_bytes_unref_to_array (bytes);
  tail->base = base;
  tail->contents_at = body_at + dict->contents_at;
  tail->contents_end = tail->contents_at + dict->contents_size;
  tell_range (tail, dict, body_at);
  return tail;
}

guint
mft_sign_tail_digest (const MftSignTail *tail, const EVP_MD_CTX *before,
                      guint8 value[EVP_MAX_MD_SIZE])
{
  g_autoptr (EVP_MD_CTX) digest = EVP_MD_CTX_new ();
  guint size = 0;

  if (EVP_MD_CTX_copy_ex (digest, before) != 1
      || EVP_DigestUpdate (digest, tail->bytes->data, tail->contents_at) != 1
      || EVP_DigestUpdate (digest, tail->bytes->data + tail->contents_end,
                           tail->bytes->len - tail->contents_end)
             != 1
      || EVP_DigestFinal_ex (digest, value, &size) != 1)
    g_error ("no digest");
  return size;
}

gboolean
mft_sign_tail_write (MftSignTail *tail, GBytes *contents, MftSafeFile *output, GError **error)
{
  gsize size = g_bytes_get_size (contents);

  g_assert (2 * size + 2 <= tail->contents_end - tail->contents_at);
  g_autofree char *hex = mft_hex (g_bytes_get_data (contents, NULL), size);
  memcpy (tail->bytes->data + tail->contents_at + 1, hex, 2 * size);
  return mft_safe_file_write (output, tail->bytes->data, tail->bytes->len, error);
}

gboolean
mft_sign_copy (MftByteSource *input, MftSafeFile *output, EVP_MD_CTX *digest, MftJob *job,
               GError **error)
{
  g_autofree guint8 *piece = g_malloc (PIECE);
  goffset size = mft_byte_source_size (input);

  for (goffset at = 0; at < size;)
    {
      gsize part = (gsize) MIN (PIECE, size - at);
      if (!mft_job_check (job, error) || !mft_byte_source_read (input, at, piece, part, error)
          || (output != NULL && !mft_safe_file_write (output, piece, part, error)))
        return FALSE;
      EVP_DigestUpdate (digest, piece, part);
      at += (goffset) part;
      mft_job_report (job, (double) at / (double) size);
    }
  return TRUE;
}
