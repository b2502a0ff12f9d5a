/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command/usage.h"

#include <glib/gi18n.h>

#define COLUMNS 80
#define INDENT "      "

/* What belongs together stays on one line: an option and its value, all between square brackets. */
static gboolean
starts_piece (const char *word, const char *before, int depth)
{
  return depth == 0 && strchr ("[(-|", word[0]) != NULL && !g_str_equal (before, "|");
}

static int
count (const char *word, char wanted)
{
  int n = 0;

  for (; *word != '\0'; word++)
    n += *word == wanted;
  return n;
}

/* The words from `first` that stay together. Owned by the caller. */
static char *
dup_piece (char **words, guint first, guint *next)
{
  GString *piece = g_string_new (words[first]);
  int depth = count (words[first], '[') - count (words[first], ']');
  guint i = first + 1;

  for (; words[i] != NULL && !starts_piece (words[i], words[i - 1], depth); i++)
    {
      g_string_append_printf (piece, " %s", words[i]);
      depth += count (words[i], '[') - count (words[i], ']');
    }
  *next = i;
  return g_string_free (piece, FALSE);
}

/* The words of a form, those that stay together as one. */
static GStrv
split_form (const char *form)
{
  g_autoptr (GStrvBuilder) pieces = g_strv_builder_new ();
  g_auto (GStrv) words = g_strsplit (form, " ", -1);
  guint next;

  for (guint i = 0; words[i] != NULL; i = next)
    {
      g_autofree char *piece = dup_piece (words, i, &next);
      g_strv_builder_add (pieces, piece);
    }
  return g_strv_builder_end (pieces);
}

/* `pieces` behind `start`, further lines indented. */
static void
append_wrapped (GString *text, const char *start, char **pieces)
{
  glong column = g_utf8_strlen (start, -1);

  g_string_append (text, start);
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      glong width = g_utf8_strlen (pieces[i], -1);
      gboolean fits = column + 1 + width <= COLUMNS;
      g_string_append_printf (text, "%s%s", fits ? " " : "\n" INDENT, pieces[i]);
      column = (fits ? column + 1 : (glong) strlen (INDENT)) + width;
    }
  g_string_append_c (text, '\n');
}

void
mft_usage_append (GString *text, const MftSubcommand *subcommand)
{
  g_autofree char *start = g_strdup_printf ("  mufakat %s", subcommand->name);
  g_auto (GStrv) forms = g_strsplit (_ (subcommand->usage), "\n", -1);
  g_auto (GStrv) summary = g_strsplit (_ (subcommand->summary), " ", -1);

  for (guint i = 0; forms[i] != NULL; i++)
    {
      g_auto (GStrv) pieces = split_form (forms[i]);
      append_wrapped (text, start, pieces);
    }
  append_wrapped (text, "     ", summary);
}
