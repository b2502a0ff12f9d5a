/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify/change-field.h"

/* What the dictionary of a signature field and its widget may hold: no actions, no scripts. */
static const char *const field_keys[] = {
  "Type", "Subtype", "FT",   "T",      "TU",       "TM",           "Ff", "V",  "Rect", "P",  "F",
  "AP",   "AS",      "MK",   "BS",     "Border",   "DA",           "DR", "DS", "Q",    "NM", "M",
  "Lock", "SV",      "Kids", "Parent", "Contents", "StructParent", NULL
};

static gboolean
has_only_known_keys (const MftPdfObject *dict)
{
  for (guint i = 0; i < mft_pdf_dict_size (dict); i++)
    if (!g_strv_contains (field_keys, mft_pdf_dict_key (dict, i)))
      return FALSE;
  return mft_pdf_object_is (dict, MFT_PDF_DICT);
}

static MftPdfObject *
load_new (MftDifference *difference, MftPdfObject *reference)
{
  guint32 number = mft_pdf_object_get_reference (reference, NULL);

  if (number == 0 || mft_difference_was_there (difference, number))
    return NULL;
  return mft_pdf_file_resolve (difference->file, difference->new_revision, reference, NULL);
}

static gboolean
is_widget (const MftPdfObject *dict)
{
  const MftPdfObject *type = mft_pdf_dict_get (dict, "Type");

  return mft_pdf_object_is_name (mft_pdf_dict_get (dict, "Subtype"), "Widget")
         && (type == NULL || mft_pdf_object_is_name (type, "Annot"));
}

gboolean
mft_change_new_value (MftDifference *difference, MftPdfObject *value, const char **kind)
{
  guint32 number = mft_pdf_object_get_reference (value, NULL);
  g_autoptr (MftPdfObject) dict = load_new (difference, value);
  const MftPdfObject *type = mft_pdf_dict_get (dict, "Type");

  *kind = mft_pdf_object_is_name (mft_pdf_dict_get (dict, "SubFilter"), "ETSI.RFC3161")
              ? "timestamp"
              : "signature";
  return mft_pdf_object_is (dict, MFT_PDF_DICT)
         && (type == NULL || mft_pdf_object_is_name (type, "Sig")
             || mft_pdf_object_is_name (type, "DocTimeStamp"))
         && g_hash_table_add (difference->new_values, GUINT_TO_POINTER (number));
}

static gboolean
kids_are_widgets (MftDifference *difference, const MftPdfObject *field, guint32 number)
{
  g_autoptr (MftPdfObject) kids
      = mft_pdf_file_get (difference->file, difference->new_revision, field, "Kids", NULL);

  for (guint i = 0; i < mft_pdf_array_size (kids); i++)
    {
      MftPdfObject *reference = mft_pdf_array_item (kids, i);
      g_autoptr (MftPdfObject) kid = load_new (difference, reference);
      if (kid == NULL || !has_only_known_keys (kid) || !is_widget (kid)
          || mft_pdf_dict_get (kid, "T") != NULL || mft_pdf_dict_get (kid, "Kids") != NULL
          || mft_pdf_object_get_reference (mft_pdf_dict_get (kid, "Parent"), NULL) != number)
        return FALSE;
      g_hash_table_add (difference->new_widgets,
                        GUINT_TO_POINTER (mft_pdf_object_get_reference (reference, NULL)));
    }
  return kids != NULL;
}

static gboolean
is_signature_field (MftDifference *difference, const MftPdfObject *field, guint32 number,
                    gboolean in_signature_group)
{
  g_autoptr (MftPdfObject) type
      = mft_pdf_file_get (difference->file, difference->new_revision, field, "FT", NULL);

  if (!has_only_known_keys (field)
      || !mft_pdf_object_is (mft_pdf_dict_get (field, "T"), MFT_PDF_STRING)
      || !(mft_pdf_object_is_name (type, "Sig")
           || (in_signature_group && mft_pdf_object_is (type, MFT_PDF_NULL))))
    return FALSE;
  if (mft_pdf_dict_get (field, "Kids") != NULL)
    return kids_are_widgets (difference, field, number);
  if (is_widget (field))
    g_hash_table_add (difference->new_widgets, GUINT_TO_POINTER (number));
  return TRUE;
}

void
mft_change_new_field (MftDifference *difference, MftPdfObject *reference, const char *parent_name,
                      gboolean in_signature_group)
{
  guint32 number = mft_pdf_object_get_reference (reference, NULL);
  g_autoptr (MftPdfObject) field = load_new (difference, reference);
  MftPdfObject *value = mft_pdf_dict_get (field, "V");
  g_autofree char *name = field != NULL ? mft_field_name (parent_name, field) : NULL;
  const char *kind = "signature_field";

  if (field == NULL || !is_signature_field (difference, field, number, in_signature_group)
      || (value != NULL && !mft_change_new_value (difference, value, &kind)))
    mft_difference_forbid (difference, "field_added", 0, number);
  else if (strcmp (kind, "timestamp") != 0
           && (difference->permissions->permission == 1
               || mft_field_is_locked (difference->permissions, name)))
    mft_difference_forbid (difference, kind, 0, number);
  else
    mft_difference_permit (difference, kind, 0, number);
}
