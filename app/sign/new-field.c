/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sign/new-field.h"

static void
set_rect (MftPdfObject *widget, const MftPdfRect *rect)
{
  const double corners[4] = { rect->left, rect->bottom, rect->right, rect->top };
  MftPdfObject *array = mft_pdf_object_new (MFT_PDF_ARRAY);

  for (guint i = 0; i < 4; i++)
    mft_pdf_array_append (array, mft_pdf_object_new_real (corners[i]));
  mft_pdf_dict_set (widget, "Rect", array);
}

static MftPdfObject *
new_widget (const MftPdfPage *page, const MftPdfRect *rect, const char *name)
{
  MftPdfObject *widget = mft_pdf_object_new (MFT_PDF_DICT);

  mft_pdf_dict_set (widget, "Type", mft_pdf_object_new_name ("Annot"));
  mft_pdf_dict_set (widget, "Subtype", mft_pdf_object_new_name ("Widget"));
  mft_pdf_dict_set (widget, "FT", mft_pdf_object_new_name ("Sig"));
  mft_pdf_dict_set (widget, "T", mft_pdf_object_new_text (name));
  mft_pdf_dict_set (widget, "P", mft_pdf_object_new_reference (page->number, page->generation));
  set_rect (widget, rect);
  return widget;
}

MftPdfObject *
mft_sign_new_field (MftPdfUpdate *update, MftPdfObject *form, const MftPdfPage *page,
                    const MftPdfRect *rect, const char *name, GError **error)
{
  MftPdfObject *dict = mft_pdf_update_edit (update, page->number, page->generation, error);
  MftPdfObject *annots
      = dict != NULL ? mft_pdf_update_edit_value (update, dict, "Annots", MFT_PDF_ARRAY, error)
                     : NULL;
  MftPdfObject *fields
      = annots != NULL ? mft_pdf_update_edit_value (update, form, "Fields", MFT_PDF_ARRAY, error)
                       : NULL;

  if (fields == NULL)
    return NULL;
  guint32 number = mft_pdf_update_new_number (update);
  MftPdfObject *widget = new_widget (page, rect, name);
  mft_pdf_update_put (update, number, widget);
  mft_pdf_array_append (annots, mft_pdf_object_new_reference (number, 0));
  mft_pdf_array_append (fields, mft_pdf_object_new_reference (number, 0));
  return widget;
}

gboolean
mft_sign_name_is_taken (MftPdfFile *file, const MftPdfObject *fields, const char *name)
{
  guint revision = mft_pdf_file_last_revision (file);

  for (guint i = 0; i < mft_pdf_array_size (fields); i++)
    {
      g_autoptr (MftPdfObject) field
          = mft_pdf_file_resolve (file, revision, mft_pdf_array_item (fields, i), NULL);
      g_autoptr (MftPdfObject) text = mft_pdf_file_get (file, revision, field, "T", NULL);
      g_autofree char *own = mft_pdf_object_dup_text (text);
      if (g_strcmp0 (own, name) == 0)
        return TRUE;
    }
  return FALSE;
}

char *
mft_sign_free_name (MftPdfFile *file, const char *stem, GError **error)
{
  guint revision = mft_pdf_file_last_revision (file);
  g_autoptr (MftPdfObject) form = mft_pdf_file_form (file, revision, error);
  g_autoptr (MftPdfObject) fields
      = form != NULL ? mft_pdf_file_get (file, revision, form, "Fields", error) : NULL;

  for (guint i = 1; fields != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s_%u", stem, i);
      if (!mft_sign_name_is_taken (file, fields, name))
        return g_steal_pointer (&name);
    }
  return NULL;
}
