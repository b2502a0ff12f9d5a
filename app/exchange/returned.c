/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/returned.h"

#include "exchange/exchange.h"

/* Twice: what was sent and what comes back with its changes taken back, which is what was typed with
 * tracking off; and from there to what it says now. */
static gboolean
mark_changes (MftComparison *comparison, MftAgreement *sent, MftAgreement *after, GBytes *bytes,
              const char *name, GError **error)
{
  const MftReadOptions options = { .changes = MFT_CHANGES_REJECT, .source = sent };
  g_autoptr (MftAgreement) before = mft_exchange_read_with (bytes, name, &options, NULL, error);

  if (before == NULL)
    return FALSE;
  g_autoptr (MftComparison) silent = mft_comparison_new (sent, before);
  g_autoptr (MftComparison) marked = mft_comparison_new (before, after);
  mft_comparison_mark (comparison, silent, marked);
  return TRUE;
}

MftComparison *
mft_returned_compare (MftAgreement *sent, GBytes *bytes, const char *name, const char *password,
                      MftAgreement **returned, MftImportReport **report, GError **error)
{
  const MftReadOptions options
      = { .changes = MFT_CHANGES_ACCEPT, .password = password, .source = sent };
  g_autoptr (MftImportReport) done = NULL;
  g_autoptr (MftAgreement) after = mft_exchange_read_with (bytes, name, &options, &done, error);
  g_autoptr (MftComparison) comparison = NULL;

  if (after == NULL)
    return NULL;
  comparison = mft_comparison_new (sent, after);
  if (done->insertions + done->deletions > 0
      && !mark_changes (comparison, sent, after, bytes, name, error))
    return NULL;
  if (returned != NULL)
    *returned = g_steal_pointer (&after);
  if (report != NULL)
    *report = g_steal_pointer (&done);
  return g_steal_pointer (&comparison);
}
