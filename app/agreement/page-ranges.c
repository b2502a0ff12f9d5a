/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/page-ranges.h"

#define RANGES_MOST 50

static gboolean
read_page (const char *text, guint *page)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 1, MFT_PAGES_MOST, &number, NULL))
    return FALSE;
  *page = (guint) number;
  return TRUE;
}

static gboolean
read_range (const char *text, MftPageRange *range)
{
  g_auto (GStrv) ends = g_strsplit (text, "-", 3);
  guint n_ends = g_strv_length (ends);

  if (n_ends < 1 || n_ends > 2 || !read_page (ends[0], &range->first)
      || !read_page (ends[n_ends - 1], &range->last))
    return FALSE;
  return range->first <= range->last;
}

gboolean
mft_page_ranges_parse (const char *text, GArray **ranges)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", RANGES_MOST + 1);
  g_autoptr (GArray) read = g_array_new (FALSE, FALSE, sizeof (MftPageRange));

  if (parts[0] == NULL || g_strv_length (parts) > RANGES_MOST)
    return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      MftPageRange range;
      if (!read_range (parts[i], &range))
        return FALSE;
      g_array_append_val (read, range);
    }
  if (ranges != NULL)
    *ranges = g_steal_pointer (&read);
  return TRUE;
}
