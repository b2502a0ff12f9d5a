/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/anchors.h"

struct MftAnchors
{
  GPtrArray *certificates;
};

static const MftPinnedAnchor pinned_anchors[] = {
  { "Root CA Indonesia DS G1", "b5f36672fd7cfd401e01ef640b2fe61f816f32f447b280b76f536244cf42fcdf",
    FALSE },
  { "BSRE CA DS G1", "4a3ab062c4d24f60417fa28f6543ac7151c9f1fde5817bbe67f49c55ce5ffed5", FALSE },
  { "OSD LU Kelas 2", "2178095b3cc0f6facb9e6f07feecee6327a89c6681af43ba95126b68867d02b2", TRUE },
  { NULL, NULL, FALSE },
};

const MftPinnedAnchor *
mft_pinned_anchors (void)
{
  return pinned_anchors;
}

MftAnchors *
mft_anchors_new (void)
{
  MftAnchors *anchors = g_new0 (MftAnchors, 1);

  anchors->certificates = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_certificate_unref);
  return anchors;
}

void
mft_anchors_free (MftAnchors *anchors)
{
  g_ptr_array_unref (anchors->certificates);
  g_free (anchors);
}

void
mft_anchors_add (MftAnchors *anchors, MftCertificate *certificate)
{
  g_ptr_array_add (anchors->certificates, mft_certificate_ref (certificate));
}

void
mft_anchors_add_list (MftAnchors *anchors, GPtrArray *certificates)
{
  for (guint i = 0; i < certificates->len; i++)
    mft_anchors_add (anchors, g_ptr_array_index (certificates, i));
}

GPtrArray *
mft_anchors_certificates (const MftAnchors *anchors)
{
  return anchors->certificates;
}

gboolean
mft_anchors_contain (const MftAnchors *anchors, const MftCertificate *certificate,
                     gboolean *retired)
{
  const char *sha256 = mft_certificate_sha256 (certificate);

  if (retired != NULL)
    *retired = FALSE;
  for (guint i = 0; i < anchors->certificates->len; i++)
    if (mft_certificate_equal (g_ptr_array_index (anchors->certificates, i), certificate))
      return TRUE;
  for (const MftPinnedAnchor *pinned = pinned_anchors; pinned->name != NULL; pinned++)
    if (strcmp (pinned->sha256, sha256) == 0)
      {
        if (retired != NULL)
          *retired = pinned->proven_times_only;
        return TRUE;
      }
  return FALSE;
}
