/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/secret.h"
#include "pki/key.h"

G_BEGIN_DECLS

/* The key of a PKCS #12 file (.p12, .pfx), new or old encryption. It lives in memory only as long
 * as this object. */
#define MFT_TYPE_KEY_P12 (mft_key_p12_get_type ())
G_DECLARE_FINAL_TYPE (MftKeyP12, mft_key_p12, MFT, KEY_P12, GObject)

/* Errors: MFT_PKI_ERROR_WRONG_PASSPHRASE; _DAMAGED (told apart from it also where the passphrase
 * opens the file but its seal does not fit); _NO_KEY; _NO_CERTIFICATE (none for the key);
 * _UNSUPPORTED. */
MftKey *mft_key_p12_new_from_bytes (gconstpointer data, gsize size, MftSecret *passphrase,
                                    GError **error);

/* A file of at most 4 MiB. Errors: as above, and G_FILE_ERROR. */
MftKey *mft_key_p12_new_from_file (const char *path, MftSecret *passphrase, GError **error);

/* What can be said of a file before a passphrase is asked: whether it is one at all.
 * Errors: MFT_PKI_ERROR_DAMAGED; G_FILE_ERROR. */
gboolean mft_key_p12_check_file (const char *path, GError **error);

/* A key of parts that are kept apart: the key as mft_pkcs8_wrap() made it, its certificate and those
 * beside it (MftCertificate). Errors: those of mft_pkcs8_unwrap(); MFT_PKI_ERROR_DAMAGED too where the
 * key is another's. */
MftKey *mft_key_p12_new_from_parts (GBytes *wrapped, MftCertificate *certificate, GPtrArray *chain,
                                    MftSecret *passphrase, GError **error);

G_END_DECLS
