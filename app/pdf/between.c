/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/file-private.h"
#include "pdf/parser.h"

/* Bytes that something accounts for. */
typedef struct
{
  goffset start;
  goffset end;
} Extent;

static int
compare_extents (gconstpointer a, gconstpointer b)
{
  const Extent *left = a, *right = b;

  return left->start < right->start ? -1 : left->start > right->start;
}

static void
add_extent (GArray *extents, goffset start, goffset end)
{
  const Extent extent = { .start = start, .end = end };

  if (start >= 0 && end > start)
    g_array_append_val (extents, extent);
}

static void
add_objects (MftPdfFile *file, guint revision, const MftPdfXref *xref, GArray *extents)
{
  const MftPdfRevision *own = mft_pdf_file_revision (file, revision);

  for (guint i = 0; i < xref->entries->len; i++)
    {
      const MftPdfEntry *entry = &g_array_index (xref->entries, MftPdfEntry, i);
      MftPdfOrigin origin = { 0 };
      goffset at = (goffset) entry->first;
      if (entry->kind != MFT_PDF_ENTRY_PLAIN || at < own->start || at >= own->end || at == 0)
        continue;
      g_autoptr (MftPdfObject) object
          = _mft_pdf_file_load_plain (file, revision, entry, &origin, NULL);
      if (object == NULL)
        mft_pdf_facts_add (file->facts, MFT_PDF_FACT_OBJECT_DAMAGED, entry->number, at);
      else
        add_extent (extents, at, origin.end);
    }
}

static void
check_gap (MftPdfFile *file, goffset start, goffset end)
{
  MftPdfParser parser = mft_pdf_parser (file->source, start, end);
  guint32 number = 0, generation;

  mft_pdf_parser_skip_space (&parser);
  if (parser.at >= end)
    return;
  goffset at = parser.at;
  mft_pdf_parser_header (&parser, &number, &generation);
  mft_pdf_facts_add (file->facts, MFT_PDF_FACT_BYTES_BETWEEN, number, at);
}

void
mft_pdf_file_check_between (MftPdfFile *file, guint revision)
{
  const MftPdfRevision *own = mft_pdf_file_revision (file, revision);
  g_autoptr (GArray) extents = g_array_new (FALSE, FALSE, sizeof (Extent));
  goffset at = own->start;

  for (guint i = 0; i < own->sections; i++)
    {
      const MftPdfXref *xref = mft_pdf_file_section (file, own->sections_first + i);
      add_objects (file, revision, xref, extents);
      add_extent (extents, xref->start, MAX (xref->end, xref->eof_end));
      add_extent (extents, xref->stream_start, xref->stream_end);
    }
  g_array_sort (extents, compare_extents);
  for (guint i = 0; i < extents->len; i++)
    {
      const Extent *extent = &g_array_index (extents, Extent, i);
      if (extent->start > at)
        check_gap (file, at, extent->start);
      at = MAX (at, extent->end);
    }
  if (at < own->end)
    check_gap (file, at, own->end);
}
