/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/certificate.h"
#include "store/database.h"

G_BEGIN_DECLS

/* The person's keys and certificates in the data folder: sertifikat.db. Any thread, any process; each
 * opens it for as long as it needs it. Errors everywhere: MFT_STORE_ERROR, G_FILE_ERROR. */

/* To be changed; it is made where there is none. Close it. */
sqlite3 *_mft_certificate_database_open (GError **error);

/* To be read, also where nothing may be written; `database` is NULL where nothing was ever kept. */
gboolean _mft_certificate_database_open_reading (sqlite3 **database, GError **error);

/* The certificate in a column, if it is the one of this SHA-256; NULL: it is damaged. */
MftCertificate *_mft_certificate_database_get (sqlite3_stmt *statement, int column,
                                               const char *sha256);

/* The key of the certificate with this SHA-256, as it is kept. Owned by the caller.
 * Errors: MFT_STORE_ERROR_MISSING; MFT_PKI_ERROR_DAMAGED. */
GBytes *_mft_certificate_database_wrapped_key (const char *sha256, GError **error);

/* Inside a transaction: a row, in the place of the one that is there. */
gboolean _mft_certificate_database_put_identity (sqlite3 *database, MftCertificate *certificate,
                                                 GPtrArray *chain, GBytes *wrapped_key,
                                                 GError **error);
gboolean _mft_certificate_database_put_anchor (sqlite3 *database, MftCertificate *certificate,
                                               GError **error);
gboolean _mft_certificate_database_put_other (sqlite3 *database, MftCertificate *certificate,
                                              GError **error);
gboolean _mft_certificate_database_put_request (sqlite3 *database, const char *key_id,
                                                GBytes *wrapped_key, GError **error);
gboolean _mft_certificate_database_put_evidence (sqlite3 *database, const char *asked,
                                                 gboolean is_ocsp, GBytes *answer, GError **error);

G_END_DECLS
