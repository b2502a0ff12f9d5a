/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/secret.h"
#include "pki/key.h"

G_BEGIN_DECLS

/* A key on a token or card, reached through the modules that p11-kit knows (PKCS #11). The token may
 * be pulled out at any time. */
#define MFT_TYPE_KEY_TOKEN (mft_key_token_get_type ())
G_DECLARE_FINAL_TYPE (MftKeyToken, mft_key_token, MFT, KEY_TOKEN, GObject)

/* The one key that a PKCS #11 URI (RFC 7512) names. Its certificate is the token's, or else the one of
 * `certificates` (MftCertificate; may be NULL) that is the key's. `pin` is not needed where the reader
 * has keys of its own (NULL then). A key that wants the PIN for each signature gets it.
 *
 * Errors: MFT_PKI_ERROR_UNSUPPORTED: the URI is none, or wants to load a module or brings a PIN;
 * _NO_TOKEN: none is there, or it was pulled out; _SEVERAL: more than one token or key is meant;
 * _NO_KEY; _NO_CERTIFICATE; _WRONG_PASSPHRASE; _PIN_LAST: wrong, and one try is left; _PIN_LOCKED;
 * _FAILED. */
MftKey *mft_key_token_new (const char *uri, MftSecret *pin, GPtrArray *certificates,
                           GError **error);

/* Whether the token is asked for its PIN on its reader, so that none has to be typed. FALSE also where
 * no one token is meant: opening it tells why. */
gboolean mft_key_token_has_pad (const char *uri);

G_END_DECLS
