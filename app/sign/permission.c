/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sign/permission.h"

#include "pdf/field.h"
#include "sign/error.h"

typedef struct
{
  MftPdfFile *file;
  guint revision;
  const MftSignTarget *target;
} Check;

static gboolean G_GNUC_PRINTF (3, 4)
    refuse (GError **error, MftSignError code, const char *why, ...)
{
  va_list args;

  va_start (args, why);
  g_propagate_error (error, g_error_new_valist (MFT_SIGN_ERROR, (int) code, why, args));
  va_end (args);
  return FALSE;
}

static MftPdfObject *
get (const Check *check, const MftPdfObject *dict, const char *key)
{
  MftPdfObject *value = mft_pdf_file_get (check->file, check->revision, dict, key, NULL);

  return value != NULL ? value : mft_pdf_object_new (MFT_PDF_NULL);
}

static gboolean
is_locked_by (const Check *check, const MftPdfObject *dict)
{
  g_autoptr (MftPdfFieldLock) lock = mft_pdf_field_lock_new (check->file, check->revision, dict);

  return mft_pdf_field_lock_covers (lock, check->target->name);
}

/* The revision that a signature covers, or the last one if that cannot be told. */
static guint
signed_revision (const Check *check, const MftPdfObject *signature)
{
  g_autoptr (MftPdfObject) range = get (check, signature, "ByteRange");
  gint64 end = mft_pdf_object_get_integer (mft_pdf_array_item (range, 2), 0)
               + mft_pdf_object_get_integer (mft_pdf_array_item (range, 3), 0);

  for (guint i = 0; i < check->revision; i++)
    if (mft_pdf_file_revision (check->file, i)->end_line >= end)
      return i;
  return check->revision;
}

/* On a certified file only fields that were there when it was certified may be signed. */
static gboolean
was_certified (const Check *check, const MftPdfObject *signature)
{
  g_autoptr (GPtrArray) fields
      = mft_pdf_signature_fields (check->file, signed_revision (check, signature), NULL);

  for (guint i = 0; fields != NULL && check->target->field != NULL && i < fields->len; i++)
    {
      const MftPdfSignatureField *field = g_ptr_array_index (fields, i);
      if (g_str_equal (field->name, check->target->name))
        return !field->is_signed;
    }
  return FALSE;
}

/* What DocMDP, or a lock's P of PDF 2.0, leaves to be done: 1 is nothing, 0 says nothing. */
static gboolean
check_access (const Check *check, const MftPdfSignatureField *field, gint64 access, GError **error)
{
  if (access == 1)
    return refuse (error, MFT_SIGN_ERROR_FORBIDDEN, "the signature '%s' allows no changes",
                   field->name);
  return access == 0 || was_certified (check, field->value)
         || refuse (error, MFT_SIGN_ERROR_NEW_FIELD, "the signature '%s' allows no new fields",
                    field->name);
}

static gboolean
check_reference (const Check *check, const MftPdfSignatureField *field,
                 const MftPdfObject *reference, GError **error)
{
  g_autoptr (MftPdfObject) method = get (check, reference, "TransformMethod");
  g_autoptr (MftPdfObject) parameters = get (check, reference, "TransformParams");
  g_autoptr (MftPdfObject) permission = get (check, parameters, "P");

  if (mft_pdf_object_is_name (method, "FieldMDP") && is_locked_by (check, parameters))
    return refuse (error, MFT_SIGN_ERROR_FIELD_LOCKED, "the signature '%s' locks this field",
                   field->name);
  return !mft_pdf_object_is_name (method, "DocMDP")
         || check_access (check, field, mft_pdf_object_get_integer (permission, 2), error);
}

static gboolean
check_signature (const Check *check, const MftPdfSignatureField *field, GError **error)
{
  g_autoptr (MftPdfObject) references = get (check, field->value, "Reference");
  g_autoptr (MftPdfObject) lock = get (check, field->dict, "Lock");
  g_autoptr (MftPdfObject) permission = get (check, lock, "P");

  for (guint i = 0; i < mft_pdf_array_size (references); i++)
    {
      g_autoptr (MftPdfObject) reference = mft_pdf_file_resolve (
          check->file, check->revision, mft_pdf_array_item (references, i), error);
      if (reference == NULL || !check_reference (check, field, reference, error))
        return FALSE;
    }
  if (!mft_pdf_object_is (lock, MFT_PDF_NULL) && is_locked_by (check, lock))
    return refuse (error, MFT_SIGN_ERROR_FIELD_LOCKED, "the signature '%s' locks this field",
                   field->name);
  return check_access (check, field, mft_pdf_object_get_integer (permission, 0), error);
}

/* Only the first signature may certify; "locked" would shut the other parties out. */
static gboolean
check_certify (GPtrArray *fields, const MftSignTarget *target, MftCertify certify, GError **error)
{
  for (guint i = 0; certify != MFT_CERTIFY_NONE && i < fields->len; i++)
    {
      const MftPdfSignatureField *field = g_ptr_array_index (fields, i);
      if (field->is_signed)
        return refuse (error, MFT_SIGN_ERROR_CERTIFY,
                       "'%s' is signed, only the first signature can certify", field->name);
      if (field != target->field && certify == MFT_CERTIFY_LOCKED)
        return refuse (error, MFT_SIGN_ERROR_CERTIFY,
                       "the field '%s' is still empty and could not be signed any more",
                       field->name);
    }
  return TRUE;
}

/* A dynamic XFA form has no pages of its own to sign. */
static gboolean
check_form (const Check *check, GError **error)
{
  g_autoptr (MftPdfObject) catalog = mft_pdf_file_catalog (check->file, check->revision, error);

  if (catalog == NULL)
    return FALSE;
  g_autoptr (MftPdfObject) needs_rendering = get (check, catalog, "NeedsRendering");
  if (!mft_pdf_object_get_boolean (needs_rendering, FALSE))
    return TRUE;
  g_set_error_literal (error, MFT_SIGN_ERROR, MFT_SIGN_ERROR_UNSUPPORTED,
                       "the file is a dynamic XFA form");
  return FALSE;
}

gboolean
mft_sign_permission_check (MftPdfFile *file, GPtrArray *fields, const MftSignTarget *target,
                           const MftSignRequest *request, GError **error)
{
  const Check check
      = { .file = file, .revision = mft_pdf_file_last_revision (file), .target = target };

  if (!check_form (&check, error) || !check_certify (fields, target, request->certify, error))
    return FALSE;
  for (guint i = 0; i < fields->len; i++)
    {
      const MftPdfSignatureField *field = g_ptr_array_index (fields, i);
      if (field->is_signed && !check_signature (&check, field, error))
        return FALSE;
    }
  return TRUE;
}
