/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/timestamp.h"

#include <openssl/err.h>

#include "base/digest.h"

/* The digests that may stand for a document; SHA-1 and MD5 collide. */
static const char *const imprint_digests[]
    = { "SHA256", "SHA384", "SHA512", "SHA512-256", "SHA3-256", "SHA3-384", "SHA3-512" };

static void
check_content (MftCms *cms)
{
  guint8 digest[EVP_MAX_MD_SIZE];

  if (cms->content == NULL || cms->digest == NULL
      || (EVP_MD_get_flags (cms->digest) & EVP_MD_FLAG_XOF) != 0)
    {
      cms->facts |= MFT_CMS_ALGORITHM_UNKNOWN;
      return;
    }
  EVP_Digest (g_bytes_get_data (cms->content, NULL), g_bytes_get_size (cms->content), digest, NULL,
              cms->digest, NULL);
  if (!mft_cms_digest_matches (cms, digest, cms->digest_size))
    cms->facts |= MFT_CMS_ATTRIBUTES_WRONG;
}

static gboolean
read_statement (MftTimestamp *timestamp, GBytes *content)
{
  const unsigned char *at = g_bytes_get_data (content, NULL);
  gsize size = g_bytes_get_size (content);
  const unsigned char *end = at + size;
  g_autoptr (TS_TST_INFO) info = d2i_TS_TST_INFO (NULL, &at, (long) size);
  TS_MSG_IMPRINT *imprint;
  const ASN1_OCTET_STRING *message;
  const char *name;

  if (info == NULL || at != end)
    return FALSE;
  imprint = TS_TST_INFO_get_msg_imprint (info);
  message = TS_MSG_IMPRINT_get_msg (imprint);
  timestamp->imprint
      = g_bytes_new (ASN1_STRING_get0_data (message), (gsize) ASN1_STRING_length (message));
  name = OBJ_nid2sn (OBJ_obj2nid (TS_MSG_IMPRINT_get_algo (imprint)->algorithm));
  timestamp->imprint_digest = EVP_MD_fetch (NULL, name, NULL);
  for (gsize i = 0; timestamp->imprint_digest != NULL; i++)
    if (i == G_N_ELEMENTS (imprint_digests))
      g_clear_pointer (&timestamp->imprint_digest, EVP_MD_free);
    else if (EVP_MD_is_a (timestamp->imprint_digest, imprint_digests[i]))
      break;
  timestamp->time = mft_ossl_time (TS_TST_INFO_get_time (info));
  return timestamp->time != G_MININT64;
}

MftTimestamp *
mft_timestamp_read (gconstpointer data, gsize size, GError **error)
{
  g_autoptr (MftTimestamp) timestamp = g_new0 (MftTimestamp, 1);

  timestamp->cms = mft_cms_read (data, size, MFT_CMS_TIMESTAMP, error);
  if (timestamp->cms == NULL)
    return NULL;
  if (timestamp->cms->content == NULL || !read_statement (timestamp, timestamp->cms->content))
    {
      mft_ossl_error (error, MFT_PKI_ERROR_DAMAGED, "not a timestamp");
      return NULL;
    }
  check_content (timestamp->cms);
  ERR_clear_error ();
  return g_steal_pointer (&timestamp);
}

void
mft_timestamp_free (MftTimestamp *timestamp)
{
  g_clear_pointer (&timestamp->cms, mft_cms_free);
  EVP_MD_free (timestamp->imprint_digest);
  g_clear_pointer (&timestamp->imprint, g_bytes_unref);
  g_free (timestamp);
}

gboolean
mft_timestamp_is_sound (const MftTimestamp *timestamp)
{
  return (timestamp->cms->facts & (MFT_CMS_BREAKING | MFT_CMS_UNJUDGED)) == 0
         && timestamp->imprint_digest != NULL;
}

gboolean
mft_timestamp_is_over (const MftTimestamp *timestamp, GBytes *bytes)
{
  guint8 digest[EVP_MAX_MD_SIZE];
  guint size = 0;

  return timestamp->imprint_digest != NULL
         && EVP_Digest (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), digest, &size,
                        timestamp->imprint_digest, NULL)
                == 1
         && mft_bytes_equal (digest, size, g_bytes_get_data (timestamp->imprint, NULL),
                             g_bytes_get_size (timestamp->imprint));
}
