/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/online-evidence.h"

#include <openssl/err.h>
#include <openssl/ocsp.h>
#include <openssl/pkcs7.h>

#define ADDRESSES_MOST 4 /* of one kind in one certificate */
#define ISSUERS_MOST 8   /* fetched for one path */

struct MftOnlineEvidence
{
  const MftEvidenceSource *source;
  GPtrArray *issuers; /* MftCertificate */
  MftRevocationSet *statements;
  GHashTable *asked; /* what was asked about which certificate ▸ NULL */
  char *trouble;
};

MftOnlineEvidence *
mft_online_evidence_new (const MftEvidenceSource *source)
{
  MftOnlineEvidence *online = g_new0 (MftOnlineEvidence, 1);

  online->source = source;
  online->issuers = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_certificate_unref);
  online->statements = mft_revocation_set_new ();
  online->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return online;
}

void
mft_online_evidence_free (MftOnlineEvidence *online)
{
  g_ptr_array_unref (online->issuers);
  mft_revocation_set_free (online->statements);
  g_hash_table_unref (online->asked);
  g_free (online->trouble);
  g_free (online);
}

MftRevocationSet *
mft_online_evidence_statements (MftOnlineEvidence *online)
{
  return online->statements;
}

const char *
mft_online_evidence_trouble (const MftOnlineEvidence *online)
{
  return online->trouble;
}

static gboolean
is_first_time (MftOnlineEvidence *online, const char *what, const MftCertificate *certificate)
{
  return g_hash_table_add (online->asked,
                           g_strconcat (what, mft_certificate_sha256 (certificate), NULL));
}

static GBytes *
fetch (MftOnlineEvidence *online, const char *url, GBytes *request, MftJob *job)
{
  g_autoptr (GError) error = NULL;
  GBytes *answer = online->source->fetch (online->source->data, url, request, job, &error);

  if (answer == NULL)
    {
      g_free (online->trouble);
      online->trouble = g_strdup (error->message);
    }
  return answer;
}

/* An address on the web; others, as ldap, are passed over. */
static void
take_address (GPtrArray *addresses, const GENERAL_NAME *name)
{
  if (name->type != GEN_URI || addresses->len >= ADDRESSES_MOST)
    return;
  const ASN1_STRING *text = name->d.uniformResourceIdentifier;
  g_autofree char *url
      = g_strndup ((const char *) ASN1_STRING_get0_data (text), (gsize) ASN1_STRING_length (text));
  if (g_str_has_prefix (url, "http://") || g_str_has_prefix (url, "https://"))
    g_ptr_array_add (addresses, g_steal_pointer (&url));
}

/* `method`: NID_ad_ca_issuers or NID_ad_OCSP. */
static GPtrArray *
access_addresses (const MftCertificate *certificate, int method)
{
  GPtrArray *addresses = g_ptr_array_new_with_free_func (g_free);
  AUTHORITY_INFO_ACCESS *all
      = X509_get_ext_d2i (mft_certificate_x509 (certificate), NID_info_access, NULL, NULL);

  for (int i = 0; i < sk_ACCESS_DESCRIPTION_num (all); i++)
    {
      const ACCESS_DESCRIPTION *one = sk_ACCESS_DESCRIPTION_value (all, i);
      if (OBJ_obj2nid (one->method) == method)
        take_address (addresses, one->location);
    }
  AUTHORITY_INFO_ACCESS_free (all);
  return addresses;
}

static GPtrArray *
list_addresses (const MftCertificate *certificate)
{
  GPtrArray *addresses = g_ptr_array_new_with_free_func (g_free);
  CRL_DIST_POINTS *points = X509_get_ext_d2i (mft_certificate_x509 (certificate),
                                              NID_crl_distribution_points, NULL, NULL);

  for (int i = 0; i < sk_DIST_POINT_num (points); i++)
    {
      const DIST_POINT *point = sk_DIST_POINT_value (points, i);
      if (point->distpoint == NULL || point->distpoint->type != 0)
        continue;
      for (int k = 0; k < sk_GENERAL_NAME_num (point->distpoint->name.fullname); k++)
        take_address (addresses, sk_GENERAL_NAME_value (point->distpoint->name.fullname, k));
    }
  CRL_DIST_POINTS_free (points);
  return addresses;
}

/* One certificate, PEM, or a PKCS #7 of certificates. What is none of these is passed over. */
static void
take_issuers (MftOnlineEvidence *online, GBytes *bytes)
{
  g_autoptr (GPtrArray) found = mft_certificate_list_new_from_bytes (
      g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);

  if (found != NULL)
    g_ptr_array_extend_and_steal (online->issuers, g_steal_pointer (&found));
}

static gboolean
fetch_issuers (MftOnlineEvidence *online, const MftCertificate *certificate, MftJob *job)
{
  guint before = online->issuers->len;

  if (!is_first_time (online, "issuer ", certificate))
    return FALSE;
  g_autoptr (GPtrArray) addresses = access_addresses (certificate, NID_ad_ca_issuers);
  for (guint i = 0; i < addresses->len && online->issuers->len == before; i++)
    {
      g_autoptr (GBytes) bytes = fetch (online, g_ptr_array_index (addresses, i), NULL, job);
      if (bytes != NULL)
        take_issuers (online, bytes);
    }
  return online->issuers->len > before;
}

MftPath *
mft_online_evidence_path (MftOnlineEvidence *online, MftCertificate *certificate,
                          const MftPathRequest *request, MftJob *job)
{
  MftPath *path = mft_path_build (certificate, request);

  for (guint i = 0; online != NULL && i < ISSUERS_MOST && path->reason == MFT_PATH_NO_ANCHOR
                    && path->chain->len > 0;
       i++)
    {
      g_autoptr (GPtrArray) all = g_ptr_array_new ();
      MftPathRequest wider = *request;
      const MftCertificate *top = g_ptr_array_index (path->chain, path->chain->len - 1);
      gboolean has_more = !mft_certificate_is_self_issued (top) && fetch_issuers (online, top, job);
      if (!has_more && i > 0)
        break;
      if (request->intermediates != NULL)
        g_ptr_array_extend (all, request->intermediates, NULL, NULL);
      g_ptr_array_extend (all, online->issuers, NULL, NULL);
      wider.intermediates = all;
      mft_path_free (path);
      path = mft_path_build (certificate, &wider);
    }
  return path;
}

/* Without a nonce: most responders sign their answers ahead (RFC 5019 2.1.1). */
static GBytes *
make_request (const MftRevocationQuestion *question)
{
  OCSP_REQUEST *request = OCSP_REQUEST_new ();
  OCSP_CERTID *id = OCSP_cert_to_id (NULL, mft_certificate_x509 (question->certificate),
                                     mft_certificate_x509 (question->issuer));
  unsigned char *der = NULL;
  int size = -1;

  if (id != NULL && OCSP_request_add0_id (request, id) != NULL)
    size = i2d_OCSP_REQUEST (request, &der);
  else
    OCSP_CERTID_free (id);
  OCSP_REQUEST_free (request);
  return size > 0 ? mft_ossl_take (der, size) : NULL;
}

static void
ask_responders (MftOnlineEvidence *online, const MftRevocationQuestion *question, MftJob *job)
{
  g_autoptr (GPtrArray) addresses = access_addresses (question->certificate, NID_ad_OCSP);
  g_autoptr (GBytes) request = addresses->len > 0 ? make_request (question) : NULL;

  for (guint i = 0; request != NULL && i < addresses->len; i++)
    {
      g_autoptr (GBytes) answer = fetch (online, g_ptr_array_index (addresses, i), request, job);
      if (answer != NULL
          && mft_revocation_set_add_ocsp (online->statements, g_bytes_get_data (answer, NULL),
                                          g_bytes_get_size (answer), NULL))
        break;
    }
}

static void
fetch_lists (MftOnlineEvidence *online, const MftRevocationQuestion *question, MftJob *job)
{
  g_autoptr (GPtrArray) addresses = list_addresses (question->certificate);

  for (guint i = 0; i < addresses->len; i++)
    {
      const char *url = g_ptr_array_index (addresses, i);
      g_autoptr (GBytes) list = fetch (online, url, NULL, job);
      if (list != NULL
          && mft_revocation_set_add_crl (online->statements, g_bytes_get_data (list, NULL),
                                         g_bytes_get_size (list), NULL))
        break;
    }
}

MftRevocation
mft_online_evidence_ask (MftOnlineEvidence *online, const MftRevocationQuestion *question,
                         MftJob *job)
{
  MftRevocation answer = mft_revocation_set_ask (online->statements, question, job);

  if (answer != MFT_REVOCATION_UNKNOWN || !is_first_time (online, "status ", question->certificate))
    return answer;
  ask_responders (online, question, job);
  answer = mft_revocation_set_ask (online->statements, question, job);
  if (answer != MFT_REVOCATION_UNKNOWN)
    return answer;
  fetch_lists (online, question, job);
  ERR_clear_error ();
  return mft_revocation_set_ask (online->statements, question, job);
}
