/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify/evidence.h"

#include "base/clock.h"

#define STREAMS_MOST 500
#define STREAMS_SIZE_MOST (16u << 20) /* of one kind, all together */

/* The decoded streams of an array under /DSS, as GBytes; what goes over the limits is left out. */
static GPtrArray *
read_streams (MftPdfFile *file, const MftPdfObject *dss, const char *key)
{
  gsize left = STREAMS_SIZE_MOST;
  guint last = mft_pdf_file_last_revision (file);
  g_autoptr (MftPdfObject) array = mft_pdf_file_get (file, last, dss, key, NULL);
  GPtrArray *streams = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < MIN (mft_pdf_array_size (array), STREAMS_MOST); i++)
    {
      g_autoptr (MftPdfObject) stream
          = mft_pdf_file_resolve (file, last, mft_pdf_array_item (array, i), NULL);
      GBytes *data = mft_pdf_object_is (stream, MFT_PDF_STREAM)
                         ? mft_pdf_file_stream_data (file, last, stream, left, NULL)
                         : NULL;
      if (data == NULL)
        continue;
      g_ptr_array_add (streams, data);
      left -= g_bytes_get_size (data);
    }
  return streams;
}

static void
read_dss (MftEvidence *evidence, MftPdfFile *file)
{
  guint last = mft_pdf_file_last_revision (file);
  g_autoptr (MftPdfObject) catalog = mft_pdf_file_catalog (file, last, NULL);
  g_autoptr (MftPdfObject) dss = mft_pdf_file_get (file, last, catalog, "DSS", NULL);
  g_autoptr (GPtrArray) certificates = read_streams (file, dss, "Certs");
  g_autoptr (GPtrArray) answers = read_streams (file, dss, "OCSPs");
  g_autoptr (GPtrArray) lists = read_streams (file, dss, "CRLs");

  evidence->has_dss = certificates->len > 0 && answers->len + lists->len > 0;
  for (guint i = 0; i < certificates->len; i++)
    {
      GBytes *der = g_ptr_array_index (certificates, i);
      MftCertificate *one = mft_certificate_new_from_der (g_bytes_get_data (der, NULL),
                                                          g_bytes_get_size (der), NULL);
      if (one != NULL)
        g_ptr_array_add (evidence->certificates, one);
    }
  for (guint i = 0; i < lists->len; i++)
    g_ptr_array_add (evidence->crls, g_bytes_ref (g_ptr_array_index (lists, i)));
}

void
mft_evidence_init (MftEvidence *evidence, MftPdfFile *file, const MftVerifyOptions *options,
                   const MftAnchors *anchors)
{
  GPtrArray *given = options->certificates;

  evidence->anchors = anchors;
  evidence->judged_at = options->at != 0 ? options->at : mft_clock_now ();
  evidence->certificates = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_certificate_unref);
  evidence->crls = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  evidence->has_dss = FALSE;
  for (guint i = 0; given != NULL && i < given->len; i++)
    g_ptr_array_add (evidence->certificates, mft_certificate_ref (g_ptr_array_index (given, i)));
  for (guint i = 0; options->crls != NULL && i < options->crls->len; i++)
    g_ptr_array_add (evidence->crls, g_bytes_ref (g_ptr_array_index (options->crls, i)));
  read_dss (evidence, file);
}

void
mft_evidence_clear (MftEvidence *evidence)
{
  g_ptr_array_unref (evidence->certificates);
  g_ptr_array_unref (evidence->crls);
}
