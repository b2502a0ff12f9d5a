/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify/change-field.h"

/* New fonts for new stamps, where no field was there whose look they could change. */
static gboolean
had_other_fields (MftDifference *difference, const MftPair *forms)
{
  g_autoptr (MftPdfObject) fields = mft_pdf_file_get (difference->file, difference->old_revision,
                                                      forms->old_object, "Fields", NULL);

  for (guint i = 0; i < mft_pdf_array_size (fields); i++)
    {
      g_autoptr (MftPdfObject) field = mft_pdf_file_resolve (
          difference->file, difference->old_revision, mft_pdf_array_item (fields, i), NULL);
      if (!mft_pdf_object_is_name (mft_pdf_dict_get (field, "FT"), "Sig"))
        return TRUE;
    }
  return fields == NULL;
}

/* Stamps of other makers bring fonts along: what was there stays, under its name. */
static gboolean
resources_grow (MftDifference *difference, MftPdfObject *old_value, MftPdfObject *new_value,
                guint32 holder, guint depth)
{
  guint32 own = mft_pdf_object_get_reference (old_value, NULL);

  if (depth > 1)
    return mft_pdf_object_equal (old_value, new_value);
  g_auto (MftPair) pair = mft_difference_pair_held_by (difference, old_value, new_value, holder);
  if (!mft_pdf_object_is (pair.old_object, MFT_PDF_DICT)
      || !mft_pdf_object_is (pair.new_object, MFT_PDF_DICT))
    return mft_difference_equal (difference, pair.old_object, pair.new_object);
  for (guint i = 0; i < mft_pdf_dict_size (pair.old_object); i++)
    if (!resources_grow (difference, mft_pdf_dict_value (pair.old_object, i),
                         mft_pdf_dict_get (pair.new_object, mft_pdf_dict_key (pair.old_object, i)),
                         own != 0 ? own : holder, depth + 1))
      return FALSE;
  return TRUE;
}

static gboolean
entry_is_permitted (MftDifference *difference, const MftPair *forms, guint32 holder,
                    const char *key)
{
  MftPdfObject *before = mft_pdf_dict_get (forms->old_object, key);
  MftPdfObject *now = mft_pdf_dict_get (forms->new_object, key);

  if (strcmp (key, "DR") == 0 && before != NULL && !had_other_fields (difference, forms))
    return resources_grow (difference, before, now, holder, 0);
  if (mft_pdf_object_equal (before, now))
    return TRUE;
  if (strcmp (key, "SigFlags") == 0)
    return mft_pdf_object_is (now, MFT_PDF_INTEGER)
           && (mft_pdf_object_get_integer (now, 0) & mft_pdf_object_get_integer (before, 0))
                  == mft_pdf_object_get_integer (before, 0);
  if (strcmp (key, "NeedAppearances")
      == 0) /* there is nothing that readers would not draw any more */
    return !mft_pdf_object_get_boolean (now, FALSE) && !had_other_fields (difference, forms);
  if (strcmp (key, "DR") == 0 || strcmp (key, "DA") == 0)
    return before == NULL && !had_other_fields (difference, forms);
  return FALSE;
}

void
mft_change_form (MftDifference *difference, MftPdfObject *old_value, MftPdfObject *new_value)
{
  g_auto (MftPair) forms = mft_difference_pair (difference, old_value, new_value, "AcroForm");
  g_autoptr (GPtrArray) keys = mft_difference_keys (&forms);
  guint32 number = mft_pdf_object_get_reference (new_value, NULL);
  guint32 holder = number != 0 ? number : difference->catalog;

  if (!mft_pdf_object_is (forms.new_object, MFT_PDF_DICT))
    {
      mft_difference_forbid (difference, "form", 0, number);
      return;
    }
  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      if (strcmp (key, "Fields") != 0 && !entry_is_permitted (difference, &forms, holder, key))
        mft_difference_forbid (difference, "form", 0, number);
    }
  mft_change_fields (difference, mft_pdf_dict_get (forms.old_object, "Fields"),
                     mft_pdf_dict_get (forms.new_object, "Fields"), holder);
  if (!mft_field_names_are_unique (difference->file, difference->new_revision)
      && mft_field_names_are_unique (difference->file, difference->old_revision))
    mft_difference_forbid (difference, "field_name_twice", 0, number);
}
