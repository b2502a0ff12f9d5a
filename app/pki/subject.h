/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <openssl/x509.h>

G_BEGIN_DECLS

/* Whom a certificate is for, in the fields that BSrE's certificates have: C=ID, O, OU, CN, and the
 * address beside them. No NIK: it does not stand in certificates. NULL: left out. */
typedef struct
{
  const char *common_name;
  const char *organization;
  const char *unit;
  const char *email;
} MftCertificateSubject;

/* Writes all but the address into an empty `name`. Errors: MFT_PKI_ERROR_SUBJECT. */
gboolean mft_subject_write (const MftCertificateSubject *subject, X509_NAME *name, GError **error);

G_END_DECLS
