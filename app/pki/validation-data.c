/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/validation-data.h"

#include "base/clock.h"

MftValidationData *
mft_validation_data_new (void)
{
  MftValidationData *data = g_new0 (MftValidationData, 1);

  data->certificates = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_certificate_unref);
  data->crls = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  data->ocsps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  return data;
}

void
mft_validation_data_free (MftValidationData *data)
{
  g_ptr_array_unref (data->certificates);
  g_ptr_array_unref (data->crls);
  g_ptr_array_unref (data->ocsps);
  g_free (data);
}

static void
add_certificate (MftValidationData *data, MftCertificate *certificate)
{
  if (!g_ptr_array_find_with_equal_func (data->certificates, certificate,
                                         (GEqualFunc) mft_certificate_equal, NULL))
    g_ptr_array_add (data->certificates, mft_certificate_ref (certificate));
}

static void
add_statement (GPtrArray *statements, GBytes *der)
{
  if (!g_ptr_array_find_with_equal_func (statements, der, g_bytes_equal, NULL))
    g_ptr_array_add (statements, g_bytes_ref (der));
}

static MftPath *
build_path (const MftEvidenceInputs *inputs, MftCertificate *certificate, GPtrArray *carried,
            MftPathUse use, gint64 at, gboolean proven, MftJob *job)
{
  g_autoptr (MftAnchors) pinned = inputs->anchors == NULL ? mft_anchors_new () : NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  const MftPathRequest request
      = { use, at, proven, pinned != NULL ? pinned : inputs->anchors, all };

  if (carried != NULL)
    g_ptr_array_extend (all, carried, NULL, NULL);
  if (inputs->certificates != NULL)
    g_ptr_array_extend (all, inputs->certificates, NULL, NULL);
  return mft_online_evidence_path (inputs->online, certificate, &request, job);
}

/* The worst that anybody says; the network is asked only if nobody here knows. */
static MftRevocation
ask (const MftEvidenceInputs *inputs, const MftRevocationQuestion *question, MftJob *job)
{
  MftRevocation answer = MFT_REVOCATION_UNKNOWN;

  if (inputs->revocations != NULL)
    answer = mft_revocation_set_ask (inputs->revocations, question, job);
  if (answer == MFT_REVOCATION_UNKNOWN && inputs->online != NULL)
    answer = mft_online_evidence_ask (inputs->online, question, job);
  return answer;
}

static gboolean
refuse_revoked (const MftCertificate *certificate, GError **error)
{
  g_set_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_REVOKED, "the certificate of '%s' was revoked",
               mft_certificate_common_name (certificate));
  return FALSE;
}

static gboolean
refuse_unknown (const MftEvidenceInputs *inputs, const MftCertificate *certificate,
                const char *what, GError **error)
{
  const char *trouble
      = inputs->online != NULL ? mft_online_evidence_trouble (inputs->online) : NULL;

  g_set_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_EVIDENCE, "'%s': %s%s%s",
               mft_certificate_common_name (certificate), what, trouble != NULL ? ": " : "",
               trouble != NULL ? trouble : "");
  return FALSE;
}

static gboolean
add_link (MftValidationData *data, const MftEvidenceInputs *inputs,
          const MftRevocationQuestion *question, MftJob *job, GError **error)
{
  MftRevocation answer = ask (inputs, question, job);
  gboolean is_ocsp = FALSE;
  GBytes *der = NULL;

  if (!mft_job_check (job, error))
    return FALSE;
  if (answer == MFT_REVOCATION_REVOKED)
    return refuse_revoked (question->certificate, error);
  if (answer == MFT_REVOCATION_GOOD && inputs->revocations != NULL)
    der = mft_revocation_set_find_good (inputs->revocations, question, &is_ocsp);
  if (answer == MFT_REVOCATION_GOOD && der == NULL)
    der = mft_revocation_set_find_good (mft_online_evidence_statements (inputs->online), question,
                                        &is_ocsp);
  if (der == NULL)
    return refuse_unknown (inputs, question->certificate, "nobody says whether it was revoked",
                           error);
  add_statement (is_ocsp ? data->ocsps : data->crls, der);
  return TRUE;
}

gboolean
mft_validation_data_add (MftValidationData *data, const MftEvidenceInputs *inputs,
                         MftCertificate *certificate, GPtrArray *carried, MftPathUse use, gint64 at,
                         gboolean proven, MftJob *job, GError **error)
{
  g_autoptr (MftPath) path = build_path (inputs, certificate, carried, use, at, proven, job);
  MftCertificate *top
      = path->chain->len > 0 ? g_ptr_array_index (path->chain, path->chain->len - 1) : certificate;

  if (!mft_job_check (job, error))
    return FALSE;
  if (path->trust != MFT_TRUST_TRUSTED && !mft_certificate_is_self_issued (top))
    return refuse_unknown (inputs, top, "its issuer's certificate is missing", error);
  for (guint i = 0; i + 1 < path->chain->len; i++)
    {
      const MftRevocationQuestion question
          = { g_ptr_array_index (path->chain, i), g_ptr_array_index (path->chain, i + 1), at,
              mft_clock_now () };
      if (!add_link (data, inputs, &question, job, error))
        return FALSE;
    }
  for (guint i = 0; i < path->chain->len; i++)
    add_certificate (data, g_ptr_array_index (path->chain, i));
  return TRUE;
}

GPtrArray *
mft_evidence_inputs_issuers (const MftEvidenceInputs *inputs, MftCertificate *certificate,
                             GPtrArray *carried, gint64 at, MftJob *job)
{
  GPtrArray *issuers = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_certificate_unref);
  g_autoptr (MftPath) path
      = build_path (inputs, certificate, carried, MFT_PATH_FOR_SIGNING, at, FALSE, job);

  for (guint i = 1; i < path->chain->len; i++)
    if (!mft_certificate_is_self_issued (g_ptr_array_index (path->chain, i)))
      g_ptr_array_add (issuers, mft_certificate_ref (g_ptr_array_index (path->chain, i)));
  return issuers;
}

gboolean
mft_evidence_inputs_check (const MftEvidenceInputs *inputs, MftCertificate *certificate,
                           GPtrArray *carried, gint64 at, MftJob *job, GError **error)
{
  g_autoptr (MftPath) path
      = build_path (inputs, certificate, carried, MFT_PATH_FOR_SIGNING, at, FALSE, job);

  for (guint i = 0; i + 1 < path->chain->len; i++)
    {
      const MftRevocationQuestion question
          = { g_ptr_array_index (path->chain, i), g_ptr_array_index (path->chain, i + 1), at,
              mft_clock_now () };
      if (ask (inputs, &question, job) == MFT_REVOCATION_REVOKED)
        return refuse_revoked (question.certificate, error);
    }
  return mft_job_check (job, error);
}
