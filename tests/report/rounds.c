/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The discussion matrix over several rounds, and the columns that one chooses. */
#include "support.h"

#include "agreement/bundle.h"
#include "compare/take.h"
#include "exchange/exchange.h"
#include "report/comparison.h"
#include "report/marked.h"
#include "report/matrix.h"

#define HEAD "PERJANJIAN KERJA SAMA\nANTARA\nSATU\nDENGAN\nDUA\nTENTANG\nDATA\n\n"
#define TERM(words) "Pasal 1\nJANGKA WAKTU\n(1) Kerja sama ini berlaku selama " words ".\n"
#define REPORT "(2) Laporan disusun setiap bulan oleh sekretariat bersama kedua pihak.\n"
#define COST(words) "Pasal 2\nBIAYA\nBiaya kegiatan ditanggung oleh " words ".\n"
#define OLD_LAST "Pasal 3\nSANKSI\nPihak yang terlambat membayar denda kepada pihak lainnya.\n"

typedef struct
{
  MftAgreement *work;
  MftReview *review;
  MftComparison *comparison;
} Round;

static MftAgreement *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  MftAgreement *agreement = mft_exchange_read (bytes, "a.txt", NULL, NULL);

  g_assert_nonnull (agreement);
  return agreement;
}

/* The next round: the work comes back from a file, and their text is another one. */
static void
meet (Round *round, MftAgreement *theirs)
{
  if (round->review != NULL)
    {
      mft_review_save (round->review, round->work);
      g_autoptr (GBytes) bytes = mft_bundle_write (round->work, NULL);
      g_object_unref (round->work);
      round->work = mft_bundle_read (bytes, NULL, NULL);
      g_object_unref (round->review);
      mft_comparison_free (round->comparison);
    }
  round->review = mft_review_load (round->work, NULL);
  round->comparison = mft_comparison_new (round->work, theirs);
}

static void
leave (Round *round)
{
  g_object_unref (round->work);
  g_object_unref (round->review);
  mft_comparison_free (round->comparison);
}

/* Decides about every change of a class; what is agreed is taken over. */
static void
decide (Round *round, MftAgreement *theirs, MftChangeClass class, MftStance stance,
        const char *note)
{
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();

  for (guint i = 0; i < mft_comparison_n_changes (round->comparison); i++)
    {
      const MftChange *change = mft_comparison_get_change (round->comparison, i);
      g_autofree char *key = mft_change_dup_key (change, MFT_COMPARED_LEFT);
      if (change->class != class)
        continue;
      mft_review_decide (round->review, key, stance, note, "Wulan");
      mft_review_record (round->review, key,
                         change->left != NULL ? change->left->path : change->right->path,
                         change->left != NULL ? change->left->text : "",
                         change->right != NULL ? change->right->text : "");
      g_ptr_array_add (taken, (gpointer) change);
    }
  g_assert_cmpuint (taken->len, >, 0);
  if (stance == MFT_STANCE_AGREE)
    g_assert_true (mft_take_changes (round->work, MFT_COMPARED_LEFT, theirs, taken, NULL));
}

static const MftDecision *
find (const MftChange *change, gpointer review)
{
  return mft_decision_find (review, change, MFT_COMPARED_LEFT);
}

static char *
cell_text (const MftMatrix *matrix, guint row, guint column)
{
  return mft_marked_dup_text (
      g_ptr_array_index ((GPtrArray *) g_ptr_array_index (matrix->rows, row), column));
}

/* "Pasal 1 ayat (1) | agreed: baik\n": each row's place and result. */
static char *
list_results (const Round *round)
{
  const MftMatrixOptions options = { .kind = MFT_MATRIX_DISCUSSION,
                                     .hidden = 1u << MFT_CHANGE_RENUMBERED,
                                     .decision = find,
                                     .data = round->review,
                                     .decisions = mft_review_decisions (round->review) };
  g_autoptr (MftMatrix) matrix = mft_matrix_new (round->comparison, &options);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < matrix->rows->len; i++)
    {
      g_autofree char *place = cell_text (matrix, i, 1);
      g_autofree char *result = cell_text (matrix, i, 4);
      g_string_append_printf (text, "%s | %s\n", place, result);
    }
  return g_string_free (text, FALSE);
}

/* What was agreed, refused or left open in one round is told in the next two: also what is in the text by now, and
 * what is gone from it. */
static void
test_three_rounds (void)
{
  g_autoptr (MftAgreement) first
      = read_text (HEAD TERM ("5 (lima) tahun") REPORT COST ("PIHAK KESATU"));
  g_autoptr (MftAgreement) second
      = read_text (HEAD TERM ("3 (tiga) tahun") REPORT COST ("PIHAK KESATU dan PIHAK KEDUA"));
  Round round
      = { read_text (HEAD TERM ("4 (empat) tahun") COST ("PARA PIHAK") OLD_LAST), NULL, NULL };

  meet (&round, first);
  decide (&round, first, MFT_CHANGE_EDITED, MFT_STANCE_DISCUSS, "tanya pimpinan");
  decide (&round, first, MFT_CHANGE_DELETED, MFT_STANCE_AGREE, "tanpa denda");
  mft_comparison_free (round.comparison);
  round.comparison = mft_comparison_new (round.work, first);
  decide (&round, first, MFT_CHANGE_INSERTED, MFT_STANCE_AGREE, "");
  g_autofree char *in_first = list_results (&round);
  g_assert_nonnull (strstr (in_first, "Pasal 1 ayat (1) | to be discussed: tanya pimpinan\n"));

  meet (&round, second);
  g_autofree char *in_second = list_results (&round);
  g_assert_nonnull (strstr (in_second, "Pasal 1 ayat (1) | about an earlier wording: to be "
                                       "discussed: tanya pimpinan\n"));
  g_assert_nonnull (strstr (in_second, "Pasal 1 ayat (2) | agreed\n"));
  g_assert_nonnull (strstr (in_second, "Pasal 3 | agreed: tanpa denda\n"));
  decide (&round, second, MFT_CHANGE_EDITED, MFT_STANCE_AGREE, "disepakati");

  meet (&round, second);
  g_autofree char *in_third = list_results (&round);
  g_assert_nonnull (strstr (in_third, "Pasal 1 ayat (1) | agreed: disepakati\n"));
  g_assert_nonnull (strstr (in_third, "Pasal 2 | agreed: disepakati\n"));
  g_assert_nonnull (strstr (in_third, "Pasal 1 ayat (2) | agreed\n"));
  g_assert_nonnull (strstr (in_third, "Pasal 3 | agreed: tanpa denda\n"));
  leave (&round);
}

/* The columns asked for, in their order, and Pasal that stayed as rows of their own. */
static void
test_chosen_columns (void)
{
  g_autoptr (MftAgreement) left = read_text (HEAD TERM ("4 (empat) tahun") COST ("PARA PIHAK"));
  g_autoptr (MftAgreement) right = read_text (HEAD TERM ("5 (lima) tahun") COST ("PARA PIHAK"));
  g_autoptr (MftComparison) comparison = mft_comparison_new (left, right);
  MftMatrixOptions options = { .unchanged = TRUE };

  g_assert_false (mft_columns_from_names ("pasal,warna", &options.columns));
  g_assert_true (mft_columns_from_names ("responsible,pasal,note", &options.columns));
  g_autofree char *names = mft_columns_dup_names (options.columns);
  g_assert_cmpstr (names, ==, "pasal,note,responsible");
  g_autoptr (MftMatrix) matrix = mft_matrix_new (comparison, &options);
  g_assert_cmpuint (matrix->n_columns, ==, 3);
  g_assert_cmpuint (matrix->rows->len, ==, 2);
  g_autofree char *changed = cell_text (matrix, 0, 0);
  g_autofree char *kept = cell_text (matrix, 1, 0);
  g_assert_cmpstr (changed, ==, "Pasal 1 ayat (1)");
  g_assert_cmpstr (kept, ==, "Pasal 2 BIAYA");
}

/* A Pasal that a clause was taken out of did not stay. */
static void
test_moved_away (void)
{
  g_autoptr (MftAgreement) left = read_text (HEAD TERM ("4 (empat) tahun") REPORT
                                             "Pasal 2\nBIAYA\n(1) Biaya ditanggung bersama.\n");
  g_autoptr (MftAgreement) right = read_text (
      HEAD TERM ("4 (empat) tahun") "Pasal 2\nBIAYA\n(1) Biaya ditanggung bersama.\n" REPORT);
  g_autoptr (MftComparison) comparison = mft_comparison_new (left, right);
  g_autofree char *sentence = mft_comparison_sentence (comparison);

  g_assert_cmpuint (mft_comparison_count (comparison, MFT_CHANGE_MOVED), ==, 1);
  g_assert_cmpstr (sentence, ==, "1 change of content in 2 Pasal");
  g_autoptr (GPtrArray) summaries = mft_comparison_summarize (comparison);
  g_assert_cmpuint (summaries->len, ==, 1);
  const MftArticleSummary *summary = summaries->pdata[0];
  g_assert_cmpstr (summary->sentence, ==, "ayat (2) (from Pasal 1 ayat (2)) moved");
}

/* However much changed, a message has ten lines, and the last one says what is left out. */
static void
test_message (void)
{
  g_autoptr (GString) before = g_string_new (HEAD);
  g_autoptr (GString) after = g_string_new (HEAD);

  for (guint i = 1; i <= 14; i++)
    {
      g_string_append_printf (before, "Pasal %u\nPOKOK\n(1) Ketentuan ke-%u berlaku.\n", i, i);
      g_string_append_printf (after, "Pasal %u\nPOKOK\n(1) Ketentuan ke-%u wajib berlaku.\n", i, i);
    }
  g_autoptr (MftAgreement) left = read_text (before->str);
  g_autoptr (MftAgreement) right = read_text (after->str);
  g_autoptr (MftComparison) comparison = mft_comparison_new (left, right);
  g_autofree char *message = mft_comparison_message (comparison);
  g_auto (GStrv) lines = g_strsplit (message, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 10);
  g_assert_cmpstr (lines[0], ==, "14 changes of content in 14 Pasal, 14 of them important");
  g_assert_cmpstr (lines[1], ==, "Pasal 1 POKOK: ayat (1) edited");
  g_assert_cmpstr (lines[9], ==, "… and 6 more");
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/report/rounds/three", test_three_rounds);
  g_test_add_func ("/report/rounds/chosen-columns", test_chosen_columns);
  g_test_add_func ("/report/rounds/moved-away", test_moved_away);
  g_test_add_func ("/report/rounds/message", test_message);
  return g_test_run ();
}
