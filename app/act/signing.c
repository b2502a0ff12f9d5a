/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/signing.h"

#include "base/clock.h"
#include "base/digest.h"
#include "base/safe-file.h"
#include "pdf/byte-source.h"
#include "pki/display-name.h"
#include "sign/pades.h"
#include "verify/verify.h"

#include "act/journal.h"

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

/* The input is never the output, by whatever name. */
static gboolean
check_files (const MftSigningRequest *request, GError **error)
{
  if (mft_file_is_same (request->input, request->output))
    {
      g_set_error (error, MFT_ACT_ERROR, MFT_ACT_ERROR_SAME_FILE, "'%s' is the input",
                   request->output);
      return FALSE;
    }
  if (!request->replace && g_file_test (request->output, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST, "'%s' is there already",
                   request->output);
      return FALSE;
    }
  return TRUE;
}

static gboolean
fail_check (GError **error, const char *why)
{
  g_set_error (error, MFT_ACT_ERROR, MFT_ACT_ERROR_SELF_CHECK, "self-check: %s", why);
  return FALSE;
}

static gboolean
stands (const MftSignatureReport *signature)
{
  return signature->state == MFT_SIGNATURE_SIGNED && signature->integrity == MFT_INTEGRITY_INTACT
         && signature->changes_after != MFT_CHANGES_FORBIDDEN
         && (signature->coverage == MFT_COVERAGE_WHOLE_FILE
             || signature->coverage == MFT_COVERAGE_WHOLE_REVISION);
}

/* An earlier signature that holds no more must not have held before either. */
static gboolean
check_earlier (const MftVerifyReport *report, const char *own_field, MftByteSource *input,
               MftJob *job, GError **error)
{
  g_autoptr (MftVerifyReport) before = NULL;

  for (guint i = 0; i < report->signatures->len; i++)
    {
      const MftSignatureReport *signature = g_ptr_array_index (report->signatures, i);
      if (signature->state == MFT_SIGNATURE_EMPTY || g_str_equal (signature->field, own_field)
          || stands (signature))
        continue;
      if (before == NULL)
        before = mft_verify (input, NULL, job, error);
      if (before == NULL)
        return FALSE;
      const MftSignatureReport *earlier = mft_verify_report_find (before, signature->field);
      if (earlier == NULL || stands (earlier))
        return fail_check (error, "an earlier signature would no longer hold");
    }
  return TRUE;
}

/* Integrity, coverage, permitted changes, earlier signatures; not trust (DESIGN.md §5). */
static MftVerifyReport *
check_result (MftSafeFile *output, MftByteSource *input, const char *field, MftKey *key,
              MftJob *job, GError **error)
{
  g_autoptr (MftByteSource) written = mft_byte_source_new_fd (mft_safe_file_fd (output), error);
  g_autoptr (MftVerifyReport) report
      = written != NULL ? mft_verify (written, NULL, job, error) : NULL;

  if (report == NULL)
    return NULL;
  const MftSignatureReport *own = mft_verify_report_find (report, field);
  if (own == NULL || !stands (own) || own->coverage != MFT_COVERAGE_WHOLE_FILE
      || own->certificate == NULL
      || !mft_certificate_equal (own->certificate, mft_key_get_certificate (key)))
    {
      fail_check (error, "the new signature does not hold");
      return NULL;
    }
  if (!check_earlier (report, field, input, job, error))
    return NULL;
  return g_steal_pointer (&report);
}

/* A level that cannot be reached is refused, never lowered (DESIGN.md §7). */
static gboolean
check_level (const MftSignatureReport *own, const MftSigningRequest *request, GError **error)
{
  if (request->timestamp == NULL || own->level >= MFT_LEVEL_B_T)
    return TRUE;
  g_set_error_literal (error, MFT_ACT_ERROR, MFT_ACT_ERROR_LEVEL, "the level was not reached");
  return FALSE;
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
          .time_text = when };

  return mft_stamp_content_copy (&content);
}

static MftSigningResult *
sign (const MftSigningRequest *request, MftJob *job, GError **error)
{
  MftCertificate *certificate = mft_key_get_certificate (request->key);
  g_autoptr (GDateTime) utc = mft_clock_now_utc ();
  g_autoptr (GDateTime) now = mft_moment_in (utc, request->zone);
  g_autoptr (MftStampContent) stamp = mft_act_stamp (request, certificate);
  const MftSignRequest wanted = { .field = request->field,
                                  .page = request->page,
                                  .rect = request->rect,
                                  .invisible = request->invisible,
                                  .certify = request->certify,
                                  .reason = request->reason,
                                  .location = request->location,
                                  .time = now,
                                  .timestamp = request->timestamp,
                                  .stamp = stamp };

  if (!check_files (request, error)
      || !mft_certificate_check_signing (certificate, mft_clock_now (), error))
    return NULL;
  g_autoptr (MftByteSource) input = mft_byte_source_new_file (request->input, error);
  g_autoptr (MftSafeFile) output
      = input != NULL ? mft_safe_file_new (request->output, error) : NULL;
  if (output == NULL)
    return NULL;
  g_autofree char *name = mft_pades_sign (input, request->key, &wanted, output, job, error);
  g_autofree char *field = name != NULL ? mft_display_name (name, -1) : NULL; /* as in a report */
  g_autoptr (MftVerifyReport) report
      = field != NULL ? check_result (output, input, field, request->key, job, error) : NULL;
  const MftSignatureReport *own = report != NULL ? mft_verify_report_find (report, field) : NULL;
  if (own == NULL || !check_level (own, request, error) || !mft_job_check (job, error)
      || !mft_safe_file_commit (output, request->replace, error))
    return NULL;

  MftSigningResult *result = g_new0 (MftSigningResult, 1);
  result->output = g_strdup (request->output);
  result->field = g_steal_pointer (&field);
  result->signer = g_strdup (mft_certificate_common_name (mft_key_get_certificate (request->key)));
  result->sha256 = g_strdup (report->sha256);
  result->level = own->level;
  result->timestamp = own->timestamp;
  result->report = g_steal_pointer (&report);
  return result;
}

/* Writes down what happened. A journal that cannot be written is told on standard error: the act
 * itself is done or failed already. */
static void
write_down (const MftSigningRequest *request, const MftCertificate *signer,
            const MftSigningResult *result, const GError *failure)
{
  g_autofree char *failed
      = failure != NULL
            ? g_strdup_printf ("%s/%d", g_quark_to_string (failure->domain), failure->code)
            : NULL;
  g_autofree char *sha256 = mft_sha256_hex_of_file (request->input, NULL);
  const MftJournalEntry entry
      = { .act = "sign",
          .outcome = failed != NULL ? failed : "done",
          .sha256 = sha256,
          .result = result != NULL ? result->sha256 : NULL,
          .field = result != NULL ? result->field : request->field,
          .signer = signer != NULL ? mft_certificate_common_name (signer) : NULL,
          .basis = basis_name (request->basis),
          .told_by = request->basis == MFT_BASIS_EXPLANATION ? request->told_by : NULL,
          .pages_shown = request->pages_shown,
          .pages = request->pages };
  g_autoptr (GError) error = NULL;

  if (!mft_journal_add (&entry, &error))
    g_printerr ("mufakat: %s\n", error->message);
}

MftSigningResult *
mft_act_sign (const MftSigningRequest *request, MftJob *job, GError **error)
{
  GError *failure = NULL;
  MftSigningResult *result = sign (request, job, &failure);

  write_down (request, mft_key_get_certificate (request->key), result, failure);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return result;
}

void
mft_act_note_failure (const char *input, const char *field, MftBasis basis,
                      const MftCertificate *signer, const GError *failure)
{
  const MftSigningRequest request = { .input = input, .field = field, .basis = basis };

  write_down (&request, signer, NULL, failure);
}

void
mft_signing_result_free (MftSigningResult *result)
{
  g_free (result->output);
  g_free (result->field);
  g_free (result->signer);
  g_free (result->sha256);
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
