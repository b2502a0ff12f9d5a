/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/own-templates.h"

#include <glib/gstdio.h>

#include "agreement/asset.h"
#include "agreement/bundle.h"
#include "bahasa/text.h"
#include "base/data-folder.h"
#include "base/random.h"
#include "template/error.h"
#include "template/own-choices.h"

#define FOLDER "templat"
#define PREFIX "sendiri-"
#define ENDING ".pks"
#define TITLE "templat_judul"
#define TEMPLATES_MOST 500

static gboolean
is_own (const char *id)
{
  return g_str_has_prefix (id, PREFIX) && mft_is_id (id + strlen (PREFIX));
}

static char *
dup_path (const char *id, GError **error)
{
  g_autofree char *folder = mft_data_folder (FOLDER, error);
  g_autofree char *name = g_strconcat (id, ENDING, NULL);

  return folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
}

static void
own_template_free (gpointer data)
{
  MftOwnTemplate *template = data;

  g_free (template->id);
  g_free (template->title);
  g_free (template);
}

static int
compare_titles (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate ((*(MftOwnTemplate *const *) a)->title,
                         (*(MftOwnTemplate *const *) b)->title);
}

static gboolean
refuse_unknown (const char *id, GError **error)
{
  g_set_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_UNKNOWN, "there is no template '%s'",
               id);
  return FALSE;
}

gboolean
mft_own_templates_has (const char *id)
{
  g_autofree char *path = is_own (id) ? dup_path (id, NULL) : NULL;

  return path != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

MftAgreement *
mft_own_templates_load (const char *id, GError **error)
{
  g_autofree char *path = NULL;

  if (!mft_own_templates_has (id))
    {
      refuse_unknown (id, error);
      return NULL;
    }
  path = dup_path (id, error);
  return path != NULL ? mft_bundle_load (path, NULL, error) : NULL;
}

const char *
mft_own_templates_get_title (MftAgreement *template)
{
  return mft_agreement_get_setting (template, TITLE);
}

GPtrArray *
mft_own_templates_list (void)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (own_template_free);
  g_autofree char *folder = mft_data_folder (FOLDER, NULL);
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && found->len < TEMPLATES_MOST && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *id = g_strndup (name, strlen (name) - MIN (strlen (name), strlen (ENDING)));
      g_autoptr (MftAgreement) agreement
          = g_str_has_suffix (name, ENDING) ? mft_own_templates_load (id, NULL) : NULL;
      const char *title = agreement != NULL ? mft_own_templates_get_title (agreement) : NULL;
      MftOwnTemplate *template;
      if (title == NULL)
        continue;
      template = g_new (MftOwnTemplate, 1);
      *template = (MftOwnTemplate){ g_steal_pointer (&id), g_strdup (title) };
      g_ptr_array_add (found, template);
    }
  g_ptr_array_sort (found, compare_titles);
  return found;
}

/* Comments and logos belong to the agreement that it was; pictures that its text shows stay. */
static gboolean
is_unused (gpointer entry, gpointer bytes G_GNUC_UNUSED, gpointer agreement)
{
  return !mft_asset_is_used (agreement, entry);
}

char *
mft_own_templates_save (MftAgreement *agreement, const char *given_id, const char *given_title,
                        GError **error)
{
  g_autofree char *random = mft_random_id ();
  g_autofree char *id = given_id != NULL ? g_strdup (given_id) : g_strconcat (PREFIX, random, NULL);
  g_autofree char *title = mft_text_normalize (given_title);
  g_autoptr (MftAgreement) copy = mft_agreement_snapshot (agreement);
  g_autofree char *path = dup_path (id, error);

  if (title[0] == '\0' || !is_own (id))
    {
      g_set_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_VALUE,
                   "field 'title' cannot hold '%s'", title);
      return NULL;
    }
  for (guint i = 0; i < mft_agreement_n_fields (copy); i++)
    {
      MftField *field = mft_agreement_get_field_at (copy, i);
      mft_field_set_value (field, mft_field_get_default (field));
    }
  g_hash_table_foreach_remove (mft_agreement_get_entries (copy), is_unused, copy);
  mft_agreement_set_setting (copy, TITLE, title);
  mft_agreement_set_setting (copy, "garis", NULL);
  if (path == NULL || !mft_bundle_save (copy, path, TRUE, error))
    return NULL;
  return g_steal_pointer (&id);
}

static gboolean
check_complete (MftAgreement *agreement, GError **error)
{
  g_auto (GStrv) missing = mft_agreement_dup_missing (agreement);
  g_autofree char *ids = g_strjoinv (", ", missing);

  if (missing[0] == NULL)
    return TRUE;
  g_set_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_INCOMPLETE,
               "required fields without a value: %s", ids);
  return FALSE;
}

MftAgreement *
mft_own_templates_instantiate (const char *id, const MftValues *values, GHashTable *choices,
                               gboolean incomplete, GError **error)
{
  g_autoptr (MftAgreement) agreement = mft_own_templates_load (id, error);
  g_autofree char *lineage = mft_random_id ();

  if (agreement == NULL || !mft_own_choices_take (agreement, choices, error))
    return NULL;
  for (guint i = 0; values != NULL && i < mft_agreement_n_fields (agreement); i++)
    {
      MftField *field = mft_agreement_get_field_at (agreement, i);
      const char *value = mft_values_get (values, mft_field_get_id (field));
      if (value == NULL)
        continue;
      if (value[0] != '\0' && !mft_field_is_value (field, value))
        {
          g_set_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_VALUE,
                       "field '%s' cannot hold '%s'", mft_field_get_id (field), value);
          return NULL;
        }
      mft_field_set_value (field, value);
    }
  mft_agreement_set_setting (agreement, TITLE, NULL);
  mft_agreement_set_setting (agreement, "garis", lineage);
  if (!incomplete && !check_complete (agreement, error))
    return NULL;
  return g_steal_pointer (&agreement);
}

gboolean
mft_own_templates_remove (const char *id, GError **error)
{
  g_autofree char *path = is_own (id) ? dup_path (id, error) : NULL;

  return (path != NULL && g_unlink (path) == 0) || refuse_unknown (id, error);
}
