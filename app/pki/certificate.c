/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/certificate.h"

#include <openssl/core_names.h>
#include <openssl/err.h>

#include "base/digest.h"
#include "pki/display-name.h"

/* What a document's signer may be issued for; BSrE's certificates carry Adobe's, critical. */
static const char *const signing_purposes[] = {
  "1.2.840.113583.1.1.5",    /* Adobe: PDF signing */
  "1.3.6.1.5.5.7.3.36",      /* RFC 9336: document signing */
  "1.3.6.1.4.1.311.10.3.12", /* Microsoft: document signing */
  "1.3.6.1.5.5.7.3.4",       /* e-mail protection */
  "1.3.6.1.5.5.7.3.2",       /* client authentication */
  "2.5.29.37.0",             /* any */
};

struct MftCertificate
{
  X509 *x509;
  char *common_name;
  char *organization;
  char *issuer_common_name;
  char *subject;
  char *issuer;
  char *serial;
  char *sha256;
  char *key_type;
};

static char *
name_entry (X509_NAME *name, int nid)
{
  int at = X509_NAME_get_index_by_NID (name, nid, -1);
  unsigned char *text = NULL;
  char *shown;
  int size;

  if (at < 0)
    return NULL;
  size = ASN1_STRING_to_UTF8 (&text, X509_NAME_ENTRY_get_data (X509_NAME_get_entry (name, at)));
  if (size < 0)
    {
      ERR_clear_error ();
      return NULL;
    }
  shown = mft_display_name ((const char *) text, size);
  OPENSSL_free (text);
  return shown;
}

static char *
whole_name (X509_NAME *name)
{
  g_autoptr (BIO) out = BIO_new (BIO_s_mem ());
  char *text = NULL;
  long size;

  if (X509_NAME_print_ex (out, name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB) < 0)
    ERR_clear_error ();
  size = BIO_get_mem_data (out, &text);
  return mft_display_name (text != NULL ? text : "", size);
}

static char *
serial_of (X509 *x509)
{
  const ASN1_INTEGER *serial = X509_get0_serialNumber (x509);
  g_autofree char *hex
      = mft_hex (ASN1_STRING_get0_data (serial), (gsize) ASN1_STRING_length (serial));

  return ASN1_STRING_type (serial) == V_ASN1_NEG_INTEGER ? g_strconcat ("-", hex, NULL)
                                                         : g_steal_pointer (&hex);
}

static char *
key_type_of (X509 *x509)
{
  EVP_PKEY *key = X509_get0_pubkey (x509);
  char curve[64] = "";
  const char *known;

  if (key == NULL)
    {
      ERR_clear_error ();
      return g_strdup ("?");
    }
  if (EVP_PKEY_is_a (key, "RSA") || EVP_PKEY_is_a (key, "RSA-PSS") || EVP_PKEY_is_a (key, "DSA"))
    return g_strdup_printf ("%s %d", EVP_PKEY_get0_type_name (key), EVP_PKEY_get_bits (key));
  if (EVP_PKEY_is_a (key, "EC")
      && EVP_PKEY_get_utf8_string_param (key, OSSL_PKEY_PARAM_GROUP_NAME, curve, sizeof curve,
                                         NULL))
    {
      known = EC_curve_nid2nist (OBJ_sn2nid (curve));
      return g_strdup_printf ("EC %s", known != NULL ? known : curve);
    }
  return g_strdup (EVP_PKEY_get0_type_name (key));
}

MftCertificate *
mft_certificate_new_from_x509 (X509 *x509)
{
  MftCertificate *certificate = g_atomic_rc_box_new0 (MftCertificate);
  X509_NAME *subject = X509_get_subject_name (x509);
  X509_NAME *issuer = X509_get_issuer_name (x509);
  guint8 digest[MFT_SHA256_SIZE];

  X509_digest (x509, EVP_sha256 (), digest, NULL);
  X509_up_ref (x509);
  certificate->x509 = x509;
  certificate->subject = whole_name (subject);
  certificate->issuer = whole_name (issuer);
  certificate->common_name = name_entry (subject, NID_commonName);
  if (certificate->common_name == NULL)
    certificate->common_name = g_strdup (certificate->subject);
  certificate->issuer_common_name = name_entry (issuer, NID_commonName);
  if (certificate->issuer_common_name == NULL)
    certificate->issuer_common_name = g_strdup (certificate->issuer);
  certificate->organization = name_entry (subject, NID_organizationName);
  certificate->serial = serial_of (x509);
  certificate->sha256 = mft_hex (digest, sizeof digest);
  certificate->key_type = key_type_of (x509);
  return certificate;
}

MftCertificate *
mft_certificate_new_from_der (gconstpointer data, gsize size, GError **error)
{
  const unsigned char *at = data;
  g_autoptr (X509) x509 = NULL;

  ERR_clear_error ();
  if (size <= G_MAXINT)
    x509 = d2i_X509 (NULL, &at, (long) size);
  if (x509 == NULL || at != (const unsigned char *) data + size)
    {
      mft_ossl_error (error, MFT_PKI_ERROR_DAMAGED, "not a certificate in DER");
      return NULL;
    }
  return mft_certificate_new_from_x509 (x509);
}

static void
clear (gpointer data)
{
  MftCertificate *certificate = data;

  X509_free (certificate->x509);
  g_free (certificate->common_name);
  g_free (certificate->organization);
  g_free (certificate->issuer_common_name);
  g_free (certificate->subject);
  g_free (certificate->issuer);
  g_free (certificate->serial);
  g_free (certificate->sha256);
  g_free (certificate->key_type);
}

MftCertificate *
mft_certificate_ref (MftCertificate *certificate)
{
  return g_atomic_rc_box_acquire (certificate);
}

void
mft_certificate_unref (MftCertificate *certificate)
{
  g_atomic_rc_box_release_full (certificate, clear);
}

gboolean
mft_certificate_equal (const MftCertificate *a, const MftCertificate *b)
{
  return strcmp (a->sha256, b->sha256) == 0;
}

X509 *
mft_certificate_x509 (const MftCertificate *certificate)
{
  return certificate->x509;
}

GBytes *
mft_certificate_der (const MftCertificate *certificate)
{
  unsigned char *der = NULL;
  int size = i2d_X509 (certificate->x509, &der);

  return mft_ossl_take (der, size);
}

const char *
mft_certificate_common_name (const MftCertificate *certificate)
{
  return certificate->common_name;
}

const char *
mft_certificate_organization (const MftCertificate *certificate)
{
  return certificate->organization;
}

const char *
mft_certificate_issuer_common_name (const MftCertificate *certificate)
{
  return certificate->issuer_common_name;
}

const char *
mft_certificate_subject (const MftCertificate *certificate)
{
  return certificate->subject;
}

const char *
mft_certificate_issuer (const MftCertificate *certificate)
{
  return certificate->issuer;
}

const char *
mft_certificate_serial (const MftCertificate *certificate)
{
  return certificate->serial;
}

const char *
mft_certificate_sha256 (const MftCertificate *certificate)
{
  return certificate->sha256;
}

const char *
mft_certificate_key_type (const MftCertificate *certificate)
{
  return certificate->key_type;
}

guint
mft_certificate_security_bits (const MftCertificate *certificate)
{
  EVP_PKEY *key = X509_get0_pubkey (certificate->x509);

  return key != NULL ? (guint) MAX (EVP_PKEY_get_security_bits (key), 0) : 0;
}

gint64
mft_certificate_not_before (const MftCertificate *certificate)
{
  return mft_ossl_time (X509_get0_notBefore (certificate->x509));
}

gint64
mft_certificate_not_after (const MftCertificate *certificate)
{
  return mft_ossl_time (X509_get0_notAfter (certificate->x509));
}

gboolean
mft_certificate_is_self_issued (const MftCertificate *certificate)
{
  return X509_NAME_cmp (X509_get_subject_name (certificate->x509),
                        X509_get_issuer_name (certificate->x509))
         == 0;
}

gboolean
mft_certificate_is_ca (const MftCertificate *certificate)
{
  return X509_check_ca (certificate->x509) != 0;
}

static gboolean
is_signing_purpose (const ASN1_OBJECT *purpose)
{
  char oid[128];

  OBJ_obj2txt (oid, sizeof oid, purpose, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (signing_purposes); i++)
    if (strcmp (oid, signing_purposes[i]) == 0)
      return TRUE;
  return FALSE;
}

gboolean
mft_certificate_may_sign (const MftCertificate *certificate)
{
  guint32 usage = X509_get_key_usage (certificate->x509);
  EXTENDED_KEY_USAGE *purposes;
  int criticality;
  gboolean may;

  /* UINT32_MAX where the extension is absent; 0 where it cannot be read. */
  if ((usage & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) == 0)
    return FALSE;
  purposes = X509_get_ext_d2i (certificate->x509, NID_ext_key_usage, &criticality, NULL);
  if (purposes == NULL)
    {
      ERR_clear_error ();
      return criticality == -1;
    }
  may = FALSE;
  for (int i = 0; i < sk_ASN1_OBJECT_num (purposes); i++)
    may = may || is_signing_purpose (sk_ASN1_OBJECT_value (purposes, i));
  EXTENDED_KEY_USAGE_free (purposes);
  return may;
}

gboolean
mft_certificate_may_timestamp (const MftCertificate *certificate)
{
  int criticality;
  EXTENDED_KEY_USAGE *purposes
      = X509_get_ext_d2i (certificate->x509, NID_ext_key_usage, &criticality, NULL);
  gboolean may = purposes != NULL && criticality == 1 && sk_ASN1_OBJECT_num (purposes) == 1
                 && OBJ_obj2nid (sk_ASN1_OBJECT_value (purposes, 0)) == NID_time_stamp;

  EXTENDED_KEY_USAGE_free (purposes);
  ERR_clear_error ();
  return may;
}

MftCertificateStatus
mft_certificate_status (const MftCertificate *certificate, gint64 at)
{
  if (at < mft_certificate_not_before (certificate))
    return MFT_CERTIFICATE_NOT_YET_VALID;
  if (at > mft_certificate_not_after (certificate))
    return MFT_CERTIFICATE_EXPIRED;
  return mft_certificate_may_sign (certificate) ? MFT_CERTIFICATE_USABLE
                                                : MFT_CERTIFICATE_WRONG_USAGE;
}

gboolean
mft_certificate_check_signing (const MftCertificate *certificate, gint64 at, GError **error)
{
  switch (mft_certificate_status (certificate, at))
    {
    case MFT_CERTIFICATE_USABLE:
      return TRUE;
    case MFT_CERTIFICATE_NOT_YET_VALID:
      g_set_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_NOT_YET_VALID,
                   "the certificate of \"%s\" is not valid yet", certificate->common_name);
      return FALSE;
    case MFT_CERTIFICATE_EXPIRED:
      g_set_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_EXPIRED,
                   "the certificate of \"%s\" has expired", certificate->common_name);
      return FALSE;
    case MFT_CERTIFICATE_WRONG_USAGE:
      g_set_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_WRONG_USAGE,
                   "the certificate of \"%s\" is not for signing documents",
                   certificate->common_name);
      return FALSE;
    }
  g_return_val_if_reached (FALSE);
}
