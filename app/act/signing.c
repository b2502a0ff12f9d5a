/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/signing.h"

#include "base/clock.h"
#include "base/digest.h"
#include "base/file-mark.h"
#include "base/safe-file.h"
#include "pdf/byte-source.h"
#include "pki/display-name.h"
#include "pki/practice.h"
#include "sign/complete.h"
#include "sign/pades.h"

#include "act/esigning.h"
#include "act/journal.h"
#include "act/place.h"
#include "act/self-check.h"
#include "act/signing-private.h"

G_DEFINE_QUARK (mft - act - error, mft_act_error)

static const char *
basis_name (MftBasis basis)
{
  switch (basis)
    {
    case MFT_BASIS_SCREEN:
      return "screen";
    case MFT_BASIS_PAPER:
      return "paper";
    case MFT_BASIS_EXPLANATION:
      return "explanation";
    case MFT_BASIS_COMMAND:
      return "command";
    }
  return NULL;
}

/* The new signature, in what was written and found sound otherwise. */
static gboolean
check_own (const MftSignatureReport *own, const MftSigningRequest *request, GError **error)
{
  if (own == NULL || !mft_act_stands (own) || own->certificate == NULL
      || !mft_certificate_equal (own->certificate, mft_key_get_certificate (request->key)))
    {
      g_set_error_literal (error, MFT_ACT_ERROR, MFT_ACT_ERROR_SELF_CHECK,
                           "the new signature does not hold");
      return FALSE;
    }
  return mft_act_check_level (own, request->completion.level, error);
}

/* What PP 71/2019 Ps 62(1)-(2) asks for before the key is used. From B-LT on the evidence is needed,
 * so that a key is not asked for nothing. */
static gboolean
check_signer (const MftSigningRequest *request, MftJob *job, GError **error)
{
  MftCertificate *certificate = mft_key_get_certificate (request->key);
  GPtrArray *chain = mft_key_get_chain (request->key);
  const MftEvidenceInputs *evidence = &request->completion.evidence;
  g_autoptr (MftValidationData) data = mft_validation_data_new ();
  gint64 now = mft_clock_now ();

  if (!mft_certificate_check_signing (certificate, now, error))
    return FALSE;
  if (request->completion.level >= MFT_SIGN_B_LT)
    return mft_validation_data_add (data, evidence, certificate, chain, MFT_PATH_FOR_SIGNING, now,
                                    FALSE, job, error);
  return mft_evidence_inputs_check (evidence, certificate, chain, now, job, error);
}

/* No line where the office names its institution already. */
static const char *
stamp_institution (const MftSigningRequest *request, const MftCertificate *certificate)
{
  const char *organization = mft_certificate_organization (certificate);

  if (request->office == NULL || organization == NULL)
    return organization;
  g_autofree char *office = g_utf8_casefold (request->office, -1);
  g_autofree char *institution = g_utf8_casefold (organization, -1);
  return strstr (office, institution) != NULL ? "" : organization;
}

MftStampContent *
mft_act_stamp (const MftSigningRequest *request, const MftCertificate *certificate)
{
  g_autoptr (GDateTime) utc = mft_clock_now_utc ();
  g_autoptr (GDateTime) now = mft_moment_in (utc, request->zone);
  g_autofree char *when = mft_moment_format (now);
  g_autofree char *reason = request->shows_reason && request->reason != NULL
                                ? g_strdup_printf ("Alasan: %s", request->reason)
                                : NULL;
  const MftStampContent content
      = { .look = request->look,
          .qr = request->qr,
          .office = request->office,
          .institution = stamp_institution (request, certificate),
          .name = request->name != NULL ? request->name : mft_certificate_common_name (certificate),
          .rank = request->rank,
          .reason = reason,
          .time_text = when,
          .is_practice = mft_certificate_is_practice (certificate) };

  return mft_stamp_content_copy (&content);
}

MftSigningResult *
_mft_act_result_new (const MftSigningRequest *request, const char *input_sha256,
                     const MftSignatureReport *own, MftVerifyReport *report)
{
  MftSigningResult *result = g_new0 (MftSigningResult, 1);

  result->output = g_strdup (request->output);
  result->field = g_strdup (own->field);
  result->signer = g_strdup (mft_certificate_common_name (own->certificate));
  result->sha256 = g_strdup (report->sha256);
  result->input_sha256 = input_sha256 != NULL ? g_strdup (input_sha256)
                                              : mft_sha256_hex_of_file (request->input, NULL);
  result->level = own->level;
  result->timestamp = own->timestamp;
  result->report = report;
  return result;
}

gboolean
_mft_act_check_unchanged (const MftSigningRequest *request, GError **error)
{
  g_autofree char *mark = mft_file_mark (request->input);

  if (request->seen == NULL || g_strcmp0 (request->seen, mark) == 0)
    return TRUE;
  g_set_error (error, MFT_ACT_ERROR, MFT_ACT_ERROR_CHANGED, "'%s' was changed meanwhile",
               request->input);
  return FALSE;
}

static MftSigningResult *
sign (const MftSigningRequest *request, MftJob *job, GError **error)
{
  MftCertificate *certificate = mft_key_get_certificate (request->key);
  g_autoptr (GDateTime) utc = mft_clock_now_utc ();
  g_autoptr (GDateTime) now = mft_moment_in (utc, request->zone);
  g_autoptr (MftStampContent) stamp = mft_act_stamp (request, certificate);
  g_autoptr (GPtrArray) issuers = NULL;
  MftSignRequest wanted
      = { .field = request->field,
          .page = request->page,
          .rect = request->rect,
          .invisible = request->invisible,
          .certify = request->certify,
          .reason = request->reason,
          .location = request->location,
          .time = now,
          .algorithm = request->algorithm,
          .timestamp
          = request->completion.level >= MFT_SIGN_B_T ? request->completion.timestamp : NULL,
          .stamp = stamp };

  if (!mft_act_check_output (request->input, request->output, request->replace, error)
      || !_mft_act_check_unchanged (request, error) || !check_signer (request, job, error)
      || (request->anchor != NULL
          && !mft_act_find_place (request->input, request->anchor, &wanted.page, &wanted.rect,
                                  error)))
    return NULL;
  wanted.issuers = issuers
      = mft_evidence_inputs_issuers (&request->completion.evidence, certificate,
                                     mft_key_get_chain (request->key), mft_clock_now (), job);
  g_autoptr (MftByteSource) input = mft_byte_source_new_file (request->input, error);
  g_autoptr (MftSafeFile) output
      = input != NULL ? mft_safe_file_new (request->output, error) : NULL;
  if (output == NULL)
    return NULL;
  g_autofree char *input_sha256 = NULL;
  g_autofree char *name
      = mft_pades_sign (input, request->key, &wanted, output, &input_sha256, job, error);
  g_autofree char *field = name != NULL ? mft_display_name (name, -1) : NULL; /* as in a report */
  if (field == NULL
      || (request->completion.level > MFT_SIGN_B_T
          && !mft_pades_complete (output, name, &request->completion, job, error)))
    return NULL;
  g_autoptr (MftVerifyReport) report
      = mft_act_self_check (output, input, field, &request->completion, job, error);
  const MftSignatureReport *own = report != NULL ? mft_verify_report_find (report, field) : NULL;
  if (report == NULL || !check_own (own, request, error)
      || !_mft_act_check_unchanged (request, error) || !mft_job_check (job, error)
      || !mft_safe_file_commit (output, request->replace, error))
    return NULL;

  return _mft_act_result_new (request, input_sha256, own, g_steal_pointer (&report));
}

void
_mft_act_write_down (const MftSigningRequest *request, const char *signer,
                     const MftSigningResult *result, const GError *failure)
{
  g_autofree char *failed = failure != NULL ? mft_journal_outcome (failure) : NULL;
  g_autofree char *sha256 = result != NULL ? g_strdup (result->input_sha256)
                                           : mft_sha256_hex_of_file (request->input, NULL);
  const MftJournalEntry entry
      = { .act = "sign",
          .outcome = failed != NULL ? failed : "done",
          .sha256 = sha256,
          .result = result != NULL ? result->sha256 : NULL,
          .field = result != NULL ? result->field : request->field,
          .signer = signer,
          .basis = basis_name (request->basis),
          .told_by = request->basis == MFT_BASIS_EXPLANATION ? request->told_by : NULL,
          .pages_shown = request->pages_shown,
          .pages = request->pages };
  g_autoptr (GError) error = NULL;

  if (!mft_journal_add (&entry, &error))
    g_printerr ("mufakat: %s\n", error->message);
}

const char *
mft_signing_request_signer (const MftSigningRequest *request)
{
  return request->esign != NULL
             ? request->esign->name
             : mft_certificate_common_name (mft_key_get_certificate (request->key));
}

MftSigningResult *
mft_act_sign (const MftSigningRequest *request, MftJob *job, GError **error)
{
  g_autofree char *mark = mft_file_mark (request->input);
  MftSigningRequest marked = *request;
  GError *failure = NULL;
  MftSigningResult *result;

  if (marked.seen == NULL)
    marked.seen = mark;
  result = request->esign != NULL ? _mft_act_esign (&marked, job, &failure)
                                  : sign (&marked, job, &failure);

  _mft_act_write_down (request, mft_signing_request_signer (request), result, failure);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return result;
}

void
mft_act_note_failure (const char *input, const char *field, MftBasis basis, const char *signer,
                      const GError *failure)
{
  const MftSigningRequest request = { .input = input, .field = field, .basis = basis };

  _mft_act_write_down (&request, signer, NULL, failure);
}

void
mft_signing_result_free (MftSigningResult *result)
{
  g_free (result->output);
  g_free (result->field);
  g_free (result->signer);
  g_free (result->sha256);
  g_free (result->input_sha256);
  g_clear_pointer (&result->report, mft_verify_report_free);
  g_free (result);
}

char *
mft_act_suggest_output (const char *input)
{
  g_autofree char *stem
      = g_str_has_suffix (input, ".pdf") ? g_strndup (input, strlen (input) - 4) : g_strdup (input);
  char *mark = g_strrstr (stem, "_ttd-");

  /* NAME_ttd-1.pdf goes on as NAME_ttd-2.pdf. */
  if (mark != NULL && mark[5] != '\0' && strspn (mark + 5, "0123456789") == strlen (mark + 5))
    *mark = '\0';
  for (guint number = 1;; number++)
    {
      g_autofree char *path = g_strdup_printf ("%s_ttd-%u.pdf", stem, number);
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}
