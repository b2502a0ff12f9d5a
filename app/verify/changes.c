/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify/changes.h"

#include "pdf/field.h"
#include "pdf/page.h"
#include "verify/difference.h"
#include "verify/since.h"

static MftPdfObject *
load (MftDifference *difference, guint revision, const MftPdfEntry *entry)
{
  MftPdfObject *object = NULL;

  if (entry == NULL)
    return mft_pdf_object_new (MFT_PDF_NULL);
  object = mft_pdf_file_load (difference->file, revision, entry->number,
                              entry->kind == MFT_PDF_ENTRY_PLAIN ? entry->second : 0, NULL);
  if (object != NULL)
    return object;
  difference->failed = TRUE;
  return mft_pdf_object_new (MFT_PDF_NULL);
}

static gboolean
has_generation (const MftPdfEntry *entry)
{
  return entry != NULL && entry->kind == MFT_PDF_ENTRY_PLAIN && entry->second != 0;
}

static gboolean
is_stream_of (const MftPdfObject *object, const char *type)
{
  return mft_pdf_object_is (object, MFT_PDF_STREAM)
         && mft_pdf_object_is_name (mft_pdf_dict_get (object, "Type"), type);
}

/* A cross-reference stream is not part of the document, and some writers reuse its number; unless
 * something draws it, whatever it calls itself. */
static gboolean
is_section_renewed (MftDifference *difference, guint32 number, const MftPdfObject *old_object,
                    const MftPdfObject *new_object)
{
  return is_stream_of (old_object, "XRef") && is_stream_of (new_object, "XRef")
         && !mft_difference_was_referred_to (difference, number);
}

static void
compare_object (MftDifference *difference, guint32 number)
{
  const MftPdfEntry *before
      = mft_pdf_file_find (difference->file, difference->old_revision, number);
  const MftPdfEntry *now = mft_pdf_file_find (difference->file, difference->new_revision, number);
  g_autoptr (MftPdfObject) old_object = NULL;
  g_autoptr (MftPdfObject) new_object = NULL;

  if (number == 0 || before == now)
    return;
  if (before == NULL || before->kind == MFT_PDF_ENTRY_FREE)
    {
      if (mft_difference_was_there (difference, number))
        mft_difference_forbid (difference, "object", 0, number); /* something waited for it */
      return;
    }
  old_object = load (difference, difference->old_revision, before);
  new_object = load (difference, difference->new_revision, now);
  if (mft_difference_equal (difference, old_object, new_object)
      && has_generation (before) == has_generation (now))
    return;
  if (is_section_renewed (difference, number, old_object, new_object))
    return;
  if (is_stream_of (old_object, "ObjStm"))
    mft_difference_forbid (difference, "object", 0, number); /* and all that it holds */
  else if (!mft_pdf_object_is (old_object, MFT_PDF_NULL))
    g_hash_table_add (difference->changed, GUINT_TO_POINTER (number));
  else if (mft_difference_was_there (difference, number))
    mft_difference_forbid (difference, "object", 0, number); /* something waited for it */
}

static void
find_changed (MftDifference *difference)
{
  MftPdfFile *file = difference->file;

  for (guint section = 0; section < mft_pdf_file_sections (file); section++)
    {
      const MftPdfXref *xref = mft_pdf_file_section (file, section);
      if (xref->revision <= difference->old_revision)
        break;
      for (guint i = 0; i < xref->entries->len; i++)
        compare_object (difference, g_array_index (xref->entries, MftPdfEntry, i).number);
    }
}

/* What the object was to those who signed: for the report, no rule hangs on it. */
static const char *
name_object (const MftPdfObject *object)
{
  const MftPdfObject *type = mft_pdf_dict_get (object, "Type");
  const MftPdfObject *subtype = mft_pdf_dict_get (object, "Subtype");

  if (mft_pdf_object_is_name (type, "Font") || mft_pdf_object_is_name (type, "FontDescriptor"))
    return "font";
  if (mft_pdf_object_is_name (subtype, "Image"))
    return "image";
  if (mft_pdf_object_is_name (type, "Annot") || mft_pdf_dict_get (object, "Rect") != NULL)
    return "annotation";
  if (mft_pdf_object_is_name (type, "Pages"))
    return "pages";
  return "object";
}

static void
forbid_object (MftDifference *difference, guint32 number)
{
  g_autoptr (MftPdfObject) object
      = load (difference, difference->old_revision,
              mft_pdf_file_find (difference->file, difference->old_revision, number));

  mft_difference_forbid (difference, name_object (object), 0, number);
}

static void
forbid_unexplained (MftDifference *difference)
{
  GHashTableIter iter;
  gpointer number;

  g_hash_table_iter_init (&iter, difference->changed);
  while (g_hash_table_iter_next (&iter, &number, NULL))
    if (!g_hash_table_contains (difference->explained, number))
      forbid_object (difference, GPOINTER_TO_UINT (number));
}

static MftChanges
compare (MftDifference *difference)
{
  MftChanges result;

  difference->changed = g_hash_table_new (NULL, NULL);
  difference->explained = g_hash_table_new (NULL, NULL);
  difference->new_widgets = g_hash_table_new (NULL, NULL);
  difference->new_values = g_hash_table_new (NULL, NULL);
  find_changed (difference);
  mft_change_catalog (difference);
  mft_change_pages (difference);
  forbid_unexplained (difference);
  g_hash_table_unref (difference->changed);
  g_hash_table_unref (difference->explained);
  g_hash_table_unref (difference->new_widgets);
  g_hash_table_unref (difference->new_values);
  if (difference->forbidden)
    result = MFT_CHANGES_FORBIDDEN;
  else if (difference->failed)
    result = MFT_CHANGES_UNKNOWN;
  else
    result = difference->permitted ? MFT_CHANGES_PERMITTED : MFT_CHANGES_NONE;
  return result;
}

/* DocMDP's P, from whoever says it; the strictest counts. */
static void
restrict_to (MftPermissions *permissions, gint64 permission)
{
  if (permission < 1 || permission > 3)
    return;
  permissions->permission = permissions->permission == 0
                                ? (guint) permission
                                : MIN (permissions->permission, (guint) permission);
}

/* The transforms of one signature, and the lock of the field it fills. */
static void
add_permissions (MftPermissions *permissions, MftPdfFile *file, const MftSubject *subject)
{
  guint revision = subject->found_in;
  g_autoptr (MftPdfObject) references
      = mft_pdf_file_get (file, revision, subject->field->value, "Reference", NULL);
  g_autoptr (MftPdfObject) lock
      = mft_pdf_file_get (file, revision, subject->field->dict, "Lock", NULL);
  g_autoptr (MftPdfObject) locked_to = mft_pdf_file_get (file, revision, lock, "P", NULL);

  restrict_to (permissions, mft_pdf_object_get_integer (locked_to, 0));
  restrict_to (permissions, subject->report->certification);
  for (guint i = 0; i < mft_pdf_array_size (references); i++)
    {
      g_autoptr (MftPdfObject) one
          = mft_pdf_file_resolve (file, revision, mft_pdf_array_item (references, i), NULL);
      g_autoptr (MftPdfObject) method
          = mft_pdf_file_get (file, revision, one, "TransformMethod", NULL);
      if (mft_pdf_object_is_name (method, "FieldMDP"))
        {
          g_autoptr (MftPdfObject) parameters
              = mft_pdf_file_get (file, revision, one, "TransformParams", NULL);
          g_ptr_array_add (permissions->locks, mft_pdf_field_lock_new (file, revision, parameters));
        }
    }
}

static gboolean
add_page (const MftPdfPage *page, gpointer pages)
{
  g_array_append_val ((GArray *) pages, page->number);
  return TRUE;
}

/* The numbers of the last revision's pages, in order. NULL if the tree cannot be read. */
static GArray *
list_pages (MftPdfFile *file)
{
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (guint32));

  return mft_pdf_pages_walk (file, mft_pdf_file_last_revision (file), add_page, pages, NULL)
             ? g_steal_pointer (&pages)
             : NULL;
}

static void
judge (MftPdfFile *file, GPtrArray *subjects, MftSubject *subject, const MftReferences *references,
       const GArray *pages, GHashTable *value_kinds)
{
  g_autoptr (GPtrArray) locks
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_pdf_field_lock_free);
  MftPermissions permissions = { 0, locks };
  MftDifference difference = { .file = file,
                               .references = references,
                               .permissions = &permissions,
                               .old_revision = subject->revision,
                               .new_revision = mft_pdf_file_last_revision (file),
                               .pages = pages,
                               .value_kinds = value_kinds,
                               .changes = subject->report->changes };

  for (guint i = 0; i < subjects->len; i++)
    {
      const MftSubject *other = g_ptr_array_index (subjects, i);
      if (other->field->value != NULL && other->revision_known
          && other->revision <= subject->revision)
        add_permissions (&permissions, file, other);
    }
  subject->report->changes_after = compare (&difference);
}

void
mft_changes_judge (MftPdfFile *file, GPtrArray *subjects)
{
  guint last = mft_pdf_file_last_revision (file), earliest = last;
  g_autoptr (MftReferences) references = NULL;
  g_autoptr (GArray) pages = NULL;
  g_autoptr (GHashTable) value_kinds = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();

  for (guint i = 0; i < subjects->len; i++)
    {
      const MftSubject *subject = g_ptr_array_index (subjects, i);
      g_ptr_array_add (lists, subject->report->changes);
      if (subject->revision_known)
        earliest = MIN (earliest, subject->revision);
    }
  if (earliest < last)
    {
      references = mft_references_new (file, earliest);
      pages = list_pages (file);
    }
  for (guint i = 0; i < subjects->len; i++)
    {
      MftSubject *subject = g_ptr_array_index (subjects, i);
      if (!subject->revision_known)
        continue;
      if (subject->revision == last)
        subject->report->changes_after = MFT_CHANGES_NONE;
      else if (references != NULL)
        judge (file, subjects, subject, references, pages, value_kinds);
    }
  mft_changes_place (file, earliest, lists);
}

/* The revision that is all of the first `size` bytes; FALSE: none is. */
static gboolean
find_revision (MftPdfFile *file, goffset size, guint *revision)
{
  for (guint i = 0; i < mft_pdf_file_revisions (file); i++)
    {
      const MftPdfRevision *one = mft_pdf_file_revision (file, i);
      if (one->end == size || one->end_line == size)
        {
          *revision = i;
          return TRUE;
        }
    }
  return FALSE;
}

MftChanges
mft_changes_since (MftByteSource *source, goffset size, MftSecret *password, GPtrArray *changes)
{
  g_autoptr (MftPdfFile) file = mft_pdf_file_new (source, NULL);
  g_autoptr (GPtrArray) locks = g_ptr_array_new ();
  const MftPermissions permissions = { 0, locks };
  guint revision;

  if (file == NULL || !find_revision (file, size, &revision)
      || (!mft_pdf_file_unlock (file, "", NULL)
          && (password == NULL || !mft_pdf_file_unlock (file, mft_secret_peek (password), NULL))))
    return MFT_CHANGES_UNKNOWN;
  if (revision == mft_pdf_file_last_revision (file))
    return MFT_CHANGES_NONE;
  g_autoptr (MftReferences) references = mft_references_new (file, revision);
  g_autoptr (GArray) pages = list_pages (file);
  g_autoptr (GHashTable) value_kinds = g_hash_table_new (NULL, NULL);
  MftDifference difference = { .file = file,
                               .references = references,
                               .permissions = &permissions,
                               .old_revision = revision,
                               .new_revision = mft_pdf_file_last_revision (file),
                               .pages = pages,
                               .value_kinds = value_kinds,
                               .changes = changes };
  MftChanges result = references != NULL ? compare (&difference) : MFT_CHANGES_UNKNOWN;
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  g_ptr_array_add (lists, changes);
  mft_changes_place (file, revision, lists);
  return result;
}
