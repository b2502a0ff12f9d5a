/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What reviewers expect of a comparison, line by line. C9, side by side and its keys: tests/ui/comparison.c and
 * comparing-by-keys.py; C12, tracked changes: tests/report/comparison.c, and LibreOffice in ./dev judges. */
#include "pdf-judges.h"
#include "signed-pdf.h"
#include "support.h"

#include "agreement/bundle.h"
#include "agreement/edit.h"
#include "compare/compare.h"
#include "compare/merge.h"
#include "compare/take.h"
#include "exchange/clean/clean.h"
#include "exchange/error.h"
#include "exchange/exchange.h"
#include "exchange/pasted.h"
#include "report/comparison-file.h"
#include "report/comparison.h"
#include "report/redline.h"
#include "review/review.h"
#include "template/sample.h"
#include "typeset/pages.h"

#define TITLE "PERJANJIAN KERJA SAMA\nANTARA\nSATU\nDENGAN\nDUA\nTENTANG\nDATA PELABUHAN\n\n"
#define SCOPE                                                                                      \
  "RUANG LINGKUP\n(1) Logo dicantumkan pada setiap laporan bersama.\n(2) Biaya penyusunan "        \
  "laporan "                                                                                       \
  "ditanggung bersama.\n"
#define TERM                                                                                       \
  "JANGKA WAKTU\n(1) Kerja sama ini berlaku selama 4 (empat) tahun sejak ditandatangani.\n(2) "    \
  "Masa sebagaimana dimaksud pada ayat (1) dapat diperpanjang oleh para pihak.\n"
#define RIGHTS                                                                                     \
  "HAK ATAS KARYA\nKarya yang telah dimiliki sebelum kerja sama ini tetap menjadi milik "          \
  "pembuatnya.\n"
#define LAWS                                                                                       \
  "KERAHASIAAN\n(1) Data yang bertanda rahasia wajib dijaga oleh kedua pihak dengan "              \
  "saksama.\n(2) "                                                                                 \
  "Yang disebut sebagai “Data Rahasia” tidak boleh disalin tanpa izin tertulis.\n"

static MftAgreement *
read_as (const char *text, const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  MftAgreement *agreement = mft_exchange_read (bytes, name, NULL, &error);

  g_assert_no_error (error);
  return agreement;
}

static MftComparison *
compare (const char *left, const char *right)
{
  g_autoptr (MftAgreement) a = read_as (left, "a.txt");
  g_autoptr (MftAgreement) b = read_as (right, "b.txt");

  return mft_comparison_new (a, b);
}

/* "edited 2, inserted 1": what there is besides what stayed. */
static char *
counts (const MftComparison *comparison)
{
  GString *text = g_string_new (NULL);

  for (guint i = MFT_CHANGE_SAME + 1; i < MFT_CHANGE_N_CLASSES; i++)
    if (mft_comparison_count (comparison, (MftChangeClass) i) > 0)
      g_string_append_printf (text, "%s%s %u", text->len > 0 ? ", " : "",
                              mft_change_class_name ((MftChangeClass) i),
                              mft_comparison_count (comparison, (MftChangeClass) i));
  return g_string_free (text, FALSE);
}

static void
assert_counts (const MftComparison *comparison, const char *expected)
{
  g_autofree char *found = counts (comparison);

  g_assert_cmpstr (found, ==, expected);
}

static const MftChange *
first_of (const MftComparison *comparison, MftChangeClass class)
{
  for (guint i = 0; i < mft_comparison_n_changes (comparison); i++)
    if (mft_comparison_get_change (comparison, i)->class == class)
      return mft_comparison_get_change (comparison, i);
  g_assert_not_reached ();
}

/* "berlaku {-4}{+5} tahun". */
static char *
words_of (const MftChange *change)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < change->pieces->len; i++)
    {
      const MftPiece *piece = &g_array_index (change->pieces, MftPiece, i);
      if (piece->kind == MFT_PIECE_KEPT)
        g_string_append (text, piece->text);
      else
        g_string_append_printf (text, "{%c%s}", (char) piece->kind, piece->text);
    }
  return g_string_free (text, FALSE);
}

static const char whole[]
    = TITLE "Pasal 1\n" SCOPE "Pasal 2\n" TERM "Pasal 3\n" RIGHTS "Pasal 4\n" LAWS;

/* C1: own format, XML, Word, OpenDocument and text, in any pairing; PDF: tests/exchange/printed.c. */
static void
test_formats (void)
{
  static const char *const names[] = { "a.pks", "a.xml", "a.docx", "a.odt", "a.txt" };
  g_autoptr (MftAgreement) left = read_as (whole, "a.txt");
  g_autoptr (MftAgreement) right
      = read_as (TITLE "Pasal 1\n" SCOPE "Pasal 2\n" RIGHTS "Pasal 3\n" LAWS, "a.txt");
  g_autoptr (MftComparison) direct = mft_comparison_new (left, right);
  g_autofree char *expected = counts (direct);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) a = mft_exchange_write (left, names[i], &error);
        g_assert_no_error (error);
        g_autoptr (GBytes) b = mft_exchange_write (right, names[j], &error);
        g_assert_no_error (error);
        g_autoptr (MftAgreement) x = mft_exchange_read (a, names[i], NULL, &error);
        g_assert_no_error (error);
        g_autoptr (MftAgreement) y = mft_exchange_read (b, names[j], NULL, &error);
        g_assert_no_error (error);
        g_autoptr (MftComparison) comparison = mft_comparison_new (x, y);
        g_test_message ("%s %s", names[i], names[j]);
        assert_counts (comparison, expected);
      }
}

/* C2: whole words. */
static void
test_whole_words (void)
{
  g_autoptr (MftComparison) comparison = compare (
      whole, TITLE "Pasal 1\nRUANG LINGKUP\n(1) Logo dicantumkannya pada setiap laporan bersama.\n"
                   "(2) Biaya penyusunan laporan ditanggung bersama.\n"
                   "Pasal 2\n" TERM "Pasal 3\n" RIGHTS "Pasal 4\n" LAWS);
  g_autofree char *words = words_of (first_of (comparison, MFT_CHANGE_EDITED));

  assert_counts (comparison, "edited 1");
  g_assert_cmpstr (words, ==, "Logo {-dicantumkan}{+dicantumkannya} pada setiap laporan bersama.");
}

/* C3: one of two swapped Pasal moved, nothing was deleted. */
static void
test_moved (void)
{
  g_autoptr (MftComparison) comparison = compare (whole, TITLE "Pasal 1\n" SCOPE "Pasal 2\n" LAWS
                                                               "Pasal 3\n" TERM "Pasal 4\n" RIGHTS);

  g_assert_cmpuint (mft_comparison_count (comparison, MFT_CHANGE_MOVED), ==, 1);
  g_assert_cmpuint (mft_comparison_count (comparison, MFT_CHANGE_DELETED), ==, 0);
  g_assert_cmpuint (mft_comparison_count (comparison, MFT_CHANGE_INSERTED), ==, 0);
  g_assert_cmpuint (mft_comparison_count (comparison, MFT_CHANGE_EDITED), ==, 0);
}

/* C4: moved and edited is a move with words in it. */
static void
test_moved_and_edited (void)
{
  static const char longer[]
      = "Biaya penyusunan laporan, perjalanan, dan rapat ditanggung bersama oleh "
        "para pihak menurut rencana kerja yang disepakati setiap tahun.\n";
  g_autofree char *before = g_strconcat (
      TITLE "Pasal 1\nLAPORAN\n(1) Laporan disampaikan paling lambat 30 (tiga puluh) hari.\n(2) ",
      longer, NULL);
  g_autofree char *after
      = g_strconcat (TITLE "Pasal 1\nLAPORAN\n(1) ", longer,
                     "(2) Laporan disampaikan paling lambat 14 (empat belas) hari.\n", NULL);
  g_autoptr (MftComparison) comparison = compare (before, after);
  const MftChange *change = first_of (comparison, MFT_CHANGE_MOVED_EDITED);
  g_autofree char *words = words_of (change);

  g_assert_cmpstr (words, ==,
                   "Laporan disampaikan paling lambat {-30 (tiga puluh)}{+14 (empat belas)} hari.");
  g_assert_true (change->important);
  g_assert_cmpuint (mft_comparison_count (comparison, MFT_CHANGE_DELETED), ==, 0);
}

/* C5: a split is one split. */
static void
test_split (void)
{
  g_autoptr (MftComparison) comparison = compare (
      TITLE "Pasal 1\nBIAYA\n(1) Biaya rapat ditanggung pihak yang mengundang rapat itu. Biaya "
            "perjalanan ditanggung pihak yang menugaskan pegawainya.\n(2) Selebihnya diatur "
            "kemudian.\n",
      TITLE "Pasal 1\nBIAYA\n(1) Biaya rapat ditanggung pihak yang mengundang rapat itu.\n(2) "
            "Biaya perjalanan ditanggung pihak yang menugaskan pegawainya.\n(3) Selebihnya "
            "diatur kemudian.\n");

  assert_counts (comparison, "split 1, renumbered 1");
}

/* C6: one inserted Pasal, and only numbers besides; references that follow are no change. */
static void
test_renumbered (void)
{
  g_autoptr (MftComparison) comparison = compare (
      whole, TITLE "Pasal 1\n" SCOPE "Pasal 2\nPELAPORAN\nLaporan disusun setiap tahun "
                   "oleh sekretariat bersama.\nPasal 3\n" TERM "Pasal 4\n" RIGHTS "Pasal 5\n" LAWS);

  assert_counts (comparison, "inserted 2, renumbered 3");
}

/* C7: quotes are of form. */
static void
test_cosmetic (void)
{
  g_autoptr (MftComparison) comparison = compare (
      whole, TITLE "Pasal 1\n" SCOPE "Pasal 2\n" TERM "Pasal 3\n" RIGHTS
                   "Pasal 4\nKERAHASIAAN\n(1) Data yang bertanda rahasia wajib dijaga oleh kedua "
                   "pihak dengan saksama.\n(2) Yang disebut sebagai \"Data Rahasia\" tidak boleh "
                   "disalin tanpa izin tertulis.\n");

  assert_counts (comparison, "cosmetic 1");
}

/* C8: Pasal by Pasal; a sole paragraph that became ayat (2) is the same one. */
static void
test_summary (void)
{
  g_autoptr (MftComparison) comparison = compare (
      whole, TITLE "Pasal 1\n" SCOPE "Pasal 2\n" TERM
                   "Pasal 3\nHAK ATAS KARYA\n(1) Karya baru menjadi milik bersama.\n(2) Karya yang "
                   "telah dimiliki sebelum kerja sama ini tetap menjadi milik pembuatnya.\n"
                   "Pasal 4\n" LAWS);
  g_autoptr (GPtrArray) summaries = mft_comparison_summarize (comparison);

  assert_counts (comparison, "inserted 1, renumbered 1");
  g_assert_cmpuint (summaries->len, ==, 1);
  const MftArticleSummary *summary = summaries->pdata[0];
  g_assert_cmpstr (summary->article, ==, "Pasal 3");
  g_assert_cmpstr (summary->sentence, ==, "1 ayat inserted; 1 number only");
}

static const char edited[]
    = TITLE "Pasal 1\n" SCOPE "Pasal 2\nJANGKA WAKTU\n(1) Kerja sama ini berlaku selama 3 (tiga) "
            "tahun sejak ditandatangani.\n(2) Masa sebagaimana dimaksud pada ayat (1) dapat "
            "diperpanjang.\nPasal 3\n" LAWS;

static guint
count_changed (const MftComparison *comparison)
{
  return mft_comparison_n_changes (comparison) - mft_comparison_count (comparison, MFT_CHANGE_SAME);
}

/* C10: a row a change. C11: the redline tells each block once, and its PDF has text and a legend. */
static void
test_matrix_and_redline (void)
{
  g_autoptr (MftComparison) comparison = compare (whole, edited);
  MftMatrixOptions options = { 0 };
  g_autoptr (MftMatrix) matrix = mft_matrix_new (comparison, &options);
  g_autoptr (GArray) redline = mft_redline_new (comparison);
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (1795651200);
  g_autoptr (GBytes) pdf = mft_redline_to_pdf (comparison, "Pelabuhan", date, NULL);
  guint marked = 0;

  g_assert_cmpuint (matrix->rows->len, ==, count_changed (comparison));
  for (guint i = 0; i < redline->len; i++)
    marked += g_array_index (redline, MftRedlineEntry, i).change->class != MFT_CHANGE_SAME ? 1 : 0;
  g_assert_cmpuint (marked, ==, count_changed (comparison));
  mft_test_assert_qpdf_clean (pdf);
}

/* C13: accepting each change, in any order, ends in the other version; refusing leaves the first one. */
static void
test_taken_one_by_one (void)
{
  g_autoptr (MftAgreement) left = read_as (whole, "a.txt");
  g_autoptr (MftAgreement) right = read_as (edited, "b.txt");

  for (guint steps = 0;; steps++)
    {
      g_autoptr (MftComparison) comparison = mft_comparison_new (left, right);
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      g_autoptr (GError) error = NULL;
      for (guint i = 0; i < mft_comparison_n_changes (comparison) && one->len == 0; i++)
        if (mft_comparison_get_change (comparison, i)->class != MFT_CHANGE_SAME)
          g_ptr_array_add (one, (gpointer) mft_comparison_get_change (comparison, i));
      if (one->len == 0)
        break;
      g_assert_cmpuint (steps, <, 20);
      g_assert_true (mft_take_changes (left, MFT_COMPARED_LEFT, right, one, &error));
      g_assert_no_error (error);
    }
  while (mft_agreement_undo (left))
    ;
  g_autoptr (MftAgreement) first = read_as (whole, "a.txt");
  g_autoptr (MftComparison) back = mft_comparison_new (left, first);
  g_assert_cmpuint (count_changed (back), ==, 0);
}

/* C14: what was decided is there again in the next round, also through a file. */
static void
test_decisions_stay (void)
{
  g_autoptr (MftAgreement) left = read_as (whole, "a.txt");
  g_autoptr (MftAgreement) right = read_as (edited, "b.txt");
  g_autoptr (MftComparison) first = mft_comparison_new (left, right);
  g_autofree char *key
      = mft_change_dup_key (first_of (first, MFT_CHANGE_EDITED), MFT_COMPARED_LEFT);
  g_autoptr (MftReview) review = mft_review_new ();

  mft_review_decide (review, key, MFT_STANCE_DISCUSS, "tanya bagian anggaran", "Wulan");
  mft_review_save (review, left);
  g_autoptr (GBytes) bytes = mft_bundle_write (left, NULL);
  g_autoptr (MftAgreement) again = mft_bundle_read (bytes, NULL, NULL);
  g_autoptr (MftComparison) second = mft_comparison_new (again, right);
  g_autofree char *same_key
      = mft_change_dup_key (first_of (second, MFT_CHANGE_EDITED), MFT_COMPARED_LEFT);
  g_autoptr (MftReview) kept = mft_review_load (again, NULL);
  const MftDecision *decision = mft_review_get_decision (kept, same_key);
  g_assert_nonnull (decision);
  g_assert_cmpint (decision->stance, ==, MFT_STANCE_DISCUSS);
  g_assert_cmpstr (decision->note, ==, "tanya bagian anggaran");
}

/* C15: two parties' edits of different blocks join; of one block they are a conflict with three texts. */
static void
test_three_ways (void)
{
  g_autoptr (MftAgreement) base = read_as (whole, "a.txt");
  g_autoptr (MftAgreement) ours = mft_agreement_snapshot (base);
  g_autoptr (MftAgreement) theirs = mft_agreement_snapshot (base);
  g_autoptr (MftText) words = mft_text_new (" Kita.", MFT_STYLE_PLAIN);
  g_autoptr (MftText) other = mft_text_new (" Mereka.", MFT_STYLE_PLAIN);

  for (guint i = 0; i < 2; i++)
    {
      MftAgreement *side = i == 0 ? ours : theirs;
      MftBlock *body = mft_agreement_get_part (side, MFT_BLOCK_BODY);
      MftBlock *own = mft_block_get_child (mft_block_get_child (body, i), 0);
      MftBlock *both = mft_block_get_child (mft_block_get_child (body, 3), 0);
      mft_edit_text (side, own, 0, 0, i == 0 ? words : other, NULL);
      mft_edit_text (side, both, 0, 0, i == 0 ? words : other, NULL);
    }
  g_autoptr (GPtrArray) conflicts = mft_merge (base, ours, theirs, NULL);
  g_assert_cmpuint (conflicts->len, ==, 1);
  const MftConflict *conflict = conflicts->pdata[0];
  g_assert_cmpstr (conflict->path, ==, "Pasal 4 ayat (1)");
  g_assert_true (g_str_has_prefix (conflict->base, "Data yang bertanda"));
  g_assert_nonnull (strstr (conflict->ours, "Kita."));
  g_assert_nonnull (strstr (conflict->theirs, "Mereka."));

  g_autoptr (GError) error = NULL;
  g_assert_true (mft_merge_take_theirs (ours, theirs, conflicts, &error));
  g_assert_no_error (error);
  g_autoptr (MftComparison) left = mft_comparison_new (theirs, ours);
  /* What is ours alone, in Pasal 1, is all that differs now. */
  assert_counts (left, "edited 1");
  g_assert_true (mft_agreement_undo (ours));
  g_autoptr (MftComparison) before = mft_comparison_new (theirs, ours);
  assert_counts (before, "edited 2");
}

/* C16: a number, and a word of duty, are shown whatever is hidden. */
static void
test_never_hidden (void)
{
  g_autoptr (MftComparison) comparison = compare (
      whole, TITLE "Pasal 1\n" SCOPE "Pasal 2\n" TERM "Pasal 3\n" RIGHTS
                   "Pasal 4\nKERAHASIAAN\n(1) Data yang bertanda rahasia dapat dijaga oleh kedua "
                   "pihak dengan saksama.\n(2) Yang disebut sebagai “Data Rahasia” boleh disalin "
                   "tanpa izin tertulis.\n");
  g_autoptr (MftComparison) number = compare (TITLE "Pasal 1\nDENDA\nDenda 30 hari kerja.\n",
                                              TITLE "Pasal 1\nDENDA\nDenda 3 hari kerja.\n");
  MftMatrixOptions options = { .hidden = (1u << MFT_CHANGE_N_CLASSES) - 1 };
  g_autoptr (MftMatrix) matrix = mft_matrix_new (comparison, &options);
  g_autoptr (MftMatrix) numbers = mft_matrix_new (number, &options);

  assert_counts (comparison, "edited 2");
  g_assert_cmpuint (matrix->rows->len, ==, 2);
  g_assert_cmpuint (numbers->rows->len, ==, 1);
}

/* What a signed PDF reads as: pages of one agreement with the source of another, or none. */
static MftAgreement *
read_signed (MftAgreement *shown, MftAgreement *claimed, MftOrigin *origin)
{
  const MftTypesetOptions options = { 0 };
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (1795651200);
  g_autoptr (GBytes) source = claimed != NULL ? mft_clean_source (claimed) : NULL;
  g_autoptr (MftPages) pages = mft_typeset (shown, &options, NULL, NULL);
  g_autoptr (GBytes) pdf = mft_pages_to_pdf (pages, date, source, NULL);
  g_autoptr (GBytes) bytes = mft_test_sign_field (pdf, "PIHAK_KESATU");
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  MftAgreement *agreement = mft_exchange_read (bytes, "a.pdf", &report, &error);

  g_assert_no_error (error);
  *origin = mft_import_report_get_origin (report);
  return agreement;
}

/* C17: a signed PDF is compared by its embedded source where that says what the pages say, else by the pages; and
 * one knows by which. */
static void
test_signed_pdf (void)
{
  g_autoptr (MftAgreement) draft = mft_sample_agreement ("pks-bsre");
  g_autoptr (MftAgreement) other = mft_agreement_snapshot (draft);
  MftBlock *body = mft_agreement_get_part (other, MFT_BLOCK_BODY);
  MftBlock *ayat = mft_block_get_child (mft_block_get_child (body, 3), 0);
  g_autoptr (MftText) words = mft_text_new ("Secara tertulis, ", MFT_STYLE_PLAIN);
  MftOrigin origin;

  g_assert_true (mft_edit_text (other, ayat, 0, 0, words, NULL));
  g_autoptr (MftAgreement) honest = read_signed (other, other, &origin);
  g_assert_cmpint (origin, ==, MFT_ORIGIN_EMBEDDED);
  g_autoptr (MftComparison) by_source = mft_comparison_new (draft, honest);
  assert_counts (by_source, "edited 1");

  /* The source says that nothing changed; the pages know better. */
  g_autoptr (MftAgreement) lying = read_signed (other, draft, &origin);
  g_assert_cmpint (origin, ==, MFT_ORIGIN_PAGES_DIFFERING);
  g_autoptr (MftComparison) by_pages = mft_comparison_new (draft, lying);
  gboolean found = FALSE;
  for (guint i = 0; i < mft_comparison_n_changes (by_pages); i++)
    {
      const MftChange *change = mft_comparison_get_change (by_pages, i);
      found |= change->class == MFT_CHANGE_EDITED
               && g_str_has_prefix (change->right->text, "Secara tertulis, ");
    }
  g_assert_true (found);

  g_autoptr (MftAgreement) bare = read_signed (other, NULL, &origin);
  g_assert_cmpint (origin, ==, MFT_ORIGIN_PAGES);
}

/* C18: 300 Pasal in less than two seconds, whatever the machine. */
static void
test_large (void)
{
  GString *a = g_string_new (TITLE);
  GString *b = g_string_new (TITLE);

  for (guint i = 1; i <= 300; i++)
    for (guint side = 0; side < 2; side++)
      {
        GString *text = side == 0 ? a : b;
        g_string_append_printf (text, "Pasal %u\nPOKOK %u\n", i, i);
        for (guint j = 1; j <= 4; j++)
          g_string_append_printf (text,
                                  "(%u) Ketentuan nomor %u pokok %u disusun oleh sekretariat dan "
                                  "dilaporkan kepada pimpinan%s.\n",
                                  j, i * 7 + j, i * 3, side == 1 && j == 2 ? " bersama" : "");
      }
  g_autoptr (MftAgreement) left = read_as (a->str, "a.txt");
  g_autoptr (MftAgreement) right = read_as (b->str, "b.txt");
  g_string_free (a, TRUE);
  g_string_free (b, TRUE);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (MftComparison) comparison = mft_comparison_new (left, right);
  g_test_message ("%" G_GINT64_FORMAT " us", g_get_monotonic_time () - start);
  assert_counts (comparison, "edited 300");
}

/* A passage that was pasted: only its Pasal is told, with or without its heading. */
static void
test_passage (void)
{
  static const char *const pasted[] = {
    "Pasal 2\nJANGKA WAKTU\n(1) Kerja sama ini berlaku selama 5 (lima) tahun sejak "
    "ditandatangani.\n(2) Masa sebagaimana dimaksud pada ayat (1) dapat diperpanjang oleh para "
    "pihak.\n",
    "(1) Kerja sama ini berlaku selama 5 (lima) tahun sejak ditandatangani.\n"
    "(2) Masa sebagaimana dimaksud pada ayat (1) dapat diperpanjang oleh para pihak.\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pasted); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MftAgreement) left = read_as (whole, "a.txt");
      g_autoptr (MftAgreement) passage = mft_pasted_read (pasted[i], &error);
      g_assert_no_error (error);
      g_autoptr (MftComparison) comparison = mft_comparison_new_passage (left, passage);
      assert_counts (comparison, "edited 1");
      g_assert_cmpuint (mft_comparison_n_changes (comparison), ==, 3 - i);
      const MftChange *change = first_of (comparison, MFT_CHANGE_EDITED);
      g_assert_cmpstr (change->left->path, ==, "Pasal 2 ayat (1)");
      g_assert_cmpstr (change->right->path, ==, i == 0 ? "Pasal 2 ayat (1)" : "Tempelan ayat (1)");

      /* It goes into the agreement like any other change. */
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      g_ptr_array_add (one, (gpointer) change);
      g_assert_true (mft_take_changes (left, MFT_COMPARED_LEFT, passage, one, &error));
      g_autoptr (MftComparison) now = mft_comparison_new_passage (left, passage);
      assert_counts (now, "");
      MftBlock *body = mft_agreement_get_part (left, MFT_BLOCK_BODY);
      g_assert_cmpuint (mft_block_n_children (body), ==, 4);
    }
  g_autoptr (GError) error = NULL;
  g_assert_null (mft_pasted_read (" \n", &error));
  g_assert_error (error, MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_EMPTY);
}

/* Two versions of one template, as bureaus have them: other parties, a legal basis in one of them, definitions
 * that were ayat and are angka, “pasal ini” left out, a sole paragraph that became ayat (2), a contact with
 * hardly a word in common. */
static void
test_two_of_one_template (void)
{
  g_autofree char *older = g_strconcat (
      TITLE "Pada hari ini Kamis tanggal dua puluh dua bulan Oktober tahun Dua Ribu Dua Puluh "
            "(22-10-2020), yang bertanda tangan di bawah ini:\n\n"
            "Dengan memperhatikan peraturan perundang-undangan sebagai berikut :\n\n"
            "1. Undang-Undang Nomor 17 Tahun 2008 tentang Pelayaran;\n"
            "2. Peraturan Pemerintah Nomor 61 Tahun 2009 tentang Kepelabuhanan.\n\n"
            "Pasal 1\nDEFINISI\n"
            "(1) Dermaga adalah bangunan tempat kapal bertambat di bawah pengelolaan kantor.\n"
            "(2) Alur adalah perairan yang dilewati kapal menuju dermaga.\n",
      "Pasal 2\n" RIGHTS,
      "Pasal 3\nBIAYA\n(1) Biaya ditanggung bersama.\n(2) Pembagian sebagaimana dimaksud pada ayat "
      "(1) pasal ini ditetapkan setiap tahun.\n",
      "Pasal 4\nKORESPONDENSI\n(1) Surat disampaikan kepada:\na. PIHAK KESATU\nBagian Data\nJalan "
      "Mawar Nomor 8\nTelp : (021) 5550101\nb. PIHAK KEDUA\nSeksi Layanan\nTelp : (021) "
      "5550202\n(2) Perubahan alamat diberitahukan secara tertulis.\n",
      NULL);
  g_autofree char *newer = g_strconcat (
      TITLE "Pada hari ini Senin tanggal Delapan bulan Mei tahun Dua Ribu Dua Puluh Tiga "
            "(08-05-2023), yang bertanda tangan di bawah ini:\n\n"
            "Pasal 1 **DEFINISI**\nDalam Perjanjian Kerja Sama ini yang dimaksud dengan:\n"
            "1. Dermaga adalah bangunan tempat kapal bertambat yang melayani bongkar muat.\n"
            "2. Alur adalah perairan yang dilewati kapal menuju dermaga.\n",
      "Pasal 2\nHAK ATAS KARYA\n(1) Karya baru menjadi milik bersama menurut sumbangannya.\n(2) "
      "Karya "
      "yang telah dimiliki sebelum kerja sama ini tetap menjadi milik pembuatnya.\n",
      "Pasal 3\nBIAYA\n(1) Biaya ditanggung bersama.\n(2) Pembagian sebagaimana dimaksud pada ayat "
      "(1) ditetapkan setiap tahun.\n",
      "Pasal 4\nKORESPONDENSI\n(1) Surat disampaikan kepada:\na. PIHAK KESATU\nDinas Perhubungan\n"
      "Gedung Balai Blok G Lantai IV\nEmail : surat@dinas.example\nb. PIHAK KEDUA\nSeksi "
      "Layanan\nTelp : (021) 5550303\n(2) Perubahan alamat diberitahukan secara tertulis.\n",
      NULL);
  g_autoptr (MftComparison) comparison = compare (older, newer);
  g_autoptr (MftComparison) back = compare (newer, older);

  /* In the Pasal: a definition, a reference's "pasal ini" and two contacts edited, an intro and an ayat
   * inserted, two units labelled otherwise; outside: the date edited, the legal basis of three gone. */
  assert_counts (comparison, "edited 5, inserted 2, deleted 3, renumbered 2");
  assert_counts (back, "edited 5, inserted 3, deleted 2, renumbered 2");
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/report/checklist/C01-formats", test_formats);
  g_test_add_func ("/report/checklist/C02-whole-words", test_whole_words);
  g_test_add_func ("/report/checklist/C03-moved", test_moved);
  g_test_add_func ("/report/checklist/C04-moved-and-edited", test_moved_and_edited);
  g_test_add_func ("/report/checklist/C05-split", test_split);
  g_test_add_func ("/report/checklist/C06-renumbered", test_renumbered);
  g_test_add_func ("/report/checklist/C07-cosmetic", test_cosmetic);
  g_test_add_func ("/report/checklist/C08-summary", test_summary);
  g_test_add_func ("/report/checklist/C10-C11-matrix-and-redline", test_matrix_and_redline);
  g_test_add_func ("/report/checklist/C13-taken-one-by-one", test_taken_one_by_one);
  g_test_add_func ("/report/checklist/C14-decisions-stay", test_decisions_stay);
  g_test_add_func ("/report/checklist/C15-three-ways", test_three_ways);
  g_test_add_func ("/report/checklist/C16-never-hidden", test_never_hidden);
  g_test_add_func ("/report/checklist/C17-signed-pdf", test_signed_pdf);
  g_test_add_func ("/report/checklist/C18-large", test_large);
  g_test_add_func ("/report/checklist/passage", test_passage);
  g_test_add_func ("/report/checklist/two-of-one-template", test_two_of_one_template);
  return g_test_run ();
}
