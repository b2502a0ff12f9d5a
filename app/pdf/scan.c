/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/error.h"
#include "pdf/file-private.h"
#include "pdf/parser.h"

#define SECTIONS_MAX 2000
#define ENTRIES_MAX (1u << 24)
#define TAIL_MAX (1 << 20)

/* The last `startxref N %%EOF`. */
static gboolean
find_end (MftPdfFile *file, gint64 *startxref, goffset *eof_end, GError **error)
{
  goffset size = mft_byte_source_size (file->source);
  goffset at = mft_byte_source_find_last (file->source, "startxref", size, TAIL_MAX);
  MftPdfParser parser = mft_pdf_parser (file->source, at, size);

  if (at < 0)
    return _mft_pdf_file_fail (error, "there is no startxref at the end");
  if (!mft_pdf_parser_accept (&parser, "startxref")
      || !mft_pdf_parser_accept_number (&parser, startxref))
    return mft_pdf_parser_fail (&parser, "startxref names no place", error);
  while (mft_pdf_is_space (mft_pdf_parser_peek (&parser)))
    parser.at++;
  if (!mft_byte_source_holds (file->source, parser.at, "%%EOF"))
    return mft_pdf_parser_fail (&parser, "the last %%EOF is missing", error);
  *eof_end = parser.at + 5;
  for (goffset after = *eof_end; after < size; after++)
    if (!mft_pdf_is_space (mft_byte_source_byte (file->source, after)))
      {
        mft_pdf_facts_add (file->facts, MFT_PDF_FACT_BYTES_AFTER_END, 0, after);
        break;
      }
  return TRUE;
}

static gboolean
read_chain (MftPdfFile *file, goffset at, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint entries = 0;

  while (at >= 0)
    {
      if (!g_hash_table_add (seen, g_memdup2 (&at, sizeof at)))
        return _mft_pdf_file_fail (error, "the cross-reference sections form a circle");
      MftPdfXref *xref = mft_pdf_xref_read (file->source, at, file->facts, error);
      if (xref == NULL)
        return FALSE;
      g_ptr_array_add (file->sections, xref);
      entries += xref->entries->len;
      if (file->sections->len > SECTIONS_MAX || entries > ENTRIES_MAX)
        {
          g_set_error_literal (error, MFT_PDF_ERROR, MFT_PDF_ERROR_LIMIT,
                               "too many cross-reference sections or entries");
          return FALSE;
        }
      at = xref->prev;
    }
  return TRUE;
}

static goffset
line_end (MftPdfFile *file, goffset at)
{
  if (mft_byte_source_byte (file->source, at) == '\r')
    at++;
  if (mft_byte_source_byte (file->source, at) == '\n')
    at++;
  return at;
}

/* How many sections, from `first` on, make the revision whose newest section is `first`, and where
 * its %%EOF ends; -1 if none of them says it. */
static guint
measure_revision (MftPdfFile *file, guint first, goffset *end)
{
  const MftPdfXref *newest = g_ptr_array_index (file->sections, first);

  *end = newest->eof_end;
  if (newest->closing == newest->start)
    return 1;
  if (first + 1 < file->sections->len)
    {
      /* Linearized: the first page's section stands in front and is closed by the main one's end
       * (ISO 32000-2, annex F). */
      const MftPdfXref *main = g_ptr_array_index (file->sections, first + 1);
      if (main->start > newest->start && main->closing == newest->start)
        {
          *end = main->eof_end;
          return 2;
        }
    }
  mft_pdf_facts_add (file->facts, MFT_PDF_FACT_REVISION_OPEN, 0, newest->start);
  *end = -1;
  return 1;
}

/* Sections that nothing closes belong to the revision after them. */
static gboolean
find_revisions (MftPdfFile *file, goffset eof_end, GError **error)
{
  for (guint at = 0; at < file->sections->len;)
    {
      const MftPdfXref *newest = g_ptr_array_index (file->sections, at);
      goffset end;
      guint count = measure_revision (file, at, &end);
      if (at == 0)
        end = eof_end;
      if (end < 0)
        g_array_index (file->revisions, MftPdfRevision, file->revisions->len - 1).sections += count;
      else
        {
          const MftPdfRevision revision = { .end = end,
                                            .end_line = line_end (file, end),
                                            .kind = newest->kind,
                                            .xref_start = newest->start,
                                            .trailer = newest->trailer,
                                            .sections_first = at,
                                            .sections = count };
          g_array_append_val (file->revisions, revision);
        }
      at += count;
    }
  for (guint i = 0; i + 1 < file->revisions->len; i++)
    {
      MftPdfRevision *newer = &g_array_index (file->revisions, MftPdfRevision, i);
      newer->start = g_array_index (file->revisions, MftPdfRevision, i + 1).end;
      if (newer->start > newer->xref_start)
        return _mft_pdf_file_fail (error, "the revisions are not in order");
    }
  for (guint i = 0; i < file->revisions->len / 2; i++)
    {
      MftPdfRevision *a = &g_array_index (file->revisions, MftPdfRevision, i);
      MftPdfRevision *b
          = &g_array_index (file->revisions, MftPdfRevision, file->revisions->len - 1 - i);
      const MftPdfRevision held = *a;
      *a = *b;
      *b = held;
    }
  return TRUE;
}

/* Readers pass over numbers beyond /Size (ISO 32000-2, 7.5.5): an update that counts less than was there
 * before takes objects away for some of them. */
static void
check_size (MftPdfFile *file, const MftPdfRevision *revision, gint64 *size_before)
{
  gint64 size = mft_pdf_object_get_integer (mft_pdf_dict_get (revision->trailer, "Size"), -1);

  if (size < *size_before)
    mft_pdf_facts_add (file->facts, MFT_PDF_FACT_SIZE_SHRINKS, 0, revision->xref_start);
  else if (size != (gint64) file->highest_number + 1)
    mft_pdf_facts_add (file->facts, MFT_PDF_FACT_SIZE_OFF, 0, revision->xref_start);
  *size_before = MIN (size, (gint64) file->highest_number + 1);
}

/* Tells the sections whose they are, and whether each revision counts its objects right. */
static void
close_revisions (MftPdfFile *file)
{
  gint64 size_before = -1;

  for (guint i = 0; i < file->revisions->len; i++)
    {
      const MftPdfRevision *revision = &g_array_index (file->revisions, MftPdfRevision, i);
      for (guint k = 0; k < revision->sections; k++)
        {
          MftPdfXref *xref = g_ptr_array_index (file->sections, revision->sections_first + k);
          xref->revision = i;
          if (xref->entries->len > 0)
            file->highest_number
                = MAX (file->highest_number,
                       g_array_index (xref->entries, MftPdfEntry, xref->entries->len - 1).number);
        }
      check_size (file, revision, &size_before);
    }
}

gboolean
_mft_pdf_file_scan (MftPdfFile *file, GError **error)
{
  gint64 startxref = -1;
  goffset eof_end = -1;

  if (!mft_byte_source_holds (file->source, 0, "%PDF-")
      || !g_ascii_isdigit (mft_byte_source_byte (file->source, 5)))
    return _mft_pdf_file_fail (error, "the file does not begin with %%PDF-");
  if (!find_end (file, &startxref, &eof_end, error) || !read_chain (file, startxref, error)
      || !find_revisions (file, eof_end, error))
    return FALSE;
  close_revisions (file);
  return TRUE;
}
