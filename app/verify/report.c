/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify/report.h"

#include "pki/display-name.h"
#include "pki/practice.h"

static void
message_free (gpointer data)
{
  MftVerifyMessage *message = data;

  g_free (message->code);
  g_free (message->argument);
  g_free (message);
}

MftVerifyReport *
mft_verify_report_new (void)
{
  MftVerifyReport *report = g_new0 (MftVerifyReport, 1);

  report->verdict = MFT_VERDICT_UNREADABLE;
  report->signatures = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_signature_report_free);
  report->messages = g_ptr_array_new_with_free_func (message_free);
  return report;
}

void
mft_verify_report_free (MftVerifyReport *report)
{
  g_free (report->sha256);
  g_ptr_array_unref (report->signatures);
  g_ptr_array_unref (report->messages);
  g_free (report);
}

MftSignatureReport *
mft_signature_report_new (const char *field)
{
  MftSignatureReport *report = g_new0 (MftSignatureReport, 1);

  report->timestamp = G_MININT64;

  report->field = mft_display_name (field, -1);
  report->state = MFT_SIGNATURE_UNREADABLE;
  report->changes = g_ptr_array_new_with_free_func (g_free);
  report->messages = g_ptr_array_new_with_free_func (message_free);
  report->trust_reason = MFT_PATH_NO_ANCHOR;
  return report;
}

void
mft_signature_report_free (MftSignatureReport *report)
{
  g_free (report->field);
  g_clear_pointer (&report->certificate, mft_certificate_unref);
  g_free (report->signer);
  g_free (report->issuer);
  g_clear_pointer (&report->chain, g_ptr_array_unref);
  g_free (report->subfilter);
  g_ptr_array_unref (report->changes);
  g_clear_pointer (&report->timestamp_signer, mft_certificate_unref);
  g_free (report->digest);
  g_free (report->algorithm);
  g_free (report->reason);
  g_free (report->location);
  g_ptr_array_unref (report->messages);
  g_free (report);
}

const MftSignatureReport *
mft_verify_report_find (const MftVerifyReport *report, const char *field)
{
  for (guint i = 0; i < report->signatures->len; i++)
    {
      const MftSignatureReport *signature = g_ptr_array_index (report->signatures, i);
      if (g_str_equal (signature->field, field))
        return signature;
    }
  return NULL;
}

gboolean
mft_signature_report_is_practice (const MftSignatureReport *signature)
{
  return signature->certificate != NULL && mft_certificate_is_practice (signature->certificate);
}

gboolean
mft_verify_report_has_practice (const MftVerifyReport *report)
{
  for (guint i = 0; i < report->signatures->len; i++)
    if (mft_signature_report_is_practice (g_ptr_array_index (report->signatures, i)))
      return TRUE;
  return FALSE;
}

static void
add_message (GPtrArray *messages, const char *code, const char *argument, gboolean is_note)
{
  MftVerifyMessage *message;

  for (guint i = 0; i < messages->len; i++)
    {
      message = g_ptr_array_index (messages, i);
      if (strcmp (message->code, code) == 0 && g_strcmp0 (message->argument, argument) == 0)
        return;
    }
  message = g_new0 (MftVerifyMessage, 1);
  message->code = g_strdup (code);
  message->is_note = is_note;
  message->argument = argument != NULL ? mft_display_name (argument, -1) : NULL;
  g_ptr_array_add (messages, message);
}

void
mft_verify_message (GPtrArray *messages, const char *code, const char *argument)
{
  add_message (messages, code, argument, FALSE);
}

void
mft_verify_note (GPtrArray *messages, const char *code, const char *argument)
{
  add_message (messages, code, argument, TRUE);
}

gboolean
mft_verify_has_message (GPtrArray *messages, const char *code)
{
  for (guint i = 0; i < messages->len; i++)
    if (strcmp (((MftVerifyMessage *) g_ptr_array_index (messages, i))->code, code) == 0)
      return TRUE;
  return FALSE;
}

const char *
mft_verdict_name (MftVerdict verdict)
{
  static const char *const names[]
      = { "valid", "invalid", "indeterminate", "unsigned", "unreadable" };

  return names[verdict];
}

const char *
mft_report_source_name (MftReportSource source)
{
  static const char *const names[] = { NULL, "none", "embedded", "pages" };

  return names[source];
}

const char *
mft_signature_state_name (MftSignatureState state)
{
  static const char *const names[] = { "signed", "empty", "unreadable" };

  return names[state];
}

const char *
mft_signature_kind_name (MftSignatureKind kind)
{
  static const char *const names[] = { "signature", "timestamp" };

  return names[kind];
}

const char *
mft_level_name (MftLevel level)
{
  static const char *const names[] = { "unknown", "basic", "B-B", "B-T", "B-LT", "B-LTA" };

  return names[level];
}

const char *
mft_integrity_name (MftIntegrity integrity)
{
  static const char *const names[] = { "unreadable", "broken", "intact" };

  return names[integrity];
}

const char *
mft_coverage_name (MftCoverage coverage)
{
  static const char *const names[] = { "unclear", "partial", "whole_revision", "whole_file" };

  return names[coverage];
}

const char *
mft_changes_name (MftChanges changes)
{
  static const char *const names[] = { "unknown", "none", "permitted", "forbidden" };

  return names[changes];
}

const char *
mft_trust_name (MftTrust trust)
{
  static const char *const names[] = { "unknown", "untrusted", "trusted" };

  return names[trust];
}

const char *
mft_revocation_name (MftRevocation revocation)
{
  static const char *const names[] = { "unknown", "good", "revoked" };

  return names[revocation];
}

const char *
mft_time_source_name (MftTimeSource source)
{
  static const char *const names[] = { "none", "attribute", "M", "timestamp" };

  return names[source];
}

const char *
mft_indication_name (MftIndication indication)
{
  static const char *const names[] = { "INDETERMINATE", "TOTAL-PASSED", "TOTAL-FAILED" };

  return names[indication];
}
