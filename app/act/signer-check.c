/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/signer-check.h"

#include <glib/gi18n.h>

#include "bahasa/moment.h"
#include "pki/error.h"
#include "pki/path.h"
#include "pki/practice.h"

/* A clock may be set back so far without anybody having to be told. */
#define CLOCK_SLACK (G_GINT64_CONSTANT (10 * 60) * G_USEC_PER_SEC)

static gboolean
is_revoked (const MftSignerQuestion *question)
{
  g_autoptr (GError) error = NULL;

  return question->evidence != NULL
         && !mft_evidence_inputs_check (question->evidence, question->certificate, question->chain,
                                        question->now, question->job, &error)
         && g_error_matches (error, MFT_PKI_ERROR, MFT_PKI_ERROR_REVOKED);
}

MftSignerState
mft_signer_check (const MftSignerQuestion *question)
{
  const MftPathRequest request = { .use = MFT_PATH_FOR_SIGNING,
                                   .at = question->now,
                                   .anchors = question->anchors,
                                   .intermediates = question->chain };

  if (question->now < question->last_known - CLOCK_SLACK)
    return MFT_SIGNER_CLOCK_WRONG;
  switch (mft_certificate_status (question->certificate, question->now))
    {
    case MFT_CERTIFICATE_NOT_YET_VALID:
      return MFT_SIGNER_NOT_YET_VALID;
    case MFT_CERTIFICATE_EXPIRED:
      return MFT_SIGNER_EXPIRED;
    case MFT_CERTIFICATE_WRONG_USAGE:
      return MFT_SIGNER_WRONG_USAGE;
    case MFT_CERTIFICATE_USABLE:
      break;
    }
  g_autoptr (MftPath) path = mft_path_build (question->certificate, &request);
  if (is_revoked (question))
    return MFT_SIGNER_REVOKED;
  if (mft_certificate_is_practice (question->certificate))
    return MFT_SIGNER_PRACTICE;
  return path->trust == MFT_TRUST_TRUSTED ? MFT_SIGNER_READY : MFT_SIGNER_UNKNOWN_ISSUER;
}

gboolean
mft_signer_may_sign (MftSignerState state)
{
  return state <= MFT_SIGNER_UNKNOWN_ISSUER;
}

static char *
moment (gint64 microseconds)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (microseconds / G_USEC_PER_SEC);
  g_autoptr (GDateTime) here = mft_moment_in (utc, MFT_ZONE_LOCAL);

  return mft_moment_format (here);
}

static const char *
sentence_of (MftSignerState state)
{
  switch (state)
    {
    case MFT_SIGNER_READY:
      return NULL;
    case MFT_SIGNER_PRACTICE:
      return _ ("A practice certificate: the signature is not certified and is worth nothing "
                "outside this exercise.");
    case MFT_SIGNER_UNKNOWN_ISSUER:
      return _ ("Nobody this computer trusts stands above {issuer}. You may sign, but here the "
                "signature will be “not certain yet”. Ask your verifikator for the certificate of "
                "the authority, and trust it under Electronic Certificates.");
    case MFT_SIGNER_CLOCK_WRONG:
      return _ ("The computer's clock is wrong: it lies behind what was signed on it before. Set "
                "date and time, then open the document again.");
    case MFT_SIGNER_NOT_YET_VALID:
      return _ ("This certificate is valid only from {from}. If that day has come, the computer's "
                "clock is wrong: set date and time. Else choose another certificate.");
    case MFT_SIGNER_EXPIRED:
      return _ ("The certificate of {name} expired on {until}. Ask for a new one on the portal of "
                "BSrE or from your verifikator. What was signed with it before stays.");
    case MFT_SIGNER_REVOKED:
      return _ ("The certificate of {name} has been revoked by {issuer} and must not be used any "
                "more. Ask your verifikator why, and for a new one.");
    case MFT_SIGNER_WRONG_USAGE:
      return _ ("This certificate was issued for another use, not for signing documents. Choose "
                "the one that you received for signing.");
    }
  return NULL;
}

char *
mft_signer_sentence (MftSignerState state, const MftCertificate *certificate)
{
  const char *words = sentence_of (state);
  g_autofree char *from = moment (mft_certificate_not_before (certificate));
  g_autofree char *until = moment (mft_certificate_not_after (certificate));
  GString *sentence;

  if (words == NULL)
    return NULL;
  sentence = g_string_new (words);
  g_string_replace (sentence, "{name}", mft_certificate_common_name (certificate), 1);
  g_string_replace (sentence, "{issuer}", mft_certificate_issuer_common_name (certificate), 1);
  g_string_replace (sentence, "{from}", from, 1);
  g_string_replace (sentence, "{until}", until, 1);
  return g_string_free (sentence, FALSE);
}
