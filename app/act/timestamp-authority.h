/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/secret.h"
#include "pki/timestamp-source.h"

G_BEGIN_DECLS

/* A timestamp authority that is reached over HTTP (RFC 3161 3.4). */
typedef struct MftTimestampAuthority MftTimestampAuthority;

/* `account` (NULL: none) is "user:password", sent over https only. */
MftTimestampAuthority *mft_timestamp_authority_new (const char *url, MftSecret *account);
void mft_timestamp_authority_free (MftTimestampAuthority *authority);

/* The way to it; lives as long as the authority. Errors beside those of
 * mft_timestamp_obtain(): MFT_NET_ERROR. */
const MftTimestampSource *mft_timestamp_authority_source (const MftTimestampAuthority *authority);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftTimestampAuthority, mft_timestamp_authority_free)

G_END_DECLS
