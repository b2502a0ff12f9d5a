/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify/form-names.h"

#include "pdf/field.h"

#define DEPTH_MOST 32
#define FIELDS_MOST 100000

gboolean
mft_field_is_locked (const MftPermissions *permissions, const char *name)
{
  for (guint i = 0; i < permissions->locks->len; i++)
    if (mft_pdf_field_lock_covers (g_ptr_array_index (permissions->locks, i), name))
      return TRUE;
  return FALSE;
}

typedef struct
{
  MftPdfFile *file;
  guint revision;
  GHashTable *names;
  guint count;
} Walk;

static gboolean
walk (Walk *at, MftPdfObject *value, const char *parent, guint depth)
{
  g_autoptr (MftPdfObject) fields = mft_pdf_file_resolve (at->file, at->revision, value, NULL);

  if (fields == NULL || depth > DEPTH_MOST)
    return FALSE;
  for (guint i = 0; i < mft_pdf_array_size (fields); i++)
    {
      g_autoptr (MftPdfObject) field
          = mft_pdf_file_resolve (at->file, at->revision, mft_pdf_array_item (fields, i), NULL);
      g_autofree char *name = NULL;
      if (field == NULL || at->count++ > FIELDS_MOST)
        return FALSE;
      if (mft_pdf_dict_get (field, "T") == NULL && depth > 0)
        continue; /* a widget of the field above */
      name = mft_pdf_field_name (at->file, at->revision, field, parent);
      if (!g_hash_table_add (at->names, g_strdup (name))
          || !walk (at, mft_pdf_dict_get (field, "Kids"), name, depth + 1))
        return FALSE;
    }
  return TRUE;
}

gboolean
mft_field_names_are_unique (MftPdfFile *file, guint revision)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (MftPdfObject) form = mft_pdf_file_form (file, revision, NULL);
  Walk at = { file, revision, seen, 0 };

  return walk (&at, mft_pdf_dict_get (form, "Fields"), "", 0);
}
