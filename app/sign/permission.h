/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sign/target.h"

G_BEGIN_DECLS

/* Whether the signatures that are there let `target` be signed and `request` be fulfilled: DocMDP,
 * FieldMDP and locks of every one of them (ISO 32000-2, 12.8.2; 12.7.5.5).
 * Errors: MFT_SIGN_ERROR_FORBIDDEN, _FIELD_LOCKED, _NEW_FIELD, _CERTIFY, _UNSUPPORTED; MFT_PDF_ERROR. */
gboolean mft_sign_permission_check (MftPdfFile *file, GPtrArray *fields,
                                    const MftSignTarget *target, const MftSignRequest *request,
                                    GError **error);

G_END_DECLS
