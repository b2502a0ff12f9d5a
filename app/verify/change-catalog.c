/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "container/xml.h"
#include "verify/difference.h"

#define METADATA_MOST (8u << 20)

/* A signature's transform names the catalog as its /Data. */
#define CATALOG_KEYS "Root Data"

/* XMP may be renewed; it must be XML without entities, for others will read it. */
static void
change_metadata (MftDifference *difference, MftPdfObject *old_value, MftPdfObject *new_value)
{
  guint32 number = mft_pdf_object_get_reference (new_value, NULL);
  g_auto (MftPair) pair
      = mft_difference_pair_held_by (difference, old_value, new_value, difference->catalog);
  g_autoptr (GBytes) data = NULL;
  g_autoptr (xmlDoc) parsed = NULL;

  if (mft_difference_equal (difference, pair.old_object, pair.new_object))
    return;
  if (number != 0 && mft_pdf_object_is (pair.new_object, MFT_PDF_STREAM))
    data = mft_pdf_file_stream_data (difference->file, difference->new_revision, pair.new_object,
                                     METADATA_MOST, NULL);
  if (data != NULL)
    parsed = mft_xml_parse (data, "XMP", NULL, NULL);
  if (parsed != NULL)
    mft_difference_permit (difference, "metadata", 0, number);
  else
    mft_difference_forbid (difference, "metadata", 0, number);
}

/* Developers' extensions, and what tags are good for, are labels: dictionaries of names and numbers. */
static gboolean
is_label (MftDifference *difference, MftPdfObject *value, guint depth)
{
  g_autoptr (MftPdfObject) object
      = mft_pdf_file_resolve (difference->file, difference->new_revision, value, NULL);

  if (mft_pdf_object_is (object, MFT_PDF_NAME) || mft_pdf_object_is (object, MFT_PDF_INTEGER)
      || mft_pdf_object_is (object, MFT_PDF_STRING) || mft_pdf_object_is (object, MFT_PDF_BOOLEAN))
    return TRUE;
  if (depth > 3)
    return FALSE;
  for (guint i = 0; i < mft_pdf_array_size (object); i++)
    if (!is_label (difference, mft_pdf_array_item (object, i), depth + 1))
      return FALSE;
  for (guint i = 0; i < mft_pdf_dict_size (object); i++)
    if (!is_label (difference, mft_pdf_dict_value (object, i), depth + 1))
      return FALSE;
  return mft_pdf_object_is (object, MFT_PDF_DICT) || mft_pdf_object_is (object, MFT_PDF_ARRAY);
}

static void
change_labels (MftDifference *difference, const char *kind, MftPdfObject *old_value,
               MftPdfObject *new_value)
{
  g_auto (MftPair) pair
      = mft_difference_pair_held_by (difference, old_value, new_value, difference->catalog);

  if (mft_difference_equal (difference, pair.old_object, pair.new_object))
    return;
  if (is_label (difference, pair.new_object, 0))
    mft_difference_permit (difference, kind, 0, 0);
  else
    mft_difference_forbid (difference, kind, 0, 0);
}

/* A version may only be raised (ISO 32000-2, 7.2.2). */
static void
change_version (MftDifference *difference, const MftPdfObject *old_value,
                const MftPdfObject *new_value)
{
  const char *name = mft_pdf_object_get_name (new_value);
  const char *before = mft_pdf_object_get_name (old_value);

  if (mft_pdf_object_equal (old_value, new_value))
    return;
  if (name != NULL && (old_value == NULL || (before != NULL && strcmp (name, before) > 0)))
    mft_difference_permit (difference, "version", 0, 0);
  else
    mft_difference_forbid (difference, "version", 0, 0);
}

static void
change_entry (MftDifference *difference, const MftPair *catalogs, const char *key)
{
  MftPdfObject *old_value = mft_pdf_dict_get (catalogs->old_object, key);
  MftPdfObject *new_value = mft_pdf_dict_get (catalogs->new_object, key);

  if (strcmp (key, "AcroForm") == 0)
    mft_change_form (difference, old_value, new_value);
  else if (strcmp (key, "DSS") == 0)
    mft_change_dss (difference, old_value, new_value);
  else if (strcmp (key, "Metadata") == 0)
    change_metadata (difference, old_value, new_value);
  else if (strcmp (key, "Extensions") == 0)
    change_labels (difference, "extensions", old_value, new_value);
  else if (strcmp (key, "MarkInfo") == 0)
    change_labels (difference, "metadata", old_value, new_value);
  else if (strcmp (key, "Version") == 0)
    change_version (difference, old_value, new_value);
  else if (!mft_pdf_object_equal (old_value, new_value))
    mft_difference_forbid (difference, "catalog", 0, 0);
}

static gboolean
is_words (MftDifference *difference, guint revision, MftPdfObject *value)
{
  g_autoptr (MftPdfObject) object = mft_pdf_file_resolve (difference->file, revision, value, NULL);

  return value == NULL || mft_pdf_object_is (object, MFT_PDF_STRING);
}

static gboolean
only_words_changed (MftDifference *difference, const MftPair *dicts)
{
  g_autoptr (GPtrArray) keys = mft_difference_keys (dicts);

  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      MftPdfObject *before = mft_pdf_dict_get (dicts->old_object, key);
      MftPdfObject *now = mft_pdf_dict_get (dicts->new_object, key);
      if (!mft_pdf_object_equal (before, now) && strcmp (key, "Trapped") != 0
          && (!is_words (difference, difference->old_revision, before)
              || !is_words (difference, difference->new_revision, now)))
        return FALSE;
    }
  return mft_pdf_object_is (dicts->new_object, MFT_PDF_DICT);
}

/* The document's information dictionary is words about it, not part of it; what is more than words
 * could be a font or a state of the page that calls itself so. */
static void
change_information (MftDifference *difference, MftPdfObject *old_value, MftPdfObject *new_value)
{
  guint32 number = mft_pdf_object_get_reference (new_value, NULL);
  g_auto (MftPair) pair = mft_difference_pair (difference, old_value, new_value, "Info");

  if (mft_difference_equal (difference, pair.old_object, pair.new_object))
    return;
  if (new_value == NULL || only_words_changed (difference, &pair))
    mft_difference_permit (difference, "info", 0, number);
  else
    mft_difference_forbid (difference, "info", 0, number);
}

/* Encryption is not changed, taken away or added; its keys may come from the file's first name. */
static gboolean
is_encrypted_alike (const MftPdfObject *before, const MftPdfObject *now)
{
  const MftPdfObject *encrypt = mft_pdf_dict_get (now, "Encrypt");

  return mft_pdf_object_equal (mft_pdf_dict_get (before, "Encrypt"), encrypt)
         && (encrypt == NULL
             || mft_pdf_object_equal (mft_pdf_array_item (mft_pdf_dict_get (before, "ID"), 0),
                                      mft_pdf_array_item (mft_pdf_dict_get (now, "ID"), 0)));
}

void
mft_change_catalog (MftDifference *difference)
{
  const MftPdfObject *before
      = mft_pdf_file_revision (difference->file, difference->old_revision)->trailer;
  const MftPdfObject *now
      = mft_pdf_file_revision (difference->file, difference->new_revision)->trailer;
  g_auto (MftPair) catalogs = mft_difference_pair (difference, mft_pdf_dict_get (before, "Root"),
                                                   mft_pdf_dict_get (now, "Root"), CATALOG_KEYS);
  g_autoptr (GPtrArray) keys = mft_difference_keys (&catalogs);

  difference->catalog = mft_pdf_object_get_reference (mft_pdf_dict_get (before, "Root"), NULL);
  if (!mft_pdf_object_equal (mft_pdf_dict_get (before, "Root"), mft_pdf_dict_get (now, "Root"))
      || !mft_pdf_object_is (catalogs.old_object, MFT_PDF_DICT)
      || !mft_pdf_object_is (catalogs.new_object, MFT_PDF_DICT)
      || !is_encrypted_alike (before, now))
    {
      mft_difference_forbid (difference, "catalog", 0, 0);
      return;
    }
  for (guint i = 0; i < keys->len; i++)
    change_entry (difference, &catalogs, g_ptr_array_index (keys, i));
  change_information (difference, mft_pdf_dict_get (before, "Info"),
                      mft_pdf_dict_get (now, "Info"));
}
