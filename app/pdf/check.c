/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/cursor.h"
#include "pdf/file-private.h"
#include "pdf/parser.h"

static gboolean
skip_space (MftCursor *cursor)
{
  gsize before = cursor->at;

  while (mft_pdf_is_space (mft_cursor_peek (cursor)))
    cursor->at++;
  return cursor->at > before;
}

/* Reads a few bytes at the place instead of a whole window: there may be 100,000 places. */
static gboolean
holds_object (MftPdfFile *file, const MftPdfEntry *entry)
{
  char head[40];
  goffset size = mft_byte_source_size (file->source);

  if (entry->first >= (guint64) size)
    return FALSE;
  gsize have = MIN (sizeof head, (gsize) (size - (goffset) entry->first));
  if (!mft_byte_source_read (file->source, (goffset) entry->first, head, have, NULL))
    return FALSE;

  MftCursor cursor = mft_cursor (head, have);
  return mft_cursor_decimal (&cursor, 10) == entry->number && skip_space (&cursor)
         && mft_cursor_decimal (&cursor, 5) == entry->second && skip_space (&cursor)
         && mft_cursor_accept (&cursor, "obj") && !cursor.failed;
}

/* A section may repeat what an older one said; anything else lies in its own revision. */
static gboolean
is_repeated (const MftPdfFile *file, guint section, const MftPdfEntry *entry)
{
  for (guint i = section + 1; i < file->sections->len; i++)
    {
      const MftPdfEntry *older
          = mft_pdf_xref_find (g_ptr_array_index (file->sections, i), entry->number);
      if (older != NULL)
        return older->kind == entry->kind && older->first == entry->first
               && older->second == entry->second;
    }
  return FALSE;
}

/* Word ends a file with an empty table whose /XRefStm lies before it. */
static gboolean
is_hidden_in_older (const MftPdfXref *xref, const MftPdfRevision *revision, goffset at)
{
  return xref->kind == MFT_PDF_XREF_HYBRID && xref->stream_start < revision->start
         && at < revision->start;
}

static void
check_section (MftPdfFile *file, const MftPdfRevision *revision, guint section)
{
  const MftPdfXref *xref = g_ptr_array_index (file->sections, section);

  /* An older revision may not be told by what came later. */
  if (xref->stream_end > revision->end)
    mft_pdf_facts_add (file->facts, MFT_PDF_FACT_ENTRY_OUTSIDE, 0, xref->stream_start);
  for (guint i = 0; i < xref->entries->len; i++)
    {
      const MftPdfEntry *entry = &g_array_index (xref->entries, MftPdfEntry, i);
      goffset at = (goffset) entry->first;
      if (entry->kind != MFT_PDF_ENTRY_PLAIN)
        continue;
      if (at == 0)
        mft_pdf_facts_add (file->facts, MFT_PDF_FACT_ENTRY_AT_ZERO, entry->number, xref->start);
      else if (!holds_object (file, entry))
        mft_pdf_facts_add (file->facts, MFT_PDF_FACT_ENTRY_WRONG, entry->number, at);
      else if ((at < revision->start || at >= revision->end)
               && !is_hidden_in_older (xref, revision, at) && !is_repeated (file, section, entry))
        mft_pdf_facts_add (file->facts, MFT_PDF_FACT_ENTRY_OUTSIDE, entry->number, at);
    }
}

void
_mft_pdf_file_check_entries (MftPdfFile *file)
{
  for (guint i = 0; i < file->revisions->len; i++)
    {
      const MftPdfRevision *revision = &g_array_index (file->revisions, MftPdfRevision, i);
      for (guint k = 0; k < revision->sections; k++)
        check_section (file, revision, revision->sections_first + k);
    }
}
