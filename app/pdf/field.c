/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/field.h"

struct MftPdfFieldLock
{
  GPtrArray *names;  /* char *; NULL: every field, whatever its name */
  gboolean excludes; /* the names stay open, the others are closed */
};

char *
mft_pdf_field_name (MftPdfFile *file, guint revision, const MftPdfObject *field, const char *parent)
{
  g_autoptr (MftPdfObject) own = mft_pdf_file_get (file, revision, field, "T", NULL);
  g_autofree char *text = mft_pdf_object_dup_text (own);

  if (text == NULL)
    return g_strdup (parent);
  return *parent == '\0' ? g_steal_pointer (&text) : g_strconcat (parent, ".", text, NULL);
}

/* NULL if one of them cannot be read. */
static GPtrArray *
read_names (MftPdfFile *file, guint revision, const MftPdfObject *list)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (!mft_pdf_object_is (list, MFT_PDF_ARRAY))
    return NULL;
  for (guint i = 0; i < mft_pdf_array_size (list); i++)
    {
      g_autoptr (MftPdfObject) item
          = mft_pdf_file_resolve (file, revision, mft_pdf_array_item (list, i), NULL);
      char *name = mft_pdf_object_dup_text (item);
      if (name == NULL)
        return NULL;
      g_ptr_array_add (names, name);
    }
  return g_steal_pointer (&names);
}

MftPdfFieldLock *
mft_pdf_field_lock_new (MftPdfFile *file, guint revision, const MftPdfObject *dict)
{
  MftPdfFieldLock *lock = g_new0 (MftPdfFieldLock, 1);
  g_autoptr (MftPdfObject) action = mft_pdf_file_get (file, revision, dict, "Action", NULL);
  g_autoptr (MftPdfObject) list = mft_pdf_file_get (file, revision, dict, "Fields", NULL);

  lock->excludes = mft_pdf_object_is_name (action, "Exclude");
  if (lock->excludes || mft_pdf_object_is_name (action, "Include"))
    lock->names = read_names (file, revision, list);
  return lock;
}

void
mft_pdf_field_lock_free (MftPdfFieldLock *lock)
{
  g_clear_pointer (&lock->names, g_ptr_array_unref);
  g_free (lock);
}

static gboolean
is_named (const MftPdfFieldLock *lock, const char *name)
{
  for (guint i = 0; i < lock->names->len; i++)
    {
      const char *one = g_ptr_array_index (lock->names, i);
      gsize length = strlen (one);
      if (g_str_has_prefix (name, one) && (name[length] == '\0' || name[length] == '.'))
        return TRUE;
    }
  return FALSE;
}

gboolean
mft_pdf_field_lock_covers (const MftPdfFieldLock *lock, const char *name)
{
  return lock->names == NULL || is_named (lock, name) != lock->excludes;
}
