/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/certificate-folder.h"

G_BEGIN_DECLS

/* Writes a key file and its certificates; `was_there`: they take the place of others. */
MftIdentity *_mft_certificate_folder_keep (GBytes *p12, MftCertificate *certificate,
                                           GPtrArray *chain, gboolean *was_there, GError **error);

/* Keeps a certificate that has no key here. */
gboolean _mft_certificate_folder_keep_other (MftCertificate *certificate, gboolean *was_there,
                                             GError **error);

G_END_DECLS
