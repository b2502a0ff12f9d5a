/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/signature-field.h"

#include "pdf/field.h"

#include "pdf/error.h"
#include "pdf/file-private.h"
#include "pdf/parser.h"

void
mft_pdf_signature_field_free (MftPdfSignatureField *field)
{
  g_clear_pointer (&field->dict, mft_pdf_object_unref);
  g_clear_pointer (&field->widget, mft_pdf_object_unref);
  g_clear_pointer (&field->value, mft_pdf_object_unref);
  g_free (field->name);
  g_free (field);
}

typedef struct
{
  MftPdfFile *file;
  guint revision;
  GHashTable *seen;
  GPtrArray *fields;
} Walk;

void
mft_pdf_signature_field_read (MftPdfSignatureField *field, MftPdfFile *file, guint revision)
{
  field->value = mft_pdf_file_resolve (file, revision, mft_pdf_dict_get (field->dict, "V"), NULL);
  field->is_signed = field->value == NULL || !mft_pdf_object_is (field->value, MFT_PDF_NULL);
  if (!mft_pdf_object_is (field->value, MFT_PDF_DICT))
    g_clear_pointer (&field->value, mft_pdf_object_unref);
}

/* The first kid that is a widget, or else the field itself. */
static gboolean
read_widget (Walk *walk, MftPdfSignatureField *field, const MftPdfObject *kids, GError **error)
{
  MftPdfObject *kid = mft_pdf_array_item (kids, 0);

  field->widget_number = field->number;
  field->widget_generation = field->generation;
  field->widget = mft_pdf_object_ref (field->dict);
  if (kid != NULL)
    {
      mft_pdf_object_unref (field->widget);
      field->widget_number = mft_pdf_object_get_reference (kid, &field->widget_generation);
      field->widget = mft_pdf_file_resolve (walk->file, walk->revision, kid, error);
      if (field->widget == NULL)
        return FALSE;
    }
  if (!mft_pdf_rect_read (walk->file, walk->revision, mft_pdf_dict_get (field->widget, "Rect"),
                          &field->rect))
    field->rect = (MftPdfRect){ 0 };
  return TRUE;
}

static gboolean
add_field (Walk *walk, const MftPdfObject *reference, MftPdfObject *dict, const char *name,
           const MftPdfObject *kids, GError **error)
{
  g_autoptr (MftPdfSignatureField) field = g_new0 (MftPdfSignatureField, 1);

  field->name = g_strdup (name);
  field->number = mft_pdf_object_get_reference (reference, &field->generation);
  field->dict = mft_pdf_object_ref (dict);
  field->value_number
      = mft_pdf_object_get_reference (mft_pdf_dict_get (dict, "V"), &field->value_generation);
  if (!read_widget (walk, field, kids, error))
    return FALSE;
  g_ptr_array_add (walk->fields, g_steal_pointer (&field));
  return TRUE;
}

/* Kids with a name of their own are fields, kids without are widgets (ISO 32000-2, 12.7.4.2). */
static gboolean
kids_are_fields (Walk *walk, const MftPdfObject *kids)
{
  g_autoptr (MftPdfObject) first
      = mft_pdf_file_resolve (walk->file, walk->revision, mft_pdf_array_item (kids, 0), NULL);

  return mft_pdf_dict_get (first, "T") != NULL;
}

static gboolean walk_field (Walk *walk, MftPdfObject *reference, const char *parent_name,
                            gboolean parent_is_signature, guint depth, GError **error);

static gboolean
walk_dict (Walk *walk, const MftPdfObject *reference, MftPdfObject *dict, const char *parent_name,
           gboolean is_signature, guint depth, GError **error)
{
  g_autofree char *name = mft_pdf_field_name (walk->file, walk->revision, dict, parent_name);
  g_autoptr (MftPdfObject) type = mft_pdf_file_get (walk->file, walk->revision, dict, "FT", error);
  g_autoptr (MftPdfObject) kids
      = type != NULL ? mft_pdf_file_get (walk->file, walk->revision, dict, "Kids", error) : NULL;

  if (kids == NULL)
    return FALSE;
  if (mft_pdf_object_is (type, MFT_PDF_NAME))
    is_signature = mft_pdf_object_is_name (type, "Sig");
  if (mft_pdf_array_size (kids) == 0 || !kids_are_fields (walk, kids))
    return !is_signature || add_field (walk, reference, dict, name, kids, error);
  for (guint i = 0; i < mft_pdf_array_size (kids); i++)
    if (!walk_field (walk, mft_pdf_array_item (kids, i), name, is_signature, depth + 1, error))
      return FALSE;
  return TRUE;
}

static gboolean
walk_field (Walk *walk, MftPdfObject *reference, const char *parent_name,
            gboolean parent_is_signature, guint depth, GError **error)
{
  guint32 number = mft_pdf_object_get_reference (reference, NULL);

  if (depth > MFT_PDF_DEPTH_MAX)
    {
      g_set_error_literal (error, MFT_PDF_ERROR, MFT_PDF_ERROR_LIMIT, "the form is too deep");
      return FALSE;
    }
  if (number != 0 && !g_hash_table_add (walk->seen, GUINT_TO_POINTER (number)))
    return _mft_pdf_file_fail (error, "object %u is twice in the form", number);
  g_autoptr (MftPdfObject) dict
      = mft_pdf_file_resolve (walk->file, walk->revision, reference, error);
  if (dict == NULL)
    return FALSE;
  if (!mft_pdf_object_is (dict, MFT_PDF_DICT))
    return _mft_pdf_file_fail (error, "the form holds something else than fields");
  return walk_dict (walk, reference, dict, parent_name, parent_is_signature, depth, error);
}

typedef struct
{
  MftPdfFile *file;
  guint revision;
  GHashTable *by_widget; /* number: MftPdfSignatureField */
  guint left;
} Places;

static gboolean
find_on_page (const MftPdfPage *page, gpointer data)
{
  Places *places = data;
  g_autoptr (MftPdfObject) annots
      = mft_pdf_file_get (places->file, places->revision, page->dict, "Annots", NULL);

  for (guint i = 0; i < mft_pdf_array_size (annots); i++)
    {
      guint32 number = mft_pdf_object_get_reference (mft_pdf_array_item (annots, i), NULL);
      MftPdfSignatureField *field
          = g_hash_table_lookup (places->by_widget, GUINT_TO_POINTER (number));
      if (field != NULL && field->page == 0)
        {
          field->page = page->index;
          places->left--;
        }
    }
  return places->left > 0;
}

static gboolean
find_pages (MftPdfFile *file, guint revision, GPtrArray *fields, GError **error)
{
  g_autoptr (GHashTable) by_widget = g_hash_table_new (NULL, NULL);
  Places places = { .file = file, .revision = revision, .by_widget = by_widget };

  for (guint i = 0; i < fields->len; i++)
    {
      MftPdfSignatureField *field = g_ptr_array_index (fields, i);
      if (field->widget_number != 0)
        g_hash_table_insert (by_widget, GUINT_TO_POINTER (field->widget_number), field);
    }
  places.left = g_hash_table_size (by_widget);
  return places.left == 0 || mft_pdf_pages_walk (file, revision, find_on_page, &places, error);
}

GPtrArray *
mft_pdf_signature_fields (MftPdfFile *file, guint revision, GError **error)
{
  GPtrArray *fields = mft_pdf_signature_fields_unread (file, revision, error);

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    mft_pdf_signature_field_read (g_ptr_array_index (fields, i), file, revision);
  return fields;
}

GPtrArray *
mft_pdf_signature_fields_unread (MftPdfFile *file, guint revision, GError **error)
{
  g_autoptr (GPtrArray) fields
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_pdf_signature_field_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Walk walk = { .file = file, .revision = revision, .seen = seen, .fields = fields };
  g_autoptr (MftPdfObject) form = mft_pdf_file_form (file, revision, error);
  g_autoptr (MftPdfObject) list
      = form != NULL ? mft_pdf_file_get (file, revision, form, "Fields", error) : NULL;

  if (list == NULL)
    return NULL;
  for (guint i = 0; i < mft_pdf_array_size (list); i++)
    if (!walk_field (&walk, mft_pdf_array_item (list, i), "", FALSE, 0, error))
      return NULL;
  if (!find_pages (file, revision, fields, error))
    return NULL;
  return g_steal_pointer (&fields);
}
