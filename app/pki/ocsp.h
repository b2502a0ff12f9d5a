/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/revocation.h"

G_BEGIN_DECLS

/* An OCSP answer (RFC 6960), parsed once. One thread at a time. */
typedef struct MftOcsp MftOcsp;

/* In DER: an OCSPResponse, or the BasicOCSPResponse inside one.
 * Errors: MFT_PKI_ERROR_DAMAGED, also for a response that refuses to answer. */
MftOcsp *mft_ocsp_new (gconstpointer data, gsize size, GError **error);
void mft_ocsp_free (MftOcsp *ocsp);

/* An answer that neither the issuer nor whom it charged with answering has signed says nothing. */
MftRevocation mft_ocsp_ask (MftOcsp *ocsp, const MftRevocationQuestion *question);

/* Whether it is about this certificate, whatever it says. */
gboolean mft_ocsp_is_about (const MftOcsp *ocsp, const MftCertificate *certificate,
                            const MftCertificate *issuer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftOcsp, mft_ocsp_free)

G_END_DECLS
