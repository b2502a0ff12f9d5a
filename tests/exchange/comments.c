/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comments of Word and OpenDocument files, out and in. */
#include "docx-fixture.h"
#include "random-edits.h"
#include "support.h"
#include "tree.h"

#include "agreement/shown.h"
#include "exchange/exchange.h"
#include "review/review.h"

static const char words_text[]
    = "PERJANJIAN KERJA SAMA\n\nANTARA\n\nDINAS SATU\n\nDENGAN\n\nDINAS DUA\n\n"
      "TENTANG\n\nPETA\n\nPada hari ini, yang bertanda tangan di bawah ini:\n\n"
      "1. Wulan Hapsari Tirtanegara : Kepala Dinas Satu, selanjutnya disebut PIHAK KESATU;\n\n"
      "2. Bagas Manikmaya : Direktur, selanjutnya disebut PIHAK KEDUA.\n\n"
      "PARA PIHAK sepakat dengan ketentuan sebagai berikut:\n\nPasal 1\nBIAYA\n\n"
      "(1) Biaya peta tanah, citra tanah dan air.\n\nDemikian dibuat.\n";

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

static MftThread *
find_thread (MftReview *review, const char *words)
{
  for (guint i = 0; i < mft_review_threads (review)->len; i++)
    {
      MftThread *thread = mft_review_threads (review)->pdata[i];
      if (g_str_equal (thread->quote, words))
        return thread;
    }
  g_assert_not_reached ();
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
  const char *ayat = mft_block_get_id (mft_test_first (agreement, MFT_BLOCK_AYAT));
  MftThread *first = say (review, ayat, FALSE, "Mohon ditinjau & dijawab.");

  mft_review_answer (review, first, "Bagas", "Sudah.");
  say (review, ayat, TRUE, "Batas bawah kita.");
  mft_review_save (review, agreement);
  g_autoptr (GBytes) bytes = mft_exchange_write (agreement, name, NULL);
  g_autoptr (MftAgreement) after = NULL;
  g_autoptr (MftReview) back = read_back (bytes, name, &after);
  g_assert_cmpuint (mft_review_threads (back)->len, ==, 1);
  g_assert_cmpstr (remark (back, 0, 0)->text, ==, "Mohon ditinjau & dijawab.");
  g_assert_cmpstr (remark (back, 0, 0)->author, ==, "Wulan");
  g_assert_cmpstr (remark (back, 0, 0)->time, ==, "2026-11-21T03:04:05Z");
  g_assert_cmpstr (remark (back, 0, 1)->text, ==, "Sudah.");
  const MftThread *thread = mft_review_threads (back)->pdata[0];
  g_assert_cmpstr (thread->block, ==, ayat);
  g_assert_cmpstr (thread->quote, ==, "");
  /* It is ours to say whether the other party may read it once more. */
  g_assert_true (thread->internal);
}

/* The first block whose words hold `words`. */
static MftBlock *
find_words (MftAgreement *agreement, const char *words)
{
  MftBlock *root = mft_agreement_get_root (agreement);

  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    {
      g_autofree char *shown = mft_shown_text (agreement, at);
      if (strstr (shown, words) != NULL)
        return at;
    }
  g_assert_not_reached ();
}

static void
remark_words (MftReview *review, MftAgreement *agreement, const char *words, guint skip)
{
  MftBlock *block = find_words (agreement, words);
  g_autofree char *shown = mft_shown_text (agreement, block);
  const char *at = strstr (shown, words);

  for (guint i = 0; i < skip; i++)
    at = strstr (at + 1, words);
  MftThread *thread = mft_thread_new (mft_block_get_id (block), words,
                                      (guint) g_utf8_pointer_to_offset (shown, at), FALSE);
  mft_thread_say (thread, "Wulan", "2026-11-21T03:04:05Z", words);
  mft_review_add_thread (review, thread);
}

/* Comments on words, over one another, on what is written twice, in the columns of the komparisi and on
 * what has no words of its own come back on the same words. */
static void
test_words_there_and_back (gconstpointer name)
{
  static const char *const on[] = { "tanah", "tanah dan", "dan air", "Dinas Satu", "Kepala Dinas" };
  g_autoptr (MftAgreement) agreement = NULL;
  g_autoptr (MftReview) review = mft_review_new ();
  g_autoptr (GBytes) text = g_bytes_new_static (words_text, strlen (words_text));
  g_autoptr (MftAgreement) after = NULL;

  agreement = mft_exchange_read (text, "a.txt", NULL, NULL);
  g_assert_nonnull (agreement);
  for (guint i = 0; i < G_N_ELEMENTS (on); i++)
    remark_words (review, agreement, on[i], i == 0 ? 1 : 0);
  say (review, mft_block_get_id (mft_agreement_get_root (agreement)), FALSE, "Semuanya.");
  mft_review_save (review, agreement);
  g_autoptr (GBytes) bytes = mft_exchange_write (agreement, name, NULL);
  g_autoptr (MftReview) back = read_back (bytes, name, &after);
  g_assert_cmpuint (mft_review_threads (back)->len, ==, G_N_ELEMENTS (on) + 1);
  for (guint i = 0; i < mft_review_threads (back)->len; i++)
    {
      const MftThread *thread = mft_review_threads (back)->pdata[i];
      const MftRemark *first = thread->remarks->pdata[0];
      gboolean all = g_str_equal (first->text, "Semuanya.");
      MftThread *sent = all ? NULL : find_thread (review, first->text);
      g_assert_cmpstr (thread->quote, ==, all ? "" : first->text);
      g_assert_cmpuint (thread->start, ==, all ? 0 : sent->start);
      g_assert_true (all || g_str_equal (thread->block, sent->block));
    }
}

/* A comment over two paragraphs stands on the first; one without a range where it hangs. */
static void
test_odd_ranges (void)
{
  g_autoptr (GBytes) bytes = mft_docx_fixture (
      "<w:p><w:r><w:t>Pasal 1</w:t></w:r></w:p><w:p><w:r><w:t>BIAYA</w:t></w:r></w:p>"
      "<w:commentRangeStart w:id=\"0\"/><w:p><w:r><w:t>(1) Biaya nol.</w:t></w:r></w:p>"
      "<w:p><w:r><w:t>(2) Denda nol.</w:t></w:r></w:p><w:commentRangeEnd w:id=\"0\"/>"
      "<w:p><w:r><w:t>(3) Pajak nol</w:t></w:r><w:r><w:commentReference w:id=\"1\"/></w:r>"
      "<w:r><w:t>.</w:t></w:r></w:p>",
      "comments",
      "<w:comment w:id=\"0\" w:author=\"B\"><w:p><w:r><w:t>Dua?</w:t></w:r></w:p></w:comment>"
      "<w:comment w:id=\"1\" w:author=\"B\"><w:p><w:r><w:t>Tiga?</w:t></w:r></w:p></w:comment>"
      "<w:comment w:id=\"9\" w:author=\"B\"><w:p><w:r><w:t>Mana?</w:t></w:r></w:p></w:comment>",
      NULL);
  g_autoptr (MftAgreement) agreement = NULL;
  g_autoptr (MftReview) review = read_back (bytes, "a.docx", &agreement);
  static const char *const paths[] = { "Pasal 1 ayat (1)", "Pasal 1 ayat (3)" };

  g_assert_cmpuint (mft_review_threads (review)->len, ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      const MftThread *thread = mft_review_threads (review)->pdata[i];
      g_autofree char *path
          = mft_block_dup_path (mft_agreement_get_block (agreement, thread->block));
      g_assert_cmpstr (path, ==, paths[i]);
    }
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
  g_test_add_data_func ("/exchange/comments/words/docx", "a.docx", test_words_there_and_back);
  g_test_add_data_func ("/exchange/comments/words/odt", "a.odt", test_words_there_and_back);
  g_test_add_func ("/exchange/comments/odd-ranges", test_odd_ranges);
  g_test_add_func ("/exchange/comments/on-words", test_on_words);
  g_test_add_func ("/exchange/comments/too-much", test_too_much);
  return g_test_run ();
}
