/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/path.h"

#include <openssl/err.h>

/* 112 bits: RSA 2048, SHA-256; before it was weak 80 bits: RSA 1024, SHA-1. */
#define SECURITY_LEVEL 2
#define SECURITY_LEVEL_OLD 1
#define DEPTH_MOST 10

static MftPathReason
reason_of (int code)
{
  switch (code)
    {
    case X509_V_OK:
      return MFT_PATH_OK;
    case X509_V_ERR_CERT_HAS_EXPIRED:
      return MFT_PATH_EXPIRED;
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return MFT_PATH_NOT_YET_VALID;
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
    case X509_V_ERR_UNABLE_TO_DECRYPT_CERT_SIGNATURE:
    case X509_V_ERR_CERT_REJECTED:
      return MFT_PATH_BAD_SIGNATURE;
    case X509_V_ERR_EE_KEY_TOO_SMALL:
    case X509_V_ERR_CA_KEY_TOO_SMALL:
    case X509_V_ERR_CA_MD_TOO_WEAK:
      return MFT_PATH_WEAK;
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_CERT_UNTRUSTED:
    case X509_V_ERR_OUT_OF_MEM:
    case X509_V_ERR_UNSPECIFIED:
      return MFT_PATH_NO_ANCHOR;
    default: /* purposes, CA flags, path length, names, policies, extensions */
      return MFT_PATH_CONSTRAINTS;
    }
}

static MftTrust
trust_of (MftPathReason reason)
{
  switch (reason)
    {
    case MFT_PATH_OK:
      return MFT_TRUST_TRUSTED;
    case MFT_PATH_NO_ANCHOR:
    case MFT_PATH_ANCHOR_RETIRED:
    case MFT_PATH_WEAK:
      return MFT_TRUST_UNKNOWN;
    case MFT_PATH_EXPIRED:
    case MFT_PATH_NOT_YET_VALID:
    case MFT_PATH_WRONG_USAGE:
    case MFT_PATH_CONSTRAINTS:
    case MFT_PATH_BAD_SIGNATURE:
      return MFT_TRUST_UNTRUSTED;
    }
  g_return_val_if_reached (MFT_TRUST_UNKNOWN);
}

/* Trusted certificates: those somebody chose, and among the given ones those that are pinned. */
static X509_STORE *
make_store (MftCertificate *certificate, const MftPathRequest *request)
{
  X509_STORE *store = X509_STORE_new ();
  GPtrArray *chosen = mft_anchors_certificates (request->anchors);
  GPtrArray *given = request->intermediates;
  gboolean retired;

  for (guint i = 0; i < chosen->len; i++)
    X509_STORE_add_cert (store, mft_certificate_x509 (g_ptr_array_index (chosen, i)));
  for (guint i = 0; given != NULL && i < given->len; i++)
    if (mft_anchors_contain (request->anchors, g_ptr_array_index (given, i), &retired)
        && (!retired || request->at_is_proven))
      X509_STORE_add_cert (store, mft_certificate_x509 (g_ptr_array_index (given, i)));
  if (mft_anchors_contain (request->anchors, certificate, &retired)
      && (!retired || request->at_is_proven))
    X509_STORE_add_cert (store, mft_certificate_x509 (certificate));
  return store;
}

static void
set_rules (X509_VERIFY_PARAM *rules, const MftPathRequest *request)
{
  X509_VERIFY_PARAM_set_flags (rules, X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_POLICY_CHECK
                                          | X509_V_FLAG_TRUSTED_FIRST);
  /* Without a set of its own OpenSSL finds no policy where a CA asks for one. */
  X509_VERIFY_PARAM_add0_policy (rules, OBJ_dup (OBJ_nid2obj (NID_any_policy)));
  X509_VERIFY_PARAM_set_time (rules, (time_t) (request->at / G_USEC_PER_SEC));
  X509_VERIFY_PARAM_set_auth_level (rules, request->at_is_proven && request->at < MFT_PKI_WEAK_SINCE
                                               ? SECURITY_LEVEL_OLD
                                               : SECURITY_LEVEL);
  X509_VERIFY_PARAM_set_depth (rules, DEPTH_MOST);
}

static void
take_chain (MftPath *path, X509_STORE_CTX *context)
{
  STACK_OF (X509) *chain = X509_STORE_CTX_get0_chain (context);

  for (int i = 0; i < sk_X509_num (chain); i++)
    g_ptr_array_add (path->chain, mft_certificate_new_from_x509 (sk_X509_value (chain, i)));
}

static gboolean
ends_at_retired_anchor (const MftPath *path, const MftPathRequest *request)
{
  gboolean retired = FALSE;

  for (guint i = 0; i < path->chain->len && !retired; i++)
    mft_anchors_contain (request->anchors, g_ptr_array_index (path->chain, i), &retired);
  return retired && !request->at_is_proven;
}

static gboolean
fits_use (MftCertificate *certificate, MftPathUse use)
{
  switch (use)
    {
    case MFT_PATH_FOR_SIGNING:
      return mft_certificate_may_sign (certificate);
    case MFT_PATH_FOR_TIMESTAMPS:
      return mft_certificate_may_timestamp (certificate);
    }
  g_return_val_if_reached (FALSE);
}

MftPath *
mft_path_build (MftCertificate *certificate, const MftPathRequest *request)
{
  MftPath *path = g_new0 (MftPath, 1);
  g_autoptr (X509_STORE) store = make_store (certificate, request);
  g_autoptr (X509_STORE_CTX) context = X509_STORE_CTX_new ();
  STACK_OF (X509) *given = sk_X509_new_null ();
  int code = X509_V_ERR_UNSPECIFIED;

  path->chain = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_certificate_unref);
  for (guint i = 0; request->intermediates != NULL && i < request->intermediates->len; i++)
    sk_X509_push (given, mft_certificate_x509 (g_ptr_array_index (request->intermediates, i)));
  if (X509_STORE_CTX_init (context, store, mft_certificate_x509 (certificate), given) == 1)
    {
      set_rules (X509_STORE_CTX_get0_param (context), request);
      code = X509_verify_cert (context) == 1 ? X509_V_OK : X509_STORE_CTX_get_error (context);
      take_chain (path, context);
    }
  sk_X509_free (given);
  ERR_clear_error ();
  path->reason = reason_of (code);
  if (path->reason == MFT_PATH_OK && !fits_use (certificate, request->use))
    path->reason = MFT_PATH_WRONG_USAGE;
  if (path->reason == MFT_PATH_NO_ANCHOR && ends_at_retired_anchor (path, request))
    path->reason = MFT_PATH_ANCHOR_RETIRED;
  path->trust = trust_of (path->reason);
  return path;
}

void
mft_path_free (MftPath *path)
{
  g_ptr_array_unref (path->chain);
  g_free (path);
}
