/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/secret.h"
#include "pki/certificate.h"
#include "pki/p11-kit.h"
#include "pki/token-modules.h"

G_BEGIN_DECLS

#define MFT_TOKEN_SLOTS_MOST 100

/* An open session with the one token that a URI means. Of this room only. */
typedef struct
{
  MftTokenModules *modules;
  CK_FUNCTION_LIST *module; /* of the token */
  CK_SLOT_ID slot;
  CK_SESSION_HANDLE session;
  P11KitUri *uri;
} MftTokenSession;

/* Errors: MFT_PKI_ERROR_UNSUPPORTED, _NO_TOKEN, _SEVERAL, _FAILED. */
MftTokenSession *mft_token_session_open (const char *uri, GError **error);
void mft_token_session_close (MftTokenSession *token);

/* `context`: again, for the signature that was begun. Errors: those of a PIN; see mft_key_token_new(). */
gboolean mft_token_session_login (MftTokenSession *token, MftSecret *pin, gboolean context,
                                  GError **error);

/* The objects of a class that have these attributes besides those of the URI (`attributes` may be
 * NULL); at most 20. */
GArray *mft_token_session_find (MftTokenSession *token, CK_OBJECT_CLASS class, gboolean by_uri,
                                const CK_ATTRIBUTE *attribute);

/* An attribute's bytes; NULL: it has none. Owned by the caller. */
GBytes *mft_token_session_get (MftTokenSession *token, CK_OBJECT_HANDLE object,
                               CK_ATTRIBUTE_TYPE type);

/* What an object of that class holds; NULL where it is none. Owned by the caller. */
MftCertificate *mft_token_session_certificate (MftTokenSession *token, CK_OBJECT_HANDLE object);

gboolean mft_token_session_has_mechanism (MftTokenSession *token, CK_MECHANISM_TYPE mechanism);

/* What a return value means. */
void mft_token_session_fail (GError **error, CK_RV result, const char *what);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftTokenSession, mft_token_session_close)

G_END_DECLS
