/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DOCX files that are damaged, or made to do harm. */
#include "docx-fixture.h"
#include "imported.h"
#include "support.h"

#include "container/error.h"
#include "exchange/error.h"
#include "exchange/exchange.h"

#define P(words) "<w:p><w:r><w:t>" words "</w:t></w:r></w:p>"
#define HEAD P ("Pasal 1") P ("BIAYA")
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELATIONS                                                                                  \
  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"         \
  "<Relationship Id=\"a\" Type=\"" OFFICE "officeDocument\" Target=\"d.xml\"/></Relationships>"
#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

/* Takes `bytes`. */
static void
assert_fails (GBytes *bytes, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mft_exchange_read (bytes, "a.docx", NULL, &error));
  g_assert_error (error, domain, code);
  g_bytes_unref (bytes);
}

/* Takes `bytes`; imported and exported as text, they are `expected`. */
static void
assert_import (GBytes *bytes, const char *expected, const char *guess)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (MftAgreement) agreement = mft_exchange_read (bytes, "a.docx", &report, &error);
  gboolean found = guess == NULL;

  g_assert_no_error (error);
  mft_test_assert_written (agreement, expected);
  for (guint i = 0; i < report->guesses->len && !found; i++)
    found = g_str_equal (g_array_index (report->guesses, MftImportGuess, i).as, guess);
  g_assert_true (found);
  g_bytes_unref (bytes);
}

static GBytes *
make (const char *document)
{
  return mft_zip_fixture ("[Content_Types].xml", "<Types/>", "_rels/.rels", RELATIONS, "d.xml",
                          document, NULL);
}

static void
test_refused (void)
{
  assert_fails (mft_zip_fixture ("[Content_Types].xml", "<Types/>", "_rels/.rels", RELATIONS, NULL),
                MFT_CONTAINER_ERROR, MFT_CONTAINER_ERROR_DAMAGED);
  assert_fails (mft_zip_fixture ("[Content_Types].xml", "<Types/>", "_rels/.rels", "<a/>", NULL),
                MFT_CONTAINER_ERROR, MFT_CONTAINER_ERROR_DAMAGED);
  assert_fails (make ("<w:document " W "><w:body>"), MFT_CONTAINER_ERROR,
                MFT_CONTAINER_ERROR_DAMAGED);
  assert_fails (make ("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"),
                MFT_CONTAINER_ERROR, MFT_CONTAINER_ERROR_REFUSED);
  assert_fails (make ("<workbook/>"), MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_FORMAT);
  assert_fails (mft_docx_fixture ("", NULL), MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_EMPTY);
  assert_fails (mft_docx_fixture (P ("- - -"), NULL), MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_EMPTY);
}

static void
test_deep (void)
{
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < 1000; i++)
    g_string_append (body, "<w:tbl><w:tr><w:tc>");
  g_string_append (body, P ("dalam"));
  for (guint i = 0; i < 1000; i++)
    g_string_append (body, "</w:tc></w:tr></w:tbl>");
  assert_fails (mft_docx_fixture (body->str, NULL), MFT_CONTAINER_ERROR, MFT_CONTAINER_ERROR_LIMIT);
}

static void
test_bomb (void)
{
  g_autofree char *words = g_strnfill (8 * 1024 * 1024, 'a');
  g_autofree char *body = g_strdup_printf ("<w:p><w:r><w:t>%s</w:t></w:r></w:p>", words);

  assert_fails (mft_docx_fixture (body, NULL), MFT_CONTAINER_ERROR, MFT_CONTAINER_ERROR_LIMIT);
}

/* Styles in a circle, levels and numbers that are none, a list that leads to itself. */
static void
test_senseless_lists (void)
{
  assert_import (
      mft_docx_fixture (
          HEAD
          "<w:p><w:pPr><w:pStyle w:val=\"A\"/><w:numPr><w:ilvl w:val=\"99\"/><w:numId "
          "w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>Satu.</w:t></w:r></w:p><w:p><w:pPr><w:pStyle "
          "w:val=\"A\"/><w:numPr><w:ilvl w:val=\"-1\"/><w:numId w:val=\"77\"/></w:numPr></w:pPr>"
          "<w:r><w:t>Dua.</w:t></w:r></w:p>",
          "styles",
          "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:basedOn "
          "w:val=\"B\"/></w:style><w:style "
          "w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>",
          "numbering",
          "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"X\"/><w:styleLink "
          "w:val=\"X\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"99999999999999999999\"/><w:numFmt "
          "w:val=\"lowerLetter\"/><w:lvlText w:val=\"(%1%9%\"/></w:lvl><w:lvl w:ilvl=\"44\"/>"
          "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num "
          "w:numId=\"2\"><w:abstractNumId w:val=\"8\"/></w:num>",
          NULL),
      "Pasal 1\nBIAYA\n\n(00% Satu.\n\n    Dua.", "label-kept");
}

/* What stands besides the text may be missing; then it is told. */
static void
test_damaged_parts (void)
{
  assert_import (mft_docx_fixture (HEAD P ("Satu."), "numbering", "<w:num>", "styles", "&b;",
                                   "comments", "<", "header1", "</w:hdr>", NULL),
                 "Pasal 1\nBIAYA\n\nSatu.", "part-unreadable");
}

static void
test_open_field (void)
{
  assert_import (mft_docx_fixture (HEAD "<w:p><w:r><w:t>Satu.</w:t><w:fldChar "
                                        "w:fldCharType=\"begin\"/></w:r></w:p><w:p><w:r><w:fldChar "
                                        "w:fldCharType=\"end\"/><w:fldChar w:fldCharType=\"end\"/>"
                                        "<w:t>Dua.</w:t></w:r></w:p>",
                                   NULL),
                 "Pasal 1\nBIAYA\n\nSatu.\n\nDua.", NULL);
}

/* A table of more cells than any page holds is read line by line, in time. */
static void
test_wide_table (void)
{
  g_autoptr (GString) body = g_string_new (HEAD "<w:tbl><w:tr>");

  for (guint i = 0; i < 3000; i++)
    g_string_append (body,
                     "<w:tc><w:tcPr><w:gridSpan w:val=\"99999\"/></w:tcPr>" P ("sel") "</w:tc>");
  g_string_append (body, "</w:tr></w:tbl>");
  g_autoptr (GBytes) bytes = mft_docx_fixture (body->str, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (MftAgreement) agreement = mft_exchange_read (bytes, "a.docx", &report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (report->lost), ==, 0);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/exchange/docx-hostile/refused", test_refused);
  g_test_add_func ("/exchange/docx-hostile/deep", test_deep);
  g_test_add_func ("/exchange/docx-hostile/bomb", test_bomb);
  g_test_add_func ("/exchange/docx-hostile/senseless-lists", test_senseless_lists);
  g_test_add_func ("/exchange/docx-hostile/damaged-parts", test_damaged_parts);
  g_test_add_func ("/exchange/docx-hostile/open-field", test_open_field);
  g_test_add_func ("/exchange/docx-hostile/wide-table", test_wide_table);
  return g_test_run ();
}
