/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/xref.h"

#include "pdf/error.h"
#include "pdf/fact.h"
#include "pdf/filter.h"
#include "pdf/parser.h"

#define ENTRIES_BYTES_MAX (128u << 20)

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const MftPdfEntry *left = a, *right = b;

  return left->number < right->number ? -1 : left->number > right->number;
}

/* Sorts by number and drops all but the first entry of each. */
static void
put_in_order (GArray *entries, GArray *facts, goffset at)
{
  guint kept = 0;

  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    {
      const MftPdfEntry *entry = &g_array_index (entries, MftPdfEntry, i);
      if (kept > 0 && g_array_index (entries, MftPdfEntry, kept - 1).number == entry->number)
        mft_pdf_facts_add (facts, MFT_PDF_FACT_ENTRY_TWICE, entry->number, at);
      else
        g_array_index (entries, MftPdfEntry, kept++) = *entry;
    }
  g_array_set_size (entries, kept);
}

/* ISO 32000-2, 7.5.4: ten digits and five. What is written otherwise, others read otherwise, or not. */
static gboolean
read_table_entry (MftPdfParser *parser, guint32 number, GArray *entries, GArray *facts)
{
  goffset start = parser->at;
  gint64 offset, generation;
  gboolean used, is_strict;

  if (!mft_pdf_parser_accept_number (parser, &offset))
    return FALSE;
  is_strict = parser->at - start == 10;
  start = parser->at + 1;
  if (!mft_pdf_parser_accept_number (parser, &generation))
    return FALSE;
  if (!is_strict || parser->at - start != 5)
    mft_pdf_facts_add (facts, MFT_PDF_FACT_ENTRY_FORM, number, start);
  used = mft_pdf_parser_accept (parser, "n");
  if (!used && !mft_pdf_parser_accept (parser, "f"))
    return FALSE;
  if (generation > 65535)
    return FALSE;
  const MftPdfEntry entry = { .number = number,
                              .second = (guint32) generation,
                              .first = (guint64) offset,
                              .kind = used ? MFT_PDF_ENTRY_PLAIN : MFT_PDF_ENTRY_FREE };
  g_array_append_val (entries, entry);
  return TRUE;
}

static gboolean
read_subsection (MftPdfParser *parser, MftPdfXref *xref, GArray *facts, GError **error)
{
  gint64 first, count;

  if (!mft_pdf_parser_accept_number (parser, &first)
      || !mft_pdf_parser_accept_number (parser, &count))
    return mft_pdf_parser_fail (parser, "not a cross-reference table", error);
  if (first > MFT_PDF_NUMBER_MAX || count > MFT_PDF_NUMBER_MAX - first
      || count > (parser->end - parser->at) / 18)
    return mft_pdf_parser_fail (parser, "a cross-reference table is too long", error);
  mft_pdf_parser_skip_space (parser);
  for (gint64 i = 0; i < count; i++)
    {
      goffset start = parser->at;
      if (!read_table_entry (parser, (guint32) (first + i), xref->entries, facts))
        return mft_pdf_parser_fail (parser, "not a cross-reference entry", error);
      while (mft_pdf_is_space (mft_pdf_parser_peek (parser)))
        parser->at++;
      if (parser->at - start != 20 && i + 1 < count)
        mft_pdf_facts_add (facts, MFT_PDF_FACT_ENTRY_SPACING, 0, start);
    }
  return TRUE;
}

static gboolean
read_table (MftPdfParser *parser, MftPdfXref *xref, GArray *facts, GError **error)
{
  do
    if (!read_subsection (parser, xref, facts, error))
      return FALSE;
  while (!mft_pdf_parser_accept (parser, "trailer"));

  mft_pdf_parser_skip_space (parser);
  xref->trailer = mft_pdf_parser_object (parser, error);
  if (xref->trailer == NULL)
    return FALSE;
  xref->end = parser->at;
  return mft_pdf_object_is (xref->trailer, MFT_PDF_DICT)
         || mft_pdf_parser_fail (parser, "the trailer is no dictionary", error);
}

static guint64
read_field (const guint8 **at, gint64 width, guint64 missing)
{
  guint64 value = 0;

  for (gint64 i = 0; i < width; i++)
    value = value << 8 | *(*at)++;
  return width > 0 ? value : missing;
}

static gboolean
read_packed_entries (const guint8 *data, gint64 count, gint64 first, const gint64 widths[3],
                     GArray *entries)
{
  for (gint64 i = 0; i < count; i++)
    {
      guint64 kind = read_field (&data, widths[0], 1);
      guint64 one = read_field (&data, widths[1], 0);
      guint64 two = read_field (&data, widths[2], 0);
      if (one >> 62 != 0 || two > G_MAXUINT32)
        return FALSE;
      const MftPdfEntry entry
          = { .number = (guint32) (first + i),
              .second = (guint32) two,
              .first = one,
              .kind = kind <= MFT_PDF_ENTRY_PACKED ? kind & 3 : MFT_PDF_ENTRY_FREE };
      g_array_append_val (entries, entry);
    }
  return TRUE;
}

static gboolean
read_widths (const MftPdfObject *dict, gint64 widths[3])
{
  const MftPdfObject *array = mft_pdf_dict_get (dict, "W");

  for (guint i = 0; i < 3; i++)
    {
      widths[i] = mft_pdf_object_get_integer (mft_pdf_array_item (array, i), -1);
      if (widths[i] < 0 || widths[i] > 8)
        return FALSE;
    }
  return mft_pdf_array_size (array) == 3 && widths[0] + widths[1] + widths[2] > 0;
}

static gboolean
unpack_entries (const MftPdfObject *dict, GBytes *packed, GArray *entries)
{
  const MftPdfObject *index = mft_pdf_dict_get (dict, "Index");
  gint64 size = mft_pdf_object_get_integer (mft_pdf_dict_get (dict, "Size"), -1);
  gint64 widths[3];
  gsize left;
  const guint8 *data = g_bytes_get_data (packed, &left);
  guint pairs = index != NULL ? mft_pdf_array_size (index) / 2 : 1;

  if (!read_widths (dict, widths) || (index != NULL && mft_pdf_array_size (index) % 2 != 0))
    return FALSE;
  gsize row = (gsize) (widths[0] + widths[1] + widths[2]);
  for (guint i = 0; i < pairs; i++)
    {
      gint64 first
          = index != NULL ? mft_pdf_object_get_integer (mft_pdf_array_item (index, 2 * i), -1) : 0;
      gint64 count = index != NULL
                         ? mft_pdf_object_get_integer (mft_pdf_array_item (index, 2 * i + 1), -1)
                         : size;
      if (first < 0 || count < 0 || first > MFT_PDF_NUMBER_MAX || count > MFT_PDF_NUMBER_MAX - first
          || (gsize) count > left / row || count + entries->len > MFT_PDF_NUMBER_MAX + 1
          || !read_packed_entries (data, count, first, widths, entries))
        return FALSE;
      data += (gsize) count * row;
      left -= (gsize) count * row;
    }
  return TRUE;
}

static gboolean
read_stream (MftPdfParser *parser, MftPdfXref *xref, GError **error)
{
  guint32 generation;
  goffset data_start;

  if (!mft_pdf_parser_header (parser, &xref->number, &generation))
    return mft_pdf_parser_fail (parser, "no cross-reference section here", error);
  mft_pdf_parser_skip_space (parser);
  xref->trailer = mft_pdf_parser_object (parser, error);
  if (xref->trailer == NULL)
    return FALSE;
  gint64 size = mft_pdf_object_get_integer (mft_pdf_dict_get (xref->trailer, "Length"), -1);
  if (!mft_pdf_object_is_name (mft_pdf_dict_get (xref->trailer, "Type"), "XRef")
      || !mft_pdf_parser_accept_stream (parser, &data_start))
    return mft_pdf_parser_fail (parser, "no cross-reference stream here", error);
  if (!mft_pdf_parser_skip_stream (parser, data_start, size, error))
    return FALSE;
  if (!mft_pdf_parser_accept (parser, "endobj"))
    return mft_pdf_parser_fail (parser, "endobj is missing", error);
  xref->end = parser->at;

  g_autoptr (GBytes) raw
      = mft_byte_source_read_bytes (parser->source, data_start, size, ENTRIES_BYTES_MAX, error);
  g_autoptr (GBytes) packed
      = raw != NULL ? mft_pdf_filter_decode (xref->trailer, raw, ENTRIES_BYTES_MAX, error) : NULL;
  if (packed == NULL)
    return FALSE;
  return unpack_entries (xref->trailer, packed, xref->entries)
         || mft_pdf_parser_fail (parser, "a cross-reference stream is damaged", error);
}

/* `startxref N %%EOF`, if it follows. */
static void
read_closing (MftPdfParser *parser, MftPdfXref *xref)
{
  gint64 offset;

  xref->closing = xref->eof_end = -1;
  if (!mft_pdf_parser_accept (parser, "startxref")
      || !mft_pdf_parser_accept_number (parser, &offset))
    return;
  while (mft_pdf_is_space (mft_pdf_parser_peek (parser)))
    parser->at++;
  if (!mft_byte_source_holds (parser->source, parser->at, "%%EOF"))
    return;
  xref->closing = offset;
  xref->eof_end = parser->at + 5;
}

/* A number in use in the table stays; one the table hides as free, or does not name, is what the
 * stream says (ISO 32000-2, 7.5.8.4). */
static void
merge_hidden (MftPdfXref *xref, const MftPdfXref *stream, GArray *facts)
{
  g_autoptr (GArray) merged = g_array_new (FALSE, FALSE, sizeof (MftPdfEntry));

  for (guint i = 0; i < xref->entries->len; i++)
    {
      const MftPdfEntry *entry = &g_array_index (xref->entries, MftPdfEntry, i);
      const MftPdfEntry *hidden = mft_pdf_xref_find (stream, entry->number);
      if (hidden == NULL || entry->kind != MFT_PDF_ENTRY_FREE)
        g_array_append_vals (merged, entry, 1);
      if (hidden != NULL && entry->kind != MFT_PDF_ENTRY_FREE
          && (hidden->kind != entry->kind || hidden->first != entry->first))
        mft_pdf_facts_add (facts, MFT_PDF_FACT_XREF_DISAGREES, entry->number, xref->start);
    }
  for (guint i = 0; i < stream->entries->len; i++)
    {
      const MftPdfEntry *hidden = &g_array_index (stream->entries, MftPdfEntry, i);
      const MftPdfEntry *entry = mft_pdf_xref_find (xref, hidden->number);
      if (entry == NULL || entry->kind == MFT_PDF_ENTRY_FREE)
        g_array_append_vals (merged, hidden, 1);
    }
  g_array_sort (merged, compare_entries);
  g_array_unref (xref->entries);
  xref->entries = g_steal_pointer (&merged);
}

static gboolean
read_hidden (MftByteSource *source, MftPdfXref *xref, GArray *facts, GError **error)
{
  gint64 at = mft_pdf_object_get_integer (mft_pdf_dict_get (xref->trailer, "XRefStm"), -1);
  MftPdfParser parser = mft_pdf_parser (source, at, mft_byte_source_size (source));
  g_autoptr (MftPdfXref) stream = g_new0 (MftPdfXref, 1);

  stream->entries = g_array_new (FALSE, FALSE, sizeof (MftPdfEntry));
  if (!read_stream (&parser, stream, error))
    return FALSE;
  if (mft_pdf_dict_has_duplicates (stream->trailer))
    mft_pdf_facts_add (facts, MFT_PDF_FACT_DUPLICATE_KEY, stream->number, at);
  put_in_order (stream->entries, facts, at);
  merge_hidden (xref, stream, facts);
  xref->kind = MFT_PDF_XREF_HYBRID;
  xref->stream_start = at;
  xref->stream_end = stream->end;
  return TRUE;
}

static gboolean
read_section (MftPdfParser *parser, MftPdfXref *xref, GArray *facts, GError **error)
{
  while (mft_pdf_is_space (mft_pdf_parser_peek (parser)))
    parser->at++;
  if (parser->at != xref->start)
    mft_pdf_facts_add (facts, MFT_PDF_FACT_SPACE_BEFORE_XREF, 0, xref->start);

  gboolean is_table = mft_pdf_parser_accept (parser, "xref");
  xref->kind = is_table ? MFT_PDF_XREF_TABLE : MFT_PDF_XREF_STREAM;
  if (is_table ? !read_table (parser, xref, facts, error) : !read_stream (parser, xref, error))
    return FALSE;
  put_in_order (xref->entries, facts, xref->start);
  if (mft_pdf_dict_has_duplicates (xref->trailer))
    mft_pdf_facts_add (facts, MFT_PDF_FACT_DUPLICATE_KEY, xref->number, xref->start);
  read_closing (parser, xref);
  if (is_table && mft_pdf_dict_get (xref->trailer, "XRefStm") != NULL)
    return read_hidden (parser->source, xref, facts, error);
  return TRUE;
}

MftPdfXref *
mft_pdf_xref_read (MftByteSource *source, goffset at, GArray *facts, GError **error)
{
  g_autoptr (MftPdfXref) xref = g_new0 (MftPdfXref, 1);
  MftPdfParser parser = mft_pdf_parser (source, at, mft_byte_source_size (source));

  xref->start = at;
  xref->stream_start = xref->stream_end = -1;
  xref->entries = g_array_new (FALSE, FALSE, sizeof (MftPdfEntry));
  if (!read_section (&parser, xref, facts, error))
    return NULL;

  const MftPdfObject *prev = mft_pdf_dict_get (xref->trailer, "Prev");
  xref->prev = mft_pdf_object_get_integer (prev, -1);
  if (prev != NULL && xref->prev < 0)
    {
      mft_pdf_parser_fail (&parser, "/Prev is no offset", error);
      return NULL;
    }
  return g_steal_pointer (&xref);
}

void
mft_pdf_xref_free (MftPdfXref *xref)
{
  g_clear_pointer (&xref->trailer, mft_pdf_object_unref);
  g_clear_pointer (&xref->entries, g_array_unref);
  g_free (xref);
}

const MftPdfEntry *
mft_pdf_xref_find (const MftPdfXref *xref, guint32 number)
{
  const MftPdfEntry wanted = { .number = number };
  guint index;

  if (!g_array_binary_search (xref->entries, &wanted, compare_entries, &index))
    return NULL;
  return &g_array_index (xref->entries, MftPdfEntry, index);
}
