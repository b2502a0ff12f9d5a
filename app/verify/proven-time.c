/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify/proven-time.h"

#define CLOCK_SKEW (5 * 60 * (gint64) G_USEC_PER_SEC)

gboolean
mft_timestamp_proves (const MftTimestamp *stamp, gint64 existed_at, const MftEvidence *evidence,
                      GPtrArray *messages)
{
  g_autoptr (MftPath) path = NULL;

  if (!mft_timestamp_is_sound (stamp)
      || ((stamp->cms->facts & (MFT_CMS_WEAK_DIGEST | MFT_CMS_WEAK_KEY)) != 0
          && existed_at >= MFT_PKI_WEAK_SINCE))
    return FALSE;
  if (stamp->time > evidence->judged_at + CLOCK_SKEW)
    {
      mft_verify_message (messages, "TIMESTAMP_IN_FUTURE", NULL);
      return FALSE;
    }
  path = mft_evidence_path (evidence, stamp->cms, MFT_PATH_FOR_TIMESTAMPS, stamp->time, TRUE);
  if (path->trust != MFT_TRUST_TRUSTED
      || mft_evidence_revocation (evidence, path, existed_at) == MFT_REVOCATION_REVOKED)
    {
      mft_verify_message (messages, "TIMESTAMP_UNTRUSTED",
                          mft_certificate_common_name (stamp->cms->signer));
      return FALSE;
    }
  if (mft_certificate_not_after (stamp->cms->signer) < existed_at)
    mft_verify_message (messages, "TSA_EXPIRED_SINCE",
                        mft_certificate_common_name (stamp->cms->signer));
  return TRUE;
}

static gboolean
is_stamped_by (const MftSubject *subject, const MftSubject *other)
{
  return other->stamp != NULL && other->report->integrity == MFT_INTEGRITY_INTACT
         && !other->recycled && !other->removed && other->revision_known && subject->revision_known
         && other->revision > subject->revision;
}

gint64
mft_proven_before (const MftSubject *subject, GPtrArray *subjects, const MftEvidence *evidence)
{
  gint64 time = evidence->judged_at;

  for (guint i = 0; i < subjects->len; i++)
    {
      const MftSubject *other = g_ptr_array_index (subjects, i);
      if (is_stamped_by (subject, other) && other->proves_time)
        time = MIN (time, other->stamp->time);
    }
  return time;
}

static void
take_token (MftProvenTime *time, MftSubject *subject, GPtrArray *subjects,
            const MftEvidence *evidence)
{
  GPtrArray *messages = subject->report->messages;
  MftTimestamp *token = subject->token;

  if (subject->cms->timestamp == NULL)
    return;
  if (token == NULL || !mft_timestamp_is_sound (token)
      || !mft_timestamp_is_over (token, subject->cms->signature_value))
    {
      mft_verify_message (messages, "TIMESTAMP_BROKEN", NULL);
      return;
    }
  time->present = TRUE;
  if (!mft_timestamp_proves (token, mft_proven_before (subject, subjects, evidence), evidence,
                             messages))
    return;
  time->proven = TRUE;
  time->time = token->time;
}

MftProvenTime
mft_proven_time (MftSubject *subject, GPtrArray *subjects, const MftEvidence *evidence)
{
  MftProvenTime time = { 0 };

  take_token (&time, subject, subjects, evidence);
  for (guint i = 0; i < subjects->len; i++)
    {
      const MftSubject *other = g_ptr_array_index (subjects, i);
      if (!is_stamped_by (subject, other))
        continue;
      time.present = TRUE;
      time.archived
          = time.archived || (evidence->has_dss && other->revision >= evidence->dss_since);
      if (!other->proves_time)
        continue;
      time.time = time.proven ? MIN (time.time, other->stamp->time) : other->stamp->time;
      time.proven = TRUE;
    }
  return time;
}

gboolean
mft_token_is_covered (const MftTimestamp *token, const MftEvidence *evidence)
{
  g_autoptr (MftPath) path = NULL;

  if (token == NULL || token->cms->signer == NULL)
    return TRUE;
  path = mft_evidence_path (evidence, token->cms, MFT_PATH_FOR_TIMESTAMPS, token->time, TRUE);
  return mft_evidence_is_complete (evidence, path);
}
