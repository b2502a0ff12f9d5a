/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "act/completion-kit.h"
#include "act/signer.h"

G_BEGIN_DECLS

/* What the person decided about one document or many, for a worker: all its own. */
typedef struct
{
  MftSigningRequest request; /* but the key; its strings are owned */
  MftSigner *signer;
  MftSignerSecrets secrets;
  MftCompletionKit *kit; /* NULL: no timestamp */
} MftSigningOrder;

/* Copies what `request` points at, and `signer`; takes over `secrets` and `kit`. */
MftSigningOrder *mft_signing_order_new (const MftSigningRequest *request, const MftSigner *signer,
                                        MftSignerSecrets *secrets, MftCompletionKit *kit);
void mft_signing_order_free (MftSigningOrder *order);

/* A request that is complete, with what the level takes; `open` as for mft_signer_open(), which see for
 * the errors. Blocks. */
gboolean mft_signing_order_open (MftSigningOrder *order, MftSigningRequest *request,
                                 MftOpenSigner *open, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftSigningOrder, mft_signing_order_free)

G_END_DECLS
