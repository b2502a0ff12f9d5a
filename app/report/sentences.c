/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sentences.h"

#include <glib/gi18n.h>

#include "bahasa/moment.h"

const char *
mft_sentence_verdict_word (MftVerdict verdict)
{
  switch (verdict)
    {
    case MFT_VERDICT_VALID:
      return _ ("VALID");
    case MFT_VERDICT_INVALID:
      return _ ("NOT VALID");
    case MFT_VERDICT_INDETERMINATE:
      return _ ("CANNOT BE DETERMINED YET");
    case MFT_VERDICT_UNSIGNED:
      return _ ("NO SIGNATURE");
    case MFT_VERDICT_UNREADABLE:
      return _ ("UNREADABLE");
    }
  return "";
}

static gboolean
has_forbidden_change (const MftVerifyReport *report)
{
  for (guint i = 0; i < report->signatures->len; i++)
    {
      const MftSignatureReport *signature = g_ptr_array_index (report->signatures, i);
      if (signature->changes_after == MFT_CHANGES_FORBIDDEN
          || signature->integrity == MFT_INTEGRITY_BROKEN)
        return TRUE;
    }
  return mft_verify_has_message (report->messages, "SIGNATURE_UNREACHABLE");
}

static gboolean
has_unknown_signer (const MftVerifyReport *report)
{
  for (guint i = 0; i < report->signatures->len; i++)
    {
      const MftSignatureReport *signature = g_ptr_array_index (report->signatures, i);
      if (signature->state == MFT_SIGNATURE_SIGNED && signature->trust == MFT_TRUST_UNKNOWN)
        return TRUE;
    }
  return FALSE;
}

const MftSignatureReport *
mft_report_next_empty (const MftVerifyReport *report)
{
  for (guint i = 0; i < report->signatures->len; i++)
    {
      const MftSignatureReport *signature = g_ptr_array_index (report->signatures, i);
      if (signature->state == MFT_SIGNATURE_EMPTY && mft_report_is_party (signature))
        return signature;
    }
  return NULL;
}

static const char *
valid_sentence (const MftVerifyReport *report)
{
  if (mft_verify_report_has_practice (report))
    return _ ("The signatures hold, but were made with a practice certificate that is not "
              "certified.");
  if (mft_report_next_empty (report) != NULL)
    return _ ("The signatures so far are valid. Not all parties have signed yet.");
  return _ ("The electronic signatures are valid, and the document is the original since it was "
            "signed.");
}

/* Something else than the certificates keeps the file from being valid. */
static gboolean
is_doubtful (const MftVerifyReport *report)
{
  for (guint i = 0; i < report->messages->len; i++)
    if (!((const MftVerifyMessage *) g_ptr_array_index (report->messages, i))->is_note)
      return TRUE;
  for (guint i = 0; i < report->signatures->len; i++)
    {
      const MftSignatureReport *signature = g_ptr_array_index (report->signatures, i);
      if (signature->state != MFT_SIGNATURE_EMPTY
          && (signature->integrity != MFT_INTEGRITY_INTACT
              || signature->coverage < MFT_COVERAGE_WHOLE_REVISION
              || signature->changes_after == MFT_CHANGES_UNKNOWN))
        return TRUE;
    }
  return FALSE;
}

static const char *
indeterminate_sentence (const MftVerifyReport *report)
{
  if (is_doubtful (report))
    return _ ("What is in the file does not suffice for a verdict.");
  if (mft_verify_report_has_practice (report))
    return _ ("Signed with a practice certificate, which is not certified. Use a certificate of "
              "BSrE for a document that counts.");
  if (has_unknown_signer (report))
    return _ ("Nothing speaks against the document, but the issuer of a certificate is not known "
              "here. Add the certificate of the root authority, then verify again.");
  return _ ("What is in the file does not suffice for a verdict.");
}

const char *
mft_sentence_verdict (const MftVerifyReport *report)
{
  switch (report->verdict)
    {
    case MFT_VERDICT_VALID:
      return valid_sentence (report);
    case MFT_VERDICT_INVALID:
      return has_forbidden_change (report)
                 ? _ ("This document was changed after it was signed. Do not rely on it; ask for "
                      "the original file.")
                 : _ ("A signature in this document does not hold. Do not rely on it; ask for the "
                      "original file.");
    case MFT_VERDICT_INDETERMINATE:
      return indeterminate_sentence (report);
    case MFT_VERDICT_UNSIGNED:
      return _ ("There is no electronic signature in this document.");
    case MFT_VERDICT_UNREADABLE:
      return _ ("This file cannot be read as a sound PDF.");
    }
  return "";
}

const char *
mft_sentence_integrity_word (const MftSignatureReport *signature)
{
  if (signature->integrity == MFT_INTEGRITY_UNREADABLE)
    return _ ("Unreadable");
  if (signature->integrity == MFT_INTEGRITY_BROKEN
      || signature->changes_after == MFT_CHANGES_FORBIDDEN)
    return _ ("Changed");
  if (signature->coverage == MFT_COVERAGE_UNCLEAR || signature->coverage == MFT_COVERAGE_PARTIAL
      || signature->changes_after == MFT_CHANGES_UNKNOWN)
    return _ ("Cannot be determined yet");
  return _ ("Intact");
}

/* The first page with a forbidden change, from 1; 0: none is known. */
static guint
changed_page (const MftSignatureReport *signature)
{
  for (guint i = 0; i < signature->changes->len; i++)
    {
      const MftVerifyChange *change = g_ptr_array_index (signature->changes, i);
      if (!change->permitted && change->page > 0)
        return change->page;
    }
  return 0;
}

static char *
changed_sentence (const MftSignatureReport *signature)
{
  guint page = changed_page (signature);

  if (page > 0)
    return g_strdup_printf (_ ("The document was changed after it was signed: page %u."), page);
  return g_strdup (_ ("The document was changed after it was signed."));
}

char *
mft_sentence_integrity (const MftSignatureReport *signature)
{
  if (signature->integrity == MFT_INTEGRITY_UNREADABLE)
    return g_strdup (_ ("The signature cannot be read."));
  if (signature->integrity == MFT_INTEGRITY_BROKEN)
    return g_strdup (_ ("The contents are not those that were signed."));
  if (signature->changes_after == MFT_CHANGES_FORBIDDEN)
    return changed_sentence (signature);
  if (signature->coverage == MFT_COVERAGE_PARTIAL)
    return g_strdup (_ ("The signature covers a part of the document only."));
  if (signature->coverage == MFT_COVERAGE_UNCLEAR)
    return g_strdup (_ ("It is not clear what the signature covers."));
  if (signature->changes_after == MFT_CHANGES_UNKNOWN)
    return g_strdup (_ ("What was added after signing cannot be judged."));
  if (signature->changes_after == MFT_CHANGES_PERMITTED)
    return g_strdup (_ ("The document is as it was signed; what was added since is permitted."));
  return g_strdup (_ ("The document has not changed since it was signed."));
}

const char *
mft_sentence_trust_word (const MftSignatureReport *signature)
{
  if (signature->revocation == MFT_REVOCATION_REVOKED)
    return _ ("Revoked");
  /* PP 71/2019 Ps 60(2): what is not certified is called so, also where somebody trusts it. */
  if (mft_signature_report_is_practice (signature) && signature->trust != MFT_TRUST_UNTRUSTED)
    return _ ("Not certified");
  switch (signature->trust)
    {
    case MFT_TRUST_TRUSTED:
      return _ ("Trusted");
    case MFT_TRUST_UNTRUSTED:
      return _ ("Not trusted");
    case MFT_TRUST_UNKNOWN:
      break;
    }
  return _ ("Cannot be determined yet");
}

static const char *
trust_reason (MftPathReason reason)
{
  switch (reason)
    {
    case MFT_PATH_OK:
      break;
    case MFT_PATH_NO_ANCHOR:
      return _ ("The issuer is not among the certificates that are trusted here.");
    case MFT_PATH_EXPIRED:
      return _ ("The certificate had expired at the judged time.");
    case MFT_PATH_NOT_YET_VALID:
      return _ ("The certificate was not valid yet at the judged time.");
    case MFT_PATH_WRONG_USAGE:
      return _ ("The certificate was not issued for signing documents.");
    case MFT_PATH_CONSTRAINTS:
      return _ ("The chain of certificates breaks the rules of its issuer.");
    case MFT_PATH_BAD_SIGNATURE:
      return _ ("The certificate was not issued by the authority it names.");
    case MFT_PATH_WEAK:
      return _ ("The certificate uses a method that is too weak today.");
    case MFT_PATH_ANCHOR_RETIRED:
      return _ ("The issuer counts only for times that an electronic timestamp proves.");
    }
  return "";
}

char *
mft_sentence_trust (const MftSignatureReport *signature)
{
  if (signature->certificate == NULL)
    return g_strdup (_ ("The signer's certificate is not in the signature."));
  if (signature->revocation == MFT_REVOCATION_REVOKED)
    return g_strdup (_ ("The certificate was revoked."));
  if (mft_signature_report_is_practice (signature) && signature->trust != MFT_TRUST_UNTRUSTED)
    return g_strdup (signature->trust == MFT_TRUST_TRUSTED
                         ? _ ("A practice certificate that is trusted here.")
                         : _ ("A practice certificate, for exercise only."));
  if (signature->trust != MFT_TRUST_TRUSTED)
    return g_strdup (trust_reason (signature->trust_reason));
  return g_strdup_printf (signature->revocation == MFT_REVOCATION_GOOD
                              ? _ ("Issued by %s, valid and not revoked at the judged time.")
                              : _ ("Issued by %s, valid at the judged time. Revocation was not "
                                   "checked."),
                          signature->issuer != NULL ? signature->issuer : "");
}

char *
mft_sentence_moment (gint64 microseconds)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (microseconds / G_USEC_PER_SEC);
  g_autoptr (GDateTime) time = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return time != NULL ? mft_moment_format (time) : g_strdup ("");
}

char *
mft_sentence_time (const MftSignatureReport *signature)
{
  if (signature->signing_time_source == MFT_TIME_SOURCE_NONE)
    return g_strdup (_ ("No time of signing is stated."));
  g_autofree char *time = mft_sentence_moment (signature->signing_time);
  return g_strdup_printf (signature->signing_time_source == MFT_TIME_SOURCE_TIMESTAMP
                              ? _ ("%s, according to the electronic timestamp")
                              : _ ("%s, according to the signer's computer (not proven)"),
                          time);
}

char *
mft_sentence_field (const MftSignatureReport *signature)
{
  if (!g_str_has_prefix (signature->field, "PIHAK_"))
    return g_strdup (signature->field);
  return g_strdelimit (g_strdup (signature->field), "_", ' ');
}

static void
append_line (GString *text, const char *name, const char *word, const char *sentence)
{
  g_string_append_printf (text, "    %s: %s%s%s\n", name, word,
                          word[0] != '\0' && sentence[0] != '\0' ? " – " : "", sentence);
}

static void
append_notes (GString *text, GPtrArray *messages)
{
  for (guint i = 0; i < messages->len; i++)
    {
      const MftVerifyMessage *message = g_ptr_array_index (messages, i);
      g_autofree char *sentence = mft_sentence_message (message);
      if (message->is_note)
        append_line (text, _ ("Please look"), sentence, "");
    }
}

static void
append_signed (GString *text, const MftSignatureReport *signature)
{
  g_autofree char *integrity = mft_sentence_integrity (signature);
  g_autofree char *trust = mft_sentence_trust (signature);
  g_autofree char *time = mft_sentence_time (signature);
  g_autofree char *signer = mft_sentence_signer (signature);
  g_autofree char *lasting = mft_sentence_lasting (signature);

  append_line (text, _ ("Kind"), mft_sentence_kind (signature), "");
  append_line (text, _ ("Signer"), signer, "");
  append_line (text, _ ("Integrity of the document"), mft_sentence_integrity_word (signature),
               integrity);
  append_line (text, _ ("Certificate"), mft_sentence_trust_word (signature), trust);
  append_line (text, _ ("Time"), time, "");
  append_line (text, _ ("Long-term evidence (LTV)"), lasting, "");
  for (guint i = 0; i < signature->changes->len; i++)
    {
      const MftVerifyChange *change = g_ptr_array_index (signature->changes, i);
      g_autofree char *sentence = mft_sentence_change (change);
      if (!change->permitted)
        append_line (text, _ ("Changed"), sentence, "");
    }
  append_notes (text, signature->messages);
}

char *
mft_sentences_report (const char *file, const MftVerifyReport *report)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s: %s\n  %s\n", file, mft_sentence_verdict_word (report->verdict),
                          mft_sentence_verdict (report));
  for (guint i = 0; i < report->signatures->len; i++)
    {
      const MftSignatureReport *signature = g_ptr_array_index (report->signatures, i);
      g_autofree char *field = mft_sentence_field (signature);
      if (signature->state == MFT_SIGNATURE_EMPTY)
        {
          g_string_append (text, "  ");
          g_string_append_printf (text, _ ("Not yet signed: %s"), field);
          g_string_append_c (text, '\n');
          continue;
        }
      g_string_append_printf (text, "  %s\n", field);
      append_signed (text, signature);
    }
  for (guint i = 0; i < report->messages->len; i++)
    {
      g_autofree char *message = mft_sentence_message (g_ptr_array_index (report->messages, i));
      if (!g_str_equal (message, mft_sentence_verdict (report)))
        g_string_append_printf (text, "  %s\n", message);
    }
  return g_string_free (text, FALSE);
}
