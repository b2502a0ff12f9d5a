/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/signing/signing-order.h"

G_BEGIN_DECLS

/* What an act came to: its facts, and the output verified by the person's own anchors. */
typedef struct
{
  MftSigningResult *result;
  MftVerifyReport *trusted;
} MftSigned;

/* Signs in a thread; takes over `order`. `source` stays alive meanwhile. */
void mft_signing_act_async (MftSigningOrder *order, MftJob *job, gpointer source,
                            GAsyncReadyCallback callback, gpointer user_data);

/* Stopped too late the document has its name, and that is what counts. Errors: those of mft_act_sign() and
 * mft_signer_open(). */
MftSigned *mft_signing_act_finish (GAsyncResult *result, GError **error);
void mft_signed_free (MftSigned *done);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftSigned, mft_signed_free)

G_END_DECLS
