/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/job.h"
#include "base/safe-file.h"
#include "pdf/byte-source.h"
#include "pki/key.h"
#include "sign/request.h"

G_BEGIN_DECLS

/* Signs `input` by PAdES baseline B-B, with a timestamp B-T (EN 319 142-1), as an incremental update: `output` begins with
 * the input's bytes, so earlier signatures stay as they are. One pass, constant memory. The caller
 * verifies through mft_safe_file_fd() and commits; nothing has a name before. Returns the name of
 * the field, owned by the caller. `input_sha256` (may be NULL) gets the input's SHA-256 in hexadecimal, to be
 * freed, or NULL where the key signs over another digest.
 *
 * If the CMS turns out larger than the room that was left for it, the key is asked a second time.
 *
 * Errors: MFT_SIGN_ERROR; MFT_PDF_ERROR (damaged, encrypted…); those of the key and its certificate
 * (MFT_PKI_ERROR); MFT_DRAW_ERROR; G_FILE_ERROR; G_IO_ERROR_CANCELLED. */
char *mft_pades_sign (MftByteSource *input, MftKey *key, const MftSignRequest *request,
                      MftSafeFile *output, char **input_sha256, MftJob *job, GError **error);

G_END_DECLS
