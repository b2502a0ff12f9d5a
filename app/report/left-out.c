/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/left-out.h"

#include <glib/gi18n.h>

static char *
line (MftLeftOut kind, guint count)
{
  switch (kind)
    {
    case MFT_LEFT_OUT_CLAUSES:
      return g_strdup_printf (
          ngettext ("%u mark of the clause and alternative that a text comes from",
                    "%u marks of the clause and alternative that a text comes from", count),
          count);
    case MFT_LEFT_OUT_TEMPLATE:
      return g_strdup (_ ("the name of the template"));
    case MFT_LEFT_OUT_FIELDS:
      return g_strdup_printf (ngettext ("%u filled field that no sentence shows",
                                        "%u filled fields that no sentence shows", count),
                              count);
    case MFT_LEFT_OUT_CHOICES:
      return g_strdup_printf (ngettext ("other choices and suggestions of %u field",
                                        "other choices and suggestions of %u fields", count),
                              count);
    case MFT_LEFT_OUT_NOTES:
      return g_strdup_printf (
          ngettext ("the explanation of %u field", "the explanations of %u fields", count), count);
    case MFT_LEFT_OUT_SETTINGS:
      return g_strdup_printf (ngettext ("%u internal setting", "%u internal settings", count),
                              count);
    case MFT_LEFT_OUT_COMMENTS:
      return g_strdup_printf (ngettext ("%u internal comment", "%u internal comments", count),
                              count);
    case MFT_LEFT_OUT_PARAF:
      return g_strdup_printf (ngettext ("%u paraf of the house", "%u paraf of the house", count),
                              count);
    case MFT_LEFT_OUT_N:
      break;
    }
  g_return_val_if_reached (NULL);
}

char **
mft_left_out_lines (const guint left_out[MFT_LEFT_OUT_N])
{
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = 0; i < MFT_LEFT_OUT_N; i++)
    if (left_out[i] > 0)
      g_ptr_array_add (lines, line (i, left_out[i]));
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (lines, FALSE);
}
