/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files.h"
#include "support.h"

#include "pdf-fixture.h"
#include "pdf-judges.h"
#include "pdf/error.h"
#include "pdf/file.h"
#include "pdf/update.h"

static MftPdfFile *
open_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (bytes);

  return mft_pdf_file_new (source, error);
}

static gboolean
has_fact (const MftPdfFile *file, MftPdfFactKind kind)
{
  const GArray *facts = mft_pdf_file_facts (file);

  for (guint i = 0; i < facts->len; i++)
    if (g_array_index (facts, MftPdfFact, i).kind == kind)
      return TRUE;
  return FALSE;
}

static char *
field_name (MftPdfFile *file, guint revision, guint32 number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftPdfObject) field = mft_pdf_file_load (file, revision, number, 0, &error);

  g_assert_no_error (error);
  return mft_pdf_object_dup_text (mft_pdf_dict_get (field, "T"));
}

static void
test_kinds (void)
{
  static GBytes *(*const makers[]) (void)
      = { mft_pdf_fixture_simple_table, mft_pdf_fixture_simple_stream,
          mft_pdf_fixture_simple_hybrid };
  static const MftPdfXrefKind kinds[]
      = { MFT_PDF_XREF_TABLE, MFT_PDF_XREF_STREAM, MFT_PDF_XREF_HYBRID };

  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autoptr (GBytes) bytes = makers[i]();
      g_autoptr (MftPdfFile) file = mft_test_open_pdf (bytes);
      g_autoptr (MftPdfObject) catalog = mft_pdf_file_catalog (file, 0, NULL);
      g_autofree char *name = field_name (file, 0, 7);

      g_assert_nonnull (catalog);
      g_assert_cmpuint (mft_pdf_file_revisions (file), ==, 1);
      g_assert_cmpint (mft_pdf_file_revision (file, 0)->kind, ==, kinds[i]);
      g_assert_cmpint (mft_pdf_file_revision (file, 0)->end_line, ==,
                       (goffset) g_bytes_get_size (bytes));
      g_assert_cmpstr (name, ==, "PIHAK_KEDUA");
      g_assert_cmpuint (mft_pdf_file_facts (file)->len, ==, 0);
    }
}

static void
test_revisions (void)
{
  g_autoptr (GBytes) first = mft_pdf_fixture_simple_table ();
  g_autoptr (MftPdfFile) old = mft_test_open_pdf (first);
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new_after (first);
  g_autofree char *trailer = g_strdup_printf ("/Root 1 0 R /Prev %" G_GOFFSET_FORMAT,
                                              mft_pdf_file_revision (old, 0)->xref_start);

  mft_pdf_fixture_object (fixture, 7, "<< /FT /Sig /T (LAIN) >>");
  mft_pdf_fixture_table (fixture, 9, trailer);
  g_autoptr (GBytes) second = mft_pdf_fixture_bytes (fixture);
  g_autoptr (MftPdfFile) file = mft_test_open_pdf (second);
  g_autofree char *before = field_name (file, 0, 7);
  g_autofree char *after = field_name (file, 1, 7);
  g_autofree char *other = field_name (file, 1, 6);

  g_assert_cmpuint (mft_pdf_file_revisions (file), ==, 2);
  g_assert_cmpint (mft_pdf_file_revision (file, 0)->end_line, ==,
                   (goffset) g_bytes_get_size (first));
  g_assert_cmpint (mft_pdf_file_revision (file, 1)->start, ==,
                   mft_pdf_file_revision (file, 0)->end);
  g_assert_cmpstr (before, ==, "PIHAK_KEDUA");
  g_assert_cmpstr (after, ==, "LAIN");
  g_assert_cmpstr (other, ==, "PIHAK_KESATU");
  g_assert_cmpuint (mft_pdf_file_facts (file)->len, ==, 0);
}

/* Reads everything that can be read; nothing may crash or run away. */
static void
read_all (MftPdfFile *file)
{
  for (guint revision = 0; revision < mft_pdf_file_revisions (file); revision++)
    mft_pdf_file_check_between (file, revision);
  for (guint revision = 0; revision < mft_pdf_file_revisions (file); revision++)
    for (guint32 number = 0; number <= MIN (mft_pdf_file_highest_number (file), 20); number++)
      {
        g_autoptr (MftPdfObject) object = mft_pdf_file_load (file, revision, number, 0, NULL);
        if (mft_pdf_object_is (object, MFT_PDF_STREAM))
          {
            g_autoptr (GBytes) data
                = mft_pdf_file_stream_data (file, revision, object, 1000000, NULL);
            g_assert_true (data == NULL || g_bytes_get_size (data) <= 1000000);
          }
      }
}

static void
test_truncated (void)
{
  static GBytes *(*const makers[]) (void)
      = { mft_pdf_fixture_simple_table, mft_pdf_fixture_simple_stream,
          mft_pdf_fixture_simple_hybrid };

  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autoptr (GBytes) bytes = makers[i]();
      /* Without the last line end it is still whole. */
      for (gsize size = 0; size + 1 < g_bytes_get_size (bytes); size++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, size);
          g_autoptr (MftPdfFile) file = open_bytes (cut, &error);
          g_assert_null (file);
          g_assert_error (error, MFT_PDF_ERROR, MFT_PDF_ERROR_DAMAGED);
        }
    }
}

static void
test_flipped (void)
{
  static GBytes *(*const makers[]) (void)
      = { mft_pdf_fixture_simple_table, mft_pdf_fixture_simple_stream,
          mft_pdf_fixture_simple_hybrid };

  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autoptr (GBytes) bytes = makers[i]();
      gsize size;
      const guint8 *data = g_bytes_get_data (bytes, &size);
      for (gsize at = 0; at < size; at++)
        {
          g_autofree guint8 *copy = g_memdup2 (data, size);
          copy[at] ^= (guint8) (1 << (at % 8));
          g_autoptr (GBytes) flipped = g_bytes_new_static (copy, size);
          g_autoptr (MftPdfFile) file = open_bytes (flipped, NULL);
          if (file != NULL)
            read_all (file);
        }
    }
}

static void
refuse (const char *from, const char *to, MftPdfError code)
{
  g_autoptr (GBytes) bytes = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) wrong = mft_test_replaced (bytes, from, to);
  g_autoptr (GError) error = NULL;
  g_autoptr (MftPdfFile) file = open_bytes (wrong, &error);
  g_assert_null (file);
  g_assert_error (error, MFT_PDF_ERROR, (int) code);
}

static void
test_refused (void)
{
  refuse ("%PDF-1.7", "\n%PDF-1.7", MFT_PDF_ERROR_DAMAGED);
  refuse ("startxref\n", "startxref\n9", MFT_PDF_ERROR_DAMAGED);
  refuse ("startxref\n", "startxref\n-", MFT_PDF_ERROR_DAMAGED);
  refuse ("%%EOF", "%%EOX", MFT_PDF_ERROR_DAMAGED);
  refuse ("trailer", "trailor", MFT_PDF_ERROR_DAMAGED);
  refuse ("xref\n0 1\n", "xref\n0 99999999\n", MFT_PDF_ERROR_DAMAGED);
  refuse ("/Size 9", "/Prev 99999999", MFT_PDF_ERROR_DAMAGED);
  refuse ("/Size 9", "/Prev (a)", MFT_PDF_ERROR_DAMAGED);
}

static void
test_circle (void)
{
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();
  g_autoptr (GError) error = NULL;

  mft_pdf_fixture_object (fixture, 1, "<< /Type /Catalog >>");
  g_autofree char *trailer = g_strdup_printf ("/Root 1 0 R /Prev %u", (guint) fixture->text->len);
  mft_pdf_fixture_table (fixture, 2, trailer);
  g_autoptr (GBytes) bytes = mft_pdf_fixture_bytes (fixture);
  g_autoptr (MftPdfFile) file = open_bytes (bytes, &error);
  g_assert_null (file);
  g_assert_error (error, MFT_PDF_ERROR, MFT_PDF_ERROR_DAMAGED);
}

/* A revision whose /XRefStm leads past its end: a later one can give it objects. */
static void
test_hidden_in_newer (void)
{
  goffset hidden = 0;

  for (guint round = 0; round < 2; round++) /* the first finds the place */
    {
      g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();
      mft_pdf_fixture_object (fixture, 1, "<< /Type /Catalog >>");
      g_autofree char *trailer
          = g_strdup_printf ("/Root 1 0 R /XRefStm %010" G_GOFFSET_FORMAT, hidden);
      mft_pdf_fixture_table (fixture, 4, trailer);
      goffset first = fixture->xref;
      mft_pdf_fixture_packed (fixture, 2, 3, 0);
      hidden = mft_pdf_fixture_hidden_stream (fixture, 4, 5);
      mft_pdf_fixture_object (fixture, 3, "(lain)");
      g_autofree char *newer = g_strdup_printf ("/Root 1 0 R /Prev %" G_GOFFSET_FORMAT, first);
      mft_pdf_fixture_table (fixture, 5, newer);
      if (round == 0)
        continue;
      g_autoptr (GBytes) bytes = mft_pdf_fixture_bytes (fixture);
      g_autoptr (MftPdfFile) file = mft_test_open_pdf (bytes);
      g_assert_nonnull (mft_pdf_file_find (file, 0, 2));
      g_assert_true (has_fact (file, MFT_PDF_FACT_ENTRY_OUTSIDE));
    }
}

/* However deep it stands, and whatever holds it. */
static void
test_duplicate_key_anywhere (void)
{
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();

  mft_pdf_fixture_object (fixture, 1, "<< /Type /Catalog >>");
  mft_pdf_fixture_object (fixture, 2, "[ << /A 1 /A 2 >> ]");
  mft_pdf_fixture_table (fixture, 3, "/Root 1 0 R");
  g_autoptr (GBytes) bytes = mft_pdf_fixture_bytes (fixture);
  g_autoptr (MftPdfFile) file = mft_test_open_pdf (bytes);
  g_assert_false (has_fact (file, MFT_PDF_FACT_DUPLICATE_KEY));
  g_autoptr (MftPdfObject) list = mft_pdf_file_load (file, 0, 2, 0, NULL);
  g_assert_nonnull (list);
  g_assert_true (has_fact (file, MFT_PDF_FACT_DUPLICATE_KEY));
}

/* As some maker pads its offsets: some readers take it, others do not open the file. */
static void
test_padded_entry (void)
{
  g_autoptr (GBytes) sound = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) bytes = mft_test_replaced (sound, "\n1 1\n0000", "\n1 1\n    ");
  g_autoptr (MftPdfFile) file = mft_test_open_pdf (bytes);
  g_autoptr (GError) error = NULL;

  g_assert_true (has_fact (file, MFT_PDF_FACT_ENTRY_FORM));
  g_assert_null (mft_pdf_update_new (file, &error));
  g_assert_error (error, MFT_PDF_ERROR, MFT_PDF_ERROR_DAMAGED);
}

static void
test_facts (void)
{
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();
  g_autoptr (GError) error = NULL;

  mft_pdf_fixture_object (fixture, 1, "<< /Type /Catalog /A 1 /A 2 >>");
  mft_pdf_fixture_entry (fixture, 2, 0);
  mft_pdf_fixture_entry (fixture, 3, 12);
  mft_pdf_fixture_object (fixture, 4, "5");
  mft_pdf_fixture_object (fixture, 4, "6");
  mft_pdf_fixture_table (fixture, 50, "/Root 1 0 R");
  g_string_append (fixture->text, "ekor\n");
  g_autoptr (GBytes) bytes = mft_pdf_fixture_bytes (fixture);
  g_autoptr (MftPdfFile) file = mft_test_open_pdf (bytes);
  g_autoptr (MftPdfObject) catalog = mft_pdf_file_catalog (file, 0, NULL);

  g_assert_cmpint (mft_pdf_object_get_integer (mft_pdf_dict_get (catalog, "A"), 0), ==, 1);
  g_assert_true (has_fact (file, MFT_PDF_FACT_DUPLICATE_KEY));
  g_assert_true (has_fact (file, MFT_PDF_FACT_ENTRY_AT_ZERO));
  g_assert_true (has_fact (file, MFT_PDF_FACT_ENTRY_WRONG));
  g_assert_true (has_fact (file, MFT_PDF_FACT_ENTRY_TWICE));
  g_assert_true (has_fact (file, MFT_PDF_FACT_SIZE_OFF));
  g_assert_true (has_fact (file, MFT_PDF_FACT_BYTES_AFTER_END));
  g_assert_null (mft_pdf_file_load (file, 0, 2, 0, &error));
  g_assert_error (error, MFT_PDF_ERROR, MFT_PDF_ERROR_DAMAGED);
}

/* The second revision of a simple file, with `between` after its one object; how many facts. */
static guint
check_between (const char *between, MftPdfFactKind kind)
{
  g_autoptr (GBytes) first = mft_pdf_fixture_simple_stream ();
  g_autoptr (MftPdfFile) old = mft_test_open_pdf (first);
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new_after (first);
  g_autofree char *trailer = g_strdup_printf ("/Root 1 0 R /Prev %" G_GOFFSET_FORMAT,
                                              mft_pdf_file_revision (old, 0)->xref_start);

  mft_pdf_fixture_object (fixture, 7, "<< /FT /Sig /T (LAIN) >>");
  g_string_append (fixture->text, between);
  mft_pdf_fixture_xref_stream (fixture, 11, 12, trailer);
  g_autoptr (GBytes) second = mft_pdf_fixture_bytes (fixture);
  g_autoptr (MftPdfFile) file = mft_test_open_pdf (second);
  mft_pdf_file_check_between (file, 0);
  g_assert_cmpuint (mft_pdf_file_facts (file)->len, ==, 0);
  mft_pdf_file_check_between (file, 1);
  g_assert_true (mft_pdf_file_facts (file)->len == 0 || has_fact (file, kind));
  return mft_pdf_file_facts (file)->len;
}

static void
test_between (void)
{
  g_assert_cmpuint (check_between ("", MFT_PDF_FACT_BYTES_BETWEEN), ==, 0);
  g_assert_cmpuint (check_between (" \r\n% catatan\n", MFT_PDF_FACT_BYTES_BETWEEN), ==, 0);
  g_assert_cmpuint (check_between ("apa saja\n", MFT_PDF_FACT_BYTES_BETWEEN), ==, 1);
  g_assert_cmpuint (check_between ("9 0 obj\n<< >>\nendobj\n", MFT_PDF_FACT_BYTES_BETWEEN), ==, 1);
}

static void
test_damaged_object (void)
{
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();

  mft_pdf_fixture_object (fixture, 1, "<< /Type /Catalog >>");
  mft_pdf_fixture_object (fixture, 2, "<< /Length 99 >>\nstream\nabc\nendstream");
  mft_pdf_fixture_table (fixture, 3, "/Root 1 0 R");
  g_autoptr (GBytes) bytes = mft_pdf_fixture_bytes (fixture);
  g_autoptr (MftPdfFile) file = mft_test_open_pdf (bytes);
  mft_pdf_file_check_between (file, 0);
  g_assert_true (has_fact (file, MFT_PDF_FACT_OBJECT_DAMAGED));
}

/* As Word writes it: an empty table at the end points to a stream that lies before the first %%EOF. */
static void
test_word (void)
{
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();

  mft_pdf_fixture_object (fixture, 1, "<< /Type /Catalog >>");
  g_autoptr (GArray) plain = g_array_copy (fixture->entries);
  g_array_set_size (fixture->entries, 0);
  mft_pdf_fixture_object (fixture, 2, "(tersembunyi)");
  goffset hidden = mft_pdf_fixture_hidden_stream (fixture, 3, 4);
  g_array_set_size (fixture->entries, 0);
  g_array_append_vals (fixture->entries, plain->data, plain->len);
  mft_pdf_fixture_table (fixture, 4, "/Root 1 0 R");
  g_autofree char *trailer = g_strdup_printf (
      "/Root 1 0 R /Prev %" G_GOFFSET_FORMAT " /XRefStm %" G_GOFFSET_FORMAT, fixture->xref, hidden);
  mft_pdf_fixture_table (fixture, 4, trailer);
  g_autoptr (GBytes) bytes = mft_pdf_fixture_bytes (fixture);
  g_autoptr (MftPdfFile) file = mft_test_open_pdf (bytes);
  g_autoptr (MftPdfObject) before = mft_pdf_file_load (file, 0, 2, 0, NULL);
  g_autoptr (MftPdfObject) after = mft_pdf_file_load (file, 1, 2, 0, NULL);

  g_assert_true (mft_pdf_object_is (before, MFT_PDF_NULL));
  g_assert_cmpstr (mft_pdf_object_get_string (after, NULL), ==, "tersembunyi");
  for (guint i = 0; i < mft_pdf_file_facts (file)->len; i++)
    g_assert_true (
        mft_pdf_fact_is_harmless (g_array_index (mft_pdf_file_facts (file), MftPdfFact, i).kind));
}

static void
test_references (void)
{
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();
  g_autoptr (GError) circle = NULL;
  g_autoptr (GError) itself = NULL;

  mft_pdf_fixture_object (fixture, 1, "<< /Type /Catalog >>");
  mft_pdf_fixture_object (fixture, 2, "3 0 R");
  mft_pdf_fixture_object (fixture, 3, "2 0 R");
  mft_pdf_fixture_object (fixture, 4, "<< /Length 4 0 R >>\nstream\nabc\nendstream");
  mft_pdf_fixture_table (fixture, 5, "/Root 1 0 R");
  g_autoptr (GBytes) bytes = mft_pdf_fixture_bytes (fixture);
  g_autoptr (MftPdfFile) file = mft_test_open_pdf (bytes);
  g_autoptr (MftPdfObject) reference = mft_pdf_object_new_reference (2, 0);
  g_autoptr (MftPdfObject) missing = mft_pdf_file_load (file, 0, 77, 0, NULL);

  g_assert_true (mft_pdf_object_is (missing, MFT_PDF_NULL));
  g_assert_nonnull (missing);
  g_assert_null (mft_pdf_file_resolve (file, 0, reference, &circle));
  g_assert_error (circle, MFT_PDF_ERROR, MFT_PDF_ERROR_DAMAGED);
  g_assert_null (mft_pdf_file_load (file, 0, 4, 0, &itself));
  g_assert_error (itself, MFT_PDF_ERROR, MFT_PDF_ERROR_DAMAGED);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/pdf/file/kinds", test_kinds);
  g_test_add_func ("/pdf/file/revisions", test_revisions);
  g_test_add_func ("/pdf/file/truncated", test_truncated);
  g_test_add_func ("/pdf/file/flipped", test_flipped);
  g_test_add_func ("/pdf/file/refused", test_refused);
  g_test_add_func ("/pdf/file/circle", test_circle);
  g_test_add_func ("/pdf/file/hidden-in-newer", test_hidden_in_newer);
  g_test_add_func ("/pdf/file/facts", test_facts);
  g_test_add_func ("/pdf/file/padded-entry", test_padded_entry);
  g_test_add_func ("/pdf/file/duplicate-key-anywhere", test_duplicate_key_anywhere);
  g_test_add_func ("/pdf/file/between", test_between);
  g_test_add_func ("/pdf/file/damaged-object", test_damaged_object);
  g_test_add_func ("/pdf/file/word", test_word);
  g_test_add_func ("/pdf/file/references", test_references);
  return g_test_run ();
}
