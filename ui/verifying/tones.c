/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/verifying/tones.h"

MftTone
mft_tone_of_verdict (const MftVerifyReport *report)
{
  switch (report->verdict)
    {
    case MFT_VERDICT_VALID:
      return mft_verify_report_has_practice (report) ? MFT_TONE_PRACTICE : MFT_TONE_GOOD;
    case MFT_VERDICT_INVALID:
    case MFT_VERDICT_UNREADABLE:
      return MFT_TONE_BAD;
    case MFT_VERDICT_INDETERMINATE:
      return MFT_TONE_UNSURE;
    case MFT_VERDICT_UNSIGNED:
      return MFT_TONE_NEUTRAL;
    }
  g_return_val_if_reached (MFT_TONE_BAD);
}

MftTone
mft_tone_of_integrity (const MftSignatureReport *signature)
{
  if (signature->integrity != MFT_INTEGRITY_INTACT
      || signature->changes_after == MFT_CHANGES_FORBIDDEN
      || signature->coverage == MFT_COVERAGE_PARTIAL)
    return MFT_TONE_BAD;
  if (signature->coverage == MFT_COVERAGE_UNCLEAR
      || signature->changes_after == MFT_CHANGES_UNKNOWN)
    return MFT_TONE_UNSURE;
  return MFT_TONE_GOOD;
}

MftTone
mft_tone_of_trust (const MftSignatureReport *signature)
{
  if (signature->revocation == MFT_REVOCATION_REVOKED || signature->trust == MFT_TRUST_UNTRUSTED)
    return MFT_TONE_BAD;
  if (mft_signature_report_is_practice (signature))
    return MFT_TONE_PRACTICE;
  return signature->trust == MFT_TRUST_TRUSTED ? MFT_TONE_GOOD : MFT_TONE_UNSURE;
}
