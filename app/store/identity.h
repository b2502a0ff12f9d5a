/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/certificate.h"

G_BEGIN_DECLS

/* Somebody's certificate for signing, whose private key is kept here under its own passphrase. */
typedef struct
{
  MftCertificate *certificate;
  GPtrArray *chain; /* MftCertificate, those beside it, in no order */
} MftIdentity;

/* Holds on to both. */
MftIdentity *mft_identity_new (MftCertificate *certificate, GPtrArray *chain);
MftIdentity *mft_identity_copy (const MftIdentity *identity);
void mft_identity_free (MftIdentity *identity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftIdentity, mft_identity_free)

G_END_DECLS
