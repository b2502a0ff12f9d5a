/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/certificate.h"

G_BEGIN_DECLS

/* Somebody's certificate for signing and where its private key lies. */
typedef struct
{
  char *path; /* the PKCS #12 file, under its own passphrase */
  MftCertificate *certificate;
  GPtrArray *chain; /* MftCertificate, those beside it, in no order */
} MftIdentity;

/* Takes over `path`; holds on to the rest. */
MftIdentity *mft_identity_new (char *path, MftCertificate *certificate, GPtrArray *chain);
MftIdentity *mft_identity_copy (const MftIdentity *identity);
void mft_identity_free (MftIdentity *identity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftIdentity, mft_identity_free)

G_END_DECLS
