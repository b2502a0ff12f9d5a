/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify/judge.h"
#include "verify/proven-time.h"

static const char *const path_messages[] = {
  [MFT_PATH_OK] = NULL,
  [MFT_PATH_NO_ANCHOR] = "SIGNER_UNKNOWN",
  [MFT_PATH_EXPIRED] = "CERTIFICATE_EXPIRED",
  [MFT_PATH_NOT_YET_VALID] = "CERTIFICATE_NOT_YET_VALID",
  [MFT_PATH_WRONG_USAGE] = "CERTIFICATE_WRONG_USAGE",
  [MFT_PATH_CONSTRAINTS] = "CERTIFICATE_CONSTRAINTS",
  [MFT_PATH_BAD_SIGNATURE] = "CERTIFICATE_FORGED",
  [MFT_PATH_WEAK] = "CERTIFICATE_WEAK",
  [MFT_PATH_ANCHOR_RETIRED] = "ANCHOR_RETIRED",
};

static void
tell_trust (MftSignatureReport *report, const MftPath *path)
{
  report->trust = path->trust;
  report->trust_reason = path->reason;
  report->chain = g_ptr_array_ref (path->chain);
  if (path_messages[path->reason] != NULL)
    mft_verify_message (report->messages, path_messages[path->reason], NULL);
}

/* Offline nobody was asked; online somebody was, and did not say. */
static void
tell_revocation (MftSignatureReport *report, MftRevocation revocation, const MftEvidence *evidence)
{
  report->revocation = revocation;
  if (revocation == MFT_REVOCATION_REVOKED)
    mft_verify_message (report->messages, "CERTIFICATE_REVOKED", NULL);
  else if (revocation == MFT_REVOCATION_UNKNOWN)
    mft_verify_message (
        report->messages,
        evidence->online != NULL ? "REVOCATION_UNAVAILABLE" : "REVOCATION_NOT_CHECKED", NULL);
}

/* What was strong when the signature provably existed does not become weak later. */
static void
tell_weakness (MftSignatureReport *report, const MftCms *cms, const MftProvenTime *time)
{
  if (time->proven && time->time < MFT_PKI_WEAK_SINCE)
    return;
  if ((cms->facts & MFT_CMS_WEAK_DIGEST) != 0)
    mft_verify_message (report->messages, "DIGEST_WEAK", NULL);
  if ((cms->facts & MFT_CMS_WEAK_KEY) != 0)
    mft_verify_message (report->messages, "KEY_WEAK", NULL);
}

/* EN 319 142-1, 6: T has a time by a third party, LT what is needed to judge the certificates, LTA a
 * timestamp over that. */
static MftLevel
level_of (const MftSubject *subject, const MftPath *path, const MftProvenTime *time,
          const MftEvidence *evidence)
{
  const guint flaws = MFT_CMS_NO_SIGNING_CERTIFICATE | MFT_CMS_HAS_SIGNING_TIME;

  if (subject->report->integrity == MFT_INTEGRITY_UNREADABLE)
    return MFT_LEVEL_UNKNOWN;
  if (g_strcmp0 (subject->report->subfilter, "ETSI.CAdES.detached") != 0
      || (subject->cms->facts & flaws) != 0)
    return MFT_LEVEL_BASIC;
  if (!time->present)
    return MFT_LEVEL_B_B;
  if (!evidence->has_dss || !mft_evidence_is_complete (evidence, path)
      || !mft_token_is_covered (subject->token, evidence))
    return MFT_LEVEL_B_T;
  return time->archived ? MFT_LEVEL_B_LTA : MFT_LEVEL_B_LT;
}

static void
judge_signature (MftSubject *subject, GPtrArray *subjects, const MftEvidence *evidence)
{
  MftSignatureReport *report = subject->report;
  MftProvenTime time = mft_proven_time (subject, subjects, evidence);
  gint64 at = time.proven ? time.time : evidence->judged_at;
  g_autoptr (MftPath) path
      = mft_evidence_path (evidence, subject->cms, MFT_PATH_FOR_SIGNING, at, time.proven);

  if (time.proven)
    {
      report->signing_time = time.time;
      report->signing_time_source = MFT_TIME_SOURCE_TIMESTAMP;
    }
  tell_trust (report, path);
  tell_revocation (report, mft_evidence_revocation (evidence, path, at), evidence);
  tell_weakness (report, subject->cms, &time);
  if (time.present && subject->token != NULL)
    {
      report->timestamp = subject->token->time;
      report->timestamp_signer = subject->token->cms->signer != NULL
                                     ? mft_certificate_ref (subject->token->cms->signer)
                                     : NULL;
    }
  report->level = level_of (subject, path, &time, evidence);
}

/* A document timestamp is judged at the time it states, and revoked if it was before a later one
 * proves it. */
static void
judge_timestamp (MftSubject *subject, GPtrArray *subjects, const MftEvidence *evidence)
{
  MftSignatureReport *report = subject->report;
  const MftProvenTime stated = { .proven = TRUE, .time = subject->stamp->time };
  gint64 existed_at = mft_proven_before (subject, subjects, evidence);
  g_autoptr (MftPath) path = mft_evidence_path (evidence, subject->cms, MFT_PATH_FOR_TIMESTAMPS,
                                                subject->stamp->time, TRUE);

  report->signing_time = subject->stamp->time;
  report->signing_time_source = MFT_TIME_SOURCE_TIMESTAMP;
  tell_trust (report, path);
  tell_revocation (report,
                   mft_evidence_revocation (evidence, path, existed_at) == MFT_REVOCATION_REVOKED
                       ? MFT_REVOCATION_REVOKED
                       : mft_evidence_revocation (evidence, path, subject->stamp->time),
                   evidence);
  tell_weakness (report, subject->cms, &stated);
  subject->proves_time
      = report->integrity == MFT_INTEGRITY_INTACT
        && mft_timestamp_proves (subject->stamp, existed_at, evidence, report->messages);
  if (!subject->proves_time)
    report->trust = MIN (report->trust, MFT_TRUST_UNKNOWN);
}

/* The latest first: what a timestamp proves depends on those that came after it. */
static int
by_revision_down (gconstpointer a, gconstpointer b)
{
  const MftSubject *left = *(MftSubject *const *) a, *right = *(MftSubject *const *) b;

  return left->revision < right->revision ? 1 : left->revision > right->revision ? -1 : 0;
}

void
mft_judge_signers (GPtrArray *subjects, const MftEvidence *evidence)
{
  g_autoptr (GPtrArray) stamps = g_ptr_array_new ();

  for (guint i = 0; i < subjects->len; i++)
    {
      MftSubject *subject = g_ptr_array_index (subjects, i);
      if (subject->stamp != NULL && subject->cms->signer != NULL)
        g_ptr_array_add (stamps, subject);
    }
  g_ptr_array_sort (stamps, by_revision_down);
  for (guint i = 0; i < stamps->len; i++)
    judge_timestamp (g_ptr_array_index (stamps, i), subjects, evidence);
  for (guint i = 0; i < subjects->len; i++)
    {
      MftSubject *subject = g_ptr_array_index (subjects, i);
      if (subject->cms != NULL && subject->stamp == NULL && subject->cms->signer != NULL)
        judge_signature (subject, subjects, evidence);
    }
}
