/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files.h"
#include "support.h"

#include <gio/gio.h>
#include <qpdf/qpdf-c.h>

#include "pdf-fixture.h"
#include "pdf-judges.h"
#include "pdf/error.h"
#include "pdf/signature-field.h"
#include "pdf/update.h"

/* Adds /Lang to the catalog and a new object. */
static GBytes *
add_language (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftPdfFile) file = mft_test_open_pdf (bytes);
  g_autoptr (MftPdfUpdate) update = mft_pdf_update_new (file, &error);
  guint32 generation;
  guint32 root = mft_pdf_object_get_reference (
      mft_pdf_dict_get (mft_pdf_file_revision (file, 0)->trailer, "Root"), &generation);

  g_assert_no_error (error);
  MftPdfObject *catalog = mft_pdf_update_edit (update, root, generation, &error);
  g_assert_no_error (error);
  guint32 number = mft_pdf_update_new_number (update);
  g_assert_null (mft_pdf_file_find (file, 0, number));
  mft_pdf_update_put (update, number, mft_pdf_object_new_text ("id (\u00e9)"));
  mft_pdf_dict_set (catalog, "Lang", mft_pdf_object_new_reference (number, 0));
  g_autoptr (GBytes) tail = mft_pdf_update_finish (update, &error);
  g_assert_no_error (error);

  GByteArray *whole = g_byte_array_new ();
  g_byte_array_append (whole, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
  g_byte_array_append (whole, g_bytes_get_data (tail, NULL), (guint) g_bytes_get_size (tail));
  g_assert_cmpint (mft_pdf_update_place (update, number), <, (goffset) whole->len);
  return g_byte_array_free_to_bytes (whole);
}

static void
assert_language (GBytes *bytes, guint revisions, MftPdfXrefKind kind)
{
  g_autoptr (MftPdfFile) file = mft_test_open_pdf (bytes);
  guint last = mft_pdf_file_last_revision (file);
  g_autoptr (MftPdfObject) catalog = mft_pdf_file_catalog (file, last, NULL);
  g_autoptr (MftPdfObject) language = mft_pdf_file_get (file, last, catalog, "Lang", NULL);
  g_autofree char *text = mft_pdf_object_dup_text (language);
  g_autoptr (MftPdfObject) before = mft_pdf_file_catalog (file, 0, NULL);

  g_assert_cmpuint (mft_pdf_file_revisions (file), ==, revisions);
  g_assert_cmpint (mft_pdf_file_revision (file, last)->kind, ==, kind);
  g_assert_cmpstr (text, ==, "id (\u00e9)");
  g_assert_null (mft_pdf_dict_get (before, "Lang"));
  for (guint i = 0; i < mft_pdf_file_facts (file)->len; i++)
    g_assert_true (
        mft_pdf_fact_is_harmless (g_array_index (mft_pdf_file_facts (file), MftPdfFact, i).kind));
}

/* qpdf writes the simple file again, in its own ways. */
static GBytes *
write_with_qpdf (enum qpdf_object_stream_e packing, gboolean linearized)
{
  g_autoptr (GBytes) simple = mft_pdf_fixture_simple_table ();
  qpdf_data qpdf = qpdf_init ();

  g_assert_cmpint (qpdf_read_memory (qpdf, "a.pdf", g_bytes_get_data (simple, NULL),
                                     g_bytes_get_size (simple), NULL),
                   ==, QPDF_SUCCESS);
  g_assert_cmpint (qpdf_init_write_memory (qpdf), ==, QPDF_SUCCESS);
  qpdf_set_object_stream_mode (qpdf, packing);
  qpdf_set_linearization (qpdf, linearized);
  qpdf_set_static_ID (qpdf, QPDF_TRUE);
  g_assert_cmpint (qpdf_write (qpdf), ==, QPDF_SUCCESS);
  GBytes *bytes = g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
  qpdf_cleanup (&qpdf);
  return bytes;
}

static void
continue_twice (GBytes *bytes, MftPdfXrefKind kind, MftPdfXrefKind next)
{
  g_autoptr (GBytes) once = add_language (bytes);

  {
    g_autoptr (MftPdfFile) file = mft_test_open_pdf (bytes);
    g_assert_cmpint (mft_pdf_file_revision (file, 0)->kind, ==, kind);
    g_assert_cmpuint (mft_pdf_file_revisions (file), ==, 1);
  }
  g_assert_cmpmem (g_bytes_get_data (once, NULL), g_bytes_get_size (bytes),
                   g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  assert_language (once, 2, next);
  mft_test_assert_qpdf_clean (once);
}

static void
test_every_kind (void)
{
  g_autoptr (GBytes) table = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) stream = mft_pdf_fixture_simple_stream ();
  g_autoptr (GBytes) hybrid = mft_pdf_fixture_simple_hybrid ();
  g_autoptr (GBytes) packed = write_with_qpdf (qpdf_o_generate, FALSE);
  g_autoptr (GBytes) linear = write_with_qpdf (qpdf_o_disable, TRUE);
  g_autoptr (GBytes) both = write_with_qpdf (qpdf_o_generate, TRUE);

  continue_twice (table, MFT_PDF_XREF_TABLE, MFT_PDF_XREF_TABLE);
  continue_twice (stream, MFT_PDF_XREF_STREAM, MFT_PDF_XREF_STREAM);
  continue_twice (hybrid, MFT_PDF_XREF_HYBRID, MFT_PDF_XREF_TABLE);
  continue_twice (packed, MFT_PDF_XREF_STREAM, MFT_PDF_XREF_STREAM);
  continue_twice (linear, MFT_PDF_XREF_TABLE, MFT_PDF_XREF_TABLE);
  continue_twice (both, MFT_PDF_XREF_STREAM, MFT_PDF_XREF_STREAM);
}

static void
refuse (const char *from, const char *to, MftPdfError code)
{
  g_autoptr (GBytes) bytes = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) wrong = mft_test_replaced (bytes, from, to);
  g_autoptr (GError) error = NULL;
  g_autoptr (MftPdfFile) file = mft_test_open_pdf (wrong);
  g_assert_null (mft_pdf_update_new (file, &error));
  g_assert_error (error, MFT_PDF_ERROR, (int) code);
}

static void
test_refused (void)
{
  refuse ("/Size 9", "/Size 9 /Encrypt 7 0 R", MFT_PDF_ERROR_ENCRYPTED);
  refuse ("/Size 9", "/Size 9 /Size 10", MFT_PDF_ERROR_DAMAGED);
  refuse ("3 0 obj", "9 0 obj", MFT_PDF_ERROR_DAMAGED);
  refuse ("/Size 9", "/Size 8000000", MFT_PDF_ERROR_LIMIT);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/pdf/update/every-kind", test_every_kind);
  g_test_add_func ("/pdf/update/refused", test_refused);
  return g_test_run ();
}
