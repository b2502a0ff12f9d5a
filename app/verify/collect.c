/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify/subject.h"

#define REVISIONS_MOST 1000
#define SUBJECTS_MOST 1000

void
mft_subject_free (MftSubject *subject)
{
  g_clear_pointer (&subject->field, mft_pdf_signature_field_free);
  g_clear_pointer (&subject->contents, g_bytes_unref);
  if (subject->stamp != NULL)
    mft_timestamp_free (subject->stamp); /* and with it the CMS */
  else
    g_clear_pointer (&subject->cms, mft_cms_free);
  g_clear_pointer (&subject->token, mft_timestamp_free);
  g_free (subject);
}

static MftSubject *
add (GPtrArray *subjects, MftVerifyReport *report, MftPdfFile *file, MftPdfSignatureField *field,
     guint revision)
{
  MftSubject *subject = g_new0 (MftSubject, 1);

  subject->report = mft_signature_report_new (field->name);
  subject->report->revisions = mft_pdf_file_revisions (file);
  subject->report->state = field->is_signed ? MFT_SIGNATURE_SIGNED : MFT_SIGNATURE_EMPTY;
  subject->field = field;
  subject->found_in = revision;
  g_ptr_array_add (report->signatures, subject->report);
  g_ptr_array_add (subjects, subject);
  if (field->is_signed)
    {
      mft_subject_read_range (subject, file);
      mft_subject_read_signature (subject, file);
    }
  return subject;
}

static MftSubject *
find (GPtrArray *subjects, const MftPdfSignatureField *field)
{
  for (guint i = 0; i < subjects->len; i++)
    {
      MftSubject *subject = g_ptr_array_index (subjects, i);
      if (subject->field->is_signed && subject->field->value_number == field->value_number
          && strcmp (subject->field->name, field->name) == 0)
        return subject;
    }
  return NULL;
}

static gboolean
holds (GPtrArray *fields, const MftSubject *subject)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const MftPdfSignatureField *field = g_ptr_array_index (fields, i);
      if (field->value_number == subject->field->value_number
          && strcmp (field->name, subject->field->name) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A signature belongs to the field that the signed revision itself shows it in. */
static void
check_bindings (GPtrArray *subjects, GPtrArray *fields, guint revision)
{
  for (guint i = 0; i < subjects->len; i++)
    {
      MftSubject *subject = g_ptr_array_index (subjects, i);
      if (subject->revision_known && subject->revision == revision && !holds (fields, subject))
        subject->recycled = TRUE;
    }
}

/* Two fields with one signature: neither can be told to be the signed one. */
static void
check_sharing (GPtrArray *subjects)
{
  for (guint i = 0; i < subjects->len; i++)
    for (guint j = 0; j < i; j++)
      {
        MftSubject *a = g_ptr_array_index (subjects, i);
        MftSubject *b = g_ptr_array_index (subjects, j);
        if (a->range_sound && b->range_sound && a->gap_start == b->gap_start && !a->recycled
            && !b->recycled)
          a->recycled = b->recycled = TRUE;
      }
}

static gboolean
collect_revision (MftPdfFile *file, MftVerifyReport *report, GPtrArray *subjects, guint revision)
{
  gboolean last = revision == mft_pdf_file_last_revision (file);
  g_autoptr (GPtrArray) fields = mft_pdf_signature_fields (file, revision, NULL);

  if (fields == NULL)
    return FALSE;
  check_bindings (subjects, fields, revision);
  g_ptr_array_set_free_func (fields, NULL);
  for (guint i = 0; i < fields->len; i++)
    {
      MftPdfSignatureField *field = g_ptr_array_index (fields, i);
      gboolean wanted = last || (field->is_signed && find (subjects, field) == NULL);
      if (wanted && subjects->len < SUBJECTS_MOST)
        add (subjects, report, file, field, revision)->removed = !last;
      else
        mft_pdf_signature_field_free (field);
    }
  return subjects->len < SUBJECTS_MOST;
}

GPtrArray *
mft_subjects_collect (MftPdfFile *file, MftVerifyReport *report, gboolean *complete)
{
  GPtrArray *subjects = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_subject_free);
  guint count = mft_pdf_file_revisions (file);

  *complete = count <= REVISIONS_MOST;
  for (guint i = 0; i < MIN (count, REVISIONS_MOST); i++)
    if (!collect_revision (file, report, subjects, count - 1 - i))
      *complete = FALSE;
  check_sharing (subjects);
  return subjects;
}
