/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/certificate.h"

#include <openssl/err.h>
#include <openssl/pem.h>

#include "base/safe-file.h"

#define CERTIFICATES_MOST 1000
#define FILE_MOST (16 << 20)

static GPtrArray *
list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) mft_certificate_unref);
}

static gboolean
is_pem (const char *data, gsize size)
{
  return g_strstr_len (data, (gssize) size, "-----BEGIN ") != NULL;
}

/* The certificates that a SignedData carries (.p7b, .p7c); NULL: it is none, or carries none. */
static GPtrArray *
list_from_pkcs7 (gconstpointer data, gsize size)
{
  const unsigned char *at = data;
  g_autoptr (CMS_ContentInfo) info
      = size <= FILE_MOST ? d2i_CMS_ContentInfo (NULL, &at, (long) size) : NULL;
  STACK_OF (X509) *all = info != NULL ? CMS_get1_certs (info) : NULL;
  g_autoptr (GPtrArray) list = list_new ();

  for (int i = 0; i < MIN (sk_X509_num (all), CERTIFICATES_MOST); i++)
    g_ptr_array_add (list, mft_certificate_new_from_x509 (sk_X509_value (all, i)));
  sk_X509_pop_free (all, X509_free);
  ERR_clear_error ();
  return list->len > 0 ? g_steal_pointer (&list) : NULL;
}

/* One block of a PEM file: its certificates; NULL: of another kind, or damaged with `error` set. */
static GPtrArray *
list_from_block (const char *name, const unsigned char *der, gsize size, GError **error)
{
  MftCertificate *one;
  GPtrArray *list;

  if (strcmp (name, PEM_STRING_PKCS7) == 0 || strcmp (name, PEM_STRING_CMS) == 0)
    return list_from_pkcs7 (der, size);
  if (strcmp (name, PEM_STRING_X509) != 0 && strcmp (name, PEM_STRING_X509_OLD) != 0)
    return NULL;
  one = mft_certificate_new_from_der (der, size, error);
  if (one == NULL)
    return NULL;
  list = list_new ();
  g_ptr_array_add (list, one);
  return list;
}

static GPtrArray *
list_from_pem (gconstpointer data, gsize size, GError **error)
{
  g_autoptr (GPtrArray) list = list_new ();
  g_autoptr (BIO) in = BIO_new_mem_buf (data, (int) size);
  char *name, *header;
  unsigned char *der;
  long der_size;

  while (list->len < CERTIFICATES_MOST && PEM_read_bio (in, &name, &header, &der, &der_size) == 1)
    {
      g_autoptr (GError) own_error = NULL;
      g_autoptr (GPtrArray) block = list_from_block (name, der, (gsize) der_size, &own_error);

      OPENSSL_free (name);
      OPENSSL_free (header);
      OPENSSL_clear_free (der, (gsize) der_size); /* it may be a private key */
      if (own_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&own_error));
          return NULL;
        }
      if (block != NULL)
        g_ptr_array_extend_and_steal (list, g_steal_pointer (&block));
    }
  ERR_clear_error (); /* "no start line" is how the end of the file is told */
  if (list->len > 0)
    return g_steal_pointer (&list);
  g_set_error_literal (error, MFT_PKI_ERROR, MFT_PKI_ERROR_NO_CERTIFICATE, "no certificate in it");
  return NULL;
}

GPtrArray *
mft_certificate_list_new_from_bytes (gconstpointer data, gsize size, GError **error)
{
  MftCertificate *only;
  GPtrArray *list;

  if (size > 0 && size <= FILE_MOST && is_pem (data, size))
    return list_from_pem (data, size, error);
  list = list_from_pkcs7 (data, size);
  if (list != NULL)
    return list;
  only = mft_certificate_new_from_der (data, size, error);
  if (only == NULL)
    return NULL;
  list = list_new ();
  g_ptr_array_add (list, only);
  return list;
}

GPtrArray *
mft_certificate_list_new_from_file (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = mft_file_read (path, FILE_MOST, error);
  GPtrArray *list;

  if (bytes == NULL)
    return NULL;
  list = mft_certificate_list_new_from_bytes (g_bytes_get_data (bytes, NULL),
                                              g_bytes_get_size (bytes), error);
  if (list == NULL)
    g_prefix_error (error, "\"%s\": ", path);
  return list;
}

char *
mft_certificate_list_to_pem (GPtrArray *certificates)
{
  g_autoptr (BIO) out = BIO_new (BIO_s_mem ());
  char *text = NULL;
  long size;

  for (guint i = 0; i < certificates->len; i++)
    PEM_write_bio_X509 (out, mft_certificate_x509 (g_ptr_array_index (certificates, i)));
  size = BIO_get_mem_data (out, &text);
  return g_strndup (text != NULL ? text : "", (gsize) size);
}
