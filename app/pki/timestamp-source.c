/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/timestamp-source.h"

#include <openssl/err.h>
#include <openssl/rand.h>

#include "base/digest.h"
#include "pki/timestamp.h"

#define NONCE_SIZE 8

/* RFC 3161 2.4.1: a nonce, so that no old answer passes for a new one, and the certificate, so that
 * the token can be judged years later. */
static TS_REQ *
new_request (const EVP_MD *digest_kind, gconstpointer digest, gsize size)
{
  g_autoptr (TS_REQ) request = TS_REQ_new ();
  TS_MSG_IMPRINT *imprint = TS_MSG_IMPRINT_new ();
  X509_ALGOR *algorithm = X509_ALGOR_new ();
  ASN1_INTEGER *nonce = ASN1_INTEGER_new ();
  guint64 number = 0;

  X509_ALGOR_set_md (algorithm, digest_kind);
  gboolean done
      = RAND_bytes ((guint8 *) &number, NONCE_SIZE) == 1
        && ASN1_INTEGER_set_uint64 (nonce, number) == 1
        && TS_MSG_IMPRINT_set_algo (imprint, algorithm) == 1
        && TS_MSG_IMPRINT_set_msg (imprint, (guint8 *) digest, (int) size) == 1
        && TS_REQ_set_version (request, 1) == 1 && TS_REQ_set_msg_imprint (request, imprint) == 1
        && TS_REQ_set_nonce (request, nonce) == 1 && TS_REQ_set_cert_req (request, 1) == 1;
  ASN1_INTEGER_free (nonce);
  X509_ALGOR_free (algorithm);
  TS_MSG_IMPRINT_free (imprint);
  return done ? g_steal_pointer (&request) : NULL;
}

static GBytes *
encode_request (TS_REQ *request)
{
  unsigned char *der = NULL;
  int size = i2d_TS_REQ (request, &der);

  return size > 0 ? mft_ossl_take (der, size) : NULL;
}

/* PKIStatus granted or grantedWithMods (RFC 3161 2.4.2). */
static gboolean
is_granted (TS_RESP *response)
{
  gint64 status
      = ASN1_INTEGER_get (TS_STATUS_INFO_get0_status (TS_RESP_get_status_info (response)));

  return status == 0 || status == 1;
}

static gboolean
answers (TS_RESP *response, const TS_REQ *request)
{
  TS_TST_INFO *info = TS_RESP_get_tst_info (response);
  const ASN1_INTEGER *nonce = info != NULL ? TS_TST_INFO_get_nonce (info) : NULL;

  return nonce != NULL && ASN1_INTEGER_cmp (nonce, TS_REQ_get_nonce (request)) == 0;
}

static gboolean
is_over (const MftTimestamp *timestamp, const EVP_MD *digest_kind, gconstpointer digest, gsize size)
{
  return mft_timestamp_is_sound (timestamp)
         && EVP_MD_is_a (timestamp->imprint_digest, EVP_MD_get0_name (digest_kind))
         && mft_bytes_equal (digest, size, g_bytes_get_data (timestamp->imprint, NULL),
                             g_bytes_get_size (timestamp->imprint));
}

static GBytes *
token_of (TS_RESP *response)
{
  unsigned char *der = NULL;
  int size = i2d_PKCS7 (TS_RESP_get_token (response), &der);

  return size > 0 ? mft_ossl_take (der, size) : NULL;
}

static GBytes *
refuse (GError **error, const char *why)
{
  mft_ossl_error (error, MFT_PKI_ERROR_TIMESTAMP, "%s", why);
  return NULL;
}

GBytes *
mft_timestamp_obtain (const MftTimestampSource *source, const EVP_MD *digest_kind,
                      gconstpointer digest, gsize digest_size, MftJob *job, GError **error)
{
  ERR_clear_error ();
  g_autoptr (TS_REQ) request = new_request (digest_kind, digest, digest_size);
  g_autoptr (GBytes) question = request != NULL ? encode_request (request) : NULL;
  if (question == NULL)
    {
      mft_ossl_error (error, MFT_PKI_ERROR_FAILED, "the timestamp cannot be asked for");
      return NULL;
    }
  g_autoptr (GBytes) answer = source->ask (source->data, question, job, error);
  if (answer == NULL)
    return NULL;
  const unsigned char *at = g_bytes_get_data (answer, NULL);
  g_autoptr (TS_RESP) response = d2i_TS_RESP (NULL, &at, (long) g_bytes_get_size (answer));
  if (response == NULL)
    return refuse (error, "the timestamp authority's answer cannot be read");
  if (!is_granted (response) || TS_RESP_get_token (response) == NULL)
    return refuse (error, "the timestamp authority refused");
  if (!answers (response, request))
    return refuse (error, "the timestamp answers another question");
  g_autoptr (GBytes) token = token_of (response);
  g_autoptr (MftTimestamp) timestamp
      = token != NULL
            ? mft_timestamp_read (g_bytes_get_data (token, NULL), g_bytes_get_size (token), NULL)
            : NULL;
  if (timestamp == NULL || !is_over (timestamp, digest_kind, digest, digest_size))
    return refuse (error, "the timestamp is not over this document");
  return g_steal_pointer (&token);
}
