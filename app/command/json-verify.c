/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command/json-verify.h"

#include "act/failure.h"
#include "base/clock.h"
#include "report/sentences.h"

static void
write_byte_range (MftJsonWriter *json, const MftSignatureReport *signature)
{
  if (!signature->has_byte_range)
    {
      mft_json_writer_null (json, "byte_range");
      return;
    }
  mft_json_writer_array (json, "byte_range");
  for (gsize i = 0; i < G_N_ELEMENTS (signature->byte_range); i++)
    mft_json_writer_integer (json, NULL, signature->byte_range[i]);
  mft_json_writer_end (json);
}

static void
write_changes (MftJsonWriter *json, GPtrArray *changes)
{
  mft_json_writer_array (json, "changes");
  for (guint i = 0; i < changes->len; i++)
    {
      const MftVerifyChange *change = g_ptr_array_index (changes, i);
      mft_json_writer_object (json, NULL);
      mft_json_writer_string (json, "kind", change->kind);
      if (change->page > 0)
        mft_json_writer_integer (json, "page", change->page);
      else
        mft_json_writer_null (json, "page");
      mft_json_writer_integer (json, "object", change->object);
      mft_json_writer_boolean (json, "permitted", change->permitted);
      mft_json_writer_end (json);
    }
  mft_json_writer_end (json);
}

static void
write_messages (MftJsonWriter *json, GPtrArray *messages)
{
  mft_json_writer_array (json, "messages");
  for (guint i = 0; i < messages->len; i++)
    {
      const MftVerifyMessage *message = g_ptr_array_index (messages, i);
      g_autofree char *text = mft_sentence_message (message);
      mft_json_writer_object (json, NULL);
      mft_json_writer_string (json, "code", message->code);
      mft_json_writer_string (json, "text", text);
      mft_json_writer_boolean (json, "note", message->is_note);
      mft_json_writer_end (json);
    }
  mft_json_writer_end (json);
}

static void
write_judgement (MftJsonWriter *json, const MftSignatureReport *signature)
{
  g_autofree char *time = signature->signing_time_source != MFT_TIME_SOURCE_NONE
                              ? mft_clock_format (signature->signing_time)
                              : NULL;

  mft_json_writer_string (json, "trust", mft_trust_name (signature->trust));
  mft_json_writer_string (json, "revocation", mft_revocation_name (signature->revocation));
  mft_json_writer_string (json, "signing_time", time);
  mft_json_writer_string (json, "signing_time_source",
                          mft_time_source_name (signature->signing_time_source));
  mft_json_writer_string (json, "digest", signature->digest);
  mft_json_writer_string (json, "algorithm", signature->algorithm);
  mft_json_writer_string (json, "indication", mft_indication_name (signature->indication));
  mft_json_writer_string (json, "subindication", signature->subindication);
  write_messages (json, signature->messages);
}

static void
write_signature (MftJsonWriter *json, const MftSignatureReport *signature)
{
  mft_json_writer_object (json, NULL);
  mft_json_writer_string (json, "field", signature->field);
  mft_json_writer_string (json, "state", mft_signature_state_name (signature->state));
  mft_json_writer_string (json, "kind", mft_signature_kind_name (signature->kind));
  mft_json_writer_string (json, "signer", signature->signer);
  mft_json_writer_string (json, "issuer", signature->issuer);
  mft_json_writer_string (json, "subfilter", signature->subfilter);
  mft_json_writer_string (json, "level", mft_level_name (signature->level));
  mft_json_writer_string (json, "integrity", mft_integrity_name (signature->integrity));
  mft_json_writer_string (json, "coverage", mft_coverage_name (signature->coverage));
  mft_json_writer_integer (json, "revision", signature->revision);
  mft_json_writer_integer (json, "revisions", signature->revisions);
  write_byte_range (json, signature);
  mft_json_writer_integer (json, "certification", signature->certification);
  mft_json_writer_string (json, "changes_after", mft_changes_name (signature->changes_after));
  write_changes (json, signature->changes);
  write_judgement (json, signature);
  mft_json_writer_end (json);
}

void
mft_json_verify_file (MftJsonWriter *json, const char *file, const MftVerifyReport *report)
{
  mft_json_writer_object (json, NULL);
  mft_json_writer_string (json, "file", file);
  mft_json_writer_string (json, "sha256", report->sha256);
  mft_json_writer_string (json, "verdict", mft_verdict_name (report->verdict));
  mft_json_writer_string (json, "source", mft_report_source_name (report->source));
  if (report->source == MFT_REPORT_SOURCE_EMBEDDED || report->source == MFT_REPORT_SOURCE_PAGES)
    mft_json_writer_boolean (json, "source_matches", report->source == MFT_REPORT_SOURCE_EMBEDDED);
  else
    mft_json_writer_null (json, "source_matches");
  mft_json_writer_array (json, "signatures");
  for (guint i = 0; i < report->signatures->len; i++)
    write_signature (json, g_ptr_array_index (report->signatures, i));
  mft_json_writer_end (json);
  write_messages (json, report->messages);
  mft_json_writer_end (json);
}

void
mft_json_verify_unreadable (MftJsonWriter *json, const char *file, const GError *error)
{
  g_autofree char *sentence = mft_failure_sentence (error);

  mft_json_writer_object (json, NULL);
  mft_json_writer_string (json, "file", file);
  mft_json_writer_null (json, "sha256");
  mft_json_writer_string (json, "verdict", mft_verdict_name (MFT_VERDICT_UNREADABLE));
  mft_json_writer_null (json, "source");
  mft_json_writer_null (json, "source_matches");
  mft_json_writer_array (json, "signatures");
  mft_json_writer_end (json);
  mft_json_writer_array (json, "messages");
  mft_json_writer_object (json, NULL);
  mft_json_writer_string (json, "code", "FILE_UNREADABLE");
  mft_json_writer_string (json, "text", sentence);
  mft_json_writer_end (json);
  mft_json_writer_end (json);
  mft_json_writer_end (json);
}
