/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/unit.h"

void
mft_entry_free (MftEntry *entry)
{
  g_free (entry->key);
  g_free (entry->value);
  g_clear_pointer (&entry->items, g_ptr_array_unref);
  g_clear_pointer (&entry->own, mft_unit_free);
  g_free (entry);
}

MftWording *
mft_wording_new (const char *id, const char *name)
{
  MftWording *form = g_new0 (MftWording, 1);

  form->id = g_strdup (id);
  form->name = g_strdup (name);
  form->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_entry_free);
  form->passages = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_passage_free);
  return form;
}

void
mft_wording_free (MftWording *form)
{
  g_free (form->id);
  g_free (form->name);
  g_ptr_array_unref (form->entries);
  g_ptr_array_unref (form->passages);
  g_free (form);
}

void
mft_unit_free (MftUnit *unit)
{
  g_free (unit->id);
  g_free (unit->title);
  g_free (unit->file);
  g_ptr_array_unref (unit->entries);
  g_ptr_array_unref (unit->forms);
  g_free (unit);
}

MftWording *
mft_unit_get_wording (const MftUnit *unit, const char *id)
{
  if (unit->forms->len > 0 && (id == NULL || *id == '\0'))
    return g_ptr_array_index (unit->forms, 0);
  for (guint i = 0; i < unit->forms->len; i++)
    {
      MftWording *form = g_ptr_array_index (unit->forms, i);
      if (g_strcmp0 (form->id, id) == 0)
        return form;
    }
  return NULL;
}

MftEntry *
mft_entries_find (GPtrArray *entries, const char *key)
{
  for (guint i = 0; i < entries->len; i++)
    {
      MftEntry *entry = g_ptr_array_index (entries, i);
      if (g_str_equal (entry->key, key))
        return entry;
    }
  return NULL;
}

const char *
mft_unit_get_value (const MftUnit *unit, const char *key)
{
  const MftEntry *entry = mft_entries_find (unit->entries, key);

  return entry != NULL ? entry->value : NULL;
}

const char *
mft_wording_get_value (const MftWording *form, const MftUnit *unit, const char *key)
{
  MftEntry *entry = mft_entries_find (form->entries, key);

  if (entry == NULL)
    entry = mft_entries_find (unit->entries, key);
  return entry != NULL ? entry->value : NULL;
}

char **
mft_split_list (const char *value, const char *separator)
{
  g_auto (GStrv) parts = g_strsplit (value, separator, 0);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (builder, parts[i]);
  return g_strv_builder_end (builder);
}
