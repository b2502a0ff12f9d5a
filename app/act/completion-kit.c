/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/completion-kit.h"

#include "act/online-source.h"
#include "act/timestamp-authority.h"
#include "net/http.h"
#include "pki/practice.h"
#include "store/certificate-store.h"

struct MftCompletionKit
{
  MftTimestampAuthority *authority; /* NULL: no timestamp */
  MftOnlineEvidence *online;        /* NULL: nobody is asked */
  MftAnchors *anchors;
  MftRevocationSet *revocations;
  GPtrArray *certificates;
};

MftCompletionKit *
mft_completion_kit_new (const MftCompletionWish *wish)
{
  MftCompletionKit *kit = g_new0 (MftCompletionKit, 1);

  kit->anchors = mft_certificate_store_anchors (NULL);
  if (kit->anchors == NULL)
    kit->anchors = mft_anchors_new ();
  kit->revocations = mft_revocation_set_new ();
  kit->certificates = mft_certificate_store_others (NULL);
  if (kit->certificates == NULL)
    kit->certificates = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_certificate_unref);
  if (wish->timestamp_url != NULL && wish->timestamp_url[0] != '\0')
    kit->authority = mft_timestamp_authority_new (wish->timestamp_url, NULL);
  if (wish->evidence)
    kit->online = mft_online_evidence_new (mft_online_source ());
  if (kit->authority != NULL || kit->online != NULL)
    mft_net_allow (TRUE);
  return kit;
}

void
mft_completion_kit_free (MftCompletionKit *kit)
{
  g_clear_pointer (&kit->authority, mft_timestamp_authority_free);
  g_clear_pointer (&kit->online, mft_online_evidence_free);
  mft_anchors_free (kit->anchors);
  mft_revocation_set_free (kit->revocations);
  g_ptr_array_unref (kit->certificates);
  g_free (kit);
}

static MftSignCompletion
completion_at (const MftCompletionKit *kit, MftSignLevel level)
{
  return (MftSignCompletion){
    .level = level,
    .timestamp = kit->authority != NULL ? mft_timestamp_authority_source (kit->authority) : NULL,
    .evidence = { .anchors = kit->anchors,
                  .certificates = kit->certificates,
                  .revocations = kit->revocations,
                  .online = kit->online },
  };
}

MftSignCompletion
mft_completion_kit_get (const MftCompletionKit *kit, const MftCertificate *certificate)
{
  MftSignLevel level = MFT_SIGN_B_B;

  if (kit->authority != NULL)
    level = kit->online != NULL && !mft_certificate_is_practice (certificate) ? MFT_SIGN_B_LTA
                                                                              : MFT_SIGN_B_T;
  return completion_at (kit, level);
}

MftSignCompletion
mft_completion_kit_get_extension (const MftCompletionKit *kit)
{
  return completion_at (kit, kit->online != NULL ? MFT_SIGN_B_LTA : MFT_SIGN_B_T);
}

gboolean
mft_completion_kit_try (const MftCompletionKit *kit, MftJob *job, GError **error)
{
  const guint8 nothing[32] = { 0 };

  if (kit->authority == NULL)
    return TRUE;
  g_autoptr (GBytes) token
      = mft_timestamp_obtain (mft_timestamp_authority_source (kit->authority), EVP_sha256 (),
                              nothing, sizeof nothing, job, error);
  return token != NULL;
}
