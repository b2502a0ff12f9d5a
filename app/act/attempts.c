/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/attempts.h"

#include "act/journal.h"
#include "pki/error.h"
#include "remote/error.h"

#define LOOK_BACK 200
#define FORGOTTEN (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

/* Of a certificate's passphrase, of a token's PIN, and of BSrE's. */
static gboolean
was_wrong (const MftJournalRecord *record)
{
  const GError wrong[] = { { MFT_PKI_ERROR, MFT_PKI_ERROR_WRONG_PASSPHRASE, NULL },
                           { MFT_PKI_ERROR, MFT_PKI_ERROR_PIN_LAST, NULL },
                           { MFT_REMOTE_ERROR, MFT_REMOTE_ERROR_PASSPHRASE, NULL } };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *outcome = mft_journal_outcome (&wrong[i]);
      if (g_strcmp0 (record->outcome, outcome) == 0)
        return TRUE;
    }
  return FALSE;
}

MftAttempts
mft_attempts_look (const char *signer, gint64 now)
{
  g_autoptr (GPtrArray) records = mft_journal_list (LOOK_BACK, NULL);
  guint wrong = 0;
  gint64 last = 0;

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const MftJournalRecord *record = g_ptr_array_index (records, i);
      if (g_strcmp0 (record->signer, signer) != 0)
        continue;
      if (!was_wrong (record) || now - record->time > FORGOTTEN)
        break;
      last = MAX (last, record->time);
      wrong++;
    }
  gboolean paused = wrong > 0 && wrong % MFT_ATTEMPTS_MOST == 0 && now >= last
                    && now < last + MFT_ATTEMPTS_PAUSE;
  return (MftAttempts){ .left = MFT_ATTEMPTS_MOST - wrong % MFT_ATTEMPTS_MOST,
                        .until = paused ? last + MFT_ATTEMPTS_PAUSE : 0 };
}
