/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comments of Word and OpenDocument files, out and in. */
#include "docx-fixture.h"
#include "random-edits.h"
#include "support.h"

#include "exchange/exchange.h"
#include "review/review.h"

static MftBlock *
first_of (MftAgreement *agreement, MftBlockKind kind)
{
  MftBlock *root = mft_agreement_get_root (agreement);
  MftBlock *at = root;

  while (mft_block_get_kind (at) != kind)
    at = mft_block_next (at, root);
  return at;
}

static MftThread *
say (MftReview *review, const char *block, gboolean internal, const char *text)
{
  MftThread *thread = mft_thread_new (block, "", 0, internal);

  mft_thread_say (thread, "Wulan", "2026-11-21T03:04:05Z", text);
  mft_review_add_thread (review, thread);
  return thread;
}

static MftReview *
read_back (GBytes *bytes, const char *name, MftAgreement **agreement)
{
  g_autoptr (GError) error = NULL;
  MftReview *review;

  *agreement = mft_exchange_read (bytes, name, NULL, &error);
  g_assert_no_error (error);
  review = mft_review_load (*agreement, &error);
  g_assert_no_error (error);
  return review;
}

static const MftRemark *
remark (MftReview *review, guint thread, guint index)
{
  return ((const MftThread *) mft_review_threads (review)->pdata[thread])->remarks->pdata[index];
}

/* What was said to the other party comes back where it was said, with what was answered; what was
 * said in the house never left. */
static void
test_there_and_back (gconstpointer name)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (MftReview) review = mft_review_new ();
  const char *ayat = mft_block_get_id (first_of (agreement, MFT_BLOCK_AYAT));
  gboolean docx = g_str_equal (name, "a.docx");
  MftThread *first = say (review, ayat, FALSE, "Mohon ditinjau & dijawab.");

  mft_review_answer (review, first, "Bagas", "Sudah.");
  say (review, ayat, TRUE, "Batas bawah kita.");
  mft_review_save (review, agreement);
  g_autoptr (GBytes) bytes = mft_exchange_write (agreement, name, NULL);
  g_autoptr (MftAgreement) after = NULL;
  g_autoptr (MftReview) back = read_back (bytes, name, &after);
  /* OpenDocument 1.3 has no word for an answer: it is a comment of its own. */
  g_assert_cmpuint (mft_review_threads (back)->len, ==, docx ? 1 : 2);
  g_assert_cmpstr (remark (back, 0, 0)->text, ==, "Mohon ditinjau & dijawab.");
  g_assert_cmpstr (remark (back, 0, 0)->author, ==, "Wulan");
  g_assert_cmpstr (remark (back, 0, 0)->time, ==, "2026-11-21T03:04:05Z");
  g_assert_cmpstr ((docx ? remark (back, 0, 1) : remark (back, 1, 0))->text, ==, "Sudah.");
  const MftThread *thread = mft_review_threads (back)->pdata[0];
  g_assert_cmpstr (thread->block, ==, ayat);
  g_assert_cmpstr (thread->quote, ==, "");
  /* It is ours to say whether the other party may read it once more. */
  g_assert_true (thread->internal);
}

/* A comment of Word stands on its very words; an answer and a tick come along. */
static void
test_on_words (void)
{
  g_autoptr (GBytes) bytes = mft_docx_fixture (
      "<w:p><w:r><w:t>Pasal 1</w:t></w:r></w:p><w:p><w:r><w:t>BIAYA</w:t></w:r></w:p>"
      "<w:p><w:r><w:t xml:space=\"preserve\">Biaya nol, </w:t></w:r><w:commentRangeStart "
      "w:id=\"0\"/><w:commentRangeStart w:id=\"1\"/><w:r><w:t>denda berlaku</w:t></w:r>"
      "<w:commentRangeEnd w:id=\"0\"/><w:commentRangeEnd w:id=\"1\"/><w:r><w:t>.</w:t></w:r></w:p>",
      "comments",
      "<w:comment w:id=\"0\" w:author=\"Bagas\" w:date=\"2026-11-20T10:00:00Z\"><w:p "
      "w14:paraId=\"00000001\" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\">"
      "<w:r><w:t>Berapa?</w:t></w:r></w:p></w:comment><w:comment w:id=\"1\" "
      "w:author=\"Wulan\"><w:p "
      "w14:paraId=\"00000002\" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\">"
      "<w:r><w:t>Nol.</w:t></w:r></w:p></w:comment>",
      "commentsExtended",
      "<w15:commentEx xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\" "
      "w15:paraId=\"00000001\" w15:done=\"1\"/><w15:commentEx "
      "xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\" "
      "w15:paraId=\"00000002\" w15:paraIdParent=\"00000001\" w15:done=\"1\"/>",
      NULL);
  g_autoptr (MftAgreement) agreement = NULL;
  g_autoptr (MftReview) review = read_back (bytes, "a.docx", &agreement);
  guint start = 0, end = 0;

  g_assert_cmpuint (mft_review_threads (review)->len, ==, 1);
  const MftThread *thread = mft_review_threads (review)->pdata[0];
  g_assert_cmpuint (thread->remarks->len, ==, 2);
  g_assert_true (thread->resolved);
  g_assert_cmpstr (thread->quote, ==, "denda berlaku");
  g_assert_cmpint (mft_thread_find (thread, agreement, &start, &end), ==, MFT_ANCHOR_WORDS);
  g_assert_cmpuint (start, ==, 11);
  g_assert_cmpuint (end, ==, 24);
}

/* Longer and more than komentar.xml may hold: it still opens. */
static void
test_too_much (void)
{
  g_autoptr (GString) comments = g_string_new (NULL);
  g_autofree char *words = g_strnfill (70000, 'a');

  for (guint i = 0; i < 6000; i++)
    g_string_append_printf (
        comments,
        "<w:comment w:id=\"%u\" w:author=\"%s\"><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:comment>", i,
        i == 0 ? words : "B", i == 1 ? words : "Ya?");
  g_autoptr (GBytes) bytes = mft_docx_fixture (
      "<w:p><w:r><w:t>Pasal 1</w:t></w:r></w:p><w:p><w:r><w:t>Satu.</w:t></w:r></w:p>", "comments",
      comments->str, NULL);
  g_autoptr (MftAgreement) agreement = NULL;
  g_autoptr (MftReview) review = read_back (bytes, "a.docx", &agreement);
  g_assert_cmpuint (mft_review_threads (review)->len, ==, 5000);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_data_func ("/exchange/comments/docx", "a.docx", test_there_and_back);
  g_test_add_data_func ("/exchange/comments/odt", "a.odt", test_there_and_back);
  g_test_add_func ("/exchange/comments/on-words", test_on_words);
  g_test_add_func ("/exchange/comments/too-much", test_too_much);
  return g_test_run ();
}
