/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify/form-names.h"

#define DEPTH_MOST 32
#define FIELDS_MOST 100000

char *
mft_field_name (const char *parent, const MftPdfObject *field)
{
  g_autofree char *own = mft_pdf_object_dup_text (mft_pdf_dict_get (field, "T"));

  if (own == NULL)
    return g_strdup (parent);
  return *parent == '\0' ? g_steal_pointer (&own) : g_strconcat (parent, ".", own, NULL);
}

/* Whether every item is a name that can be read. */
static gboolean
is_list_of_names (const MftPdfObject *fields)
{
  for (guint i = 0; i < mft_pdf_array_size (fields); i++)
    if (!mft_pdf_object_is (mft_pdf_array_item (fields, i), MFT_PDF_STRING))
      return FALSE;
  return mft_pdf_object_is (fields, MFT_PDF_ARRAY);
}

static gboolean
names (const MftPdfObject *fields, const char *name)
{
  for (guint i = 0; i < mft_pdf_array_size (fields); i++)
    {
      g_autofree char *one = mft_pdf_object_dup_text (mft_pdf_array_item (fields, i));
      gsize length = one != NULL ? strlen (one) : 0;
      if (one != NULL && g_str_has_prefix (name, one)
          && (name[length] == '\0' || name[length] == '.'))
        return TRUE;
    }
  return FALSE;
}

/* A lock that cannot be understood locks everything. */
gboolean
mft_field_is_locked (const MftPermissions *permissions, const char *name)
{
  for (guint i = 0; i < permissions->locks->len; i++)
    {
      const MftPdfObject *lock = g_ptr_array_index (permissions->locks, i);
      const MftPdfObject *action = mft_pdf_dict_get (lock, "Action");
      const MftPdfObject *fields = mft_pdf_dict_get (lock, "Fields");
      gboolean include = mft_pdf_object_is_name (action, "Include");
      gboolean exclude = mft_pdf_object_is_name (action, "Exclude");
      if ((include || exclude) && is_list_of_names (fields) ? names (fields, name) == include
                                                            : TRUE)
        return TRUE;
    }
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
      name = mft_field_name (parent, field);
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
