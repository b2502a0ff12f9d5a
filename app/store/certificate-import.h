/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/certificate-request.h"
#include "store/identity.h"

G_BEGIN_DECLS

/* What came in: keys that found their certificates, and certificates without a key, which are kept
 * to build paths with and are not trusted for it. */
typedef struct
{
  GPtrArray *identities;   /* MftIdentity */
  GPtrArray *certificates; /* MftCertificate */
  guint known;             /* how many of both were there already */
} MftCertificateImport;

void mft_certificate_import_free (MftCertificateImport *import);

/* Takes in all that the files (GBytes) hold together: keys join their certificates whichever file they
 * come in, and a certificate joins the key that was made for its request. Keys are wrapped anew under
 * `passphrase`, which also opens them; NULL: only certificates are expected. Nothing is kept on
 * failure. Owned by the caller. Errors: those of mft_key_material_add() (WRONG_PASSPHRASE: one is
 * needed); MFT_PKI_ERROR_NO_CERTIFICATE: of a key; MFT_STORE_ERROR, G_FILE_ERROR. */
MftCertificateImport *mft_certificate_store_take (GPtrArray *files, MftSecret *passphrase,
                                                  GError **error);

/* Makes a key, keeps it under the passphrase until its certificate comes, and returns the request in
 * PEM, owned by the caller. Errors: those of mft_certificate_request_new(); MFT_STORE_ERROR. */
char *mft_certificate_store_request (MftNewKey kind, const MftCertificateSubject *subject,
                                     MftSecret *passphrase, GError **error);

/* The key anew under another passphrase. Errors: MFT_PKI_ERROR_WRONG_PASSPHRASE…;
 * MFT_STORE_ERROR. */
gboolean mft_certificate_store_change_passphrase (const MftIdentity *identity,
                                                  MftSecret *passphrase, MftSecret *new_passphrase,
                                                  GError **error);

/* The key and its certificates as a PKCS #12 file that other programs read, under the same
 * passphrase. Owned by the caller. Errors: as above. */
GBytes *mft_certificate_store_export (const MftIdentity *identity, MftSecret *passphrase,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftCertificateImport, mft_certificate_import_free)

G_END_DECLS
