/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify/verify.h"

#include "base/clock.h"
#include "pdf/error.h"
#include "pdf/page.h"
#include "verify/changes.h"
#include "verify/evidence.h"
#include "verify/hash-pass.h"
#include "verify/judge.h"
#include "verify/warnings.h"

/* Odd things about the file; those that leave more than one reading keep it from being valid. */
static void
tell_structure (MftVerifyReport *report, MftPdfFile *file)
{
  const GArray *facts = mft_pdf_file_facts (file);

  for (guint i = 0; i < facts->len; i++)
    {
      MftPdfFactKind kind = g_array_index (facts, MftPdfFact, i).kind;
      if (!mft_pdf_fact_is_harmless (kind))
        mft_verify_message (report->messages, "STRUCTURE_UNCLEAR", mft_pdf_fact_code (kind));
    }
}

/* What was appended to signed bytes holds objects and nothing else. */
static void
check_updates (MftPdfFile *file, GPtrArray *subjects)
{
  guint count = mft_pdf_file_revisions (file), first = count;

  for (guint i = 0; i < subjects->len; i++)
    {
      const MftSubject *subject = g_ptr_array_index (subjects, i);
      if (subject->revision_known)
        first = MIN (first, subject->revision + 1);
    }
  for (guint revision = first; revision < count; revision++)
    mft_pdf_file_check_between (file, revision);
}

/* Pages that cannot be counted are not the same for every reader. */
static void
count_pages (MftVerifyReport *report, MftPdfFile *file)
{
  int count = mft_pdf_pages_count (file, mft_pdf_file_last_revision (file), NULL);

  report->pages = (guint) MAX (0, count);
  if (count < 0)
    mft_verify_message (report->messages, "STRUCTURE_UNCLEAR", "PAGE_TREE_UNREADABLE");
}

static gboolean
is_party (const MftSubject *subject)
{
  return subject->revision_known && subject->stamp == NULL;
}

/* Only the first signature certifies (ISO 32000-2, 12.8.2.2.1); programs differ over what a later one does. */
static void
check_certification (MftVerifyReport *report, GPtrArray *subjects)
{
  for (guint i = 0; i < subjects->len; i++)
    {
      const MftSubject *certifying = g_ptr_array_index (subjects, i);
      if (certifying->report->certification == 0 || !is_party (certifying))
        continue;
      for (guint k = 0; k < subjects->len; k++)
        {
          const MftSubject *other = g_ptr_array_index (subjects, k);
          if (is_party (other) && other->revision < certifying->revision)
            {
              mft_verify_message (report->messages, "CERTIFIED_LATE", certifying->report->field);
              return;
            }
        }
    }
}

static void
mark (MftSignatureReport *report, const char *code)
{
  mft_verify_message (report->messages, code, NULL);
  report->changes_after = MFT_CHANGES_FORBIDDEN;
}

/* Most encrypted files open for everybody (the user's password is empty). What stays locked is told. */
static gboolean
unlock (MftPdfFile *file, MftSecret *password)
{
  return mft_pdf_file_unlock (file, "", NULL)
         || (password != NULL && mft_pdf_file_unlock (file, mft_secret_peek (password), NULL));
}

static gboolean
examine (MftVerifyReport *report, MftPdfFile *file, const MftVerifyOptions *options,
         const MftAnchors *anchors, MftJob *job, GError **error)
{
  gboolean complete, unlocked = unlock (file, options->password);
  g_autoptr (GPtrArray) subjects = mft_subjects_collect (file, report, &complete);
  MftByteSource *source = mft_pdf_file_source (file);
  g_auto (MftTraces) traces;
  MftEvidence evidence;

  mft_traces_init (&traces);

  if (!complete)
    mft_verify_message (report->messages, "FORM_UNREADABLE", NULL);
  if (!mft_hash_pass (source, subjects, &traces, &report->sha256, job, error))
    return FALSE;
  if (mft_traces_lead_elsewhere (&traces, source, file, subjects))
    mft_verify_message (report->messages, "SIGNATURE_UNREACHABLE", NULL);
  for (guint i = 0; i < subjects->len; i++)
    mft_judge_integrity (g_ptr_array_index (subjects, i));
  mft_evidence_init (&evidence, file, subjects, options, anchors, job);
  report->judged_at = evidence.judged_at;
  mft_judge_signers (subjects, &evidence);
  mft_evidence_clear (&evidence);
  if (!mft_job_check (job, error))
    return FALSE;
  if (!unlocked)
    mft_verify_message (report->messages, "ENCRYPTED", NULL);
  else
    mft_changes_judge (file, subjects);
  for (guint i = 0; i < subjects->len; i++)
    {
      MftSubject *subject = g_ptr_array_index (subjects, i);
      if (subject->recycled)
        mark (subject->report, "SIGNATURE_RECYCLED");
      if (subject->removed)
        mark (subject->report, "SIGNATURE_REMOVED");
      if (subject->report->state != MFT_SIGNATURE_EMPTY)
        mft_judge_indication (subject->report);
    }
  count_pages (report, file);
  if (unlocked)
    {
      mft_warn_about_places (file, subjects, report);
      mft_warn_about_content (file, subjects, report);
    }
  check_certification (report, subjects);
  check_updates (file, subjects);
  tell_structure (report, file); /* reading may have added to it */
  report->verdict = mft_judge_verdict (report);
  return TRUE;
}

/* A file that is no PDF is an answer, a file that cannot be read is an error. One that was signed and
 * is no PDF any more was changed. */
static gboolean
hash_only (MftVerifyReport *report, MftByteSource *source, GError *reason, MftJob *job,
           GError **error)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_auto (MftTraces) traces;

  mft_traces_init (&traces);
  report->verdict = MFT_VERDICT_UNREADABLE;
  mft_verify_message (report->messages, "NOT_A_SOUND_PDF", reason->message);
  if (!mft_hash_pass (source, nothing, &traces, &report->sha256, job, error))
    return FALSE;
  if (mft_traces_lead_elsewhere (&traces, source, NULL, nothing))
    {
      report->verdict = MFT_VERDICT_INVALID;
      mft_verify_message (report->messages, "SIGNATURE_UNREACHABLE", NULL);
    }
  return TRUE;
}

MftVerifyReport *
mft_verify (MftByteSource *source, const MftVerifyOptions *options, MftJob *job, GError **error)
{
  const MftVerifyOptions defaults = { 0 };
  g_autoptr (MftVerifyReport) report = mft_verify_report_new ();
  g_autoptr (MftAnchors) pinned = NULL;
  g_autoptr (MftPdfFile) file = NULL;
  g_autoptr (GError) reason = NULL;
  gboolean done;

  if (options == NULL)
    options = &defaults;
  if (options->anchors == NULL)
    pinned = mft_anchors_new ();
  report->judged_at = options->at != 0 ? options->at : mft_clock_now ();
  file = mft_pdf_file_new (source, &reason);
  if (file != NULL)
    done = examine (report, file, options, pinned != NULL ? pinned : options->anchors, job, error);
  else if (g_error_matches (reason, MFT_PDF_ERROR, MFT_PDF_ERROR_UNREADABLE))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  else
    done = hash_only (report, source, reason, job, error);
  return done ? g_steal_pointer (&report) : NULL;
}

MftVerifyReport *
mft_verify_file (const char *path, const MftVerifyOptions *options, MftJob *job, GError **error)
{
  g_autoptr (MftByteSource) source = mft_byte_source_new_file (path, error);
  MftVerifyReport *report = source != NULL ? mft_verify (source, options, job, error) : NULL;

  if (report == NULL)
    g_prefix_error (error, "\"%s\": ", path);
  return report;
}
