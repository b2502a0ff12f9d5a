/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-judges.h"

#include <qpdf/qpdf-c.h>

MftPdfFile *
mft_test_open_pdf (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (bytes);
  MftPdfFile *file = mft_pdf_file_new (source, &error);

  g_assert_no_error (error);
  return file;
}

void
mft_test_assert_qpdf_clean (GBytes *bytes)
{
  qpdf_data qpdf = qpdf_init ();

  qpdf_silence_errors (qpdf);
  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  qpdf_set_attempt_recovery (qpdf, QPDF_FALSE);
  g_assert_cmpint (qpdf_read_memory (qpdf, "a.pdf", g_bytes_get_data (bytes, NULL),
                                     g_bytes_get_size (bytes), NULL),
                   ==, QPDF_SUCCESS);
  g_assert_cmpint (qpdf_check_pdf (qpdf), ==, QPDF_SUCCESS);
  g_assert_false (qpdf_more_warnings (qpdf));
  qpdf_cleanup (&qpdf);
}
