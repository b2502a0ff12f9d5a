/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/format.h"

#include "agreement/akn.h"
#include "agreement/asset.h"
#include "agreement/bundle.h"
#include "check/ignored.h"
#include "exchange/claim/claim.h"
#include "exchange/clean/clean.h"
#include "exchange/docx/docx-reader.h"
#include "exchange/docx/docx-writer.h"
#include "exchange/html/html-writer.h"
#include "exchange/odt/odt-reader.h"
#include "exchange/office/office-reader.h"
#include "exchange/pdf/pdf-reader.h"
#include "exchange/odt/odt-writer.h"
#include "exchange/text/text-reader.h"
#include "exchange/text/text-writer.h"
#include "review/review.h"

/* Words of the file that are computed anew are told as guesses. */
static void
report_computed (MftImportReport *report, GPtrArray *mismatches)
{
  for (guint i = 0; i < mismatches->len; i++)
    {
      const MftAknMismatch *mismatch = mismatches->pdata[i];
      mft_import_report_guess (report, 0, mismatch->written, mismatch->computed,
                               MFT_CONFIDENCE_HIGH);
    }
}

static MftAgreement *
read_xml (GBytes *bytes, G_GNUC_UNUSED const MftReadOptions *options, MftImportReport *report,
          GError **error)
{
  g_autoptr (GPtrArray) mismatches = NULL;
  MftAgreement *agreement = mft_akn_read (bytes, &mismatches, error);

  if (agreement != NULL)
    report_computed (report, mismatches);
  return agreement;
}

static MftAgreement *
read_bundle (GBytes *bytes, G_GNUC_UNUSED const MftReadOptions *options, MftImportReport *report,
             GError **error)
{
  g_autoptr (GPtrArray) mismatches = NULL;
  MftAgreement *agreement = mft_bundle_read (bytes, &mismatches, error);

  if (agreement != NULL)
    report_computed (report, mismatches);
  return agreement;
}

static MftAgreement *
read_text (GBytes *bytes, G_GNUC_UNUSED const MftReadOptions *options, MftImportReport *report,
           GError **error)
{
  return mft_text_import (bytes, report, error);
}

static GBytes *
write_text (MftAgreement *agreement, G_GNUC_UNUSED GError **error)
{
  char *text = mft_text_export (agreement);

  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
write_xml (MftAgreement *agreement, G_GNUC_UNUSED GError **error)
{
  return mft_akn_write (agreement);
}

/* What is exported may reach the other party: it has no internal comments, and nothing of what one
 * let stand. */
static GBytes *
write_bundle (MftAgreement *agreement, GError **error)
{
  g_autoptr (MftAgreement) outward = mft_agreement_snapshot (agreement);

  mft_review_strip (outward, MFT_AUDIENCE_OTHER_PARTY);
  g_hash_table_remove (mft_agreement_get_entries (outward), MFT_IGNORED_ENTRY);
  return mft_bundle_write (outward, error);
}

static gboolean
is_xml (GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  return size > 5 && memcmp (data, "<?xml", 5) == 0;
}

typedef MftAgreement *(*Read) (GBytes *bytes, const MftReadOptions *options,
                               MftImportReport *report, GError **error);
typedef GBytes *(*Write) (MftAgreement *agreement, GError **error);

/* A file of ours says more than its words do. */
static MftAgreement *
read_with_source (Read read, Write write, GBytes *bytes, const MftReadOptions *options,
                  MftImportReport *report, GError **error)
{
  static const MftReadOptions usual = { .changes = MFT_CHANGES_ACCEPT };
  g_autoptr (MftAgreement) words = read (bytes, options, report, error);
  g_autoptr (MftAgreement) claim = words != NULL ? mft_claim_find (bytes) : NULL;

  if (claim == NULL && words != NULL && options != NULL && options->source != NULL)
    claim = mft_clean_copy (options->source, NULL);
  /* What a source shows lies in the file, not in the source. */
  if (claim != NULL)
    mft_asset_copy_all (claim, words);
  g_autoptr (GBytes) written = claim != NULL ? write (claim, NULL) : NULL;
  g_autoptr (MftImportReport) unused = mft_import_report_new (report->kind);
  g_autoptr (MftAgreement) again = written != NULL ? read (written, &usual, unused, NULL) : NULL;

  return again != NULL ? mft_claim_apply (words, claim, again) : g_steal_pointer (&words);
}

static MftAgreement *
read_docx (GBytes *bytes, const MftReadOptions *options, MftImportReport *report, GError **error)
{
  return read_with_source (mft_docx_import, mft_docx_write, bytes, options, report, error);
}

static MftAgreement *
read_odt (GBytes *bytes, const MftReadOptions *options, MftImportReport *report, GError **error)
{
  return read_with_source (mft_odt_import, mft_odt_write, bytes, options, report, error);
}

static const char *const text_endings[] = { ".txt", ".md", ".text", ".markdown", NULL };
static const char *const xml_endings[] = { ".xml", NULL };
static const char *const bundle_endings[] = { ".pks", NULL };
static const char *const docx_endings[] = { ".docx", ".docm", ".dotx", NULL };
static const char *const odt_endings[] = { ".odt", ".ott", NULL };
static const char *const pdf_endings[] = { ".pdf", NULL };
static const char *const doc_endings[] = { ".doc", ".dot", NULL };
static const char *const rtf_endings[] = { ".rtf", NULL };
static const char *const html_endings[] = { ".html", ".htm", NULL };

static const MftFormat formats[] = {
  { "pks", bundle_endings, mft_bundle_is, read_bundle, write_bundle },
  { "xml", xml_endings, is_xml, read_xml, write_xml },
  { "docx", docx_endings, mft_docx_is_document, read_docx, mft_docx_write },
  { "odt", odt_endings, mft_odt_is_document, read_odt, mft_odt_write },
  { "pdf", pdf_endings, mft_pdf_is_document, mft_pdf_import, NULL },
  { "doc", doc_endings, mft_office_is_doc, mft_office_import_doc, NULL },
  { "rtf", rtf_endings, mft_office_is_rtf, mft_office_import_rtf, NULL },
  { "html", html_endings, NULL, NULL, mft_html_write },
  { "text", text_endings, NULL, read_text, write_text },
  { .kind = NULL },
};

const MftFormat *
mft_format_find_by_name (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (const MftFormat *format = formats; format->kind != NULL; format++)
    for (guint i = 0; format->endings[i] != NULL; i++)
      if (g_str_has_suffix (lower, format->endings[i]))
        return format;
  return NULL;
}

const MftFormat *
mft_format_find_by_bytes (GBytes *bytes)
{
  for (const MftFormat *format = formats; format->kind != NULL; format++)
    if (format->is != NULL && format->is (bytes))
      return format;
  return NULL;
}
