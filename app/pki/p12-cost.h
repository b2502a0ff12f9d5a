/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/secret.h"
#include "pki/openssl.h"

G_BEGIN_DECLS

/* Whether a PKCS #12 file asks for so few rounds of key derivation, in all its parts together, that
 * trying a passphrase takes seconds at most: a count from a file may not hold the program for hours.
 * With `passphrase` (NULL: none) also what the encrypted parts hold. */
gboolean mft_p12_cost_is_bearable (PKCS12 *container, MftSecret *passphrase);

G_END_DECLS
