/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/extending.h"

#include "base/digest.h"
#include "sign/complete.h"

#include "act/journal.h"
#include "act/self-check.h"

static gboolean
has_timestamp_over (const MftVerifyReport *report, const MftSignatureReport *signature)
{
  for (guint i = 0; i < report->signatures->len; i++)
    {
      const MftSignatureReport *other = g_ptr_array_index (report->signatures, i);
      if (other->kind == MFT_SIGNATURE_KIND_TIMESTAMP && mft_act_stands (other)
          && other->revision > signature->revision)
        return TRUE;
    }
  return FALSE;
}

/* What is no PAdES signature (adbe.pkcs7.detached, as ECS v1 makes it) has no level, but is completed
 * with the same things; without evidence that was asked for nothing was written. */
static gboolean
check_reached (const MftVerifyReport *report, const MftSignatureReport *signature,
               MftSignLevel level, GError **error)
{
  return (signature->level == MFT_LEVEL_BASIC && has_timestamp_over (report, signature))
         || mft_act_check_level (signature, level, error);
}

/* The lowest level; UNKNOWN with an error if one is below what was asked for. */
static MftLevel
check_levels (const MftVerifyReport *report, MftSignLevel level, GError **error)
{
  MftLevel lowest = MFT_LEVEL_B_LTA;

  for (guint i = 0; i < report->signatures->len; i++)
    {
      const MftSignatureReport *signature = g_ptr_array_index (report->signatures, i);
      if (signature->state == MFT_SIGNATURE_EMPTY
          || signature->kind == MFT_SIGNATURE_KIND_TIMESTAMP)
        continue;
      if (!check_reached (report, signature, level, error))
        return MFT_LEVEL_UNKNOWN;
      lowest = MIN (lowest, signature->level);
    }
  return lowest;
}

static MftExtendingResult *
extend (const MftExtendingRequest *request, MftJob *job, GError **error)
{
  if (!mft_act_check_output (request->input, request->output, request->replace, error))
    return NULL;
  g_autoptr (MftByteSource) input = mft_byte_source_new_file (request->input, error);
  g_autoptr (MftSafeFile) output
      = input != NULL ? mft_safe_file_new (request->output, error) : NULL;
  if (output == NULL || !mft_pades_extend (input, &request->completion, output, job, error))
    return NULL;
  g_autoptr (MftVerifyReport) report
      = mft_act_self_check (output, input, NULL, &request->completion, job, error);
  MftLevel level = report != NULL ? check_levels (report, request->completion.level, error)
                                  : MFT_LEVEL_UNKNOWN;
  if (level == MFT_LEVEL_UNKNOWN || !mft_job_check (job, error)
      || !mft_safe_file_commit (output, request->replace, error))
    return NULL;
  MftExtendingResult *result = g_new0 (MftExtendingResult, 1);
  result->output = g_strdup (request->output);
  result->sha256 = g_strdup (report->sha256);
  result->level = level;
  result->report = g_steal_pointer (&report);
  return result;
}

static void
write_down (const MftExtendingRequest *request, const MftExtendingResult *result,
            const GError *failure)
{
  g_autofree char *failed = failure != NULL ? mft_journal_outcome (failure) : NULL;
  g_autofree char *sha256 = mft_sha256_hex_of_file (request->input, NULL);
  const MftJournalEntry entry = { .act = "extend",
                                  .outcome = failed != NULL ? failed : "done",
                                  .sha256 = sha256,
                                  .result = result != NULL ? result->sha256 : NULL };
  g_autoptr (GError) error = NULL;

  if (!mft_journal_add (&entry, &error))
    g_printerr ("mufakat: %s\n", error->message);
}

MftExtendingResult *
mft_act_extend (const MftExtendingRequest *request, MftJob *job, GError **error)
{
  GError *failure = NULL;
  MftExtendingResult *result = extend (request, job, &failure);

  write_down (request, result, failure);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return result;
}

void
mft_extending_result_free (MftExtendingResult *result)
{
  g_free (result->output);
  g_free (result->sha256);
  mft_verify_report_free (result->report);
  g_free (result);
}
