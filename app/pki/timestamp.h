/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/cms.h"

G_BEGIN_DECLS

/* An RFC 3161 token: a CMS whose content says which digest was seen when. */
typedef struct
{
  MftCms *cms;
  EVP_MD *imprint_digest; /* NULL: not known here */
  GBytes *imprint;
  gint64 time; /* microseconds since 1970 */
} MftTimestamp;

/* Errors: MFT_PKI_ERROR_DAMAGED. The facts of `cms` include whether its digest fits its content. */
MftTimestamp *mft_timestamp_read (gconstpointer data, gsize size, GError **error);
void mft_timestamp_free (MftTimestamp *timestamp);

/* Whether the token itself is sound: nothing breaking, nothing unjudged. */
gboolean mft_timestamp_is_sound (const MftTimestamp *timestamp);

/* Whether its imprint is the digest of these bytes. */
gboolean mft_timestamp_is_over (const MftTimestamp *timestamp, GBytes *bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftTimestamp, mft_timestamp_free)

G_END_DECLS
