/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/parser.h"
#include "verify/subject.h"

#define SPACE_MOST 1024 /* white space that writers leave behind %%EOF */

/* /ByteRange is a direct array of exactly four whole numbers (USF attacks leave that out). */
static gboolean
read_numbers (MftSubject *subject)
{
  MftSignatureReport *report = subject->report;
  MftPdfObject *range = mft_pdf_dict_get (subject->field->value, "ByteRange");

  if (mft_pdf_array_size (range) != 4)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      MftPdfObject *number = mft_pdf_array_item (range, i);
      if (!mft_pdf_object_is (number, MFT_PDF_INTEGER))
        return FALSE;
      report->byte_range[i] = mft_pdf_object_get_integer (number, -1);
    }
  report->has_byte_range = TRUE;
  return TRUE;
}

static gboolean
numbers_are_sane (MftSubject *subject, goffset size)
{
  const gint64 *range = subject->report->byte_range;

  if (range[0] != 0 || range[1] <= 0 || range[2] <= range[1] || range[3] < 0 || range[2] > size
      || range[3] > size - range[2])
    return FALSE;
  subject->gap_start = range[1];
  subject->gap_end = range[2];
  subject->end = range[2] + range[3];
  return TRUE;
}

/* What is left out is this dictionary's own Contents, delimiters included, and nothing else; the
 * rest of the dictionary is signed (SWA attacks move the second part). */
static gboolean
gap_is_contents (MftSubject *subject, MftPdfFile *file)
{
  MftPdfObject *dict = subject->field->value;
  MftPdfObject *contents = mft_pdf_dict_get (dict, "Contents");
  gsize size;
  const char *bytes = mft_pdf_object_get_string (contents, &size);

  if (bytes == NULL || mft_pdf_object_start (contents) < 0)
    return FALSE;
  subject->contents = g_bytes_new_with_free_func (
      bytes, size, (GDestroyNotify) mft_pdf_object_unref, mft_pdf_object_ref (contents));
  return mft_pdf_object_start (contents) == subject->gap_start
         && mft_pdf_object_end (contents) == subject->gap_end
         && mft_byte_source_byte (mft_pdf_file_source (file), subject->gap_start) == '<'
         && mft_pdf_object_start (dict) < subject->gap_start
         && mft_pdf_object_end (dict) > subject->gap_end
         && mft_pdf_object_end (dict) <= subject->end && !mft_pdf_dict_has_duplicates (dict);
}

static gboolean
only_space (MftByteSource *source, goffset from, goffset to)
{
  if (to - from > SPACE_MOST)
    return FALSE;
  for (goffset at = from; at < to; at++)
    if (!mft_pdf_is_space (mft_byte_source_byte (source, at)))
      return FALSE;
  return TRUE;
}

/* The signed bytes end where a revision does, and the signature stands in that revision. */
static gboolean
find_revision (MftSubject *subject, MftPdfFile *file)
{
  MftByteSource *source = mft_pdf_file_source (file);
  goffset dict = mft_pdf_object_start (subject->field->value);

  for (guint i = 0; i < mft_pdf_file_revisions (file); i++)
    {
      const MftPdfRevision *revision = mft_pdf_file_revision (file, i);
      if (revision->end > subject->end || !only_space (source, revision->end, subject->end))
        continue;
      if (dict < revision->start)
        return FALSE;
      subject->revision = i;
      subject->revision_known = TRUE;
      subject->report->revision = i + 1;
      return TRUE;
    }
  return FALSE;
}

static gboolean
ends_with_file (MftSubject *subject, MftPdfFile *file)
{
  return subject->end == mft_byte_source_size (mft_pdf_file_source (file));
}

void
mft_subject_read_range (MftSubject *subject, MftPdfFile *file)
{
  MftSignatureReport *report = subject->report;

  report->coverage = MFT_COVERAGE_UNCLEAR;
  if (subject->field->value == NULL)
    mft_verify_message (report->messages, "SIGNATURE_UNREADABLE", NULL);
  else if (!read_numbers (subject)
           || !numbers_are_sane (subject, mft_byte_source_size (mft_pdf_file_source (file))))
    mft_verify_message (report->messages, "BYTE_RANGE_WRONG", NULL);
  else if (!gap_is_contents (subject, file))
    {
      mft_verify_message (report->messages, "BYTE_RANGE_GAP", NULL);
      report->coverage = MFT_COVERAGE_PARTIAL;
    }
  else
    {
      subject->range_sound = TRUE;
      if (!find_revision (subject, file))
        report->coverage = MFT_COVERAGE_PARTIAL;
      else
        report->coverage = ends_with_file (subject, file) ? MFT_COVERAGE_WHOLE_FILE
                                                          : MFT_COVERAGE_WHOLE_REVISION;
    }
}
