/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/update.h"

#include "base/random.h"
#include "pdf/error.h"
#include "pdf/file-private.h"
#include "pdf/parser.h"
#include "pdf/writer.h"

/* Appearances with fonts take some 100 kB. */
#define UPDATE_SIZE_MAX (64u << 20)
#define TABLE_OFFSET_MAX 9999999999

typedef struct
{
  guint32 number;
  guint32 generation;
  MftPdfObject *original; /* NULL: a new one */
  MftPdfObject *object;   /* or */
  GBytes *body;
  goffset header; /* where "N G obj" is written */
  goffset place;  /* and what follows it */
} Change;

struct MftPdfUpdate
{
  MftPdfFile *file;
  guint revision;
  guint32 next_number;
  GPtrArray *changes;
};

static void
change_free (Change *change)
{
  g_clear_pointer (&change->original, mft_pdf_object_unref);
  g_clear_pointer (&change->object, mft_pdf_object_unref);
  g_clear_pointer (&change->body, g_bytes_unref);
  g_free (change);
}

static gboolean
refuse_unclear (MftPdfFile *file, GError **error)
{
  const GArray *facts = mft_pdf_file_facts (file);

  for (guint i = 0; i < facts->len; i++)
    {
      const MftPdfFact *fact = &g_array_index (facts, MftPdfFact, i);
      if (!mft_pdf_fact_is_harmless (fact->kind))
        return _mft_pdf_file_fail (error, "byte %" G_GOFFSET_FORMAT ": %s", fact->at,
                                   mft_pdf_fact_code (fact->kind));
    }
  return TRUE;
}

MftPdfUpdate *
mft_pdf_update_new (MftPdfFile *file, GError **error)
{
  guint revision = mft_pdf_file_last_revision (file);
  gint64 size = mft_pdf_object_get_integer (
      mft_pdf_dict_get (mft_pdf_file_revision (file, revision)->trailer, "Size"), 0);

  if (mft_pdf_file_is_encrypted (file))
    {
      g_set_error_literal (error, MFT_PDF_ERROR, MFT_PDF_ERROR_ENCRYPTED, "the file is encrypted");
      return NULL;
    }
  if (!refuse_unclear (file, error))
    return NULL;
  if (size > MFT_PDF_NUMBER_MAX / 2 || mft_pdf_file_highest_number (file) > MFT_PDF_NUMBER_MAX / 2)
    {
      g_set_error_literal (error, MFT_PDF_ERROR, MFT_PDF_ERROR_LIMIT,
                           "the file's object numbers are too high");
      return NULL;
    }
  MftPdfUpdate *update = g_new0 (MftPdfUpdate, 1);
  update->file = file;
  update->revision = revision;
  update->next_number = MAX ((guint32) MAX (size, 1), mft_pdf_file_highest_number (file) + 1);
  update->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  return update;
}

void
mft_pdf_update_free (MftPdfUpdate *update)
{
  g_ptr_array_unref (update->changes);
  g_free (update);
}

guint32
mft_pdf_update_new_number (MftPdfUpdate *update)
{
  return update->next_number++;
}

static Change *
find_change (const MftPdfUpdate *update, guint32 number)
{
  for (guint i = 0; i < update->changes->len; i++)
    {
      Change *change = g_ptr_array_index (update->changes, i);
      if (change->number == number)
        return change;
    }
  return NULL;
}

static Change *
add_change (MftPdfUpdate *update, guint32 number, guint32 generation)
{
  Change *change = g_new0 (Change, 1);

  g_assert (find_change (update, number) == NULL);
  change->number = number;
  change->generation = generation;
  g_ptr_array_add (update->changes, change);
  return change;
}

MftPdfObject *
mft_pdf_update_edit (MftPdfUpdate *update, guint32 number, guint32 generation, GError **error)
{
  Change *change = find_change (update, number);

  if (change != NULL)
    return change->object;
  g_autoptr (MftPdfObject) object
      = mft_pdf_file_load (update->file, update->revision, number, generation, error);
  if (object == NULL)
    return NULL;
  if (!mft_pdf_object_is (object, MFT_PDF_DICT) && !mft_pdf_object_is (object, MFT_PDF_ARRAY))
    return _mft_pdf_file_fail (error, "object %u is not what refers to it", number), NULL;
  change = add_change (update, number, generation);
  change->object = mft_pdf_object_copy (object);
  change->original = g_steal_pointer (&object);
  return change->object;
}

MftPdfObject *
mft_pdf_update_edit_value (MftPdfUpdate *update, MftPdfObject *holder, const char *key,
                           MftPdfType type, GError **error)
{
  MftPdfObject *value = mft_pdf_dict_get (holder, key);
  guint32 generation;
  guint32 number = mft_pdf_object_get_reference (value, &generation);

  if (number != 0)
    value = mft_pdf_update_edit (update, number, generation, error);
  else
    {
      gboolean is_missing = mft_pdf_object_is (value, MFT_PDF_NULL);
      value = is_missing ? mft_pdf_object_new (type) : mft_pdf_object_copy (value);
      mft_pdf_dict_set (holder, key, value);
    }
  if (value != NULL && !mft_pdf_object_is (value, type))
    return _mft_pdf_file_fail (error, "/%s is not what it should be", key), NULL;
  return value;
}

void
mft_pdf_update_put (MftPdfUpdate *update, guint32 number, MftPdfObject *object)
{
  add_change (update, number, 0)->object = object;
}

void
mft_pdf_update_put_bytes (MftPdfUpdate *update, guint32 number, GBytes *body)
{
  add_change (update, number, 0)->body = g_bytes_ref (body);
}

/* What was only looked at, to reach an object that it refers to, is not written again. */
static void
drop_unchanged (MftPdfUpdate *update)
{
  for (guint i = update->changes->len; i > 0; i--)
    {
      const Change *change = g_ptr_array_index (update->changes, i - 1);
      if (change->original != NULL && mft_pdf_object_equal (change->original, change->object))
        g_ptr_array_remove_index (update->changes, i - 1);
    }
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const Change *left = *(Change *const *) a, *right = *(Change *const *) b;

  return left->number < right->number ? -1 : left->number > right->number;
}

/* What the new trailer says: all the old one says, but for the section's own affairs. */
static MftPdfObject *
make_trailer (const MftPdfUpdate *update)
{
  static const char *const own[]
      = { "Size", "Prev", "XRefStm", "Type", "W", "Index", "Length", "DecodeParms", "Filter" };
  const MftPdfRevision *last = mft_pdf_file_revision (update->file, update->revision);
  MftPdfObject *trailer = mft_pdf_object_copy (last->trailer);
  const MftPdfObject *id = mft_pdf_dict_get (trailer, "ID");

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    mft_pdf_dict_remove (trailer, own[i]);
  if (mft_pdf_array_size (id) == 2)
    {
      /* The first half names the file, the second its state (ISO 32000-2, 14.4). */
      MftPdfObject *renewed = mft_pdf_object_new (MFT_PDF_ARRAY);
      guint8 state[16];
      mft_random_bytes (state, sizeof state);
      mft_pdf_array_append (renewed, mft_pdf_object_ref (mft_pdf_array_item (id, 0)));
      mft_pdf_array_append (renewed, mft_pdf_object_new_string (state, sizeof state));
      mft_pdf_dict_set (trailer, "ID", renewed);
    }
  mft_pdf_dict_set (trailer, "Size", mft_pdf_object_new_integer (update->next_number));
  mft_pdf_dict_set (trailer, "Prev", mft_pdf_object_new_integer (last->xref_start));
  return trailer;
}

/* How many changes from `first` on have numbers in a row. */
static guint
run_length (const MftPdfUpdate *update, guint first)
{
  const Change *start = g_ptr_array_index (update->changes, first);
  guint length = 1;

  while (first + length < update->changes->len
         && ((Change *) g_ptr_array_index (update->changes, first + length))->number
                == start->number + length)
    length++;
  return length;
}

static void
write_table (const MftPdfUpdate *update, MftBuffer *buffer)
{
  g_autoptr (MftPdfObject) trailer = make_trailer (update);

  mft_buffer_append_text (buffer, "xref\n");
  for (guint i = 0; i < update->changes->len;)
    {
      guint length = run_length (update, i);
      const Change *first = g_ptr_array_index (update->changes, i);
      mft_buffer_append_printf (buffer, "%u %u\n", first->number, length);
      for (guint end = i + length; i < end; i++)
        {
          const Change *change = g_ptr_array_index (update->changes, i);
          mft_buffer_append_printf (buffer, "%010" G_GOFFSET_FORMAT " %05u n \n", change->header,
                                    change->generation);
        }
    }
  mft_buffer_append_text (buffer, "trailer\n");
  mft_pdf_object_write (trailer, buffer);
  mft_buffer_append_text (buffer, "\n");
}

/* Uncompressed: a few dozen bytes that anyone can read. */
static void
write_stream (MftPdfUpdate *update, goffset here, MftBuffer *buffer)
{
  Change *own = add_change (update, mft_pdf_update_new_number (update), 0);
  MftPdfObject *index = mft_pdf_object_new (MFT_PDF_ARRAY);
  MftPdfObject *widths = mft_pdf_object_new (MFT_PDF_ARRAY);
  g_autoptr (MftPdfObject) dict = make_trailer (update);

  own->header = here;
  for (guint i = 0; i < update->changes->len; i += run_length (update, i))
    {
      const Change *first = g_ptr_array_index (update->changes, i);
      mft_pdf_array_append (index, mft_pdf_object_new_integer (first->number));
      mft_pdf_array_append (index, mft_pdf_object_new_integer (run_length (update, i)));
    }
  mft_pdf_array_append (widths, mft_pdf_object_new_integer (1));
  mft_pdf_array_append (widths, mft_pdf_object_new_integer (8));
  mft_pdf_array_append (widths, mft_pdf_object_new_integer (2));
  mft_pdf_dict_set (dict, "Type", mft_pdf_object_new_name ("XRef"));
  mft_pdf_dict_set (dict, "W", widths);
  mft_pdf_dict_set (dict, "Index", index);
  mft_pdf_dict_set (dict, "Length", mft_pdf_object_new_integer (11 * update->changes->len));

  mft_buffer_append_printf (buffer, "%u 0 obj\n", own->number);
  mft_pdf_object_write (dict, buffer);
  mft_buffer_append_text (buffer, "\nstream\n");
  for (guint i = 0; i < update->changes->len; i++)
    {
      const Change *change = g_ptr_array_index (update->changes, i);
      guint8 row[11] = { 1 };
      for (guint k = 0; k < 8; k++)
        row[1 + k] = (guint8) (change->header >> (8 * (7 - k)));
      row[9] = (guint8) (change->generation >> 8);
      row[10] = (guint8) change->generation;
      mft_buffer_append (buffer, row, sizeof row);
    }
  mft_buffer_append_text (buffer, "\nendstream\nendobj\n");
}

static void
write_change (Change *change, goffset base, MftBuffer *buffer)
{
  change->header = base + (goffset) mft_buffer_size (buffer);
  mft_buffer_append_printf (buffer, "%u %u obj\n", change->number, change->generation);
  change->place = base + (goffset) mft_buffer_size (buffer);
  if (change->body != NULL)
    mft_buffer_append (buffer, g_bytes_get_data (change->body, NULL),
                       g_bytes_get_size (change->body));
  else
    mft_pdf_object_write (change->object, buffer);
  mft_buffer_append_text (buffer, "\nendobj\n");
}

GBytes *
mft_pdf_update_finish (MftPdfUpdate *update, GError **error)
{
  goffset base = mft_byte_source_size (mft_pdf_file_source (update->file));
  gboolean as_stream
      = mft_pdf_file_revision (update->file, update->revision)->kind == MFT_PDF_XREF_STREAM;
  g_auto (MftBuffer) buffer = { 0 };

  if (!refuse_unclear (update->file, error))
    return NULL;
  drop_unchanged (update);
  mft_buffer_init (&buffer, UPDATE_SIZE_MAX);
  g_ptr_array_sort (update->changes, compare_changes);
  mft_buffer_append_text (&buffer, "\n");
  for (guint i = 0; i < update->changes->len; i++)
    write_change (g_ptr_array_index (update->changes, i), base, &buffer);

  goffset xref = base + (goffset) mft_buffer_size (&buffer);
  if (as_stream)
    write_stream (update, xref, &buffer);
  else
    write_table (update, &buffer);
  mft_buffer_append_printf (&buffer, "startxref\n%" G_GOFFSET_FORMAT "\n%%%%EOF\n", xref);
  if (buffer.full || (!as_stream && xref > TABLE_OFFSET_MAX))
    {
      g_set_error_literal (error, MFT_PDF_ERROR, MFT_PDF_ERROR_LIMIT,
                           "the file is too large to be continued");
      return NULL;
    }
  return mft_buffer_steal (&buffer);
}

goffset
mft_pdf_update_place (const MftPdfUpdate *update, guint32 number)
{
  const Change *change = find_change (update, number);

  return change != NULL ? change->place : -1;
}
