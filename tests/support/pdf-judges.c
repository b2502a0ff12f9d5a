/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-judges.h"

#include <gio/gio.h>
#include <qpdf/qpdf-c.h>

#include "support.h"

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

/* What a program of poppler's says of the file. */
static char *
ask_poppler (GBytes *bytes, const char *program, const char *option, gboolean to_output)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "asked.pdf", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  g_autoptr (GSubprocess) process = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, option, path, to_output ? "-" : NULL, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error));
  return text;
}

char *
mft_test_pdf_structure (GBytes *bytes)
{
  return ask_poppler (bytes, "pdfinfo", "-struct-text", FALSE);
}

char *
mft_test_pdf_text (GBytes *bytes)
{
  return ask_poppler (bytes, "pdftotext", "-raw", TRUE);
}
