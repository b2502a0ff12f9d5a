/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify/judge.h"

static void
indicate (MftSignatureReport *report, MftIndication indication, const char *subindication)
{
  report->indication = indication;
  report->subindication = subindication;
}

static const char *
path_subindication (MftPathReason reason)
{
  switch (reason)
    {
    case MFT_PATH_OK:
      return NULL;
    case MFT_PATH_NO_ANCHOR:
      return "NO_CERTIFICATE_CHAIN_FOUND";
    case MFT_PATH_EXPIRED:
    case MFT_PATH_NOT_YET_VALID:
    case MFT_PATH_ANCHOR_RETIRED:
      return "OUT_OF_BOUNDS_NO_POE";
    case MFT_PATH_WRONG_USAGE:
    case MFT_PATH_CONSTRAINTS:
    case MFT_PATH_BAD_SIGNATURE:
      return "CHAIN_CONSTRAINTS_FAILURE";
    case MFT_PATH_WEAK:
      return "CRYPTO_CONSTRAINTS_FAILURE_NO_POE";
    }
  g_return_val_if_reached ("GENERIC");
}

static gboolean
is_weak (const MftSignatureReport *report)
{
  return mft_verify_has_message (report->messages, "DIGEST_WEAK")
         || mft_verify_has_message (report->messages, "KEY_WEAK");
}

/* EN 319 102-1, 5.1.3 and table 5. Forbidden changes and partial coverage are constraints on the
 * signature, not its cryptography. */
void
mft_judge_indication (MftSignatureReport *report)
{
  GPtrArray *messages = report->messages;

  if (report->state != MFT_SIGNATURE_SIGNED)
    indicate (report, MFT_INDICATION_INDETERMINATE, "GENERIC");
  else if (report->integrity == MFT_INTEGRITY_BROKEN)
    indicate (report, MFT_INDICATION_TOTAL_FAILED,
              mft_verify_has_message (messages, "DIGEST_MISMATCH")         ? "HASH_FAILURE"
              : mft_verify_has_message (messages, "SIGNATURE_VALUE_WRONG") ? "SIG_CRYPTO_FAILURE"
                                                                           : "FORMAT_FAILURE");
  else if (report->integrity == MFT_INTEGRITY_UNREADABLE)
    {
      if (mft_verify_has_message (messages, "CONTENTS_UNREADABLE"))
        indicate (report, MFT_INDICATION_TOTAL_FAILED, "FORMAT_FAILURE");
      else if (mft_verify_has_message (messages, "SIGNER_CERTIFICATE_MISSING"))
        indicate (report, MFT_INDICATION_INDETERMINATE, "NO_SIGNING_CERTIFICATE_FOUND");
      else
        indicate (report, MFT_INDICATION_INDETERMINATE, "GENERIC");
    }
  else if (report->coverage < MFT_COVERAGE_WHOLE_REVISION
           || report->changes_after == MFT_CHANGES_FORBIDDEN
           || report->changes_after == MFT_CHANGES_UNKNOWN
           || mft_verify_has_message (messages, "SIGNING_CERTIFICATE_ATTRIBUTE_MISSING"))
    indicate (report, MFT_INDICATION_INDETERMINATE, "SIG_CONSTRAINTS_FAILURE");
  else if (report->revocation == MFT_REVOCATION_REVOKED)
    indicate (report, MFT_INDICATION_INDETERMINATE, "REVOKED_NO_POE");
  else if (report->trust != MFT_TRUST_TRUSTED)
    indicate (report, MFT_INDICATION_INDETERMINATE, path_subindication (report->trust_reason));
  else if (is_weak (report))
    indicate (report, MFT_INDICATION_INDETERMINATE, "CRYPTO_CONSTRAINTS_FAILURE_NO_POE");
  else if (report->revocation == MFT_REVOCATION_UNKNOWN)
    indicate (report, MFT_INDICATION_INDETERMINATE, "TRY_LATER");
  else
    indicate (report, MFT_INDICATION_TOTAL_PASSED, NULL);
}

/* What the standard leaves open only because nobody was asked is valid here. */
static MftVerdict
judge_signature (const MftSignatureReport *report)
{
  if (report->integrity == MFT_INTEGRITY_BROKEN || report->coverage == MFT_COVERAGE_PARTIAL
      || report->changes_after == MFT_CHANGES_FORBIDDEN
      || report->revocation == MFT_REVOCATION_REVOKED
      || report->indication == MFT_INDICATION_TOTAL_FAILED)
    return MFT_VERDICT_INVALID;
  if (report->state == MFT_SIGNATURE_SIGNED && report->integrity == MFT_INTEGRITY_INTACT
      && report->coverage >= MFT_COVERAGE_WHOLE_REVISION
      && (report->changes_after == MFT_CHANGES_NONE
          || report->changes_after == MFT_CHANGES_PERMITTED)
      && report->trust == MFT_TRUST_TRUSTED
      && (report->indication == MFT_INDICATION_TOTAL_PASSED
          || (g_strcmp0 (report->subindication, "TRY_LATER") == 0
              && !mft_verify_has_message (report->messages, "REVOCATION_UNAVAILABLE"))))
    return MFT_VERDICT_VALID;
  return MFT_VERDICT_INDETERMINATE;
}

static gboolean
has_objection (const MftVerifyReport *report)
{
  for (guint i = 0; i < report->messages->len; i++)
    if (!((const MftVerifyMessage *) g_ptr_array_index (report->messages, i))->is_note)
      return TRUE;
  return FALSE;
}

MftVerdict
mft_judge_verdict (const MftVerifyReport *report)
{
  gboolean is_signed = FALSE, has_signer = FALSE, all_valid = !has_objection (report);

  for (guint i = 0; i < report->signatures->len; i++)
    {
      const MftSignatureReport *one = g_ptr_array_index (report->signatures, i);
      MftVerdict verdict;
      if (one->state == MFT_SIGNATURE_EMPTY)
        continue;
      is_signed = TRUE;
      has_signer = has_signer || one->kind == MFT_SIGNATURE_KIND_SIGNATURE;
      verdict = judge_signature (one);
      if (verdict == MFT_VERDICT_INVALID)
        return MFT_VERDICT_INVALID;
      all_valid = all_valid && verdict == MFT_VERDICT_VALID;
    }
  if (mft_verify_has_message (report->messages, "SIGNATURE_UNREACHABLE"))
    return MFT_VERDICT_INVALID;
  if (!is_signed || (all_valid && !has_signer))
    return MFT_VERDICT_UNSIGNED;
  return all_valid ? MFT_VERDICT_VALID : MFT_VERDICT_INDETERMINATE;
}
