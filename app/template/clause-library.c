/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/clause-library.h"

#include "base/content.h"
#include "template/error.h"
#include "template/parser.h"

struct MftClauseLibrary
{
  GPtrArray *units; /* of MftUnit, in the order they were read */
  GHashTable *by_id;
};

void
mft_clause_library_free (MftClauseLibrary *library)
{
  g_hash_table_unref (library->by_id);
  g_ptr_array_unref (library->units);
  g_free (library);
}

MftUnit *
mft_clause_library_get (const MftClauseLibrary *library, const char *id)
{
  return g_hash_table_lookup (library->by_id, id);
}

static MftUnit *
find_new (GPtrArray *units, guint before, const char *id)
{
  for (guint i = 0; i < before; i++)
    {
      MftUnit *unit = g_ptr_array_index (units, i);
      if (g_str_equal (unit->id, id))
        return unit;
    }
  return NULL;
}

gboolean
mft_clause_library_add (MftClauseLibrary *library, const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (GPtrArray) units = mft_template_parse (name, bytes, error);

  if (units == NULL)
    return FALSE;
  for (guint i = 0; i < units->len; i++)
    {
      MftUnit *unit = g_ptr_array_index (units, i);
      MftUnit *other = mft_clause_library_get (library, unit->id);
      if (other == NULL)
        other = find_new (units, i, unit->id);
      if (other != NULL)
        {
          g_set_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_SYNTAX,
                       "%s:%u: \"%s\" stands already at %s:%u", unit->file, unit->line, unit->id,
                       other->file, other->line);
          return FALSE;
        }
    }
  for (guint i = 0; i < units->len; i++)
    {
      MftUnit *unit = g_ptr_array_index (units, i);
      g_hash_table_insert (library->by_id, unit->id, unit);
    }
  g_ptr_array_extend_and_steal (library->units, g_steal_pointer (&units));
  return TRUE;
}

static void
add_own (MftClauseLibrary *library, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mft_content_read (name);

  /* Compiled in: a fault in it is ours, and the tests find it. */
  if (!mft_clause_library_add (library, name, bytes, &error))
    g_error ("%s", error->message);
}

static void
add_folder (MftClauseLibrary *library, const char *folder)
{
  g_auto (GStrv) names = mft_content_list (folder);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (folder, names[i], NULL);
      add_own (library, name);
    }
}

MftClauseLibrary *
mft_clause_library_new (void)
{
  MftClauseLibrary *library = g_new0 (MftClauseLibrary, 1);

  library->units = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_unit_free);
  library->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  add_folder (library, "clauses/");
  add_own (library, "definitions.txt");
  add_folder (library, "parts/");
  add_own (library, "packs.txt");
  add_folder (library, "templates/");
  add_folder (library, "amend/");
  return library;
}

const MftClauseLibrary *
mft_clause_library_get_default (void)
{
  static MftClauseLibrary *ours = NULL;

  if (g_once_init_enter (&ours))
    g_once_init_leave (&ours, mft_clause_library_new ());
  return ours;
}

GPtrArray *
mft_clause_library_list (const MftClauseLibrary *library, const char *prefix)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < library->units->len; i++)
    {
      MftUnit *unit = g_ptr_array_index (library->units, i);
      if (g_str_has_prefix (unit->id, prefix))
        g_ptr_array_add (found, unit);
    }
  return found;
}

GPtrArray *
mft_clause_library_list_stand_ins (const MftClauseLibrary *library, const MftUnit *unit)
{
  const char *purpose = mft_unit_get_value (unit, "setara");
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; purpose != NULL && i < library->units->len; i++)
    {
      MftUnit *other = g_ptr_array_index (library->units, i);
      if (other != unit && g_strcmp0 (mft_unit_get_value (other, "setara"), purpose) == 0
          && g_strcmp0 (mft_unit_get_value (other, "status"), MFT_CLAUSE_STATUS_RETIRED) != 0)
        g_ptr_array_add (found, other);
    }
  return found;
}

GPtrArray *
mft_clause_library_list_templates (const MftClauseLibrary *library)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < library->units->len; i++)
    {
      MftUnit *unit = g_ptr_array_index (library->units, i);
      if (mft_unit_get_value (unit, "naskah") != NULL)
        g_ptr_array_add (found, unit);
    }
  return found;
}
