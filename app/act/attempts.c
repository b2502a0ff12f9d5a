/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/attempts.h"

#include "act/journal.h"
#include "pki/error.h"

#define LOOK_BACK 200
#define FORGOTTEN (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

static char *
wrong_outcome (void)
{
  g_autoptr (GError) error
      = g_error_new_literal (MFT_PKI_ERROR, MFT_PKI_ERROR_WRONG_PASSPHRASE, "");

  return mft_journal_outcome (error);
}

MftAttempts
mft_attempts_look (const MftCertificate *certificate, gint64 now)
{
  g_autoptr (GPtrArray) records = mft_journal_list (LOOK_BACK, NULL);
  g_autofree char *outcome = wrong_outcome ();
  const char *signer = mft_certificate_common_name (certificate);
  guint wrong = 0;
  gint64 last = 0;

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const MftJournalRecord *record = g_ptr_array_index (records, i);
      if (g_strcmp0 (record->signer, signer) != 0)
        continue;
      if (g_strcmp0 (record->outcome, outcome) != 0 || now - record->time > FORGOTTEN)
        break;
      last = MAX (last, record->time);
      wrong++;
    }
  gboolean paused = wrong > 0 && wrong % MFT_ATTEMPTS_MOST == 0 && now >= last
                    && now < last + MFT_ATTEMPTS_PAUSE;
  return (MftAttempts){ .left = MFT_ATTEMPTS_MOST - wrong % MFT_ATTEMPTS_MOST,
                        .until = paused ? last + MFT_ATTEMPTS_PAUSE : 0 };
}
