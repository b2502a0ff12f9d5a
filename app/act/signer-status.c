/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/signer-status.h"

#include "act/journal.h"
#include "act/online-source.h"
#include "base/clock.h"
#include "net/http.h"
#include "pdf/byte-source.h"
#include "store/certificate-store.h"
#include "store/evidence-cache.h"
#include "verify/evidence.h"

/* When the computer last wrote something down: its clock cannot be before that. */
static gint64
last_known_time (void)
{
  g_autoptr (GPtrArray) records = mft_journal_list (1, NULL);

  return records != NULL && records->len > 0
             ? ((const MftJournalRecord *) g_ptr_array_index (records, 0))->time
             : 0;
}

/* By the revocation data inside the document, which may be of the same issuer. */
static MftSignerState
check_by_document (MftSignerQuestion *question, MftEvidenceInputs *inputs, const char *document,
                   MftJob *job)
{
  g_autoptr (MftByteSource) source = mft_byte_source_new_file (document, NULL);
  g_autoptr (MftPdfFile) file = source != NULL ? mft_pdf_file_new (source, NULL) : NULL;
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  const MftVerifyOptions options = { 0 };
  MftEvidence found = { 0 };

  if (file == NULL)
    return MFT_SIGNER_READY;
  mft_evidence_init (&found, file, nobody, &options, inputs->anchors, job);
  inputs->revocations = found.embedded;
  inputs->online = NULL;
  MftSignerState state = mft_signer_check (question);
  mft_evidence_clear (&found);
  return state;
}

MftSignerState
mft_signer_status (const MftSigner *signer, const char *document, gboolean online, MftJob *job)
{
  g_autoptr (MftAnchors) anchors = mft_certificate_store_anchors (NULL);
  g_autoptr (GPtrArray) others = mft_certificate_store_others (NULL);
  g_autoptr (MftRevocationSet) told = mft_revocation_set_new ();
  g_autoptr (MftOnlineEvidence) issuers
      = online ? mft_online_evidence_new (mft_online_source ()) : NULL;
  MftEvidenceInputs inputs
      = { .anchors = anchors, .certificates = others, .revocations = told, .online = issuers };
  MftSignerQuestion question = { .certificate = signer->certificate,
                                 .chain = signer->chain,
                                 .anchors = anchors,
                                 .evidence = &inputs,
                                 .job = job,
                                 .now = mft_clock_now (),
                                 .last_known = last_known_time () };

  if (online)
    mft_net_allow (TRUE);
  mft_evidence_cache_load (told);
  MftSignerState state = mft_signer_check (&question);
  if (document != NULL && mft_signer_may_sign (state)
      && check_by_document (&question, &inputs, document, job) == MFT_SIGNER_REVOKED)
    return MFT_SIGNER_REVOKED;
  return state;
}
