/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify/difference.h"

/* Validation data only grow (EN 319 142-1, 5.4.2), and are streams of their own. */

static gboolean
is_stream (MftDifference *difference, MftPdfObject *value)
{
  g_autoptr (MftPdfObject) object
      = mft_pdf_file_resolve (difference->file, difference->new_revision, value, NULL);

  return mft_pdf_object_get_reference (value, NULL) != 0
         && mft_pdf_object_is (object, MFT_PDF_STREAM);
}

static gboolean
holds (const MftPdfObject *array, const MftPdfObject *item)
{
  for (guint i = 0; i < mft_pdf_array_size (array); i++)
    if (mft_pdf_object_equal (mft_pdf_array_item (array, i), item))
      return TRUE;
  return FALSE;
}

/* Who holds what `value` holds: the object that it refers to, or else whoever holds it. */
static guint32
holder_in (const MftPdfObject *value, guint32 holder)
{
  guint32 number = mft_pdf_object_get_reference (value, NULL);

  return number != 0 ? number : holder;
}

static gboolean
grows (MftDifference *difference, MftPdfObject *old_value, MftPdfObject *new_value, guint32 holder)
{
  g_auto (MftPair) arrays = mft_difference_pair_held_by (difference, old_value, new_value, holder);

  if (!mft_pdf_object_is (arrays.new_object, MFT_PDF_ARRAY))
    return FALSE;
  for (guint i = 0; i < mft_pdf_array_size (arrays.old_object); i++)
    if (!holds (arrays.new_object, mft_pdf_array_item (arrays.old_object, i)))
      return FALSE;
  for (guint i = 0; i < mft_pdf_array_size (arrays.new_object); i++)
    if (!is_stream (difference, mft_pdf_array_item (arrays.new_object, i)))
      return FALSE;
  return TRUE;
}

static gboolean
may_be_added (MftDifference *difference, const char *key, MftPdfObject *value)
{
  if (strcmp (key, "TS") == 0)
    return is_stream (difference, value) || mft_pdf_object_is (value, MFT_PDF_STRING);
  return (strcmp (key, "TU") == 0 && mft_pdf_object_is (value, MFT_PDF_STRING))
         || (strcmp (key, "Type") == 0 && mft_pdf_object_is_name (value, "VRI"));
}

static gboolean
is_list (const char *key)
{
  return strcmp (key, "Cert") == 0 || strcmp (key, "CRL") == 0 || strcmp (key, "OCSP") == 0;
}

/* One signature's list of validation data: arrays, and a time or timestamp beside them. */
static gboolean
entry_grows (MftDifference *difference, MftPdfObject *old_value, MftPdfObject *new_value,
             guint32 holder)
{
  g_auto (MftPair) entries = mft_difference_pair_held_by (difference, old_value, new_value, holder);
  g_autoptr (GPtrArray) keys = mft_difference_keys (&entries);

  if (!mft_pdf_object_is (entries.new_object, MFT_PDF_DICT))
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      MftPdfObject *before = mft_pdf_dict_get (entries.old_object, key);
      MftPdfObject *now = mft_pdf_dict_get (entries.new_object, key);
      if (is_list (key) ? !grows (difference, before, now, holder_in (old_value, holder))
                        : !mft_pdf_object_equal (before, now)
                              && (before != NULL || !may_be_added (difference, key, now)))
        return FALSE;
    }
  return TRUE;
}

/* The SHA-1 of a signature in hexadecimal (EN 319 142-1, 5.4.2.3). */
static gboolean
is_hash (const char *key)
{
  gsize size = strspn (key, "0123456789ABCDEFabcdef");

  return size == 40 && key[size] == '\0';
}

static gboolean
index_grows (MftDifference *difference, MftPdfObject *old_value, MftPdfObject *new_value,
             guint32 holder)
{
  g_auto (MftPair) indexes = mft_difference_pair_held_by (difference, old_value, new_value, holder);
  g_autoptr (GPtrArray) keys = mft_difference_keys (&indexes);

  if (!mft_pdf_object_is (indexes.new_object, MFT_PDF_DICT))
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      MftPdfObject *before = mft_pdf_dict_get (indexes.old_object, key);
      MftPdfObject *now = mft_pdf_dict_get (indexes.new_object, key);
      if (strcmp (key, "Type") == 0
              ? before != NULL && !mft_pdf_object_equal (before, now)
              : (before == NULL && !is_hash (key))
                    || !entry_grows (difference, before, now, holder_in (old_value, holder)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
part_grows (MftDifference *difference, const MftPair *stores, const char *key, guint32 holder)
{
  MftPdfObject *before = mft_pdf_dict_get (stores->old_object, key);
  MftPdfObject *now = mft_pdf_dict_get (stores->new_object, key);

  if (strcmp (key, "Certs") == 0 || strcmp (key, "OCSPs") == 0 || strcmp (key, "CRLs") == 0)
    return grows (difference, before, now, holder);
  if (strcmp (key, "VRI") == 0)
    return index_grows (difference, before, now, holder);
  return strcmp (key, "Type") == 0 && (before == NULL || mft_pdf_object_equal (before, now));
}

void
mft_change_dss (MftDifference *difference, MftPdfObject *old_value, MftPdfObject *new_value)
{
  g_auto (MftPair) stores
      = mft_difference_pair_held_by (difference, old_value, new_value, difference->catalog);
  g_autoptr (GPtrArray) keys = mft_difference_keys (&stores);
  guint32 number = mft_pdf_object_get_reference (new_value, NULL);
  gboolean sound = mft_pdf_object_is (stores.new_object, MFT_PDF_DICT);
  guint explained = g_hash_table_size (difference->explained);

  for (guint i = 0; i < keys->len && sound; i++)
    sound = part_grows (difference, &stores, g_ptr_array_index (keys, i),
                        holder_in (old_value, difference->catalog));
  if (!sound)
    mft_difference_forbid (difference, "dss", 0, number);
  else if (!mft_difference_equal (difference, stores.old_object, stores.new_object)
           || g_hash_table_size (difference->explained) > explained)
    mft_difference_permit (difference, "dss", 0, number);
}
