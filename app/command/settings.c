/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "base/preferences.h"
#include "typeset/page-preferences.h"

#include "command/subcommand.h"

/* "halaman.notis = N1", a line each; what is not set has no value. */
static MftExit
list (void)
{
  GString *lines = g_string_new (NULL);

  for (const char *const *key = mft_page_preferences_keys (); *key != NULL; key++)
    {
      g_autofree char *value = mft_preferences_get (MFT_PREFERENCES_PAGES, *key);
      g_string_append_printf (lines, "%s.%s = %s\n", MFT_PREFERENCES_PAGES, *key,
                              value != NULL ? value : "");
    }
  gboolean printed = mft_command_print (lines->str);
  g_string_free (lines, TRUE);
  return printed ? MFT_EXIT_DONE : MFT_EXIT_REFUSED;
}

/* The key behind "halaman.", or NULL if there is no such setting. */
static const char *
known_key (const char *name)
{
  const char *key = name + strlen (MFT_PREFERENCES_PAGES) + 1;

  return g_str_has_prefix (name, MFT_PREFERENCES_PAGES ".")
                 && g_strv_contains (mft_page_preferences_keys (), key)
             ? key
             : NULL;
}

static MftExit
run (int argc, char **argv)
{
  const MftOption options[] = { MFT_OPTION_END };
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  MftExit status = mft_options_parse (options, argc, argv, words);

  if (status == MFT_EXIT_DONE)
    status = mft_options_count (words, 0, 2);
  if (status != MFT_EXIT_DONE)
    return status;
  if (words->len == 0)
    return list ();
  const char *key = known_key (words->pdata[0]);
  if (key == NULL)
    return mft_command_misuse (_ ("there is no setting %s"), (const char *) words->pdata[0]);
  if (words->len == 1)
    {
      g_autofree char *value = mft_preferences_get (MFT_PREFERENCES_PAGES, key);
      return mft_command_print (value != NULL ? value : "") ? MFT_EXIT_DONE : MFT_EXIT_REFUSED;
    }
  const char *given = words->pdata[1];
  gboolean path = g_str_equal (key, MFT_PREFERENCE_LOGO) && *given != '\0';
  g_autofree char *value = path ? g_canonicalize_filename (given, NULL) : g_strdup (given);
  if (!mft_page_preference_check (key, value, &error))
    return mft_command_fail (MFT_EXIT_USAGE, NULL, error);
  if (!mft_preferences_set (MFT_PREFERENCES_PAGES, key, value, &error))
    return mft_command_fail (MFT_EXIT_REFUSED, NULL, error);
  return MFT_EXIT_DONE;
}

const MftSubcommand mft_subcommand_settings = {
  "settings",
  N_ ("[NAME [VALUE]]"),
  N_ ("shows or changes what an office chose for its pages; an empty VALUE takes it back"),
  run,
};
