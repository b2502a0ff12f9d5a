/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "act/signing.h"
#include "remote/esign.h"

G_BEGIN_DECLS

/* Who signs through the Esign Client Service. No NIK stands in a certificate, so that the name is what
 * the result is held against. Everything is borrowed. */
typedef struct
{
  MftEsignService service;
  const char *name; /* as in the certificate */
  MftSecret *nik;
  MftSecret *passphrase; /* or */
  MftSecret *totp;
} MftEsignSigner;

/* Signs one document with a key that BSrE keeps: the person's state, then the document, then proof:
 * the first bytes are those that were sent, exactly one signature was added and nothing else, it is by
 * a certificate of that name, and everything verifies (DESIGN.md §5). `request` says all but the key;
 * a field is only a place, as the service makes its own. Blocks; on failure there is no output.
 * Errors: MFT_REMOTE_ERROR; MFT_ACT_ERROR; those of mft_act_sign() and mft_http_exchange(). */
MftSigningResult *mft_act_esign (const MftSigningRequest *request, const MftEsignSigner *signer,
                                 MftJob *job, GError **error);

G_END_DECLS
