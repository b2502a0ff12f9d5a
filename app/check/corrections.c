/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/content.h"
#include "bahasa/scan.h"

#include "check/corrections-private.h"
#include "check/words-private.h"

static MftCorrection *
read_line (char **cells)
{
  static const char number[] = " #";
  MftCorrection *correction = g_new0 (MftCorrection, 1);

  correction->before_number = g_str_has_suffix (cells[0], number);
  correction->wrong
      = g_strndup (cells[0], strlen (cells[0]) - (correction->before_number ? strlen (number) : 0));
  correction->right = g_strdup (cells[1]);
  correction->reason = g_strdup (cells[2]);
  correction->rule = g_strdup (cells[3]);
  for (const char *at = correction->wrong; *at != '\0'; at++)
    correction->match_case |= g_ascii_isupper (*at);
  return correction;
}

/* By their first letter. */
static gpointer
read_all (gpointer unused)
{
  g_autoptr (GBytes) bytes = mft_content_read ("corrections.tsv");
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray **letters = g_new0 (GPtrArray *, 26);

  (void) unused;
  for (char **line = lines + 1; *line != NULL; line++)
    {
      g_auto (GStrv) cells = g_strsplit (*line, "\t", -1);
      if (g_strv_length (cells) != 4 || !g_ascii_isalpha (cells[0][0]))
        continue;
      GPtrArray **letter = &letters[g_ascii_tolower (cells[0][0]) - 'a'];
      if (*letter == NULL)
        *letter = g_ptr_array_new ();
      g_ptr_array_add (*letter, read_line (cells));
    }
  return letters;
}

/* "1 (satu)", "Rp10.000" behind the words. */
static gboolean
is_number (const char *at)
{
  at += mft_scan_space (at);
  return g_ascii_isdigit (*at) || g_str_has_prefix (at, "Rp");
}

const MftCorrection *
_mft_correction_match (const char *at, gsize *size)
{
  static GOnce once = G_ONCE_INIT;
  GPtrArray **letters = g_once (&once, read_all, NULL);
  const MftCorrection *found = NULL;
  GPtrArray *letter = g_ascii_isalpha (*at) ? letters[g_ascii_tolower (*at) - 'a'] : NULL;

  *size = 0;
  for (guint i = 0; letter != NULL && i < letter->len; i++)
    {
      const MftCorrection *correction = letter->pdata[i];
      gsize here = _mft_phrase_match (at, correction->wrong, correction->match_case);
      if (here > *size && (!correction->before_number || is_number (at + here)))
        {
          found = correction;
          *size = here;
        }
    }
  return found;
}
