/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "verify/report.h"

G_BEGIN_DECLS

/* The file as the signer signed it: its first bytes, up to the end of the signed revision. NULL with
 * MFT_PDF_ERROR_DAMAGED where the signature does not cover a whole revision. Mapped, not read; valid
 * while the file is not changed. Owned by the caller. Errors: also G_FILE_ERROR. */
GBytes *mft_signed_revision (const char *path, const MftSignatureReport *signature, GError **error);

G_END_DECLS
