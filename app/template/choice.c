/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/choice.h"

MftChoice *
mft_choice_new (const char *id, char **choices, const char *initial)
{
  MftChoice *choice = g_new0 (MftChoice, 1);

  choice->id = g_strdup (id);
  choice->choices = choices;
  choice->initial = g_strdup (initial != NULL ? initial : choices[0]);
  return choice;
}

void
mft_choice_free (MftChoice *choice)
{
  g_free (choice->id);
  g_strfreev (choice->choices);
  g_free (choice->initial);
  g_strfreev (choice->effects);
  g_free (choice);
}
