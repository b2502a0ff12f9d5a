/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/reference-finder.h"
#include "check/checker-private.h"

static void
report (MftChecker *checker, const MftRule *rule, const MftFoundReference *reference)
{
  g_autofree char *words
      = g_strndup (checker->text + reference->start, reference->end - reference->start);

  _mft_checker_report (checker, rule, MFT_SEVERITY_ERROR, reference->start, reference->end,
                       N_ ("“{1}” is not in this agreement"), words, NULL);
}

static void
check_typed (MftChecker *checker, const MftRule *rule)
{
  g_autoptr (GArray) found
      = mft_references_find (checker->agreement, checker->block, checker->text);

  for (guint i = 0; i < found->len; i++)
    {
      const MftFoundReference *here = &g_array_index (found, MftFoundReference, i);
      if (here->target == NULL && !here->external && here->refers
          && _mft_checker_is_typed (checker, here->start, here->end))
        report (checker, rule, here);
    }
}

static void
check_atoms (MftChecker *checker, const MftRule *rule)
{
  gsize at = 0;

  for (guint i = 0; i < checker->spans->len; i++)
    {
      const MftShownSpan *span = &g_array_index (checker->spans, MftShownSpan, i);
      gsize next = at + strlen (span->text);
      if (span->state == MFT_SHOWN_DANGLING)
        _mft_checker_report (checker, rule, MFT_SEVERITY_ERROR, at, next,
                             N_ ("what this refers to is no longer there"), NULL);
      at = next;
    }
}

void
_mft_check_ref_dangling (MftChecker *checker, const MftRule *rule)
{
  check_atoms (checker, rule);
  check_typed (checker, rule);
}
