/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/revocation-set.h"

#include <openssl/pem.h>

#include "base/digest.h"
#include "base/safe-file.h"
#include "pki/crl.h"
#include "pki/ocsp.h"

#define FILE_MOST (64u << 20)

/* A list or an answer, with its bytes. */
typedef struct
{
  GBytes *der;
  MftCrl *crl;   /* or */
  MftOcsp *ocsp; /* the other is NULL */
} Statement;

struct MftRevocationSet
{
  GPtrArray *statements; /* Statement */
  GHashTable *seen;      /* SHA-256 in hexadecimal ▸ NULL */
};

static void
statement_free (Statement *statement)
{
  g_bytes_unref (statement->der);
  g_clear_pointer (&statement->crl, mft_crl_free);
  g_clear_pointer (&statement->ocsp, mft_ocsp_free);
  g_free (statement);
}

MftRevocationSet *
mft_revocation_set_new (void)
{
  MftRevocationSet *set = g_new0 (MftRevocationSet, 1);

  set->statements = g_ptr_array_new_with_free_func ((GDestroyNotify) statement_free);
  set->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return set;
}

void
mft_revocation_set_free (MftRevocationSet *set)
{
  g_ptr_array_unref (set->statements);
  g_hash_table_unref (set->seen);
  g_free (set);
}

static gboolean
is_new (MftRevocationSet *set, gconstpointer data, gsize size)
{
  return g_hash_table_add (set->seen, mft_sha256_hex (data, size));
}

static gboolean
add (MftRevocationSet *set, gconstpointer data, gsize size, MftCrl *crl, MftOcsp *ocsp)
{
  Statement *statement;

  if (crl == NULL && ocsp == NULL)
    return FALSE;
  statement = g_new0 (Statement, 1);
  statement->der = g_bytes_new (data, size);
  statement->crl = crl;
  statement->ocsp = ocsp;
  g_ptr_array_add (set->statements, statement);
  return TRUE;
}

gboolean
mft_revocation_set_add_crl (MftRevocationSet *set, gconstpointer data, gsize size, GError **error)
{
  return !is_new (set, data, size) || add (set, data, size, mft_crl_new (data, size, error), NULL);
}

gboolean
mft_revocation_set_add_ocsp (MftRevocationSet *set, gconstpointer data, gsize size, GError **error)
{
  return !is_new (set, data, size) || add (set, data, size, NULL, mft_ocsp_new (data, size, error));
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

static MftRevocation
ask (const Statement *statement, const MftRevocationQuestion *question)
{
  return statement->crl != NULL ? mft_crl_ask (statement->crl, question)
                                : mft_ocsp_ask (statement->ocsp, question);
}

MftRevocation
mft_revocation_set_ask (MftRevocationSet *set, const MftRevocationQuestion *question, MftJob *job)
{
  MftRevocation worst = MFT_REVOCATION_UNKNOWN;

  for (guint i = 0; i < set->statements->len && mft_job_check (job, NULL); i++)
    worst = MAX (worst, ask (g_ptr_array_index (set->statements, i), question));
  return worst;
}

GBytes *
mft_revocation_set_find_good (MftRevocationSet *set, const MftRevocationQuestion *question,
                              gboolean *is_ocsp)
{
  const Statement *found = NULL;

  /* An answer is a fraction of a list. */
  for (guint i = 0; i < set->statements->len && (found == NULL || found->ocsp == NULL); i++)
    {
      const Statement *statement = g_ptr_array_index (set->statements, i);
      if ((found == NULL || statement->ocsp != NULL)
          && ask (statement, question) == MFT_REVOCATION_GOOD)
        found = statement;
    }
  *is_ocsp = found != NULL && found->ocsp != NULL;
  return found != NULL ? found->der : NULL;
}

gboolean
mft_revocation_set_covers (const MftRevocationSet *set, const MftCertificate *certificate,
                           const MftCertificate *issuer)
{
  for (guint i = 0; i < set->statements->len; i++)
    {
      const Statement *statement = g_ptr_array_index (set->statements, i);
      if (statement->crl != NULL ? mft_crl_is_by (statement->crl, issuer)
                                 : mft_ocsp_is_about (statement->ocsp, certificate, issuer))
        return TRUE;
    }
  return FALSE;
}
