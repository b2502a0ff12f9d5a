/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "pki/cms.h"
#include "pki/timestamp.h"

/* Signatures and timestamps, whatever the bytes are; what they carry is read as far as a verdict needs. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const MftCmsKind kinds[] = { MFT_CMS_DETACHED, MFT_CMS_TIMESTAMP, MFT_CMS_OVER_SHA1 };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (MftCms) cms = mft_cms_read (data, size, kinds[i], NULL);
      gsize token_size;
      if (cms == NULL)
        continue;
      mft_cms_digest_matches (cms, data, size);
      if (cms->timestamp == NULL)
        continue;
      gconstpointer token = g_bytes_get_data (cms->timestamp, &token_size);
      g_autoptr (MftTimestamp) timestamp = mft_timestamp_read (token, token_size, NULL);
    }
  g_autoptr (MftTimestamp) timestamp = mft_timestamp_read (data, size, NULL);
  return 0;
}
