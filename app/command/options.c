/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command/options.h"

#include <glib/gi18n.h>

#include "command/subcommand.h"

static const MftOption *
find (const MftOption *options, const char *name, gsize length)
{
  for (; options->name != NULL; options++)
    if (strlen (options->name) == length && strncmp (options->name, name, length) == 0)
      return options;
  return NULL;
}

static MftExit
take_value (const MftOption *option, const char *value)
{
  if (option->kind == MFT_OPTION_LIST)
    {
      GPtrArray **list = option->target;
      if (*list == NULL)
        *list = g_ptr_array_new ();
      g_ptr_array_add (*list, (gpointer) value);
      return MFT_EXIT_DONE;
    }
  const char **place = option->target;
  if (*place != NULL)
    return mft_command_misuse (_ ("%s was given twice"), option->name);
  *place = value;
  return MFT_EXIT_DONE;
}

/* Reads the option at argv[*at] and moves past what it took. */
static MftExit
take (const MftOption *options, int argc, char **argv, int *at)
{
  const char *word = argv[*at];
  const char *equals = g_str_has_prefix (word, "--") ? strchr (word, '=') : NULL;
  gsize length = equals != NULL ? (gsize) (equals - word) : strlen (word);
  const MftOption *option = find (options, word, length);

  if (option == NULL)
    return mft_command_misuse (_ ("there is no option %s here"), word);
  if (option->kind == MFT_OPTION_FLAG)
    {
      if (equals != NULL)
        return mft_command_misuse (_ ("%s takes no value"), option->name);
      *(gboolean *) option->target = TRUE;
      return MFT_EXIT_DONE;
    }
  if (equals != NULL)
    return take_value (option, equals + 1);
  if (*at + 1 >= argc)
    return mft_command_misuse (_ ("%s needs a value"), option->name);
  return take_value (option, argv[++*at]);
}

MftExit
mft_options_parse (const MftOption *options, int argc, char **argv, GPtrArray *inputs)
{
  gboolean only_inputs = FALSE;

  for (int i = 1; i < argc; i++)
    {
      if (only_inputs || argv[i][0] != '-' || argv[i][1] == '\0')
        g_ptr_array_add (inputs, argv[i]);
      else if (g_str_equal (argv[i], "--"))
        only_inputs = TRUE;
      else if (take (options, argc, argv, &i) != MFT_EXIT_DONE)
        return MFT_EXIT_USAGE;
    }
  return MFT_EXIT_DONE;
}

MftExit
mft_options_count (GPtrArray *inputs, guint least, guint most)
{
  if (inputs->len < least)
    return mft_command_misuse (_ ("something is missing"));
  if (inputs->len > most)
    return mft_command_misuse (_ ("too many words: %s"),
                               (const char *) g_ptr_array_index (inputs, most));
  return MFT_EXIT_DONE;
}
