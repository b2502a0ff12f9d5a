/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/key.h"

G_BEGIN_DECLS

typedef enum
{
  MFT_TEST_RC4_40,
  MFT_TEST_RC4_128,
  MFT_TEST_AES_128,
  MFT_TEST_AES_256_OLD, /* revision 5 */
  MFT_TEST_AES_256,
  MFT_TEST_N_CIPHERS,
} MftTestCipher;

/* `pdf` encrypted by qpdf, with or without object streams. Owned by the caller. */
GBytes *mft_test_encrypt (GBytes *pdf, MftTestCipher cipher, const char *user, const char *owner,
                          gboolean object_streams);

/* A file with a cross-reference table, also an encrypted one, signed by `key` in its first empty field as our
 * own signing would refuse to; `more` stands in the signature's dictionary. Owned by the caller. */
GBytes *mft_test_sign_by_hand (GBytes *pdf, MftKey *key, const char *more);

G_END_DECLS
