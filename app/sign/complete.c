/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sign/complete.h"

#include "base/clock.h"
#include "sign/document-timestamp.h"
#include "sign/error.h"
#include "sign/long-term.h"
#include "sign/present.h"
#include "sign/tail.h"

static GPtrArray *
read_signatures (MftSafeFile *output, GError **error)
{
  g_autoptr (MftByteSource) written = mft_byte_source_new_fd (mft_safe_file_fd (output), error);
  g_autoptr (MftPdfFile) file = written != NULL ? mft_pdf_file_new (written, error) : NULL;

  return file != NULL ? mft_present_signatures (file, error) : NULL;
}

static gboolean
is_meant (const MftPresentSignature *signature, const char *field)
{
  return signature->stamp == NULL && (field == NULL || g_str_equal (signature->field, field));
}

/* Whether some signature that is meant has no time yet. */
static gboolean
lacks_time (GPtrArray *all, const char *field)
{
  gboolean proven;

  for (guint i = 0; i < all->len; i++)
    if (is_meant (g_ptr_array_index (all, i), field))
      {
        mft_present_signature_time (g_ptr_array_index (all, i), all, 0, &proven);
        if (!proven)
          return TRUE;
      }
  return FALSE;
}

static gboolean
has_any (GPtrArray *all, const char *field)
{
  for (guint i = 0; i < all->len; i++)
    if (is_meant (g_ptr_array_index (all, i), field))
      return TRUE;
  return FALSE;
}

static gboolean
add_stamp (MftValidationData *data, const MftEvidenceInputs *inputs, const MftTimestamp *stamp,
           MftJob *job, GError **error)
{
  return stamp->cms->signer == NULL
         || mft_validation_data_add (data, inputs, stamp->cms->signer, stamp->cms->certificates,
                                     MFT_PATH_FOR_TIMESTAMPS, stamp->time, TRUE, job, error);
}

/* Everything that has to be judged to judge the signatures that are meant: they, their timestamps and
 * the document timestamps. */
static gboolean
collect (MftValidationData *data, GPtrArray *all, const char *field,
         const MftEvidenceInputs *inputs, MftJob *job, GError **error)
{
  gint64 now = mft_clock_now ();

  for (guint i = 0; i < all->len; i++)
    {
      const MftPresentSignature *one = g_ptr_array_index (all, i);
      gboolean proven;
      gint64 at = mft_present_signature_time (one, all, now, &proven);
      if (one->stamp != NULL && !add_stamp (data, inputs, one->stamp, job, error))
        return FALSE;
      if (!is_meant (one, field))
        continue;
      if (!mft_validation_data_add (data, inputs, one->cms->signer, one->cms->certificates,
                                    MFT_PATH_FOR_SIGNING, at, proven, job, error)
          || (one->token != NULL && !add_stamp (data, inputs, one->token, job, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
append_evidence (MftSafeFile *output, const char *field, const MftEvidenceInputs *inputs,
                 MftJob *job, GError **error)
{
  g_autoptr (MftValidationData) data = mft_validation_data_new ();
  g_autoptr (GPtrArray) all = read_signatures (output, error);

  return all != NULL && collect (data, all, field, inputs, job, error)
         && mft_sign_append_dss (output, data, error);
}

static gboolean
append_timestamp (MftSafeFile *output, const MftSignCompletion *completion, MftJob *job,
                  GError **error)
{
  if (completion->timestamp != NULL)
    return mft_sign_append_timestamp (output, completion->timestamp, job, error);
  g_set_error_literal (error, MFT_PKI_ERROR, MFT_PKI_ERROR_TIMESTAMP,
                       "there is no timestamp authority to ask");
  return FALSE;
}

gboolean
mft_pades_complete (MftSafeFile *output, const char *field, const MftSignCompletion *completion,
                    MftJob *job, GError **error)
{
  g_autoptr (GPtrArray) all = read_signatures (output, error);

  if (all == NULL)
    return FALSE;
  if (!has_any (all, field))
    {
      g_set_error_literal (error, MFT_SIGN_ERROR, MFT_SIGN_ERROR_UNSIGNED,
                           "there is no signature to complete");
      return FALSE;
    }
  /* What vouches for the signer stands under the first timestamp already: some verifiers take only
   * what the timestamp of a signature covers. */
  if (completion->level >= MFT_SIGN_B_T && lacks_time (all, field)
      && ((completion->level >= MFT_SIGN_B_LT
           && !append_evidence (output, field, &completion->evidence, job, error))
          || !append_timestamp (output, completion, job, error)))
    return FALSE;
  if (completion->level >= MFT_SIGN_B_LT
      && !append_evidence (output, field, &completion->evidence, job, error))
    return FALSE;
  return completion->level < MFT_SIGN_B_LTA || append_timestamp (output, completion, job, error);
}

gboolean
mft_pades_extend (MftByteSource *input, const MftSignCompletion *completion, MftSafeFile *output,
                  MftJob *job, GError **error)
{
  g_autoptr (EVP_MD_CTX) digest = EVP_MD_CTX_new ();

  if (EVP_DigestInit_ex (digest, EVP_sha256 (), NULL) != 1)
    g_error ("no digest");
  return mft_sign_copy (input, output, digest, job, error)
         && mft_pades_complete (output, NULL, completion, job, error);
}
