/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/pdf/pdf-proof.h"

#include "exchange/pdf/pdf-pages.h"
#include "exchange/pdf/pdf-source.h"
#include "pdf/file.h"

/* No agreement is larger. */
#define SIZE_MOST (64 * 1024 * 1024)

/* The revision that the first signature saw, from 0; the last one where nothing is signed. */
static guint
find_revision (MftPdfFile *file, const MftVerifyReport *report)
{
  guint first = mft_pdf_file_revisions (file);

  for (guint i = 0; i < report->signatures->len; i++)
    {
      const MftSignatureReport *signature = report->signatures->pdata[i];
      if (signature->state == MFT_SIGNATURE_SIGNED && signature->revision > 0)
        first = MIN (first, signature->revision);
    }
  return MAX (first, 1) - 1;
}

/* Most files have nothing inside; they are not read a second time. */
static gboolean
has_attachments (MftPdfFile *file, guint revision)
{
  g_autoptr (MftPdfObject) catalog = mft_pdf_file_catalog (file, revision, NULL);
  g_autoptr (MftPdfObject) names
      = catalog != NULL ? mft_pdf_file_get (file, revision, catalog, "Names", NULL) : NULL;
  g_autoptr (MftPdfObject) files
      = names != NULL ? mft_pdf_file_get (file, revision, names, "EmbeddedFiles", NULL) : NULL;

  return files != NULL && !mft_pdf_object_is (files, MFT_PDF_NULL);
}

static MftReportSource
judge (PopplerDocument *document)
{
  gboolean there;
  g_autoptr (MftAgreement) agreement = mft_pdf_source_find (document, &there);

  if (!there)
    return MFT_REPORT_SOURCE_NONE;
  return agreement != NULL && mft_pdf_source_is_shown (agreement, document)
             ? MFT_REPORT_SOURCE_EMBEDDED
             : MFT_REPORT_SOURCE_PAGES;
}

void
mft_pdf_prove_source (MftByteSource *source, MftSecret *password, MftVerifyReport *report)
{
  g_autoptr (MftPdfFile) file = mft_pdf_file_new (source, NULL);
  guint revision = file != NULL ? find_revision (file, report) : 0;
  g_autoptr (GBytes) bytes = NULL;
  PopplerDocument *document;

  if (file == NULL)
    return;
  if (!mft_pdf_file_is_encrypted (file) && !has_attachments (file, revision))
    {
      report->source = MFT_REPORT_SOURCE_NONE;
      return;
    }
  bytes = mft_byte_source_read_bytes (source, 0, mft_pdf_file_revision (file, revision)->end_line,
                                      SIZE_MOST, NULL);
  document
      = bytes != NULL
            ? mft_pdf_pages_open (bytes, password != NULL ? mft_secret_peek (password) : NULL, NULL)
            : NULL;
  if (document == NULL)
    return;
  report->source = judge (document);
  if (report->source == MFT_REPORT_SOURCE_PAGES)
    mft_verify_note (report->messages, "SOURCE_DIFFERS", NULL);
  g_object_unref (document);
}

void
mft_pdf_prove_source_of_file (const char *path, MftSecret *password, MftVerifyReport *report)
{
  g_autoptr (MftByteSource) source = mft_byte_source_new_file (path, NULL);

  if (source != NULL)
    mft_pdf_prove_source (source, password, report);
}
