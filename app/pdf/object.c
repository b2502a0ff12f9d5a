/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/object-private.h"

MftPdfObject *
mft_pdf_object_new (MftPdfType type)
{
  MftPdfObject *object = g_new0 (MftPdfObject, 1);

  g_assert (type == MFT_PDF_NULL || type == MFT_PDF_ARRAY || type == MFT_PDF_DICT);
  object->ref_count = 1;
  object->type = type;
  object->start = object->end = -1;
  if (type == MFT_PDF_ARRAY)
    object->as.items = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_pdf_object_unref);
  if (type == MFT_PDF_DICT)
    {
      object->as.dict.keys = g_ptr_array_new_with_free_func (g_free);
      object->as.dict.values
          = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_pdf_object_unref);
    }
  return object;
}

MftPdfObject *
mft_pdf_object_new_boolean (gboolean value)
{
  MftPdfObject *object = mft_pdf_object_new_integer (value != FALSE);

  object->type = MFT_PDF_BOOLEAN;
  return object;
}

MftPdfObject *
mft_pdf_object_new_integer (gint64 value)
{
  MftPdfObject *object = mft_pdf_object_new (MFT_PDF_NULL);

  object->type = MFT_PDF_INTEGER;
  object->as.integer = value;
  return object;
}

MftPdfObject *
_mft_pdf_object_new_taking (MftPdfType type, char *bytes, gsize size)
{
  MftPdfObject *object = mft_pdf_object_new (MFT_PDF_NULL);

  object->type = type;
  object->as.text.bytes = bytes;
  object->as.text.size = size;
  return object;
}

MftPdfObject *
mft_pdf_object_new_real (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.4f", value);
  return _mft_pdf_object_new_taking (MFT_PDF_REAL, g_strdup (text), strlen (text));
}

MftPdfObject *
mft_pdf_object_new_string (gconstpointer bytes, gsize size)
{
  char *copy = g_malloc (size + 1);

  if (size > 0)
    memcpy (copy, bytes, size);
  copy[size] = '\0';
  return _mft_pdf_object_new_taking (MFT_PDF_STRING, copy, size);
}

MftPdfObject *
mft_pdf_object_new_name (const char *name)
{
  return _mft_pdf_object_new_taking (MFT_PDF_NAME, g_strdup (name), strlen (name));
}

MftPdfObject *
mft_pdf_object_new_reference (guint32 number, guint32 generation)
{
  MftPdfObject *object = mft_pdf_object_new (MFT_PDF_NULL);

  object->type = MFT_PDF_REFERENCE;
  object->as.reference.number = number;
  object->as.reference.generation = generation;
  return object;
}

static void
share_items (GPtrArray *from, GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, mft_pdf_object_ref (g_ptr_array_index (from, i)));
}

MftPdfObject *
mft_pdf_object_copy (const MftPdfObject *object)
{
  switch (object->type)
    {
    case MFT_PDF_STRING:
    case MFT_PDF_NAME:
    case MFT_PDF_REAL:
      {
        MftPdfObject *copy
            = mft_pdf_object_new_string (object->as.text.bytes, object->as.text.size);
        copy->type = object->type;
        return copy;
      }
    case MFT_PDF_ARRAY:
      {
        MftPdfObject *copy = mft_pdf_object_new (MFT_PDF_ARRAY);
        share_items (object->as.items, copy->as.items);
        return copy;
      }
    case MFT_PDF_DICT:
    case MFT_PDF_STREAM:
      {
        MftPdfObject *copy = mft_pdf_object_new (MFT_PDF_DICT);
        share_items (object->as.dict.values, copy->as.dict.values);
        for (guint i = 0; i < object->as.dict.keys->len; i++)
          g_ptr_array_add (copy->as.dict.keys, g_strdup (mft_pdf_dict_key (object, i)));
        copy->as.dict.has_duplicates = object->as.dict.has_duplicates;
        return copy;
      }
    case MFT_PDF_NULL:
    case MFT_PDF_BOOLEAN:
    case MFT_PDF_INTEGER:
    case MFT_PDF_REFERENCE:
    default:
      {
        MftPdfObject *copy = mft_pdf_object_new (MFT_PDF_NULL);
        copy->type = object->type;
        copy->as = object->as;
        return copy;
      }
    }
}

MftPdfObject *
mft_pdf_object_ref (MftPdfObject *object)
{
  object->ref_count++;
  return object;
}

void
mft_pdf_object_unref (MftPdfObject *object)
{
  if (--object->ref_count > 0)
    return;
  switch (object->type)
    {
    case MFT_PDF_STRING:
    case MFT_PDF_NAME:
    case MFT_PDF_REAL:
      g_free (object->as.text.bytes);
      break;
    case MFT_PDF_ARRAY:
      g_ptr_array_unref (object->as.items);
      break;
    case MFT_PDF_DICT:
    case MFT_PDF_STREAM:
      g_ptr_array_unref (object->as.dict.keys);
      g_ptr_array_unref (object->as.dict.values);
      break;
    case MFT_PDF_NULL:
    case MFT_PDF_BOOLEAN:
    case MFT_PDF_INTEGER:
    case MFT_PDF_REFERENCE:
    default:
      break;
    }
  g_free (object);
}

MftPdfType
mft_pdf_object_type (const MftPdfObject *object)
{
  return object != NULL ? object->type : MFT_PDF_NULL;
}

gboolean
mft_pdf_object_is (const MftPdfObject *object, MftPdfType type)
{
  return mft_pdf_object_type (object) == type;
}

gboolean
mft_pdf_object_is_name (const MftPdfObject *object, const char *name)
{
  return g_strcmp0 (mft_pdf_object_get_name (object), name) == 0;
}

static gboolean
equal_dicts (const MftPdfObject *a, const MftPdfObject *b)
{
  guint size = mft_pdf_dict_size (a);

  if (size != mft_pdf_dict_size (b))
    return FALSE;
  for (guint i = 0; i < size; i++)
    {
      MftPdfObject *other = mft_pdf_dict_get (b, mft_pdf_dict_key (a, i));
      if (other == NULL || !mft_pdf_object_equal (mft_pdf_dict_value (a, i), other))
        return FALSE;
    }
  return a->type != MFT_PDF_STREAM
         || (a->as.dict.data_start == b->as.dict.data_start
             && a->as.dict.data_size == b->as.dict.data_size);
}

gboolean
mft_pdf_object_equal (const MftPdfObject *a, const MftPdfObject *b)
{
  if (mft_pdf_object_type (a) != mft_pdf_object_type (b))
    return FALSE;
  switch (mft_pdf_object_type (a))
    {
    case MFT_PDF_BOOLEAN:
    case MFT_PDF_INTEGER:
      return a->as.integer == b->as.integer;
    case MFT_PDF_REAL:
      return mft_pdf_object_get_number (a, 0) == mft_pdf_object_get_number (b, 0);
    case MFT_PDF_STRING:
    case MFT_PDF_NAME:
      return a->as.text.size == b->as.text.size
             && memcmp (a->as.text.bytes, b->as.text.bytes, a->as.text.size) == 0;
    case MFT_PDF_REFERENCE:
      return a->as.reference.number == b->as.reference.number
             && a->as.reference.generation == b->as.reference.generation;
    case MFT_PDF_ARRAY:
      if (a->as.items->len != b->as.items->len)
        return FALSE;
      for (guint i = 0; i < a->as.items->len; i++)
        if (!mft_pdf_object_equal (mft_pdf_array_item (a, i), mft_pdf_array_item (b, i)))
          return FALSE;
      return TRUE;
    case MFT_PDF_DICT:
    case MFT_PDF_STREAM:
      return equal_dicts (a, b);
    case MFT_PDF_NULL:
    default:
      return TRUE;
    }
}

gboolean
mft_pdf_object_get_boolean (const MftPdfObject *object, gboolean fallback)
{
  return mft_pdf_object_is (object, MFT_PDF_BOOLEAN) ? object->as.integer != 0 : fallback;
}

gint64
mft_pdf_object_get_integer (const MftPdfObject *object, gint64 fallback)
{
  return mft_pdf_object_is (object, MFT_PDF_INTEGER) ? object->as.integer : fallback;
}

double
mft_pdf_object_get_number (const MftPdfObject *object, double fallback)
{
  if (mft_pdf_object_is (object, MFT_PDF_REAL))
    return g_ascii_strtod (object->as.text.bytes, NULL);
  return mft_pdf_object_is (object, MFT_PDF_INTEGER) ? (double) object->as.integer : fallback;
}

const char *
mft_pdf_object_get_name (const MftPdfObject *object)
{
  return mft_pdf_object_is (object, MFT_PDF_NAME) ? object->as.text.bytes : NULL;
}

const char *
mft_pdf_object_get_string (const MftPdfObject *object, gsize *size)
{
  gboolean is_string = mft_pdf_object_is (object, MFT_PDF_STRING);

  if (size != NULL)
    *size = is_string ? object->as.text.size : 0;
  return is_string ? object->as.text.bytes : NULL;
}

guint32
mft_pdf_object_get_reference (const MftPdfObject *object, guint32 *generation)
{
  gboolean is_reference = mft_pdf_object_is (object, MFT_PDF_REFERENCE);

  if (generation != NULL)
    *generation = is_reference ? object->as.reference.generation : 0;
  return is_reference ? object->as.reference.number : 0;
}

guint
mft_pdf_array_size (const MftPdfObject *array)
{
  return mft_pdf_object_is (array, MFT_PDF_ARRAY) ? array->as.items->len : 0;
}

MftPdfObject *
mft_pdf_array_item (const MftPdfObject *array, guint index)
{
  return index < mft_pdf_array_size (array) ? g_ptr_array_index (array->as.items, index) : NULL;
}

void
mft_pdf_array_append (MftPdfObject *array, MftPdfObject *item)
{
  g_assert (array->type == MFT_PDF_ARRAY);
  g_ptr_array_add (array->as.items, item);
}

static gboolean
has_keys (const MftPdfObject *dict)
{
  return mft_pdf_object_is (dict, MFT_PDF_DICT) || mft_pdf_object_is (dict, MFT_PDF_STREAM);
}

guint
mft_pdf_dict_size (const MftPdfObject *dict)
{
  return has_keys (dict) ? dict->as.dict.keys->len : 0;
}

const char *
mft_pdf_dict_key (const MftPdfObject *dict, guint index)
{
  return index < mft_pdf_dict_size (dict) ? g_ptr_array_index (dict->as.dict.keys, index) : NULL;
}

MftPdfObject *
mft_pdf_dict_value (const MftPdfObject *dict, guint index)
{
  return index < mft_pdf_dict_size (dict) ? g_ptr_array_index (dict->as.dict.values, index) : NULL;
}

static gboolean
find_key (const MftPdfObject *dict, const char *key, guint *index)
{
  guint size = mft_pdf_dict_size (dict);

  for (guint i = 0; i < size; i++)
    if (g_str_equal (g_ptr_array_index (dict->as.dict.keys, i), key))
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

MftPdfObject *
mft_pdf_dict_get (const MftPdfObject *dict, const char *key)
{
  guint index;

  return find_key (dict, key, &index) ? mft_pdf_dict_value (dict, index) : NULL;
}

void
mft_pdf_dict_set (MftPdfObject *dict, const char *key, MftPdfObject *value)
{
  guint index;

  g_assert (has_keys (dict));
  if (find_key (dict, key, &index))
    {
      mft_pdf_object_unref (g_ptr_array_index (dict->as.dict.values, index));
      g_ptr_array_index (dict->as.dict.values, index) = value;
      return;
    }
  g_ptr_array_add (dict->as.dict.keys, g_strdup (key));
  g_ptr_array_add (dict->as.dict.values, value);
}

void
mft_pdf_dict_remove (MftPdfObject *dict, const char *key)
{
  guint index;

  if (!find_key (dict, key, &index))
    return;
  g_ptr_array_remove_index (dict->as.dict.keys, index);
  g_ptr_array_remove_index (dict->as.dict.values, index);
}

gboolean
mft_pdf_dict_has_duplicates (const MftPdfObject *dict)
{
  return has_keys (dict) && dict->as.dict.has_duplicates;
}

goffset
mft_pdf_object_start (const MftPdfObject *object)
{
  return object != NULL ? object->start : -1;
}

goffset
mft_pdf_object_end (const MftPdfObject *object)
{
  return object != NULL ? object->end : -1;
}

void
_mft_pdf_object_make_stream (MftPdfObject *dict, goffset data_start, goffset data_size)
{
  g_assert (dict->type == MFT_PDF_DICT);
  dict->type = MFT_PDF_STREAM;
  dict->as.dict.data_start = data_start;
  dict->as.dict.data_size = data_size;
}

goffset
mft_pdf_stream_data_start (const MftPdfObject *stream)
{
  return mft_pdf_object_is (stream, MFT_PDF_STREAM) ? stream->as.dict.data_start : -1;
}

goffset
mft_pdf_stream_data_size (const MftPdfObject *stream)
{
  return mft_pdf_object_is (stream, MFT_PDF_STREAM) ? stream->as.dict.data_size : 0;
}
