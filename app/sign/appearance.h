/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/update.h"
#include "pki/certificate.h"
#include "sign/target.h"

G_BEGIN_DECLS

/* The stamp as large as `target`. Errors: MFT_DRAW_ERROR. */
MftFormXObject *mft_sign_appearance_draw (const MftSignTarget *target,
                                          const MftCertificate *certificate,
                                          const MftSignRequest *request, GError **error);

/* Puts it into `update`, upright on a turned page too; the number of the form XObject. */
guint32 mft_sign_appearance_put (const MftFormXObject *stamp, const MftSignTarget *target,
                                 MftPdfUpdate *update);

G_END_DECLS
