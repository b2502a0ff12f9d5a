/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify/subject.h"

#define LOCKED_NAME "?" /* it is encrypted */
#define REVISIONS_MOST 2000
#define SUBJECTS_MOST 2000

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

  subject->report
      = mft_signature_report_new (mft_pdf_file_is_locked (file) ? LOCKED_NAME : field->name);
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

/* A field with its value, at whatever revision. */
static guint
hash_field (gconstpointer data)
{
  const MftPdfSignatureField *field = data;

  return g_str_hash (field->name) ^ field->value_number;
}

static gboolean
same_field (gconstpointer a, gconstpointer b)
{
  const MftPdfSignatureField *left = a, *right = b;

  return left->value_number == right->value_number && strcmp (left->name, right->name) == 0;
}

static gboolean
holds (GPtrArray *fields, const MftSubject *subject)
{
  for (guint i = 0; i < fields->len; i++)
    if (same_field (g_ptr_array_index (fields, i), subject->field))
      return TRUE;
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

/* Whether the field is told of: at the last revision always, before it if it had a value that was lost. */
static gboolean
is_wanted (MftPdfSignatureField *field, GHashTable *known, MftPdfFile *file, guint revision)
{
  gboolean last = revision == mft_pdf_file_last_revision (file);

  if (!last
      && (mft_pdf_dict_get (field->dict, "V") == NULL || g_hash_table_contains (known, field)))
    return FALSE;
  mft_pdf_signature_field_read (field, file, revision);
  return last || field->is_signed;
}

/* `known` gets the fields that have a value. */
static gboolean
collect_revision (MftPdfFile *file, MftVerifyReport *report, GPtrArray *subjects, GHashTable *known,
                  guint revision)
{
  gboolean last = revision == mft_pdf_file_last_revision (file);
  g_autoptr (GPtrArray) fields = mft_pdf_signature_fields_unread (file, revision, NULL);

  if (fields == NULL)
    return FALSE;
  check_bindings (subjects, fields, revision);
  g_ptr_array_set_free_func (fields, NULL);
  for (guint i = 0; i < fields->len; i++)
    {
      MftPdfSignatureField *field = g_ptr_array_index (fields, i);
      if (subjects->len < SUBJECTS_MOST && is_wanted (field, known, file, revision))
        {
          add (subjects, report, file, field, revision)->removed = !last;
          if (field->is_signed)
            g_hash_table_add (known, field);
        }
      else
        mft_pdf_signature_field_free (field);
    }
  return subjects->len < SUBJECTS_MOST;
}

GPtrArray *
mft_subjects_collect (MftPdfFile *file, MftVerifyReport *report, gboolean *complete)
{
  GPtrArray *subjects = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_subject_free);
  g_autoptr (GHashTable) known = g_hash_table_new (hash_field, same_field);
  guint count = mft_pdf_file_revisions (file);

  *complete = count <= REVISIONS_MOST;
  for (guint i = 0; i < MIN (count, REVISIONS_MOST); i++)
    if (!collect_revision (file, report, subjects, known, count - 1 - i))
      *complete = FALSE;
  check_sharing (subjects);
  return subjects;
}
