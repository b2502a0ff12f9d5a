/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/self-check.h"

#include "verify/verify.h"

#include "act/signing.h"

gboolean
mft_act_check_output (const char *input, const char *output, gboolean replace, GError **error)
{
  if (mft_file_is_same (input, output))
    {
      g_set_error (error, MFT_ACT_ERROR, MFT_ACT_ERROR_SAME_FILE, "'%s' is the input", output);
      return FALSE;
    }
  if (!replace && g_file_test (output, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST, "'%s' is there already", output);
      return FALSE;
    }
  return TRUE;
}

gboolean
mft_act_stands (const MftSignatureReport *signature)
{
  return signature->state == MFT_SIGNATURE_SIGNED && signature->integrity == MFT_INTEGRITY_INTACT
         && signature->changes_after != MFT_CHANGES_FORBIDDEN
         && (signature->coverage == MFT_COVERAGE_WHOLE_FILE
             || signature->coverage == MFT_COVERAGE_WHOLE_REVISION);
}

/* An earlier signature that holds no more must not have held before either. */
static gboolean
check_earlier (const MftVerifyReport *report, const char *own_field, MftByteSource *input,
               MftJob *job, GError **error)
{
  g_autoptr (MftVerifyReport) before = NULL;

  for (guint i = 0; i < report->signatures->len; i++)
    {
      const MftSignatureReport *signature = g_ptr_array_index (report->signatures, i);
      if (signature->state == MFT_SIGNATURE_EMPTY || g_strcmp0 (signature->field, own_field) == 0
          || mft_act_stands (signature))
        continue;
      if (before == NULL)
        before = mft_verify (input, NULL, job, error);
      if (before == NULL)
        return FALSE;
      const MftSignatureReport *earlier = mft_verify_report_find (before, signature->field);
      if (earlier == NULL || mft_act_stands (earlier))
        {
          g_set_error (error, MFT_ACT_ERROR, MFT_ACT_ERROR_SELF_CHECK,
                       "the signature '%s' would no longer hold", signature->field);
          return FALSE;
        }
    }
  return TRUE;
}

MftVerifyReport *
mft_act_self_check (MftSafeFile *output, MftByteSource *input, const char *own_field,
                    const MftSignCompletion *completion, MftJob *job, GError **error)
{
  const MftVerifyOptions options
      = { .anchors = completion != NULL ? completion->evidence.anchors : NULL };
  g_autoptr (MftByteSource) written = mft_byte_source_new_fd (mft_safe_file_fd (output), error);
  g_autoptr (MftVerifyReport) report
      = written != NULL ? mft_verify (written, &options, job, error) : NULL;

  if (report == NULL || !check_earlier (report, own_field, input, job, error))
    return NULL;
  return g_steal_pointer (&report);
}

static MftLevel
as_found (MftSignLevel level)
{
  switch (level)
    {
    case MFT_SIGN_B_B:
      return MFT_LEVEL_UNKNOWN; /* whatever it is */
    case MFT_SIGN_B_T:
      return MFT_LEVEL_B_T;
    case MFT_SIGN_B_LT:
      return MFT_LEVEL_B_LT;
    case MFT_SIGN_B_LTA:
      return MFT_LEVEL_B_LTA;
    }
  g_return_val_if_reached (MFT_LEVEL_B_LTA);
}

gboolean
mft_act_check_level (const MftSignatureReport *signature, MftSignLevel level, GError **error)
{
  if (signature->level >= as_found (level))
    return TRUE;
  g_set_error (error, MFT_ACT_ERROR, MFT_ACT_ERROR_LEVEL, "the signature '%s' has the level %s",
               signature->field, mft_level_name (signature->level));
  return FALSE;
}
