/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/finding.h"

#include "bahasa/scan.h"

#define N_(text) text

void
mft_finding_free (MftFinding *finding)
{
  if (finding->fix != NULL)
    {
      g_free (finding->fix->field);
      g_free (finding->fix->before);
      g_free (finding->fix->words);
      g_free (finding->fix);
    }
  g_free (finding->block_id);
  g_free (finding->path);
  g_free (finding->text);
  g_strfreev (finding->arguments);
  g_free (finding);
}

const char *
mft_severity_name (MftSeverity severity)
{
  switch (severity)
    {
    case MFT_SEVERITY_ERROR:
      return "error";
    case MFT_SEVERITY_WARNING:
      return "warning";
    case MFT_SEVERITY_SUGGESTION:
      return "suggestion";
    }
  g_return_val_if_reached (NULL);
}

/* {1}, {2}, … in the template become the arguments. */
static char *
fill_in (const char *template, char **arguments)
{
  GString *words = g_string_new (NULL);
  guint count = g_strv_length (arguments);

  for (const char *at = template; *at != '\0'; at++)
    {
      guint index = at[0] == '{' && g_ascii_isdigit (at[1]) && at[2] == '}'
                        ? (guint) g_ascii_digit_value (at[1])
                        : 0;
      if (index >= 1 && index <= count)
        {
          g_string_append (words, arguments[index - 1]);
          at += 2;
        }
      else
        g_string_append_c (words, *at);
    }
  return g_string_free (words, FALSE);
}

char *
mft_finding_words (const MftFinding *finding, const char *template)
{
  return fill_in (template, finding->arguments);
}

const char *
mft_fix_label (const MftFix *fix)
{
  if (fix->kind == MFT_FIX_LABEL)
    return N_ ("Number it again");
  if (fix->kind == MFT_FIX_ITALIC)
    return N_ ("In italics");
  if (fix->before[mft_scan_space (fix->before)] == '\0' && fix->words[0] == '\0')
    return N_ ("Take the space out");
  if (fix->words[0] == ' ' && fix->words[1] == '\0')
    return fix->before[0] != '\0' ? N_ ("Leave one space") : N_ ("Put a space in");
  if (fix->before[0] == '\0')
    return N_ ("Add “{2}”");
  return fix->words[0] == '\0' ? N_ ("Delete “{1}”") : N_ ("Change to “{2}”");
}

char *
mft_fix_words (const MftFix *fix, const char *template)
{
  g_autofree char *before = g_strstrip (g_strdup (fix->before));
  g_autofree char *words = g_strstrip (g_strdup (fix->words));
  char *arguments[] = { before, words, NULL };

  return fill_in (template, arguments);
}
