/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-judges.h"
#include "random-edits.h"
#include "support.h"

#include "compare/compare.h"
#include "container/zip.h"
#include "exchange/exchange.h"
#include "exchange/pdf/pdf-pages.h"
#include "pdf/page.h"
#include "report/comparison-file.h"
#include "report/marked.h"
#include "report/redline.h"

static MftAgreement *
load (const char *name)
{
  g_autofree char *path = g_build_filename ("report/pks", name, NULL);
  g_autoptr (GBytes) bytes = mft_test_read (path);

  return mft_exchange_read (bytes, name, NULL, NULL);
}

static MftComparison *
compare (void)
{
  g_autoptr (MftAgreement) left = load ("lama.txt");
  g_autoptr (MftAgreement) right = load ("baru.txt");

  return mft_comparison_new (left, right);
}

static guint
count_changed (const MftComparison *comparison)
{
  return mft_comparison_n_changes (comparison) - mft_comparison_count (comparison, MFT_CHANGE_SAME);
}

static GBytes *
write_as (const MftComparison *comparison, MftComparisonForm form, const char *name)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (1795651200);
  g_autoptr (GError) error = NULL;
  MftMatrixOptions options = { .title = "Data & <pelabuhan>" };
  GBytes *bytes = mft_comparison_write (comparison, form, &options, name, date, &error);

  g_assert_no_error (error);
  return bytes;
}

static guint
count_of (const char *text, const char *needle)
{
  guint n = 0;

  for (const char *at = strstr (text, needle); at != NULL; at = strstr (at + 1, needle))
    n++;
  return n;
}

static char *
as_text (GBytes *bytes)
{
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
unpack (GBytes *archive, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftZip) zip = mft_zip_open (archive, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) content = mft_zip_read (zip, name, &error);
  g_assert_no_error (error);
  return as_text (content);
}

/* One row a change, whatever the file. */
static void
test_rows (void)
{
  g_autoptr (MftComparison) comparison = compare ();
  guint n = count_changed (comparison);
  g_autoptr (GBytes) csv_bytes = write_as (comparison, MFT_COMPARISON_MATRIX, "m.csv");
  g_autoptr (GBytes) html_bytes = write_as (comparison, MFT_COMPARISON_MATRIX, "m.html");
  g_autoptr (GBytes) xlsx = write_as (comparison, MFT_COMPARISON_MATRIX, "m.XLSX");
  g_autoptr (GBytes) docx = write_as (comparison, MFT_COMPARISON_MATRIX, "m.docx");
  g_autofree char *csv = as_text (csv_bytes);
  g_autofree char *html = as_text (html_bytes);
  g_autofree char *sheet = unpack (xlsx, "xl/worksheets/sheet1.xml");
  g_autofree char *document = unpack (docx, "word/document.xml");

  g_assert_cmpuint (n, ==, 9);
  g_assert_true (g_str_has_prefix (csv, "\xef\xbb\xbf\"No.\";\"Pasal\";\"Before\";"));
  g_assert_cmpuint (count_of (csv, "\r\n"), ==, n + 1);
  g_assert_cmpuint (count_of (html, "<tr>"), ==, n + 1);
  g_assert_nonnull (strstr (html, "Data &amp; &lt;pelabuhan&gt;"));
  g_assert_nonnull (strstr (html, "<del>30 (tiga puluh)</del>"));
  g_assert_nonnull (strstr (html, "<ins>14 (empat belas)</ins>"));
  g_assert_cmpuint (count_of (sheet, "<row "), ==, n + 1);
  g_assert_cmpuint (count_of (document, "<w:tr>"), ==, n + 1);
  g_assert_cmpuint (count_of (document, "<w:tblHeader/>"), ==, 1);
}

static const MftDecision *
decide (const MftChange *change, gpointer data)
{
  return change->class == MFT_CHANGE_EDITED ? data : NULL;
}

static void
test_columns (void)
{
  g_autoptr (MftComparison) comparison = compare ();
  MftDecision decision
      = { .change = (char *) "x", .stance = MFT_STANCE_AGREE, .note = (char *) "14 hari" };
  MftMatrixOptions options = { .kind = MFT_MATRIX_DISCUSSION,
                               .hidden = 1u << MFT_CHANGE_COSMETIC | 1u << MFT_CHANGE_EDITED,
                               .decision = decide,
                               .data = &decision };
  g_autoptr (MftMatrix) matrix = mft_matrix_new (comparison, &options);

  g_assert_cmpuint (matrix->n_columns, ==, 6);
  /* The changed number stays, though its class is hidden. */
  g_assert_cmpuint (matrix->rows->len, ==, 7);
  GPtrArray *row = g_ptr_array_index (matrix->rows, 2);
  g_autofree char *result = mft_marked_dup_text (g_ptr_array_index (row, 4));
  g_assert_cmpstr (result, ==, "agreed: 14 hari");
}

/* A spreadsheet must not compute what an agreement says. */
static void
test_formula (void)
{
  g_autoptr (MftAgreement) left = mft_test_agreement ();
  g_autoptr (MftAgreement) right = mft_test_agreement ();
  MftMatrixOptions options = { .columns = 1u << MFT_COLUMN_REMARK };
  g_autoptr (MftComparison) comparison = mft_comparison_new (left, right);
  g_autoptr (MftMatrix) matrix = mft_matrix_new (comparison, &options);
  GPtrArray *row = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  g_ptr_array_add (row, mft_marked_new_plain ("=HYPERLINK(\"x\")"));
  g_ptr_array_add (matrix->rows, row);
  g_autoptr (GBytes) bytes = mft_matrix_to_csv (matrix);
  g_autofree char *csv = as_text (bytes);
  g_assert_nonnull (strstr (csv, "\"'=HYPERLINK(\"\"x\"\")\"\r\n"));
}

static guint
count_pages (GBytes *pdf)
{
  g_autoptr (MftPdfFile) file = mft_test_open_pdf (pdf);

  mft_test_assert_qpdf_clean (pdf);
  return (guint) mft_pdf_pages_count (file, mft_pdf_file_last_revision (file), NULL);
}

static void
assert_times (const char *text, const char *part, guint times)
{
  g_auto (GStrv) parts = g_strsplit (text, part, -1);

  g_assert_cmpuint (g_strv_length (parts), ==, times + 1);
}

/* A cell that no page can hold goes on over several. */
static void
test_long_cell (void)
{
  MftMatrix matrix
      = { (char *) "Panjang",  (char *) "", 2, { MFT_COLUMN_NUMBER, MFT_COLUMN_BEFORE },
          { "No.", "Before" }, NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *row = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  GString *words = g_string_new (NULL);
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (1795651200);

  for (int i = 0; i < 4000; i++)
    g_string_append (words, "ketentuan ");
  g_ptr_array_add (row, mft_marked_new_plain ("1"));
  g_ptr_array_add (row, mft_marked_new_plain (words->str));
  g_ptr_array_add (rows, row);
  g_string_free (words, TRUE);
  matrix.rows = rows;
  g_autoptr (GBytes) pdf = mft_matrix_to_pdf (&matrix, date, NULL);
  g_assert_cmpuint (count_pages (pdf), >=, 3);
  g_assert_cmpuint (count_pages (pdf), <=, 12);

  /* A row for the reader too, and the head that each page repeats is read once. */
  g_autofree char *structure = mft_test_pdf_structure (pdf);
  assert_times (structure, "    TR\n", 2);
  assert_times (structure, "      TH:\n", 2);
  assert_times (structure, "      TD\n", 2);
}

static void
test_pdf (void)
{
  g_autoptr (MftComparison) comparison = compare ();
  g_autoptr (GBytes) matrix = write_as (comparison, MFT_COMPARISON_MATRIX, "m.pdf");
  g_autoptr (GBytes) again = write_as (comparison, MFT_COMPARISON_MATRIX, "m.pdf");
  g_autoptr (GBytes) redline = write_as (comparison, MFT_COMPARISON_REDLINE, "r.pdf");

  g_assert_true (g_bytes_equal (matrix, again));
  g_assert_cmpuint (count_pages (matrix), >=, 1);
  g_assert_cmpuint (count_pages (redline), >=, 1);
}

/* A Pasal's number and heading are not left alone at a page's foot. */
static void
test_headings_lead (void)
{
  GString *text = g_string_new ("PERJANJIAN\nANTARA\nSATU\nDENGAN\nDUA\nTENTANG\nDATA\n\n");

  for (guint i = 1; i <= 60; i++)
    g_string_append_printf (text, "Pasal %u\nPOKOK %u\nHal ini diatur tersendiri.\n\n", i, i);
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (text);
  g_autoptr (MftAgreement) agreement = mft_exchange_read (bytes, "a.txt", NULL, NULL);
  g_autoptr (MftComparison) comparison = mft_comparison_new (agreement, agreement);
  g_autoptr (GBytes) redline = write_as (comparison, MFT_COMPARISON_REDLINE, "r.pdf");
  g_autoptr (GObject) document = G_OBJECT (mft_pdf_pages_open (redline, NULL, NULL));
  int n = poppler_document_get_n_pages ((PopplerDocument *) document);

  g_assert_cmpint (n, >, 2);
  for (int i = 0; i < n; i++)
    {
      PopplerPage *page = poppler_document_get_page ((PopplerDocument *) document, i);
      g_autofree char *words = g_strchomp (poppler_page_get_text (page));
      g_object_unref (page);
      char *footer = strrchr (words, '\n');
      *footer = '\0';
      const char *last = strrchr (g_strchomp (words), '\n');
      g_assert_false (g_str_has_prefix (last + 1, "Pasal"));
      g_assert_false (g_str_has_prefix (last + 1, "POKOK"));
    }
}

/* What has a left version, in order, is the older text; what has a right one the newer. */
static void
assert_order (const MftComparison *comparison, GArray *entries)
{
  gint left = -1;
  gint right = -1;
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  guint lefts = 0, rights = 0, all_lefts = 0, all_rights = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const MftRedlineEntry *entry = &g_array_index (entries, MftRedlineEntry, i);
      if (entry->left != NULL)
        {
          g_assert_cmpint ((gint) entry->left->place, >, left);
          left = (gint) entry->left->place;
          lefts++;
        }
      if (entry->right != NULL)
        {
          g_assert_cmpint ((gint) entry->right->place, >, right);
          right = (gint) entry->right->place;
          rights++;
        }
      g_hash_table_add (told, (gpointer) entry->change);
    }
  for (guint i = 0; i < mft_comparison_n_changes (comparison); i++)
    {
      all_lefts += mft_comparison_get_change (comparison, i)->left != NULL ? 1 : 0;
      all_rights += mft_comparison_get_change (comparison, i)->right != NULL ? 1 : 0;
    }
  g_assert_cmpuint (lefts, ==, all_lefts);
  g_assert_cmpuint (rights, ==, all_rights);
  g_assert_cmpuint (g_hash_table_size (told), ==, mft_comparison_n_changes (comparison));
}

static void
test_redline (gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (MftAgreement) right = mft_test_agreement ();
  MftMatrixOptions options = { 0 };

  for (int round = 0; round < 20; round++)
    {
      g_autoptr (MftAgreement) left = mft_agreement_snapshot (right);
      for (int i = g_rand_int_range (random, 1, 12); i > 0; i--)
        mft_test_random_edit (right, random);
      g_autoptr (MftComparison) comparison = mft_comparison_new (left, right);
      g_autoptr (MftMatrix) matrix = mft_matrix_new (comparison, &options);
      g_autoptr (GArray) entries = mft_redline_new (comparison);
      g_assert_cmpuint (matrix->rows->len, ==, count_changed (comparison));
      assert_order (comparison, entries);
    }
}

static void
test_tracked (void)
{
  g_autoptr (MftComparison) comparison = compare ();
  g_autoptr (GBytes) docx = write_as (comparison, MFT_COMPARISON_REDLINE, "r.docx");
  g_autofree char *document = unpack (docx, "word/document.xml");

  g_assert_nonnull (strstr (document, "<w:delText xml:space=\"preserve\">30 (tiga puluh)"));
  g_assert_nonnull (strstr (document, "<w:t xml:space=\"preserve\">14 (empat belas)"));
  g_assert_cmpuint (count_of (document, "<w:ins "), >, 0);
  g_assert_cmpuint (count_of (document, "<w:del "), >, 0);
}

static MftAgreement *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return mft_exchange_read (bytes, "a.txt", NULL, NULL);
}

/* The paragraph of a Word file in which `words` stand. */
static char *
paragraph_with (const char *document, const char *words)
{
  const char *found = strstr (document, words);
  const char *start = g_strrstr_len (document, found - document, "<w:p>");

  return g_strndup (start, (gsize) (strstr (found, "</w:p>") - start));
}

/* Both halves of a split have their number. A change that ends a paragraph, and a paragraph of its kind behind
 * it: the end between them changed, else LibreOffice takes one too many. */
static void
test_tracked_paragraphs (void)
{
  g_autoptr (MftAgreement) left = read_text (
      "PERJANJIAN KERJA SAMA\nANTARA\nSATU\nDENGAN\nDUA\nTENTANG\nDATA\n\nPasal 1\nBIAYA\n"
      "(1) Biaya rapat ditanggung pengundang. Biaya perjalanan ditanggung pihak yang menugaskan.\n"
      "(2) Biaya lain diatur kemudian.\nPasal 2\nPENUTUP\nHal lain diatur kemudian.\n");
  g_autoptr (MftAgreement) right = read_text (
      "PERJANJIAN KERJA SAMA\nANTARA\nSATU\nDENGAN\nDUA\nTENTANG\nDATA\n\nPasal 1\nBIAYA\n"
      "(1) Biaya rapat ditanggung pengundang.\n(2) Biaya perjalanan ditanggung pihak yang "
      "menugaskan.\n(3) Biaya lain diatur kemudian; dan\n(4) Pajak ditanggung setiap pihak.\n"
      "Pasal 2\nPENUTUP\nHal lain diatur kemudian.\n");
  g_autoptr (MftComparison) comparison = mft_comparison_new (left, right);
  g_autoptr (GBytes) docx = write_as (comparison, MFT_COMPARISON_REDLINE, "r.docx");
  g_autofree char *document = unpack (docx, "word/document.xml");
  g_autofree char *first = paragraph_with (document, "Biaya rapat");
  g_autofree char *second = paragraph_with (document, "Biaya perjalanan");
  g_autofree char *edited = paragraph_with (document, "; dan");
  g_autofree char *added = paragraph_with (document, "Pajak");

  g_assert_cmpuint (mft_comparison_count (comparison, MFT_CHANGE_SPLIT), ==, 1);
  g_assert_nonnull (strstr (first, "(1) Biaya rapat"));
  g_assert_nonnull (strstr (second, "(2) "));
  g_assert_true (g_str_has_prefix (edited, "<w:p><w:pPr><w:rPr><w:ins "));
  g_assert_true (g_str_has_prefix (added, "<w:p><w:pPr/>"));
}

static void
test_names (void)
{
  g_assert_false (mft_comparison_can_write ("a.odt", MFT_COMPARISON_MATRIX));
  g_assert_false (mft_comparison_can_write ("a.csv", MFT_COMPARISON_REDLINE));
  g_assert_true (mft_comparison_can_write ("a.CSV", MFT_COMPARISON_MATRIX));
  g_assert_cmpint (mft_comparison_usual_form ("a.docx"), ==, MFT_COMPARISON_REDLINE);
  g_assert_cmpint (mft_comparison_usual_form ("a.pdf"), ==, MFT_COMPARISON_MATRIX);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/report/comparison/rows", test_rows);
  g_test_add_func ("/report/comparison/columns", test_columns);
  g_test_add_func ("/report/comparison/formula", test_formula);
  g_test_add_func ("/report/comparison/long-cell", test_long_cell);
  g_test_add_func ("/report/comparison/pdf", test_pdf);
  g_test_add_func ("/report/comparison/C12-tracked", test_tracked);
  g_test_add_func ("/report/comparison/C12-tracked-paragraphs", test_tracked_paragraphs);
  g_test_add_func ("/report/comparison/names", test_names);
  for (guint seed = 1; seed <= 3; seed++)
    {
      g_autofree char *name = g_strdup_printf ("/report/comparison/redline/%u", seed);
      g_test_add_data_func (name, GUINT_TO_POINTER (seed), test_redline);
    }
  g_test_add_func ("/report/comparison/headings-lead", test_headings_lead);
  return g_test_run ();
}
