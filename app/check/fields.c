/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/rules-private.h"

static void
report (MftChecker *checker, const MftRule *rule, const char *id, gsize start, gsize end)
{
  const char *meaning = mft_field_get_meaning (mft_agreement_get_field (checker->agreement, id));

  _mft_checker_report (checker, rule, MFT_SEVERITY_ERROR, start, end, N_ ("{1} is not filled in"),
                       meaning, NULL);
}

/* Reports the fields of `missing` that the block shows, and takes them out. */
static void
check_block (MftChecker *checker, const MftRule *rule, GHashTable *missing)
{
  gsize at = 0;

  for (guint i = 0; i < checker->spans->len; i++)
    {
      const MftShownSpan *span = &g_array_index (checker->spans, MftShownSpan, i);
      gsize next = at + strlen (span->text);
      if (span->run->kind == MFT_RUN_FIELD && g_hash_table_remove (missing, span->run->value))
        report (checker, rule, span->run->value, at, next);
      at = next;
    }
}

/* Each field once, where it is first shown; one that is only named inside another field's value has no
 * block of its own. */
void
_mft_check_field_empty (MftChecker *checker, const MftRule *rule)
{
  g_auto (GStrv) ids = mft_agreement_dup_missing (checker->agreement);
  g_autoptr (GHashTable) missing = g_hash_table_new (g_str_hash, g_str_equal);

  for (char **id = ids; *id != NULL; id++)
    g_hash_table_add (missing, *id);
  for (guint i = 0; i < checker->readings->len && g_hash_table_size (missing) > 0; i++)
    {
      _mft_checker_go (checker, checker->readings->pdata[i]);
      check_block (checker, rule, missing);
    }
  _mft_checker_go (checker, NULL);
  g_autoptr (GList) rest = g_list_sort (g_hash_table_get_keys (missing), (GCompareFunc) strcmp);
  for (GList *at = rest; at != NULL; at = at->next)
    report (checker, rule, at->data, 0, 0);
}
