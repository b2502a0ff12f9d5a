/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sign/target.h"

#include "sign/error.h"
#include "sign/new-field.h"

void
mft_sign_target_free (MftSignTarget *target)
{
  g_clear_pointer (&target->page, mft_pdf_page_free);
  g_free (target->name);
  g_free (target);
}

static gboolean G_GNUC_PRINTF (3, 4) fail (GError **error, MftSignError code, const char *what, ...)
{
  va_list args;

  va_start (args, what);
  g_propagate_error (error, g_error_new_valist (MFT_SIGN_ERROR, (int) code, what, args));
  va_end (args);
  return FALSE;
}

static const MftPdfSignatureField *
find_field (GPtrArray *fields, const char *name)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const MftPdfSignatureField *field = g_ptr_array_index (fields, i);
      if (g_str_equal (field->name, name))
        return field;
    }
  return NULL;
}

/* The one that is empty; NULL if there are none or several. */
static const MftPdfSignatureField *
find_empty (GPtrArray *fields)
{
  const MftPdfSignatureField *found = NULL;

  for (guint i = 0; i < fields->len; i++)
    {
      const MftPdfSignatureField *field = g_ptr_array_index (fields, i);
      if (!field->is_signed && found != NULL)
        return NULL;
      if (!field->is_signed)
        found = field;
    }
  return found;
}

static gboolean
take_field (MftPdfFile *file, MftSignTarget *target, const MftPdfSignatureField *field,
            GError **error)
{
  if (field->is_signed)
    return fail (error, MFT_SIGN_ERROR_FIELD_SIGNED, "the field '%s' is signed", field->name);
  if (field->number == 0 || field->widget_number == 0)
    return fail (error, MFT_SIGN_ERROR_UNSUPPORTED, "the field '%s' is no object of its own",
                 field->name);
  target->field = field;
  target->name = g_strdup (field->name);
  target->rect = field->rect;
  if (field->page > 0)
    {
      target->page
          = mft_pdf_page_find (file, mft_pdf_file_last_revision (file), field->page, error);
      if (target->page == NULL)
        return FALSE;
    }
  target->visible = target->page != NULL && !mft_pdf_rect_is_empty (&target->rect);
  return TRUE;
}

static char *
choose_name (MftPdfFile *file, const char *wanted, GError **error)
{
  guint revision = mft_pdf_file_last_revision (file);

  if (wanted == NULL)
    return mft_sign_free_name (file, "TANDA_TANGAN", error);
  g_autoptr (MftPdfObject) form = mft_pdf_file_form (file, revision, error);
  g_autoptr (MftPdfObject) fields
      = form != NULL ? mft_pdf_file_get (file, revision, form, "Fields", error) : NULL;
  if (fields == NULL)
    return NULL;
  /* A period would make it the child of another field (ISO 32000-2, 12.7.4.2). */
  if (wanted[0] != '\0' && strchr (wanted, '.') == NULL
      && !mft_sign_name_is_taken (file, fields, wanted))
    return g_strdup (wanted);
  fail (error, MFT_SIGN_ERROR_PLACE, "a new field cannot be named '%s'", wanted);
  return NULL;
}

static gboolean
is_inside (const MftPdfPage *page, const MftPdfRect *seen)
{
  double width, height;

  mft_pdf_page_seen_size (page, &width, &height);
  return !mft_pdf_rect_is_empty (seen) && seen->left >= 0 && seen->bottom >= 0
         && seen->right <= width && seen->top <= height;
}

static gboolean
make_field (MftPdfFile *file, MftSignTarget *target, const MftSignRequest *request, GError **error)
{
  g_autoptr (GError) own_error = NULL;
  guint index = request->page > 0 ? request->page : 1;

  target->page = mft_pdf_page_find (file, mft_pdf_file_last_revision (file), index, &own_error);
  if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return FALSE;
    }
  if (target->page == NULL)
    return fail (error, MFT_SIGN_ERROR_PLACE, "there is no page %u", index);
  target->visible = !request->invisible;
  if (target->visible && !is_inside (target->page, &request->rect))
    return fail (error, MFT_SIGN_ERROR_PLACE, "the rectangle is not on page %u", index);
  if (target->visible)
    target->rect = mft_pdf_page_from_seen (target->page, &request->rect);
  target->name = choose_name (file, request->field, error);
  return target->name != NULL;
}

MftSignTarget *
mft_sign_target_new (MftPdfFile *file, GPtrArray *fields, const MftSignRequest *request,
                     GError **error)
{
  g_autoptr (MftSignTarget) target = g_new0 (MftSignTarget, 1);
  gboolean may_make = request->page > 0 || request->invisible;
  const MftPdfSignatureField *field = request->field != NULL ? find_field (fields, request->field)
                                      : may_make             ? NULL
                                                             : find_empty (fields);
  gboolean done;

  if (field != NULL)
    done = take_field (file, target, field, error);
  else if (may_make)
    done = make_field (file, target, request, error);
  else if (request->field != NULL)
    done
        = fail (error, MFT_SIGN_ERROR_NO_FIELD, "there is no signature field '%s'", request->field);
  else
    done = fail (error, MFT_SIGN_ERROR_CHOICE, "there is not exactly one empty signature field");
  return done ? g_steal_pointer (&target) : NULL;
}

void
mft_sign_target_seen_size (const MftSignTarget *target, double *width, double *height)
{
  MftPdfRect seen = mft_pdf_page_to_seen (target->page, &target->rect);

  *width = seen.right - seen.left;
  *height = seen.top - seen.bottom;
}
