/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/openssl.h"

G_BEGIN_DECLS

/* A certificate: the bytes and what they say. Immutable, any thread. */
typedef struct MftCertificate MftCertificate;

/* What PP 71/2019 Ps 62(1)-(2) asks to be looked at before the passphrase is. */
typedef enum
{
  MFT_CERTIFICATE_USABLE,
  MFT_CERTIFICATE_NOT_YET_VALID,
  MFT_CERTIFICATE_EXPIRED,
  MFT_CERTIFICATE_WRONG_USAGE, /* its key usage or purposes do not allow signing documents */
} MftCertificateStatus;

/* Exactly one certificate in DER. Errors: MFT_PKI_ERROR_DAMAGED. */
MftCertificate *mft_certificate_new_from_der (gconstpointer data, gsize size, GError **error);
MftCertificate *mft_certificate_new_from_x509 (X509 *x509);

/* All certificates of a PEM file (other blocks are passed over), one in DER, or those of a PKCS #7
 * file (.p7b, .p7c): an array of MftCertificate, never empty, at most 1,000. Errors: MFT_PKI_ERROR_DAMAGED, _NO_CERTIFICATE. */
GPtrArray *mft_certificate_list_new_from_bytes (gconstpointer data, gsize size, GError **error);

/* The same from a file of at most 16 MiB. Errors: as above, and G_FILE_ERROR. */
GPtrArray *mft_certificate_list_new_from_file (const char *path, GError **error);

/* PEM of an array of MftCertificate. Owned by the caller. */
char *mft_certificate_list_to_pem (GPtrArray *certificates);

MftCertificate *mft_certificate_ref (MftCertificate *certificate);
void mft_certificate_unref (MftCertificate *certificate);

/* Same bytes. */
gboolean mft_certificate_equal (const MftCertificate *a, const MftCertificate *b);

/* Borrowed; lives as long as the certificate. Never changed by anybody. */
X509 *mft_certificate_x509 (const MftCertificate *certificate);

/* The DER bytes. Owned by the caller. */
GBytes *mft_certificate_der (const MftCertificate *certificate);

/* For people, escaped as mft_display_name() does; borrowed. The common name is the whole subject
 * where there is none; organization is NULL where there is none. */
const char *mft_certificate_common_name (const MftCertificate *certificate);
const char *mft_certificate_organization (const MftCertificate *certificate);
const char *mft_certificate_issuer_common_name (const MftCertificate *certificate);
const char *mft_certificate_subject (const MftCertificate *certificate);
const char *mft_certificate_issuer (const MftCertificate *certificate);

/* Lower-case hexadecimal; borrowed. */
const char *mft_certificate_serial (const MftCertificate *certificate);
const char *mft_certificate_sha256 (const MftCertificate *certificate);

/* As "RSA 3072" or "EC P-256"; borrowed. */
const char *mft_certificate_key_type (const MftCertificate *certificate);

/* How strong its key is (NIST SP 800-57 part 1, table 2): 112 for RSA 2048, 128 for P-256; 0: not known. */
guint mft_certificate_security_bits (const MftCertificate *certificate);

/* Microseconds since 1970; both ends belong to the time of validity. */
gint64 mft_certificate_not_before (const MftCertificate *certificate);
gint64 mft_certificate_not_after (const MftCertificate *certificate);

gboolean mft_certificate_is_self_issued (const MftCertificate *certificate);
gboolean mft_certificate_is_ca (const MftCertificate *certificate);

/* Whether key usage (digitalSignature or nonRepudiation) and extended key usage (none, or one for
 * documents, mail, clients or any) allow signing documents. */
gboolean mft_certificate_may_sign (const MftCertificate *certificate);

/* Extended key usage timeStamping, critical and alone (RFC 3161 2.3). */
gboolean mft_certificate_may_timestamp (const MftCertificate *certificate);

/* `at` in microseconds since 1970. */
MftCertificateStatus mft_certificate_status (const MftCertificate *certificate, gint64 at);

/* The same as an error: MFT_PKI_ERROR_NOT_YET_VALID, _EXPIRED, _WRONG_USAGE. */
gboolean mft_certificate_check_signing (const MftCertificate *certificate, gint64 at,
                                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftCertificate, mft_certificate_unref)

G_END_DECLS
