/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/verification.h"

#include <glib/gi18n.h>
#include "report/csv.h"
#include "report/sentences.h"

static void
add_line (GString *table, const char *const cells[10])
{
  for (guint i = 0; i < 10; i++)
    mft_csv_append (table, cells[i], i == 9);
}

static void
add_signature (GString *table, const char *name, const MftVerifyReport *report,
               const MftSignatureReport *signature)
{
  g_autofree char *field = mft_sentence_field (signature);
  g_autofree char *time = mft_sentence_time (signature);
  gboolean empty = signature->state == MFT_SIGNATURE_EMPTY;
  const char *const cells[10] = {
    name,
    mft_sentence_verdict_word (report->verdict),
    field,
    empty ? _ ("Not yet signed") : mft_sentence_kind (signature),
    signature->signer,
    signature->issuer,
    empty ? NULL : time,
    empty ? NULL : mft_sentence_integrity_word (signature),
    empty ? NULL : mft_sentence_trust_word (signature),
    report->sha256,
  };

  add_line (table, cells);
}

char *
mft_verification_csv (const GArray *files)
{
  GString *table = g_string_new (MFT_CSV_START);
  const char *const head[10]
      = { _ ("File"),   _ ("Result"), _ ("Field"),     _ ("Kind"),        _ ("Signer"),
          _ ("Issuer"), _ ("Time"),   _ ("Integrity"), _ ("Certificate"), "SHA-256" };

  add_line (table, head);
  for (guint i = 0; i < files->len; i++)
    {
      const MftVerifiedFile *file = &g_array_index (files, MftVerifiedFile, i);
      const MftVerifyReport *report = file->report;
      const char *const bare[10]
          = { file->name,
              mft_sentence_verdict_word (report != NULL ? report->verdict : MFT_VERDICT_UNREADABLE),
              [9] = report != NULL ? report->sha256 : NULL };
      if (report == NULL || report->signatures->len == 0)
        add_line (table, bare);
      for (guint k = 0; report != NULL && k < report->signatures->len; k++)
        add_signature (table, file->name, report, g_ptr_array_index (report->signatures, k));
    }
  return g_string_free (table, FALSE);
}
