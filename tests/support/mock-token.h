/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/certificate.h"

G_BEGIN_DECLS

#define MFT_MOCK_PIN "271828"

/* A token of our own (tests/pki/mock-token.c) is plugged in, with a new key of `algorithm` for
 * "openssl genpkey" and a certificate of `name`. Its folder, owned by the caller. */
char *mft_mock_token_plug_in (const char *algorithm, const char *name, gboolean shows_certificate);

/* How it behaves from now on: words of mock-token.c, "" for none. */
void mft_mock_token_behave (const char *folder, const char *words);

/* Of the key, for a token that shows none. Owned by the caller. */
MftCertificate *mft_mock_token_certificate (const char *folder);

G_END_DECLS
