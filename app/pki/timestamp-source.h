/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/job.h"
#include "pki/openssl.h"

G_BEGIN_DECLS

/* Somebody who knows the way to a timestamp authority: sends a TimeStampReq (RFC 3161, DER) and
 * brings back what was answered. */
typedef struct
{
  GBytes *(*ask) (gpointer data, GBytes *request, MftJob *job, GError **error);
  gpointer data;
} MftTimestampSource;

/* A token (DER) over a digest, checked: granted, for this digest and this question, sound in itself.
 * Whether the authority is to be trusted is the verifier's matter. Owned by the caller.
 * Errors: MFT_PKI_ERROR_TIMESTAMP, MFT_PKI_ERROR_FAILED, and those of the source. */
GBytes *mft_timestamp_obtain (const MftTimestampSource *source, const EVP_MD *digest_kind,
                              gconstpointer digest, gsize digest_size, MftJob *job, GError **error);

/* Room that a token may need, in bytes. */
#define MFT_TIMESTAMP_ROOM (12 * 1024)

G_END_DECLS
