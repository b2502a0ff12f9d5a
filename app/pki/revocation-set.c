/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/revocation-set.h"

#include <openssl/pem.h>

#include "base/digest.h"
#include "base/safe-file.h"
#include "pki/crl.h"
#include "pki/ocsp.h"

#define FILE_MOST (64u << 20)

struct MftRevocationSet
{
  GPtrArray *crls;  /* MftCrl */
  GPtrArray *ocsps; /* MftOcsp */
  GHashTable *seen; /* SHA-256 in hexadecimal ▸ NULL */
};

MftRevocationSet *
mft_revocation_set_new (void)
{
  MftRevocationSet *set = g_new0 (MftRevocationSet, 1);

  set->crls = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_crl_free);
  set->ocsps = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_ocsp_free);
  set->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return set;
}

void
mft_revocation_set_free (MftRevocationSet *set)
{
  g_ptr_array_unref (set->crls);
  g_ptr_array_unref (set->ocsps);
  g_hash_table_unref (set->seen);
  g_free (set);
}

static gboolean
is_new (MftRevocationSet *set, gconstpointer data, gsize size)
{
  return g_hash_table_add (set->seen, mft_sha256_hex (data, size));
}

gboolean
mft_revocation_set_add_crl (MftRevocationSet *set, gconstpointer data, gsize size, GError **error)
{
  MftCrl *crl;

  if (!is_new (set, data, size))
    return TRUE;
  crl = mft_crl_new (data, size, error);
  if (crl != NULL)
    g_ptr_array_add (set->crls, crl);
  return crl != NULL;
}

gboolean
mft_revocation_set_add_ocsp (MftRevocationSet *set, gconstpointer data, gsize size, GError **error)
{
  MftOcsp *ocsp;

  if (!is_new (set, data, size))
    return TRUE;
  ocsp = mft_ocsp_new (data, size, error);
  if (ocsp != NULL)
    g_ptr_array_add (set->ocsps, ocsp);
  return ocsp != NULL;
}

/* DER of the first "X509 CRL" block; NULL if there is none. */
static GBytes *
read_pem (GBytes *bytes)
{
  g_autoptr (BIO) bio
      = BIO_new_mem_buf (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes));
  char *name = NULL, *header = NULL;
  unsigned char *der = NULL;
  long size = 0;
  GBytes *found = NULL;

  while (found == NULL && PEM_read_bio (bio, &name, &header, &der, &size) == 1)
    {
      if (strcmp (name, PEM_STRING_X509_CRL) == 0)
        found = g_bytes_new (der, (gsize) size);
      OPENSSL_free (name);
      OPENSSL_free (header);
      OPENSSL_free (der);
    }
  return found;
}

gboolean
mft_revocation_set_add_crl_file (MftRevocationSet *set, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = mft_file_read (path, FILE_MOST, error);
  g_autoptr (GBytes) pem = bytes != NULL ? read_pem (bytes) : NULL;
  GBytes *der = pem != NULL ? pem : bytes;

  return bytes != NULL
         && mft_revocation_set_add_crl (set, g_bytes_get_data (der, NULL), g_bytes_get_size (der),
                                        error);
}

gboolean
mft_revocation_set_add_ocsp_file (MftRevocationSet *set, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = mft_file_read (path, FILE_MOST, error);

  return bytes != NULL
         && mft_revocation_set_add_ocsp (set, g_bytes_get_data (bytes, NULL),
                                         g_bytes_get_size (bytes), error);
}

MftRevocation
mft_revocation_set_ask (MftRevocationSet *set, const MftRevocationQuestion *question, MftJob *job)
{
  MftRevocation worst = MFT_REVOCATION_UNKNOWN;

  for (guint i = 0; i < set->ocsps->len && mft_job_check (job, NULL); i++)
    worst = MAX (worst, mft_ocsp_ask (g_ptr_array_index (set->ocsps, i), question));
  for (guint i = 0; i < set->crls->len && mft_job_check (job, NULL); i++)
    worst = MAX (worst, mft_crl_ask (g_ptr_array_index (set->crls, i), question));
  return worst;
}

gboolean
mft_revocation_set_covers (const MftRevocationSet *set, const MftCertificate *certificate,
                           const MftCertificate *issuer)
{
  for (guint i = 0; i < set->ocsps->len; i++)
    if (mft_ocsp_is_about (g_ptr_array_index (set->ocsps, i), certificate, issuer))
      return TRUE;
  for (guint i = 0; i < set->crls->len; i++)
    if (mft_crl_is_by (g_ptr_array_index (set->crls, i), issuer))
      return TRUE;
  return FALSE;
}
