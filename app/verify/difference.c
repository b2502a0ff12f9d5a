/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify/difference.h"

#define CHANGES_MOST 1000
#define PERMITTED_MOST 100 /* of them; a hundred signatures more say nothing new */

void
mft_pair_clear (MftPair *pair)
{
  g_clear_pointer (&pair->old_object, mft_pdf_object_unref);
  g_clear_pointer (&pair->new_object, mft_pdf_object_unref);
}

static void
add (MftDifference *difference, const char *kind, guint page, guint32 object, gboolean permitted)
{
  MftVerifyChange *change;

  if (difference->changes->len >= (permitted ? PERMITTED_MOST : CHANGES_MOST))
    return;
  change = g_new0 (MftVerifyChange, 1);
  change->kind = kind;
  change->page = page;
  change->object = object;
  change->permitted = permitted;
  g_ptr_array_add (difference->changes, change);
}

void
mft_difference_permit (MftDifference *difference, const char *kind, guint page, guint32 object)
{
  difference->permitted = TRUE;
  add (difference, kind, page, object, TRUE);
}

void
mft_difference_forbid (MftDifference *difference, const char *kind, guint page, guint32 object)
{
  difference->forbidden = TRUE;
  add (difference, kind, page, object, FALSE);
}

void
mft_difference_doubt (MftDifference *difference, const char *kind, guint page, guint32 object)
{
  difference->failed = TRUE;
  add (difference, kind, page, object, FALSE);
}

static MftPdfObject *
resolve (MftDifference *difference, guint revision, MftPdfObject *value)
{
  MftPdfObject *object = mft_pdf_file_resolve (difference->file, revision, value, NULL);

  if (object != NULL)
    return object;
  difference->failed = TRUE;
  return mft_pdf_object_new (MFT_PDF_NULL);
}

static gboolean
is_listed (const char *keys, const char *key)
{
  gsize length = strlen (key);

  if (length == 0)
    return is_listed (keys, "-");
  for (const char *at = keys; (at = strstr (at, key)) != NULL; at += length)
    if ((at == keys || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
      return TRUE;
  return FALSE;
}

static gboolean
has_listed_key (const MftReference *reference, gpointer keys)
{
  return is_listed (keys, reference->key);
}

static gboolean
has_holder (const MftReference *reference, gpointer holder)
{
  return reference->holder != 0 && reference->holder == *(const guint32 *) holder;
}

static MftPair
pair (MftDifference *difference, MftPdfObject *old_value, MftPdfObject *new_value,
      MftReferenceFunc fits, gpointer data)
{
  guint32 number = mft_pdf_object_get_reference (old_value, NULL);
  MftPair objects = { resolve (difference, difference->old_revision, old_value),
                      resolve (difference, difference->new_revision, new_value) };

  if (number != 0 && mft_pdf_object_equal (old_value, new_value)
      && g_hash_table_contains (difference->changed, GUINT_TO_POINTER (number))
      && mft_pdf_object_type (objects.old_object) == mft_pdf_object_type (objects.new_object)
      && mft_references_each (difference->references, difference->old_revision, number, fits, data))
    g_hash_table_add (difference->explained, GUINT_TO_POINTER (number));
  return objects;
}

MftPair
mft_difference_pair (MftDifference *difference, MftPdfObject *old_value, MftPdfObject *new_value,
                     const char *keys)
{
  return pair (difference, old_value, new_value, has_listed_key, (gpointer) keys);
}

MftPair
mft_difference_pair_held_by (MftDifference *difference, MftPdfObject *old_value,
                             MftPdfObject *new_value, guint32 holder)
{
  return pair (difference, old_value, new_value, has_holder, &holder);
}

void
mft_difference_let_go (MftDifference *difference, const MftPdfObject *old_value, guint32 holder)
{
  guint32 number = mft_pdf_object_get_reference (old_value, NULL);

  if (number != 0 && g_hash_table_contains (difference->changed, GUINT_TO_POINTER (number))
      && mft_references_each (difference->references, difference->old_revision, number, has_holder,
                              &holder))
    g_hash_table_add (difference->explained, GUINT_TO_POINTER (number));
}

/* Streams are compared as they stand in the file, never expanded. */
static gboolean
equal_data (MftDifference *difference, const MftPdfObject *a, const MftPdfObject *b)
{
  MftByteSource *source = mft_pdf_file_source (difference->file);
  goffset size = mft_pdf_stream_data_size (a);
  goffset a_at = mft_pdf_stream_data_start (a), b_at = mft_pdf_stream_data_start (b);
  guint8 a_bytes[4096], b_bytes[4096];

  if (size != mft_pdf_stream_data_size (b))
    return FALSE;
  for (goffset done = 0; a_at != b_at && done < size;)
    {
      gsize piece = (gsize) MIN ((goffset) sizeof a_bytes, size - done);
      if (!mft_byte_source_read (source, a_at + done, a_bytes, piece, NULL)
          || !mft_byte_source_read (source, b_at + done, b_bytes, piece, NULL)
          || memcmp (a_bytes, b_bytes, piece) != 0)
        return FALSE;
      done += (goffset) piece;
    }
  return TRUE;
}

gboolean
mft_difference_equal (MftDifference *difference, const MftPdfObject *a, const MftPdfObject *b)
{
  if (!mft_pdf_object_is (a, MFT_PDF_STREAM) || !mft_pdf_object_is (b, MFT_PDF_STREAM))
    return mft_pdf_object_equal (a, b);
  if (mft_pdf_dict_size (a) != mft_pdf_dict_size (b))
    return FALSE;
  for (guint i = 0; i < mft_pdf_dict_size (a); i++)
    if (!mft_pdf_object_equal (mft_pdf_dict_value (a, i),
                               mft_pdf_dict_get (b, mft_pdf_dict_key (a, i))))
      return FALSE;
  return equal_data (difference, a, b);
}

static gboolean
never (const MftReference *reference G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  return FALSE;
}

gboolean
mft_difference_was_referred_to (MftDifference *difference, guint32 number)
{
  return !mft_references_each (difference->references, difference->old_revision, number, never,
                               NULL);
}

gboolean
mft_difference_was_there (MftDifference *difference, guint32 number)
{
  const MftPdfEntry *entry = mft_pdf_file_find (difference->file, difference->old_revision, number);

  return (entry != NULL && entry->kind != MFT_PDF_ENTRY_FREE)
         || mft_difference_was_referred_to (difference, number);
}

GPtrArray *
mft_difference_keys (const MftPair *dicts)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < mft_pdf_dict_size (dicts->old_object); i++)
    g_ptr_array_add (keys, g_strdup (mft_pdf_dict_key (dicts->old_object, i)));
  for (guint i = 0; i < mft_pdf_dict_size (dicts->new_object); i++)
    if (mft_pdf_dict_get (dicts->old_object, mft_pdf_dict_key (dicts->new_object, i)) == NULL)
      g_ptr_array_add (keys, g_strdup (mft_pdf_dict_key (dicts->new_object, i)));
  return keys;
}
