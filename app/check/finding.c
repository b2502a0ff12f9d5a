/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/finding.h"

void
mft_finding_free (MftFinding *finding)
{
  if (finding->fix != NULL)
    {
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

char *
mft_finding_words (const MftFinding *finding, const char *template)
{
  GString *words = g_string_new (NULL);
  guint count = g_strv_length (finding->arguments);

  for (const char *at = template; *at != '\0'; at++)
    {
      guint index = at[0] == '{' && g_ascii_isdigit (at[1]) && at[2] == '}'
                        ? (guint) g_ascii_digit_value (at[1])
                        : 0;
      if (index >= 1 && index <= count)
        {
          g_string_append (words, finding->arguments[index - 1]);
          at += 2;
        }
      else
        g_string_append_c (words, *at);
    }
  return g_string_free (words, FALSE);
}
