/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/returned-pdf.h"

#include <glib/gi18n.h>

#include "bahasa/moment.h"
#include "pdf/file.h"
#include "report/sentences.h"
#include "verify/since.h"

#define PIECE (256 * 1024)

/* What was sent as PDF, by the digest of its bytes (MftSent, borrowed). */
static GHashTable *
index_sent (GPtrArray *list)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < list->len; i++)
    {
      MftSent *sent = list->pdata[i];
      g_autofree char *lower = g_ascii_strdown (sent->file, -1);
      if (g_str_has_suffix (lower, ".pdf"))
        g_hash_table_insert (index, sent->sha256, sent);
    }
  return index;
}

/* The places where the file may have ended before, in order: goffset. */
static GArray *
list_ends (MftPdfFile *file)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (goffset));

  for (guint i = 0; i < mft_pdf_file_revisions (file); i++)
    {
      const MftPdfRevision *revision = mft_pdf_file_revision (file, i);
      g_array_append_val (ends, revision->end);
      if (revision->end_line != revision->end)
        g_array_append_val (ends, revision->end_line);
    }
  return ends;
}

/* Adds the bytes from `at` to `end`. */
static gboolean
hash_to (MftByteSource *source, GChecksum *digest, goffset at, goffset end, MftJob *job,
         GError **error)
{
  g_autofree guint8 *piece = g_malloc (PIECE);

  while (at < end)
    {
      gsize size = (gsize) MIN (PIECE, end - at);
      if (!mft_job_check (job, error) || !mft_byte_source_read (source, at, piece, size, error))
        return FALSE;
      g_checksum_update (digest, piece, (gssize) size);
      at += (goffset) size;
    }
  return TRUE;
}

/* The longest beginning that was sent; `end` is its size. */
static MftSent *
find_sent (MftByteSource *source, GArray *ends, GHashTable *index, goffset *end, MftJob *job,
           GError **error)
{
  g_autoptr (GChecksum) digest = g_checksum_new (G_CHECKSUM_SHA256);
  goffset at = 0;
  MftSent *found = NULL;

  for (guint i = 0; i < ends->len; i++)
    {
      goffset next = g_array_index (ends, goffset, i);
      if (next <= at || next > mft_byte_source_size (source))
        continue;
      if (!hash_to (source, digest, at, next, job, error))
        return NULL;
      at = next;
      g_autoptr (GChecksum) now = g_checksum_copy (digest);
      MftSent *sent = g_hash_table_lookup (index, g_checksum_get_string (now));
      if (sent != NULL)
        {
          found = sent;
          *end = next;
        }
    }
  return found;
}

static guint
count_signatures (const MftVerifyReport *report, goffset since)
{
  guint count = 0;

  for (guint i = 0; i < report->signatures->len; i++)
    {
      const MftSignatureReport *signature = report->signatures->pdata[i];
      count += signature->state == MFT_SIGNATURE_SIGNED && signature->has_byte_range
               && signature->byte_range[1] >= since
               && signature->kind == MFT_SIGNATURE_KIND_SIGNATURE;
    }
  return count;
}

static MftReturnedPdf *
describe (MftByteSource *source, goffset end, MftSecret *password, const MftVerifyReport *report)
{
  g_autoptr (MftSignatureReport) since = mft_signature_report_new ("");
  MftReturnedPdf *returned = g_new0 (MftReturnedPdf, 1);

  returned->signatures = count_signatures (report, end);
  returned->changes = mft_changes_since (source, end, password, since->changes);
  returned->other = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < since->changes->len; i++)
    {
      const MftVerifyChange *change = since->changes->pdata[i];
      if (!change->permitted)
        g_ptr_array_add (returned->other, mft_sentence_change (change));
    }
  return returned;
}

MftReturnedPdf *
mft_returned_pdf_find (MftLibrary *library, const char *path, MftSecret *password,
                       const MftVerifyReport *report, MftJob *job, GError **error)
{
  g_autoptr (GPtrArray) list = mft_sent_list (library, NULL, error);
  g_autoptr (GHashTable) index = list != NULL ? index_sent (list) : NULL;
  g_autoptr (MftByteSource) source = NULL;
  g_autoptr (MftPdfFile) file = NULL;
  MftReturnedPdf *returned;
  goffset end = 0;

  if (index == NULL || g_hash_table_size (index) == 0)
    return NULL;
  source = mft_byte_source_new_file (path, error);
  file = source != NULL ? mft_pdf_file_new (source, NULL) : NULL;
  if (file == NULL)
    return NULL;
  g_autoptr (GArray) ends = list_ends (file);
  MftSent *sent = find_sent (source, ends, index, &end, job, error);
  if (sent == NULL)
    return NULL;
  returned = describe (source, end, password, report);
  guint place;
  g_ptr_array_find (list, sent, &place);
  returned->sent = g_ptr_array_steal_index (list, place);
  return returned;
}

void
mft_returned_pdf_free (MftReturnedPdf *returned)
{
  mft_sent_free (returned->sent);
  g_ptr_array_unref (returned->other);
  g_free (returned);
}

static char *
what_was_added (const MftReturnedPdf *returned)
{
  if (returned->changes == MFT_CHANGES_NONE)
    return g_strdup (_ ("Nothing was added."));
  if (returned->changes == MFT_CHANGES_UNKNOWN)
    return g_strdup (_ ("What was added to it cannot be read."));
  if (returned->changes == MFT_CHANGES_FORBIDDEN)
    {
      g_ptr_array_add (returned->other, NULL);
      g_autofree char *other = g_strjoinv (" · ", (char **) returned->other->pdata);
      g_ptr_array_remove_index (returned->other, returned->other->len - 1);
      /* Translators: %s are sentences such as "page 3: the contents were replaced". */
      return g_strdup_printf (_ ("Important: more than signatures was added: %s."), other);
    }
  return g_strdup_printf (ngettext ("Only %u signature was added.",
                                    "Only %u signatures were added.", returned->signatures),
                          returned->signatures);
}

char *
mft_returned_pdf_sentence (const MftReturnedPdf *returned)
{
  const MftSent *sent = returned->sent;
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (sent->created / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *when = mft_moment_format (local);
  g_autofree char *added = what_was_added (returned);
  /* Translators: a receiver, a moment, a file's name. */
  g_autofree char *what
      = g_strdup_printf (_ ("This is the file that was sent to %s on %s (%s), to the last byte."),
                         sent->receiver, when, sent->file);

  return g_strconcat (what, " ", added, NULL);
}
