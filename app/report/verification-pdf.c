/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/verification.h"

#include <glib/gi18n.h>

#include "report/sentences.h"
#include "report/sheet.h"

#define MESSAGES_MOST 100

static MftSheetTone
tone_of (MftVerdict verdict)
{
  switch (verdict)
    {
    case MFT_VERDICT_VALID:
      return MFT_SHEET_GOOD;
    case MFT_VERDICT_INVALID:
    case MFT_VERDICT_UNREADABLE:
      return MFT_SHEET_BAD;
    case MFT_VERDICT_INDETERMINATE:
      return MFT_SHEET_UNSURE;
    case MFT_VERDICT_UNSIGNED:
      break;
    }
  return MFT_SHEET_NEUTRAL;
}

static void
add_fact (MftSheet *sheet, const char *label, const char *word, const char *sentence)
{
  g_autofree char *text
      = word != NULL ? g_strdup_printf ("%s. %s", word, sentence) : g_strdup (sentence);

  mft_sheet_fact (sheet, label, text, 0);
}

static void
add_fine (MftSheet *sheet, const char *label, const char *text)
{
  if (text != NULL && text[0] != '\0')
    mft_sheet_fact (sheet, label, text, MFT_SHEET_SMALL);
}

static void
add_messages (MftSheet *sheet, const char *label, GPtrArray *messages, gboolean notes)
{
  for (guint i = 0; i < MIN (messages->len, MESSAGES_MOST); i++)
    {
      const MftVerifyMessage *message = g_ptr_array_index (messages, i);
      g_autofree char *text = mft_sentence_message (message);
      if (message->is_note == notes)
        mft_sheet_fact (sheet, label, text, 0);
    }
}

static void
add_changes (MftSheet *sheet, const MftSignatureReport *signature)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < signature->changes->len; i++)
    {
      const MftVerifyChange *change = g_ptr_array_index (signature->changes, i);
      char *text = mft_sentence_change (change);
      if (g_hash_table_add (told, text))
        mft_sheet_fact (sheet, change->permitted ? _ ("Added (permitted)") : _ ("Changed"), text,
                        0);
    }
}

/* The five lines of a public checker, then what the signer wrote. */
static void
add_signature (MftSheet *sheet, const MftSignatureReport *signature)
{
  g_autofree char *field = mft_sentence_field (signature);
  g_autofree char *integrity = mft_sentence_integrity (signature);
  g_autofree char *trust = mft_sentence_trust (signature);
  g_autofree char *root = mft_sentence_root (signature);
  g_autofree char *time = mft_sentence_time (signature);
  g_autofree char *lasting = mft_sentence_lasting (signature);
  g_autofree char *heading = g_strdup_printf ("%s · %s", field, mft_sentence_kind (signature));
  g_autofree char *signer = mft_sentence_signer (signature);

  mft_sheet_heading (sheet, 2, heading);
  add_fact (sheet, _ ("Signer"), NULL, signer);
  add_fact (sheet, _ ("Integrity of the document"), mft_sentence_integrity_word (signature),
            integrity);
  add_fact (sheet, _ ("Certificate"), mft_sentence_trust_word (signature), trust);
  add_fact (sheet, _ ("National root"), NULL, root);
  add_fact (sheet, _ ("Time"), NULL, time);
  add_fact (sheet, _ ("Long-term evidence (LTV)"), NULL, lasting);
  if (signature->reason != NULL)
    add_fact (sheet, _ ("Reason"), NULL, signature->reason);
  if (signature->location != NULL)
    add_fact (sheet, _ ("Location"), NULL, signature->location);
  add_changes (sheet, signature);
  add_messages (sheet, _ ("Remark"), signature->messages, FALSE);
  add_messages (sheet, _ ("Please look"), signature->messages, TRUE);
}

static void
add_technical (MftSheet *sheet, const MftSignatureReport *signature)
{
  g_autofree char *revision
      = g_strdup_printf ("%u / %u", signature->revision, signature->revisions);
  g_autofree char *range = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                                            " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                            signature->byte_range[0], signature->byte_range[1],
                                            signature->byte_range[2], signature->byte_range[3]);
  g_autofree char *indication = g_strjoin (" / ", mft_indication_name (signature->indication),
                                           signature->subindication, NULL);

  mft_sheet_heading (sheet, 2, signature->field);
  add_fine (sheet, _ ("Indication (EN 319 102-1)"), indication);
  add_fine (sheet, _ ("Format"), signature->subfilter);
  add_fine (sheet, _ ("Level"), mft_level_name (signature->level));
  add_fine (sheet, _ ("Algorithm"), signature->algorithm);
  add_fine (sheet, _ ("Digest"), signature->digest);
  add_fine (sheet, _ ("Coverage"), mft_coverage_name (signature->coverage));
  add_fine (sheet, _ ("Signed revision"), revision);
  if (signature->has_byte_range)
    add_fine (sheet, _ ("Byte range"), range);
  add_fine (sheet, _ ("Revocation"), mft_revocation_name (signature->revocation));
  for (guint i = 0; signature->chain != NULL && i < signature->chain->len; i++)
    {
      const MftCertificate *one = g_ptr_array_index (signature->chain, i);
      g_autofree char *text = g_strdup_printf ("%s\nSHA-256 %s", mft_certificate_subject (one),
                                               mft_certificate_sha256 (one));
      add_fine (sheet, _ ("Certificate"), text);
    }
  for (guint i = 0; i < signature->messages->len; i++)
    add_fine (sheet, _ ("Code"),
              ((MftVerifyMessage *) g_ptr_array_index (signature->messages, i))->code);
}

static void
add_head (MftSheet *sheet, const MftVerifiedFile *file, const char *version)
{
  const MftVerifyReport *report = file->report;
  g_autofree char *when = mft_sentence_moment (report->judged_at);
  g_autofree char *pages = g_strdup_printf ("%u", report->pages);

  mft_sheet_answer (sheet, tone_of (report->verdict), mft_sentence_verdict_word (report->verdict),
                    mft_sentence_verdict (report));
  mft_sheet_fact (sheet, _ ("Document"), file->name, 0);
  mft_sheet_fact (sheet, "SHA-256", report->sha256, 0);
  if (report->pages > 0)
    mft_sheet_fact (sheet, _ ("Pages"), pages, 0);
  mft_sheet_fact (sheet, _ ("Checked"), when, 0);
  mft_sheet_fact (sheet, _ ("Program"), version, 0);
  add_messages (sheet, _ ("Remark"), report->messages, FALSE);
  add_messages (sheet, _ ("Please look"), report->messages, TRUE);
}

static void
add_file (MftSheet *sheet, const MftVerifiedFile *file, const char *version)
{
  GPtrArray *signatures = file->report != NULL ? file->report->signatures : NULL;
  gboolean any = FALSE;

  mft_sheet_break (sheet);
  mft_sheet_heading (sheet, 1, _ ("Result of Verifying Electronic Signatures"));
  if (signatures == NULL)
    {
      mft_sheet_answer (sheet, MFT_SHEET_BAD, mft_sentence_verdict_word (MFT_VERDICT_UNREADABLE),
                        file->error);
      mft_sheet_fact (sheet, _ ("Document"), file->name, 0);
      return;
    }
  add_head (sheet, file, version);
  for (guint i = 0; i < signatures->len; i++)
    {
      const MftSignatureReport *signature = g_ptr_array_index (signatures, i);
      if (signature->state != MFT_SIGNATURE_EMPTY)
        add_signature (sheet, signature);
      any = any || signature->state != MFT_SIGNATURE_EMPTY;
    }
  for (guint i = 0; i < signatures->len; i++)
    {
      const MftSignatureReport *signature = g_ptr_array_index (signatures, i);
      g_autofree char *field = mft_sentence_field (signature);
      if (signature->state == MFT_SIGNATURE_EMPTY)
        mft_sheet_fact (sheet, _ ("Not yet signed"), field, 0);
    }
  if (!any)
    return;
  mft_sheet_break (sheet);
  mft_sheet_heading (sheet, 1, _ ("Technical Details"));
  mft_sheet_fact (sheet, _ ("Policy"), MFT_VERIFY_POLICY, MFT_SHEET_SMALL);
  for (guint i = 0; i < signatures->len; i++)
    {
      const MftSignatureReport *signature = g_ptr_array_index (signatures, i);
      if (signature->state != MFT_SIGNATURE_EMPTY)
        add_technical (sheet, signature);
    }
}

/* Many files: first what came out of each. */
static void
add_overview (MftSheet *sheet, const GArray *files)
{
  mft_sheet_heading (sheet, 1, _ ("Result of Verifying Electronic Signatures"));
  for (guint i = 0; i < files->len; i++)
    {
      const MftVerifiedFile *file = &g_array_index (files, MftVerifiedFile, i);
      mft_sheet_fact (sheet,
                      mft_sentence_verdict_word (file->report != NULL ? file->report->verdict
                                                                      : MFT_VERDICT_UNREADABLE),
                      file->name, 0);
    }
}

GBytes *
mft_verification_pdf (const GArray *files, GDateTime *date, const char *version, GError **error)
{
  g_autoptr (MftSheet) sheet = mft_sheet_new (
      _ ("Result of Verifying Electronic Signatures"), FALSE,
      _ ("This report is the result of a technical check, not a legal opinion."), error);

  if (sheet == NULL)
    return NULL;
  if (files->len > 1)
    add_overview (sheet, files);
  for (guint i = 0; i < files->len; i++)
    add_file (sheet, &g_array_index (files, MftVerifiedFile, i), version);
  return mft_sheet_finish (sheet, date, error);
}
