/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/file-private.h"
#include "pdf/parser.h"

#define PACKS_SIZE_MAX (8u << 20)

/* A decoded object stream (ISO 32000-2, 7.5.7). */
typedef struct
{
  goffset at; /* of the stream in the file: what it is known by */
  MftByteSource *data;
  guint32 *numbers;
  goffset *places;
  guint count;
} Pack;

static void
pack_free (Pack *pack)
{
  g_clear_pointer (&pack->data, mft_byte_source_unref);
  g_free (pack->numbers);
  g_free (pack->places);
  g_free (pack);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pack, pack_free)

void
_mft_pdf_file_drop_packs (MftPdfFile *file)
{
  g_queue_clear_full (&file->packs, (GDestroyNotify) pack_free);
  file->packs_size = 0;
}

static gboolean
read_places (Pack *pack, gint64 count, gint64 first, GError **error)
{
  goffset size = mft_byte_source_size (pack->data);
  MftPdfParser parser = mft_pdf_parser (pack->data, 0, first);

  /* The shortest pair is "1 0 ". */
  if (first < 0 || first > size || count < 0 || count > first / 3)
    return _mft_pdf_file_fail (error, "an object stream has an impossible /N or /First");
  pack->numbers = g_new0 (guint32, (gsize) count);
  pack->places = g_new0 (goffset, (gsize) count);
  for (; pack->count < count; pack->count++)
    {
      gint64 number, place;
      if (!mft_pdf_parser_accept_number (&parser, &number)
          || !mft_pdf_parser_accept_number (&parser, &place) || number > MFT_PDF_NUMBER_MAX
          || place > size - first)
        return _mft_pdf_file_fail (error, "an object stream's head is damaged");
      pack->numbers[pack->count] = (guint32) number;
      pack->places[pack->count] = first + place;
    }
  return TRUE;
}

static Pack *
open_pack (MftPdfFile *file, guint revision, guint32 number, goffset at, GError **error)
{
  g_autoptr (MftPdfObject) stream = mft_pdf_file_load (file, revision, number, 0, error);
  g_autoptr (Pack) pack = g_new0 (Pack, 1);

  if (stream == NULL)
    return NULL;
  if (!mft_pdf_object_is (stream, MFT_PDF_STREAM)
      || !mft_pdf_object_is_name (mft_pdf_dict_get (stream, "Type"), "ObjStm"))
    {
      _mft_pdf_file_fail (error, "object %u is no object stream", number);
      return NULL;
    }
  g_autoptr (GBytes) data
      = mft_pdf_file_stream_data (file, revision, stream, MFT_PDF_OBJECT_STREAM_MAX, error);
  if (data == NULL)
    return NULL;
  pack->at = at;
  pack->data = mft_byte_source_new_bytes (data);
  if (!read_places (pack, mft_pdf_object_get_integer (mft_pdf_dict_get (stream, "N"), -1),
                    mft_pdf_object_get_integer (mft_pdf_dict_get (stream, "First"), -1), error))
    return NULL;
  return g_steal_pointer (&pack);
}

static void
keep_pack (MftPdfFile *file, Pack *pack)
{
  g_queue_push_head (&file->packs, pack);
  file->packs_size += (gsize) mft_byte_source_size (pack->data);
  while (file->packs_size > PACKS_SIZE_MAX && file->packs.length > 1)
    {
      Pack *old = g_queue_pop_tail (&file->packs);
      file->packs_size -= (gsize) mft_byte_source_size (old->data);
      pack_free (old);
    }
}

static Pack *
find_pack (MftPdfFile *file, guint revision, guint32 number, GError **error)
{
  const MftPdfEntry *entry = mft_pdf_file_find (file, revision, number);

  if (entry == NULL || entry->kind != MFT_PDF_ENTRY_PLAIN)
    {
      _mft_pdf_file_fail (error, "the object stream %u is missing", number);
      return NULL;
    }
  for (GList *link = file->packs.head; link != NULL; link = link->next)
    if (((Pack *) link->data)->at == (goffset) entry->first)
      {
        g_queue_unlink (&file->packs, link);
        g_queue_push_head_link (&file->packs, link);
        return link->data;
      }
  Pack *pack = open_pack (file, revision, number, (goffset) entry->first, error);
  if (pack != NULL)
    keep_pack (file, pack);
  return pack;
}

MftPdfObject *
_mft_pdf_file_load_packed (MftPdfFile *file, guint revision, const MftPdfEntry *entry,
                           MftPdfOrigin *origin, GError **error)
{
  if (entry->first > MFT_PDF_NUMBER_MAX)
    return _mft_pdf_file_fail (error, "an object stream's number is impossible"), NULL;
  Pack *pack = find_pack (file, revision, (guint32) entry->first, error);
  if (pack == NULL)
    return NULL;
  if (entry->second >= pack->count || pack->numbers[entry->second] != entry->number)
    return _mft_pdf_file_fail (error, "object %u is not in its object stream", entry->number), NULL;

  MftPdfParser parser
      = mft_pdf_parser (pack->data, pack->places[entry->second], mft_byte_source_size (pack->data));
  parser.keep_places = FALSE;
  MftPdfObject *object = mft_pdf_parser_object (&parser, error);
  if (mft_pdf_object_is (object, MFT_PDF_REFERENCE))
    {
      /* ISO 32000-2, 7.5.7: no lone reference. */
      g_clear_pointer (&object, mft_pdf_object_unref);
      _mft_pdf_file_fail (error, "object %u is a lone reference", entry->number);
    }
  if (parser.duplicates > 0)
    mft_pdf_facts_add (file->facts, MFT_PDF_FACT_DUPLICATE_KEY, entry->number, -1);
  origin->container = mft_pdf_file_find (file, revision, (guint32) entry->first);
  origin->is_fixed = TRUE;
  origin->cost = mft_pdf_parser_cost (&parser, pack->places[entry->second]);
  return object;
}
