/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/checker-private.h"

static void
report (MftChecker *checker, const MftRule *rule, const char *id, gsize start, gsize end)
{
  const char *meaning = mft_field_get_meaning (mft_agreement_get_field (checker->agreement, id));

  _mft_checker_report (checker, rule, MFT_SEVERITY_ERROR, start, end, N_ ("{1} is not filled in"),
                       meaning, NULL);
  g_hash_table_remove (checker->missing, id);
}

/* A field that is only named inside another field's value has no block of its own. */
static void
report_rest (MftChecker *checker, const MftRule *rule)
{
  g_autoptr (GList) ids
      = g_list_sort (g_hash_table_get_keys (checker->missing), (GCompareFunc) strcmp);

  for (GList *at = ids; at != NULL; at = at->next)
    report (checker, rule, at->data, 0, 0);
}

/* Each field once, where it is first shown. */
void
_mft_check_field_empty (MftChecker *checker, const MftRule *rule)
{
  gsize at = 0;

  if (checker->block == NULL)
    {
      report_rest (checker, rule);
      return;
    }
  for (guint i = 0; i < checker->spans->len; i++)
    {
      const MftShownSpan *span = &g_array_index (checker->spans, MftShownSpan, i);
      gsize next = at + strlen (span->text);
      if (span->run->kind == MFT_RUN_FIELD
          && g_hash_table_contains (checker->missing, span->run->value))
        report (checker, rule, span->run->value, at, next);
      at = next;
    }
}
