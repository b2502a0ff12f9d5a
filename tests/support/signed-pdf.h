/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/key.h"
#include "sign/pades.h"

G_BEGIN_DECLS

/* A practice CA and a key under it, made once in a program. Borrowed. */
MftCertificate *mft_test_ca (void);
MftKey *mft_test_key (void);

/* `bytes` signed by `key` as `request` says (its time is set to now); asserts that it works.
 * Owned by the caller. */
GBytes *mft_test_sign (GBytes *bytes, MftKey *key, const MftSignRequest *request);

/* The same by mft_test_key() in an empty field. */
GBytes *mft_test_sign_field (GBytes *bytes, const char *field);

G_END_DECLS
