/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"

#include "agreement/chapter.h"
#include "agreement/party.h"
#include "agreement/shown.h"
#include "amend/amend.h"
#include "amend/error.h"
#include "check/check.h"

/* Twelve Pasal; Pasal 3 has three ayat, one of them a list. */
static MftAgreement *
make (void)
{
  MftAgreement *agreement = mft_test_agreement ();
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);

  for (guint i = 4; i <= 12; i++)
    {
      g_autofree char *words = g_strdup_printf ("POKOK KE-%u", i);
      g_autofree char *said = g_strdup_printf ("Hal yang ke-%u diatur tersendiri.", i);
      g_autoptr (MftText) heading = mft_text_new (words, MFT_STYLE_PLAIN);
      g_autoptr (MftText) text = mft_text_new (said, MFT_STYLE_PLAIN);
      MftBlock *pasal = mft_block_new (MFT_BLOCK_PASAL, heading);
      mft_block_append (pasal, mft_block_new (MFT_BLOCK_PARAGRAPH, text));
      mft_edit_insert (agreement, body, i - 1, pasal, NULL);
    }
  mft_edit_field (agreement, "p2.pejabat", "Bagas Manikmaya", NULL);
  mft_edit_field (agreement, "p1.nomor", "21/PKS/2026", NULL);
  mft_edit_field (agreement, "p2.nomor", "415/7/2026", NULL);
  return mft_agreement_snapshot (agreement);
}

static MftBlock *
pasal_at (MftAgreement *agreement, guint number)
{
  return mft_block_get_child (mft_agreement_get_part (agreement, MFT_BLOCK_BODY), number - 1);
}

static void
insert (MftAgreement *agreement, MftBlock *parent, guint index, MftBlockKind kind,
        const char *words)
{
  g_autoptr (MftText) text = mft_text_new (words, MFT_STYLE_PLAIN);

  g_assert_true (mft_edit_insert (agreement, parent, index, mft_block_new (kind, text), NULL));
}

static void
append_words (MftAgreement *agreement, MftBlock *block, const char *words)
{
  g_autoptr (MftText) text = mft_text_new (words, MFT_STYLE_PLAIN);
  guint end = mft_text_length (mft_block_get_text (block));

  g_assert_true (mft_edit_text (agreement, block, end, end, text, NULL));
}

static MftAgreement *
draft (MftAgreement *original, MftAgreement *changed, MftAmendStyle style)
{
  const MftAmendOptions options = { .style = style };
  g_autoptr (GError) error = NULL;
  MftAgreement *addendum = mft_amend_draft (original, changed, &options, &error);

  g_assert_no_error (error);
  return addendum;
}

/* What the Pasal at `number` of an addendum says in its line `line`. */
static void
assert_line (MftAgreement *addendum, guint number, guint line, const char *expected)
{
  MftBlock *block = mft_block_get_child (pasal_at (addendum, number), line);
  g_autofree char *shown = mft_shown_text (addendum, block);

  g_assert_cmpstr (shown, ==, expected);
}

static void
assert_label (MftAgreement *agreement, MftBlock *block, const char *label, const char *words)
{
  g_autofree char *shown = mft_shown_text (agreement, block);

  g_assert_cmpstr (mft_block_get_label (block), ==, label);
  g_assert_cmpstr (shown, ==, words);
}

static void
test_edited_ayat (void)
{
  g_autoptr (MftAgreement) original = make ();
  g_autoptr (MftAgreement) changed = mft_agreement_snapshot (original);

  mft_edit_field (changed, "jangka_waktu", "5 tahun", NULL);
  g_autoptr (MftAgreement) addendum = draft (original, changed, MFT_AMEND_READS);
  assert_line (addendum, 1, 0,
               "Ketentuan Pasal 2 ayat (1) Perjanjian Kerja Sama diubah sehingga Pasal 2 berbunyi "
               "sebagai berikut:");
  assert_line (addendum, 1, 1, "Pasal 2 JANGKA WAKTU");
  assert_line (addendum, 1, 2,
               "Perjanjian ini berlaku selama 5 (lima) tahun dan 30 (tiga puluh) hari.");
  assert_label (
      addendum, mft_block_get_child (pasal_at (addendum, 1), 3), "(2)",
      "Jangka waktu sebagaimana dimaksud pada ayat (1) dapat diperpanjang oleh PARA PIHAK.");

  g_autoptr (MftAgreement) text = mft_amend_apply (original, addendum, NULL);
  g_assert_cmpstr (mft_agreement_get_value (text, "jangka_waktu"), ==, "5 tahun");
  g_assert_cmpstr (mft_agreement_get_setting (text, MFT_AMEND_SETTING), ==, "1");
  /* The reference is one again. */
  MftBlock *second = mft_block_get_child (pasal_at (text, 2), 1);
  g_assert_cmpint (mft_text_get_run (mft_block_get_text (second), 1)->kind, ==, MFT_RUN_REFERENCE);
  g_assert_cmpint (mft_text_get_run (mft_block_get_text (second), 1)->form, ==, MFT_REFERENCE_IN);
}

static void
test_numbers (void)
{
  g_autoptr (MftAgreement) original = make ();
  g_autoptr (MftAgreement) changed = mft_agreement_snapshot (original);
  MftBlock *body = mft_agreement_get_part (changed, MFT_BLOCK_BODY);
  MftBlock *scope = mft_block_get_child (pasal_at (changed, 1), 0);

  insert (changed, scope, 1, MFT_BLOCK_ITEM, "pendampingan;");
  insert (changed, pasal_at (changed, 2), 1, MFT_BLOCK_AYAT,
          "Masa itu dihitung sejak tanggal ini.");
  g_assert_true (mft_edit_remove (changed, pasal_at (changed, 8), NULL));
  insert (changed, body, 7, MFT_BLOCK_PASAL, "PELINDUNGAN DATA");
  insert (changed, pasal_at (changed, 8), 0, MFT_BLOCK_PARAGRAPH, "Data dilindungi.");
  insert (changed, body, 12, MFT_BLOCK_PASAL, "LAIN-LAIN");
  insert (changed, pasal_at (changed, 13), 0, MFT_BLOCK_PARAGRAPH, "Hal lain disepakati kemudian.");

  g_autoptr (MftAgreement) addendum = draft (original, changed, MFT_AMEND_READS);
  assert_line (addendum, 1, 0,
               "Ketentuan Pasal 1 Perjanjian Kerja Sama diubah sehingga berbunyi sebagai berikut:");
  assert_line (addendum, 2, 0,
               "Di antara ayat (1) dan ayat (2) Pasal 2 Perjanjian Kerja Sama disisipkan 1 (satu) "
               "ayat, yakni ayat (1a), sehingga Pasal 2 berbunyi sebagai berikut:");
  assert_line (addendum, 5, 0,
               "Sesudah Pasal 12 Perjanjian Kerja Sama ditambahkan 1 (satu) pasal, yakni Pasal 13, "
               "sehingga berbunyi sebagai berikut:");

  g_autoptr (MftAgreement) text = mft_amend_apply (original, addendum, NULL);
  scope = mft_block_get_child (pasal_at (text, 1), 0);
  assert_label (text, mft_block_get_child (scope, 1), "a1.", "pendampingan;");
  assert_label (text, mft_block_get_child (scope, 2), "b.", "pelatihan.");
  assert_label (text, mft_block_get_child (pasal_at (text, 2), 1), "(1a)",
                "Masa itu dihitung sejak tanggal ini.");
  g_assert_cmpuint (mft_block_n_children (mft_agreement_get_part (text, MFT_BLOCK_BODY)), ==, 14);
  assert_label (text, pasal_at (text, 14), "Pasal 13", "LAIN-LAIN");
}

/* Whichever of the two comes first in the other version. */
static void
test_inserted_and_deleted (void)
{
  g_autoptr (MftAgreement) original = make ();
  g_autoptr (MftAgreement) changed = mft_agreement_snapshot (original);

  insert (changed, mft_agreement_get_part (changed, MFT_BLOCK_BODY), 7, MFT_BLOCK_PASAL,
          "PELINDUNGAN DATA");
  insert (changed, pasal_at (changed, 8), 0, MFT_BLOCK_PARAGRAPH, "Data dilindungi.");
  g_assert_true (mft_edit_remove (changed, pasal_at (changed, 10), NULL));
  g_autoptr (MftAgreement) addendum = draft (original, changed, MFT_AMEND_READS);
  assert_line (addendum, 1, 0,
               "Di antara Pasal 7 dan Pasal 8 Perjanjian Kerja Sama disisipkan 1 (satu) pasal, "
               "yakni Pasal 7A, sehingga berbunyi sebagai berikut:");
  assert_line (addendum, 2, 0, "Pasal 9 Perjanjian Kerja Sama dihapus.");
  g_autoptr (MftAgreement) text = mft_amend_apply (original, addendum, NULL);
  assert_label (text, pasal_at (text, 8), "Pasal 7A", "PELINDUNGAN DATA");
  assert_label (text, pasal_at (text, 9), "Pasal 8", "POKOK KE-8");
  assert_label (text, pasal_at (text, 10), "Pasal 9", "");
  assert_label (text, mft_block_get_child (pasal_at (text, 10), 0), "", "Dihapus.");
  assert_label (text, pasal_at (text, 11), "Pasal 10", "POKOK KE-10");

  /* The next addendum goes on from there. */
  g_autoptr (MftAgreement) next = mft_agreement_snapshot (text);
  insert (next, mft_agreement_get_part (next, MFT_BLOCK_BODY), 8, MFT_BLOCK_PASAL, "PENGAWASAN");
  insert (next, pasal_at (next, 9), 0, MFT_BLOCK_PARAGRAPH, "Diawasi bersama.");
  g_autoptr (MftAgreement) second = draft (text, next, MFT_AMEND_READS);
  g_autofree char *title = mft_shown_text (
      second, mft_block_get_child (mft_agreement_get_part (second, MFT_BLOCK_TITLE), 0));
  g_assert_cmpstr (title, ==, "ADENDUM KEDUA");
  assert_line (second, 1, 1, "Pasal 7B PENGAWASAN");
}

/* No number comes before the first: what is new there stands behind it. */
static void
test_before_the_first (void)
{
  g_autoptr (MftAgreement) original = make ();
  g_autoptr (MftAgreement) changed = mft_agreement_snapshot (original);

  insert (changed, pasal_at (changed, 2), 0, MFT_BLOCK_AYAT, "Perjanjian ini tidak surut.");
  g_autoptr (MftAgreement) addendum = draft (original, changed, MFT_AMEND_READS);
  assert_label (addendum, mft_block_get_child (pasal_at (addendum, 1), 3), "(1a)",
                "Perjanjian ini tidak surut.");
}

static void
test_before_and_after (void)
{
  g_autoptr (MftAgreement) original = make ();
  g_autoptr (MftAgreement) changed = mft_agreement_snapshot (original);

  append_words (changed, mft_block_get_child (pasal_at (changed, 4), 0), " Biayanya bersama.");
  g_autoptr (MftAgreement) addendum = draft (original, changed, MFT_AMEND_BEFORE_AFTER);
  assert_line (addendum, 1, 0, "Ketentuan Pasal 4 Perjanjian Kerja Sama diubah sebagai berikut:");
  assert_line (addendum, 1, 1, "Semula:");
  assert_line (addendum, 1, 2, "Pasal 4 POKOK KE-4");
  assert_line (addendum, 1, 3, "Hal yang ke-4 diatur tersendiri.");
  assert_line (addendum, 1, 4, "Diubah menjadi:");
  assert_line (addendum, 1, 6, "Hal yang ke-4 diatur tersendiri. Biayanya bersama.");

  /* An addendum to another text than this one is refused. */
  g_autoptr (MftAgreement) other = mft_agreement_snapshot (original);
  append_words (other, mft_block_get_child (pasal_at (other, 4), 0), " Lain.");
  g_autoptr (GError) error = NULL;
  g_assert_null (mft_amend_apply (other, addendum, &error));
  g_assert_error (error, MFT_AMEND_ERROR, MFT_AMEND_ERROR_MISFIT);
}

/* A value that names another field brings that one along. */
static void
test_field_in_field (void)
{
  g_autoptr (MftAgreement) original = make ();
  MftField *institute = mft_field_new ("balai", MFT_FIELD_TEXT, TRUE, "Nama balai", NULL);

  mft_field_set_value (institute, "Balai Samudra");
  mft_agreement_add_field (original, institute);
  mft_edit_field (original, "p1.nama", "{balai:teks} Kementerian Tata Samudra", NULL);
  g_autoptr (MftAgreement) changed = mft_agreement_snapshot (original);
  append_words (changed, mft_block_get_child (pasal_at (changed, 5), 0), " Berlaku segera.");
  g_autoptr (MftAgreement) addendum = draft (original, changed, MFT_AMEND_READS);
  g_autofree char *name = mft_party_dup_shown (addendum, 1, "nama");

  g_assert_cmpstr (name, ==, "Balai Samudra Kementerian Tata Samudra");
}

static void
test_refused (void)
{
  g_autoptr (MftAgreement) original = make ();
  g_autoptr (MftAgreement) changed = mft_agreement_snapshot (original);
  g_autoptr (GError) error = NULL;

  /* Who signs is no matter of a Pasal. */
  const MftAmendOptions only_pasal = { .only_pasal = TRUE };
  mft_edit_field (changed, "p1.pejabat", "Sekar Pramesthi", NULL);
  g_assert_null (mft_amend_draft (original, changed, &only_pasal, &error));
  g_assert_error (error, MFT_AMEND_ERROR, MFT_AMEND_ERROR_NOTHING);
  g_clear_error (&error);

  g_assert_null (mft_amend_apply (original, changed, &error));
  g_assert_error (error, MFT_AMEND_ERROR, MFT_AMEND_ERROR_NONE);
  g_clear_error (&error);

  /* What is not there cannot go. */
  g_assert_true (mft_edit_remove (changed, pasal_at (changed, 12), NULL));
  g_autoptr (MftAgreement) addendum = draft (original, changed, MFT_AMEND_READS);
  g_autoptr (MftAgreement) shorter = mft_agreement_snapshot (original);
  g_assert_true (mft_edit_remove (shorter, pasal_at (shorter, 12), NULL));
  g_assert_null (mft_amend_apply (shorter, addendum, &error));
  g_assert_error (error, MFT_AMEND_ERROR, MFT_AMEND_ERROR_MISFIT);
}

/* What is no Pasal is not amended, and said; what is amended has the name under which it was signed. */
static void
test_left_out (void)
{
  g_autoptr (MftAgreement) original = make ();
  g_autoptr (MftAgreement) changed = mft_agreement_snapshot (original);
  MftBlock *title = mft_agreement_get_part (changed, MFT_BLOCK_TITLE);
  MftBlock *closing = mft_agreement_get_part (changed, MFT_BLOCK_CLOSING);
  MftBlock *first = mft_block_get_child (title, 0);
  g_autofree char *name = mft_shown_text (original, first);

  mft_edit_field (changed, "jangka_waktu", "5 tahun", NULL);
  append_words (changed, first, " YANG BARU");
  append_words (changed, mft_block_get_child (closing, 0), " Rangkap dua.");
  g_assert_true (mft_chapter_set (changed, pasal_at (changed, 1), "Umum", NULL));
  g_autoptr (MftAgreement) addendum = draft (original, changed, MFT_AMEND_READS);
  g_auto (GStrv) paths = mft_amend_dup_left_out (original, addendum, changed);
  g_autofree char *list = g_strjoinv (", ", paths);
  g_assert_cmpstr (list, ==, "BAB I, Penutup");
  const MftAmendOptions only_pasal = { .only_pasal = TRUE };
  g_autoptr (MftAgreement) narrow = mft_amend_draft (original, changed, &only_pasal, NULL);
  g_auto (GStrv) more_paths = mft_amend_dup_left_out (original, narrow, changed);
  g_autofree char *more = g_strjoinv (", ", more_paths);
  g_assert_cmpstr (more, ==, "Judul, BAB I, Penutup");
  MftBlock *amended = mft_block_get_child (mft_agreement_get_part (addendum, MFT_BLOCK_TITLE), 2);
  g_autofree char *shown = mft_shown_text (addendum, amended);
  g_assert_cmpstr (shown, ==, name);
}

/* Another official, another title, a legal basis that was not there: each is quoted whole and put in again, the value
 * of a field too. */
static void
test_before_the_pasal (void)
{
  for (guint style = MFT_AMEND_READS; style <= MFT_AMEND_BEFORE_AFTER; style++)
    {
      g_autoptr (MftAgreement) original = make ();
      g_autoptr (MftAgreement) changed = mft_agreement_snapshot (original);
      MftBlock *title = mft_agreement_get_part (changed, MFT_BLOCK_TITLE);
      MftBlock *basis = mft_block_new (MFT_BLOCK_LEGAL_BASIS, NULL);
      g_autoptr (GError) error = NULL;

      mft_edit_field (changed, "p1.pejabat", "Sekar Pramesthi", NULL);
      append_words (changed, mft_block_get_child (title, 0), " YANG BARU");
      g_assert_true (mft_edit_insert (changed, mft_agreement_get_root (changed), 3, basis, NULL));
      insert (changed, basis, 0, MFT_BLOCK_PARAGRAPH, "Dengan memperhatikan:");
      insert (changed, mft_block_get_child (basis, 0), 0, MFT_BLOCK_ITEM, "Undang-Undang.");
      g_assert_true (mft_amend_changes_front (original, changed));

      g_autoptr (MftAgreement) addendum = draft (original, changed, (MftAmendStyle) style);
      gboolean both = style == MFT_AMEND_BEFORE_AFTER;
      assert_line (addendum, 2, 0,
                   both ? "Komparisi Perjanjian Kerja Sama diubah sebagai berikut:"
                        : "Komparisi Perjanjian Kerja Sama diubah sehingga berbunyi sebagai "
                          "berikut:");
      MftBlock *above = mft_block_get_child (pasal_at (addendum, 2), both ? 2 : 0);
      assert_label (addendum, mft_block_get_child (above, 0), "1.",
                    "Sekar Pramesthi, selanjutnya disebut PIHAK KESATU.");
      assert_line (addendum, 3, 0,
                   "Perjanjian Kerja Sama dilengkapi dengan Dasar hukum yang berbunyi sebagai "
                   "berikut:");

      g_autoptr (MftAgreement) text = mft_amend_apply (original, addendum, &error);
      g_assert_no_error (error);
      g_assert_false (mft_amend_changes_front (text, changed));
      g_assert_cmpstr (mft_agreement_get_value (text, "p1.pejabat"), ==, "Sekar Pramesthi");
      /* The person is the same block still. */
      MftBlock *persons = mft_agreement_get_part (text, MFT_BLOCK_KOMPARISI);
      MftBlock *signed_persons = mft_agreement_get_part (original, MFT_BLOCK_KOMPARISI);
      g_assert_cmpstr (mft_block_get_id (mft_block_get_child (persons, 1)), ==,
                       mft_block_get_id (mft_block_get_child (signed_persons, 1)));
      g_auto (GStrv) left_out = mft_amend_dup_left_out (original, addendum, changed);
      g_assert_cmpuint (g_strv_length (left_out), ==, 0);

      /* What is said to have stood there does not. */
      mft_edit_field (original, "p1.pejabat", "Orang Lain", NULL);
      g_autoptr (MftAgreement) misfit = mft_amend_apply (original, addendum, &error);
      g_assert_true ((misfit == NULL) == both);
      if (both)
        g_assert_error (error, MFT_AMEND_ERROR, MFT_AMEND_ERROR_MISFIT);

      /* And back: the legal basis goes. */
      g_autoptr (MftAgreement) back = draft (text, original, (MftAmendStyle) style);
      assert_line (back, 3, 0, "Dasar hukum Perjanjian Kerja Sama dihapus.");
      g_autoptr (MftAgreement) again = mft_amend_apply (text, back, NULL);
      g_assert_false (mft_amend_changes_front (again, original));
    }
}

/* A list that names nobody is a paragraph's own, with all that stands in it. */
static void
test_list_in_komparisi (void)
{
  g_autoptr (MftAgreement) original = make ();
  g_autoptr (MftAgreement) changed = mft_agreement_snapshot (original);
  MftBlock *persons = mft_agreement_get_part (changed, MFT_BLOCK_KOMPARISI);
  guint end = mft_block_n_children (persons);

  insert (changed, persons, end, MFT_BLOCK_PARAGRAPH, "Kedudukan masing-masing:");
  MftBlock *list = mft_block_get_child (persons, end);
  insert (changed, list, 0, MFT_BLOCK_ITEM, "di kota:");
  insert (changed, mft_block_get_child (list, 0), 0, MFT_BLOCK_ITEM, "di pelabuhan.");
  g_autoptr (MftAgreement) addendum = draft (original, changed, MFT_AMEND_READS);
  g_autoptr (MftAgreement) text = mft_amend_apply (original, addendum, NULL);
  MftBlock *now = mft_agreement_get_part (text, MFT_BLOCK_KOMPARISI);
  g_assert_cmpuint (mft_block_n_children (now), ==, end + 1);
  MftBlock *deep = mft_block_get_child (mft_block_get_child (mft_block_get_child (now, end), 0), 0);
  g_autofree char *words = mft_shown_text (text, deep);
  g_assert_cmpstr (words, ==, "di pelabuhan.");
}

/* Of the draft only what comes with its signing is open; its quotes break no rule. */
static void
test_checked (void)
{
  g_autoptr (MftAgreement) original = make ();
  g_autoptr (MftAgreement) changed = mft_agreement_snapshot (original);

  mft_edit_field (changed, "jangka_waktu", "5 tahun", NULL);
  insert (changed, pasal_at (changed, 2), 1, MFT_BLOCK_AYAT,
          "Masa itu dihitung sejak tanggal ini.");
  append_words (changed, mft_block_get_child (pasal_at (changed, 4), 0), " Biayanya bersama.");
  for (int style = 0; style < 2; style++)
    {
      g_autoptr (MftAgreement) addendum = draft (original, changed, (MftAmendStyle) style);
      mft_edit_field (addendum, "p1.nomor", "3/ADD/2027", NULL);
      mft_edit_field (addendum, "p2.nomor", "9/ADD/2027", NULL);
      mft_edit_field (addendum, "tanggal_ttd", "2027-02-01", NULL);
      g_autoptr (GPtrArray) findings = mft_check_agreement (addendum);
      for (guint i = 0; i < findings->len; i++)
        {
          const MftFinding *finding = findings->pdata[i];
          g_test_message ("%s %s", finding->rule, finding->path);
          g_assert_cmpint (finding->severity, !=, MFT_SEVERITY_ERROR);
        }
    }
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/amend/draft/edited-ayat", test_edited_ayat);
  g_test_add_func ("/amend/draft/numbers", test_numbers);
  g_test_add_func ("/amend/draft/inserted-and-deleted", test_inserted_and_deleted);
  g_test_add_func ("/amend/draft/before-the-first", test_before_the_first);
  g_test_add_func ("/amend/draft/before-and-after", test_before_and_after);
  g_test_add_func ("/amend/draft/field-in-field", test_field_in_field);
  g_test_add_func ("/amend/draft/refused", test_refused);
  g_test_add_func ("/amend/draft/left-out", test_left_out);
  g_test_add_func ("/amend/draft/before-the-pasal", test_before_the_pasal);
  g_test_add_func ("/amend/draft/checked", test_checked);
  g_test_add_func ("/amend/draft/list-in-komparisi", test_list_in_komparisi);
  return g_test_run ();
}
