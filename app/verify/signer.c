/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/crl.h"
#include "verify/judge.h"

#define CLOCK_SKEW (5 * 60 * (gint64) G_USEC_PER_SEC)

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

/* The certificates that may stand between: the signature's own and the evidence's. */
static GPtrArray *
pool (const MftCms *cms, const MftEvidence *evidence)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < cms->certificates->len; i++)
    g_ptr_array_add (all, g_ptr_array_index (cms->certificates, i));
  for (guint i = 0; i < evidence->certificates->len; i++)
    g_ptr_array_add (all, g_ptr_array_index (evidence->certificates, i));
  return all;
}

static MftPath *
path_of (const MftCms *cms, const MftEvidence *evidence, MftPathUse use, gint64 at, gboolean proven)
{
  g_autoptr (GPtrArray) all = pool (cms, evidence);
  MftPathRequest request = { use, at, proven, evidence->anchors, all };

  return mft_path_build (cms->signer, &request);
}

/* Revoked if any certificate of the chain is, good if the lists vouch for all below the anchor. */
static MftRevocation
ask_revocation (const MftPath *path, const MftEvidence *evidence, gint64 at)
{
  MftRevocation worst = path->trust == MFT_TRUST_TRUSTED && path->chain->len > 1
                            ? MFT_REVOCATION_GOOD
                            : MFT_REVOCATION_UNKNOWN;

  for (guint i = 0; i + 1 < path->chain->len; i++)
    switch (mft_crl_ask (evidence->crls, g_ptr_array_index (path->chain, i),
                         g_ptr_array_index (path->chain, i + 1), at))
      {
      case MFT_CRL_SAYS_REVOKED:
        return MFT_REVOCATION_REVOKED;
      case MFT_CRL_SAYS_NOTHING:
        worst = MFT_REVOCATION_UNKNOWN;
        break;
      case MFT_CRL_SAYS_GOOD:
        break;
      }
  return worst;
}

/* Whether a sound timestamp proves its time: its own signer trusted then and not known revoked. That
 * the signer's certificate ended since is told, and does not undo it (DESIGN.md §6). */
static gboolean
proves_time (const MftTimestamp *stamp, const MftEvidence *evidence, GPtrArray *messages)
{
  g_autoptr (MftPath) path = NULL;

  if (!mft_timestamp_is_sound (stamp)
      || (stamp->cms->facts & (MFT_CMS_WEAK_DIGEST | MFT_CMS_WEAK_KEY)) != 0)
    return FALSE;
  if (stamp->time > evidence->judged_at + CLOCK_SKEW)
    {
      mft_verify_message (messages, "TIMESTAMP_IN_FUTURE", NULL);
      return FALSE;
    }
  path = path_of (stamp->cms, evidence, MFT_PATH_FOR_TIMESTAMPS, stamp->time, TRUE);
  if (path->trust != MFT_TRUST_TRUSTED
      || ask_revocation (path, evidence, evidence->judged_at) == MFT_REVOCATION_REVOKED)
    {
      mft_verify_message (messages, "TIMESTAMP_UNTRUSTED",
                          mft_certificate_common_name (stamp->cms->signer));
      return FALSE;
    }
  if (mft_certificate_not_after (stamp->cms->signer) < evidence->judged_at)
    mft_verify_message (messages, "TSA_EXPIRED_SINCE",
                        mft_certificate_common_name (stamp->cms->signer));
  return TRUE;
}

typedef struct
{
  gboolean present; /* a timestamp that is sound, trusted or not */
  gboolean proven;
  gint64 time; /* the earliest proven */
} Time;

static void
take_time (Time *time, const MftTimestamp *stamp, const MftEvidence *evidence, GPtrArray *messages)
{
  time->present = time->present || mft_timestamp_is_sound (stamp);
  if (!proves_time (stamp, evidence, messages))
    return;
  time->time = time->proven ? MIN (time->time, stamp->time) : stamp->time;
  time->proven = TRUE;
}

static Time
own_time (MftSubject *subject, const MftEvidence *evidence)
{
  GPtrArray *messages = subject->report->messages;
  Time time = { FALSE, FALSE, 0 };
  g_autoptr (MftTimestamp) token = NULL;
  gsize size;
  gconstpointer data;

  if (subject->cms->timestamp == NULL)
    return time;
  data = g_bytes_get_data (subject->cms->timestamp, &size);
  token = mft_timestamp_read (data, size, NULL);
  if (token == NULL || !mft_timestamp_is_sound (token)
      || !mft_timestamp_is_over (token, subject->cms->signature_value))
    mft_verify_message (messages, "TIMESTAMP_BROKEN", NULL);
  else
    take_time (&time, token, evidence, messages);
  return time;
}

static gboolean
is_later_timestamp (const MftSubject *subject, const MftSubject *other)
{
  return other->stamp != NULL && other->report->integrity == MFT_INTEGRITY_INTACT
         && !other->recycled && other->revision_known && subject->revision_known
         && other->revision > subject->revision;
}

static MftLevel
level_of (const MftSubject *subject, const Time *own, gboolean archived, gboolean has_dss)
{
  const guint flaws = MFT_CMS_NO_SIGNING_CERTIFICATE | MFT_CMS_HAS_SIGNING_TIME;

  if (subject->report->integrity == MFT_INTEGRITY_UNREADABLE || subject->stamp != NULL)
    return MFT_LEVEL_UNKNOWN;
  if (g_strcmp0 (subject->report->subfilter, "ETSI.CAdES.detached") != 0
      || (subject->cms->facts & flaws) != 0)
    return MFT_LEVEL_BASIC;
  if (!own->present && !archived)
    return MFT_LEVEL_B_B;
  if (!has_dss)
    return MFT_LEVEL_B_T;
  return archived ? MFT_LEVEL_B_LTA : MFT_LEVEL_B_LT;
}

static void
judge_trust (MftSubject *subject, const MftEvidence *evidence, MftPathUse use, const Time *time)
{
  MftSignatureReport *report = subject->report;
  gint64 at = time->proven ? time->time : evidence->judged_at;
  g_autoptr (MftPath) path = path_of (subject->cms, evidence, use, at, time->proven);

  report->trust = path->trust;
  report->trust_reason = path->reason;
  report->chain = g_ptr_array_ref (path->chain);
  if (path_messages[path->reason] != NULL)
    mft_verify_message (report->messages, path_messages[path->reason], NULL);
  report->revocation = ask_revocation (path, evidence, at);
  if (report->revocation == MFT_REVOCATION_REVOKED)
    mft_verify_message (report->messages, "CERTIFICATE_REVOKED", NULL);
  else if (report->revocation == MFT_REVOCATION_UNKNOWN)
    mft_verify_message (report->messages, "REVOCATION_NOT_CHECKED", NULL);
}

static void
judge_signature (MftSubject *subject, GPtrArray *subjects, const MftEvidence *evidence)
{
  MftSignatureReport *report = subject->report;
  gboolean archived = FALSE;
  Time time = own_time (subject, evidence);

  for (guint i = 0; i < subjects->len; i++)
    {
      const MftSubject *other = g_ptr_array_index (subjects, i);
      if (!is_later_timestamp (subject, other))
        continue;
      archived = TRUE;
      take_time (&time, other->stamp, evidence, report->messages);
    }
  report->level = level_of (subject, &time, archived, evidence->has_dss);
  if (time.proven)
    {
      report->signing_time = time.time;
      report->signing_time_source = MFT_TIME_SOURCE_TIMESTAMP;
    }
  judge_trust (subject, evidence, MFT_PATH_FOR_SIGNING, &time);
}

static void
judge_timestamp (MftSubject *subject, const MftEvidence *evidence)
{
  MftSignatureReport *report = subject->report;
  Time time = { TRUE, TRUE, subject->stamp->time };

  report->signing_time = subject->stamp->time;
  report->signing_time_source = MFT_TIME_SOURCE_TIMESTAMP;
  judge_trust (subject, evidence, MFT_PATH_FOR_TIMESTAMPS, &time);
  if (!proves_time (subject->stamp, evidence, report->messages))
    report->trust = MIN (report->trust, MFT_TRUST_UNKNOWN);
}

void
mft_judge_signers (GPtrArray *subjects, const MftEvidence *evidence)
{
  for (guint i = 0; i < subjects->len; i++)
    {
      MftSubject *subject = g_ptr_array_index (subjects, i);
      if (subject->cms == NULL || subject->cms->signer == NULL)
        continue;
      if (subject->stamp != NULL)
        judge_timestamp (subject, evidence);
      else
        judge_signature (subject, subjects, evidence);
    }
}
