/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of attachments, words on every page: out to word processors and back. */
#include "docx-fixture.h"
#include "random-edits.h"
#include "support.h"

#include "agreement/trait.h"
#include "container/zip.h"
#include "exchange/exchange.h"
#include "typeset/profile.h"

#define HEAD "Naskah kerja sama Tata Samudra"
#define FOOT "Rancangan ke-2"

static MftBlock *
add_attachment (MftBlock *root, const char *title, const char *orientation)
{
  g_autoptr (MftText) heading = mft_text_new (title, MFT_STYLE_PLAIN);
  g_autoptr (MftText) words = mft_text_new ("Uraian pekerjaan.", MFT_STYLE_PLAIN);
  MftBlock *attachment = mft_block_append (root, mft_block_new (MFT_BLOCK_ATTACHMENT, heading));

  mft_block_set_trait (attachment, MFT_TRAIT_ORIENTATION, orientation);
  mft_block_append (attachment, mft_block_new (MFT_BLOCK_PARAGRAPH, words));
  return attachment;
}

/* Upright, on its side, upright on other paper with a face of its own. */
static MftAgreement *
make (void)
{
  g_autoptr (MftAgreement) plain = mft_test_agreement ();
  MftBlock *root = mft_block_copy (mft_agreement_get_root (plain));
  MftAgreement *agreement;
  MftBlock *third;

  add_attachment (root, "Rencana Kerja", NULL);
  add_attachment (root, "Rencana Anggaran", "mendatar");
  third = add_attachment (root, "Daftar Penghubung", NULL);
  g_autofree char *key = g_strconcat (MFT_SETTING_ATTACHMENT, mft_block_get_id (third), NULL);
  agreement = mft_agreement_new (root);
  mft_agreement_set_n_parties (agreement, 2);
  mft_agreement_set_setting (agreement, MFT_SETTING_HEAD, HEAD);
  mft_agreement_set_setting (agreement, MFT_SETTING_FOOT, FOOT);
  mft_agreement_set_setting (agreement, key, "f4-arial");
  return agreement;
}

static char *
dup_part (GBytes *bytes, const char *name)
{
  g_autoptr (MftZip) zip = mft_zip_open (bytes, NULL, NULL);
  g_autoptr (GBytes) part = mft_zip_read (zip, name, NULL);

  g_assert_nonnull (part);
  return g_strndup (g_bytes_get_data (part, NULL), g_bytes_get_size (part));
}

static guint
count (const char *text, const char *what)
{
  g_auto (GStrv) pieces = g_strsplit (text, what, -1);

  return g_strv_length (pieces) - 1;
}

static void
test_docx (void)
{
  g_autoptr (MftAgreement) agreement = make ();
  g_autoptr (GBytes) bytes = mft_exchange_write (agreement, "a.docx", NULL);
  g_autofree char *body = dup_part (bytes, "word/document.xml");
  g_autofree char *first = dup_part (bytes, "word/header1first.xml");
  g_autofree char *others = dup_part (bytes, "word/header1.xml");
  g_autofree char *last = dup_part (bytes, "word/header3.xml");
  g_autofree char *footer = dup_part (bytes, "word/footer2.xml");

  /* The agreement and the first attachment share their pages. */
  g_assert_cmpuint (count (body, "<w:sectPr>"), ==, 3);
  g_assert_cmpuint (count (body, "w:orient=\"landscape\""), ==, 1);
  g_assert_cmpuint (count (body, "<w:titlePg/>"), ==, 1);
  g_assert_nonnull (strstr (body, "w:h=\"18709\""));
  g_assert_nonnull (strstr (body, "w:ascii=\"Arial\""));
  g_assert_nonnull (strstr (first, HEAD));
  g_assert_null (strstr (first, "PAGE"));
  g_assert_nonnull (strstr (others, HEAD));
  g_assert_nonnull (strstr (others, "PAGE"));
  g_assert_nonnull (strstr (last, "NUMPAGES"));
  g_assert_nonnull (strstr (footer, FOOT));
}

static void
test_odt (void)
{
  g_autoptr (MftAgreement) agreement = make ();
  g_autoptr (GBytes) bytes = mft_exchange_write (agreement, "a.odt", NULL);
  g_autofree char *styles = dup_part (bytes, "styles.xml");
  g_autofree char *content = dup_part (bytes, "content.xml");

  /* The first page, those that follow, and two kinds of attachments. */
  g_assert_cmpuint (count (styles, "<style:master-page "), ==, 4);
  g_assert_cmpuint (count (styles, "print-orientation=\"landscape\""), ==, 1);
  g_assert_cmpuint (count (styles, HEAD), ==, 4);
  g_assert_cmpuint (count (styles, FOOT), ==, 4);
  g_assert_cmpuint (count (styles, "<text:page-number"), ==, 3);
  g_assert_cmpuint (count (content, "style:master-page-name=\"Bagian1\""), ==, 1);
  g_assert_cmpuint (count (content, "style:master-page-name=\"Bagian2\""), ==, 1);
}

static void
assert_back (GBytes *bytes, const char *name)
{
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MftAgreement) back = mft_exchange_read (bytes, name, &report, &error);
  MftBlock *root;
  guint n;

  g_assert_no_error (error);
  root = mft_agreement_get_root (back);
  n = mft_block_n_children (root);
  g_assert_cmpstr (mft_agreement_get_setting (back, MFT_SETTING_HEAD), ==, HEAD);
  g_assert_cmpstr (mft_agreement_get_setting (back, MFT_SETTING_FOOT), ==, FOOT);
  g_assert_cmpuint (report->dropped->len, ==, 0);
  g_assert_cmpstr (mft_block_get_trait (mft_block_get_child (root, n - 3), MFT_TRAIT_ORIENTATION),
                   ==, NULL);
  g_assert_cmpstr (mft_block_get_trait (mft_block_get_child (root, n - 2), MFT_TRAIT_ORIENTATION),
                   ==, "mendatar");
  g_assert_cmpstr (mft_block_get_trait (mft_block_get_child (root, n - 1), MFT_TRAIT_ORIENTATION),
                   ==, NULL);
}

static void
test_back (void)
{
  static const char *const names[] = { "a.docx", "a.odt" };
  g_autoptr (MftAgreement) agreement = make ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) bytes = mft_exchange_write (agreement, names[i], NULL);
      g_autoptr (GBytes) forgotten = mft_zip_fixture_without_source (bytes);
      assert_back (bytes, names[i]);
      assert_back (forgotten, names[i]);
    }
}

/* What somebody else's pages say: words of one line are taken, a letterhead and numbers are told. */
#define P(words) "<w:p><w:r><w:t xml:space=\"preserve\">" words "</w:t></w:r></w:p>"
#define FIELD(words)                                                                               \
  "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>"    \
  "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>" words "</w:t></w:r>"              \
  "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"

static void
assert_margins (const char *header, const char *footer, const char *head, const char *foot,
                guint dropped)
{
  g_autoptr (GBytes) bytes = mft_docx_fixture (P ("Pasal 1") P ("BIAYA") P ("Biaya nol."),
                                               "header1", header, "footer1", footer, NULL);
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (MftAgreement) agreement = mft_exchange_read (bytes, "a.docx", &report, NULL);

  g_assert_nonnull (agreement);
  g_assert_cmpstr (mft_agreement_get_setting (agreement, MFT_SETTING_HEAD), ==, head);
  g_assert_cmpstr (mft_agreement_get_setting (agreement, MFT_SETTING_FOOT), ==, foot);
  g_assert_cmpuint (report->dropped->len, ==, dropped);
}

static void
test_foreign (void)
{
  g_autofree char *long_words = g_strnfill (130, 'a');
  g_autofree char *too_long = g_strdup_printf (P ("%s"), long_words);

  assert_margins (P ("Dinas Perikanan"), "<w:p><w:r><w:t>Halaman </w:t></w:r>" FIELD ("7") "</w:p>",
                  "Dinas Perikanan", NULL, 0);
  assert_margins (P ("Dinas Perikanan") P ("Jalan Dermaga 4"), P ("Salinan"), NULL, "Salinan", 1);
  assert_margins (P (""), "<w:p><w:r><w:t>Lembar rahasia </w:t></w:r>" FIELD ("2") "</w:p>", NULL,
                  NULL, 1);
  assert_margins (too_long, P ("Halaman 3"), NULL, NULL, 2);
  /* A field that nobody ends. */
  assert_margins ("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
                  "<w:r><w:t>Dinas</w:t></w:r></w:p>",
                  P ("- 2 -"), "Dinas", NULL, 1);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/exchange/sections/docx", test_docx);
  g_test_add_func ("/exchange/sections/odt", test_odt);
  g_test_add_func ("/exchange/sections/back", test_back);
  g_test_add_func ("/exchange/sections/foreign", test_foreign);
  return g_test_run ();
}
