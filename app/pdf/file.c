/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/file-private.h"

#include "pdf/error.h"
#include "pdf/filter.h"
#include "pdf/object-private.h"
#include "pdf/parser.h"

#define LOADING_MAX 4
#define REFERENCES_MAX 16

gboolean
_mft_pdf_file_fail (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, MFT_PDF_ERROR, MFT_PDF_ERROR_DAMAGED, text);
  return FALSE;
}

MftPdfFile *
mft_pdf_file_new (MftByteSource *source, GError **error)
{
  g_autoptr (MftPdfFile) file = g_new0 (MftPdfFile, 1);

  file->source = mft_byte_source_ref (source);
  file->facts = g_array_new (FALSE, FALSE, sizeof (MftPdfFact));
  file->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_pdf_xref_free);
  file->revisions = g_array_new (FALSE, FALSE, sizeof (MftPdfRevision));
  file->kept = mft_pdf_kept_new ();
  g_queue_init (&file->packs);
  if (!_mft_pdf_file_scan (file, error))
    return NULL;
  _mft_pdf_file_make_index (file);
  _mft_pdf_file_check_entries (file);
  return g_steal_pointer (&file);
}

void
mft_pdf_file_free (MftPdfFile *file)
{
  _mft_pdf_file_drop_packs (file);
  mft_pdf_kept_free (file->kept);
  g_clear_pointer (&file->crypt, _mft_pdf_crypt_free);
  g_clear_pointer (&file->places, g_array_unref);
  g_array_unref (file->revisions);
  g_ptr_array_unref (file->sections);
  g_array_unref (file->facts);
  mft_byte_source_unref (file->source);
  g_free (file);
}

MftByteSource *
mft_pdf_file_source (MftPdfFile *file)
{
  return file->source;
}

gboolean
mft_pdf_file_is_encrypted (const MftPdfFile *file)
{
  for (guint i = 0; i < file->sections->len; i++)
    if (mft_pdf_dict_get (mft_pdf_file_section (file, i)->trailer, "Encrypt") != NULL)
      return TRUE;
  return FALSE;
}

const GArray *
mft_pdf_file_facts (const MftPdfFile *file)
{
  return file->facts;
}

guint
mft_pdf_file_revisions (const MftPdfFile *file)
{
  return file->revisions->len;
}

guint
mft_pdf_file_last_revision (const MftPdfFile *file)
{
  return file->revisions->len - 1;
}

const MftPdfRevision *
mft_pdf_file_revision (const MftPdfFile *file, guint revision)
{
  g_assert (revision < file->revisions->len);
  return &g_array_index (file->revisions, MftPdfRevision, revision);
}

guint
mft_pdf_file_sections (const MftPdfFile *file)
{
  return file->sections->len;
}

const MftPdfXref *
mft_pdf_file_section (const MftPdfFile *file, guint section)
{
  g_assert (section < file->sections->len);
  return g_ptr_array_index (file->sections, section);
}

guint32
mft_pdf_file_highest_number (const MftPdfFile *file)
{
  return file->highest_number;
}

/* Makes `dict` the stream that follows it. */
static gboolean
read_stream (MftPdfFile *file, guint revision, MftPdfParser *parser, MftPdfObject *dict,
             goffset data_start, GError **error)
{
  goffset after = parser->at;
  g_autoptr (MftPdfObject) length = mft_pdf_file_get (file, revision, dict, "Length", error);

  if (length == NULL)
    return FALSE;
  parser->at = after;
  gint64 size = mft_pdf_object_get_integer (length, -1);
  if (!mft_pdf_parser_skip_stream (parser, data_start, size, error))
    return FALSE;
  _mft_pdf_object_make_stream (dict, data_start, size);
  return TRUE;
}

MftPdfObject *
_mft_pdf_file_load_plain (MftPdfFile *file, guint revision, const MftPdfEntry *entry,
                          MftPdfOrigin *origin, GError **error)
{
  MftPdfParser parser = mft_pdf_parser (file->source, (goffset) entry->first,
                                        mft_pdf_file_revision (file, revision)->end);
  guint32 number, generation;
  goffset data_start;

  if (entry->first == 0 || !g_ascii_isdigit (mft_pdf_parser_peek (&parser))
      || !mft_pdf_parser_header (&parser, &number, &generation) || number != entry->number
      || generation != entry->second)
    return _mft_pdf_file_fail (error, "object %u is not where it should be", entry->number), NULL;

  g_autoptr (MftPdfObject) object = mft_pdf_parser_object (&parser, error);
  if (object == NULL)
    return NULL;
  origin->cost = mft_pdf_parser_cost (&parser, (goffset) entry->first);
  if (mft_pdf_object_is (object, MFT_PDF_DICT)
      && mft_pdf_parser_accept_stream (&parser, &data_start)
      && !read_stream (file, revision, &parser, object, data_start, error))
    return NULL;
  origin->is_fixed = !mft_pdf_object_is (object, MFT_PDF_STREAM)
                     || mft_pdf_object_is (mft_pdf_dict_get (object, "Length"), MFT_PDF_INTEGER);
  if (mft_pdf_object_is (object, MFT_PDF_STREAM))
    {
      object->as.dict.number = number;
      object->as.dict.generation = generation;
    }
  if (file->crypt != NULL && number != file->crypt_number)
    _mft_pdf_crypt_open_strings (file->crypt, object, number, generation);
  if (!mft_pdf_parser_accept (&parser, "endobj"))
    return mft_pdf_parser_fail (&parser, "endobj is missing", error), NULL;
  if (parser.duplicates > 0)
    mft_pdf_facts_add (file->facts, MFT_PDF_FACT_DUPLICATE_KEY, number, (goffset) entry->first);
  origin->end = parser.at;
  return g_steal_pointer (&object);
}

/* An object that was read already, if this revision would read the same. */
static MftPdfObject *
recall (MftPdfFile *file, guint revision, const MftPdfEntry *entry)
{
  const MftPdfOrigin *origin;
  MftPdfObject *object = mft_pdf_kept_find (file->kept, entry, &origin);

  if (object == NULL
      || (origin->container == NULL
              ? origin->end > mft_pdf_file_revision (file, revision)->end
              : mft_pdf_file_find (file, revision, (guint32) entry->first) != origin->container))
    return NULL;
  return mft_pdf_object_ref (object);
}

MftPdfObject *
mft_pdf_file_load (MftPdfFile *file, guint revision, guint32 number, guint32 generation,
                   GError **error)
{
  const MftPdfEntry *entry = mft_pdf_file_find (file, revision, number);
  guint32 entry_generation
      = entry != NULL && entry->kind == MFT_PDF_ENTRY_PLAIN ? entry->second : 0;
  MftPdfOrigin origin = { .entry = entry };
  MftPdfObject *object;

  if (entry == NULL || entry->kind == MFT_PDF_ENTRY_FREE || entry_generation != generation)
    return mft_pdf_object_new (MFT_PDF_NULL);
  object = recall (file, revision, entry);
  if (object != NULL)
    return object;
  if (file->loading >= LOADING_MAX)
    return _mft_pdf_file_fail (error, "object %u needs itself", number), NULL;

  file->loading++;
  object = entry->kind == MFT_PDF_ENTRY_PLAIN
               ? _mft_pdf_file_load_plain (file, revision, entry, &origin, error)
               : _mft_pdf_file_load_packed (file, revision, entry, &origin, error);
  file->loading--;
  if (object != NULL)
    mft_pdf_kept_add (file->kept, object, &origin);
  return object;
}

MftPdfObject *
mft_pdf_file_resolve (MftPdfFile *file, guint revision, MftPdfObject *object, GError **error)
{
  g_autoptr (MftPdfObject) held
      = object != NULL ? mft_pdf_object_ref (object) : mft_pdf_object_new (MFT_PDF_NULL);

  for (guint i = 0; i < REFERENCES_MAX; i++)
    {
      guint32 generation;
      guint32 number = mft_pdf_object_get_reference (held, &generation);
      if (!mft_pdf_object_is (held, MFT_PDF_REFERENCE))
        return g_steal_pointer (&held);
      mft_pdf_object_unref (held);
      held = mft_pdf_file_load (file, revision, number, generation, error);
      if (held == NULL)
        return NULL;
    }
  return _mft_pdf_file_fail (error, "references lead in a circle"), NULL;
}

MftPdfObject *
mft_pdf_file_get (MftPdfFile *file, guint revision, const MftPdfObject *dict, const char *key,
                  GError **error)
{
  return mft_pdf_file_resolve (file, revision, mft_pdf_dict_get (dict, key), error);
}

MftPdfObject *
mft_pdf_file_catalog (MftPdfFile *file, guint revision, GError **error)
{
  const MftPdfObject *trailer = mft_pdf_file_revision (file, revision)->trailer;
  g_autoptr (MftPdfObject) catalog = mft_pdf_file_get (file, revision, trailer, "Root", error);

  if (catalog == NULL)
    return NULL;
  if (!mft_pdf_object_is (catalog, MFT_PDF_DICT)
      || !mft_pdf_object_is_name (mft_pdf_dict_get (catalog, "Type"), "Catalog"))
    return _mft_pdf_file_fail (error, "there is no catalog"), NULL;
  return g_steal_pointer (&catalog);
}

MftPdfObject *
mft_pdf_file_form (MftPdfFile *file, guint revision, GError **error)
{
  g_autoptr (MftPdfObject) catalog = mft_pdf_file_catalog (file, revision, error);

  return catalog != NULL ? mft_pdf_file_get (file, revision, catalog, "AcroForm", error) : NULL;
}

GBytes *
mft_pdf_file_stream_data (MftPdfFile *file, guint revision, const MftPdfObject *stream, gsize limit,
                          GError **error)
{
  g_autoptr (MftPdfObject) filter = mft_pdf_file_get (file, revision, stream, "Filter", error);
  g_autoptr (MftPdfObject) parameters
      = filter != NULL ? mft_pdf_file_get (file, revision, stream, "DecodeParms", error) : NULL;

  if (parameters == NULL)
    return NULL;
  if (!mft_pdf_object_is (stream, MFT_PDF_STREAM))
    return _mft_pdf_file_fail (error, "not a stream"), NULL;
  if (mft_pdf_dict_get (stream, "F") != NULL)
    {
      g_set_error_literal (error, MFT_PDF_ERROR, MFT_PDF_ERROR_UNSUPPORTED,
                           "a stream's data lie in another file");
      return NULL;
    }
  g_autoptr (GBytes) raw
      = mft_byte_source_read_bytes (file->source, mft_pdf_stream_data_start (stream),
                                    mft_pdf_stream_data_size (stream), limit, error);
  if (raw == NULL)
    return NULL;
  g_autoptr (GBytes) data
      = file->crypt != NULL ? _mft_pdf_crypt_open_stream (
            file->crypt, stream, stream->as.dict.number, stream->as.dict.generation, raw)
                            : g_bytes_ref (raw);
  if (data == NULL)
    return _mft_pdf_file_fail (error, "a stream cannot be decrypted"), NULL;
  g_autoptr (MftPdfObject) dict = mft_pdf_object_new (MFT_PDF_DICT);
  mft_pdf_dict_set (dict, "Filter", g_steal_pointer (&filter));
  mft_pdf_dict_set (dict, "DecodeParms", g_steal_pointer (&parameters));
  return mft_pdf_filter_decode (dict, data, limit, error);
}
