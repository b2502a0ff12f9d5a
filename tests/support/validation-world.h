/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "authority.h"
#include "http-server.h"

G_BEGIN_DECLS

/* A hierarchy that is on the network of this machine: a root, an authority under it that issues the
 * signer, a timestamp authority, and a server with all that their certificates name. Today is the
 * day of the clock on the wall. */
typedef struct
{
  MftTestAuthority *root;
  MftTestAuthority *authority;
  MftKey *signer; /* its certificate names an OCSP responder, and carries no issuer */
  MftKey *tsa;    /* its certificate names a list only */
  MftTestServer *server;
  char *access; /* what a signer's certificate names */
  int today;
  gint asked;                  /* how many requests came */
  gboolean is_revoked;         /* the signer, as OCSP says */
  gboolean is_silent;          /* no list, no answer */
  const MftCertificate *other; /* whom OCSP is about instead; NULL */
} MftValidationWorld;

MftValidationWorld *mft_validation_world_new (void);
void mft_validation_world_free (MftValidationWorld *world);

/* Another signer with a key of this kind (MftTestIdentity.key), whom OCSP is about from now on. Owned
 * by the caller. */
MftKey *mft_validation_world_issue (MftValidationWorld *world, const char *key);

/* The address of "/tsa", "/ocsp", "/akar.crl", "/akar.crt" or "/psre.crt". Owned by the caller. */
char *mft_validation_world_url (MftValidationWorld *world, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftValidationWorld, mft_validation_world_free)

G_END_DECLS
