/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/digest.h"
#include "verify/judge.h"

static const struct
{
  MftCmsFact fact;
  const char *code;
} cms_messages[] = {
  { MFT_CMS_VALUE_WRONG, "SIGNATURE_VALUE_WRONG" },
  { MFT_CMS_ATTRIBUTES_WRONG, "SIGNED_ATTRIBUTES_WRONG" },
  { MFT_CMS_CERTIFICATE_SWAPPED, "SIGNING_CERTIFICATE_SWAPPED" },
  { MFT_CMS_ALGORITHMS_DISAGREE, "ALGORITHMS_DISAGREE" },
  { MFT_CMS_SIGNERS_NOT_ONE, "SIGNERS_NOT_ONE" },
  { MFT_CMS_NO_SIGNER_CERTIFICATE, "SIGNER_CERTIFICATE_MISSING" },
  { MFT_CMS_NO_ATTRIBUTES, "SIGNED_ATTRIBUTES_MISSING" },
  { MFT_CMS_ALGORITHM_UNKNOWN, "ALGORITHM_UNKNOWN" },
  { MFT_CMS_CONTENT_UNEXPECTED, "CONTENT_UNEXPECTED" },
  { MFT_CMS_TRAILING_BYTES, "CONTENTS_TRAILING_BYTES" },
  { MFT_CMS_NOT_DER, "ATTRIBUTES_NOT_DER" },
  { MFT_CMS_HAS_SIGNING_TIME, "SIGNING_TIME_ATTRIBUTE" },
};

static gboolean
digest_matches (const MftSubject *subject)
{
  if (subject->over_sha1)
    return subject->cms->content != NULL
           && mft_bytes_equal (subject->digest, subject->digest_size,
                               g_bytes_get_data (subject->cms->content, NULL),
                               g_bytes_get_size (subject->cms->content));
  if (subject->stamp == NULL)
    return mft_cms_digest_matches (subject->cms, subject->digest, subject->digest_size);
  return mft_bytes_equal (subject->digest, subject->digest_size,
                          g_bytes_get_data (subject->stamp->imprint, NULL),
                          g_bytes_get_size (subject->stamp->imprint));
}

static void
tell_cms (MftSubject *subject)
{
  gboolean pades = g_strcmp0 (subject->report->subfilter, "ETSI.CAdES.detached") == 0;

  for (gsize i = 0; i < G_N_ELEMENTS (cms_messages); i++)
    if ((subject->cms->facts & cms_messages[i].fact) != 0
        && (pades || cms_messages[i].fact != MFT_CMS_HAS_SIGNING_TIME))
      mft_verify_message (subject->report->messages, cms_messages[i].code, NULL);
  if (pades && (subject->cms->facts & MFT_CMS_NO_SIGNING_CERTIFICATE) != 0)
    mft_verify_message (subject->report->messages, "SIGNING_CERTIFICATE_ATTRIBUTE_MISSING", NULL);
}

static MftIntegrity
judge (MftSubject *subject)
{
  if (subject->report->state != MFT_SIGNATURE_SIGNED)
    return MFT_INTEGRITY_UNREADABLE;
  if (!subject->range_sound)
    return MFT_INTEGRITY_BROKEN;
  if (subject->cms == NULL)
    return MFT_INTEGRITY_UNREADABLE;
  tell_cms (subject);
  if (subject->digest_size > 0 && !digest_matches (subject))
    {
      mft_verify_message (subject->report->messages, "DIGEST_MISMATCH", NULL);
      return MFT_INTEGRITY_BROKEN;
    }
  if ((subject->cms->facts & MFT_CMS_BREAKING) != 0)
    return MFT_INTEGRITY_BROKEN;
  if ((subject->cms->facts & MFT_CMS_UNJUDGED) != 0 || subject->digest_size == 0)
    return MFT_INTEGRITY_UNREADABLE;
  return MFT_INTEGRITY_INTACT;
}

void
mft_judge_integrity (MftSubject *subject)
{
  subject->report->integrity = judge (subject);
}
