/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/key.h"
#include "pki/practice.h"

G_BEGIN_DECLS

#define MFT_TEST_PASSPHRASE "sandi"

/* A key file by `ca` (NULL: by a CA of its own) that opens at once: nothing real is behind its
 * passphrase. Names that `identity` leaves NULL are made up. Owned by the caller. */
GBytes *mft_test_p12 (MftPracticeCa *ca, const MftPracticeIdentity *identity,
                      const char *passphrase);

/* The same, opened. Owned by the caller. */
MftKey *mft_test_key_new (MftPracticeCa *ca, const MftPracticeIdentity *identity);

/* A P-256 key of a CA of its own. Owned by the caller. */
MftKey *mft_test_key_named (const char *name);

/* Signs with the key; the value fits its certificate. FALSE: it did not sign. */
gboolean mft_test_signs (MftKey *key, MftSignatureScheme scheme, GError **error);
void mft_test_assert_signs (MftKey *key, MftSignatureScheme scheme);

G_END_DECLS
