/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"
#include "tree.h"

#include "agreement/chapter.h"
#include "agreement/house-style.h"
#include "agreement/party.h"
#include "compare/compare.h"

static MftBlock *
add (MftAgreement *agreement, MftBlock *parent, guint index, MftBlockKind kind, const char *words)
{
  g_autoptr (MftText) text = mft_text_new (words, MFT_STYLE_PLAIN);
  MftBlock *block = mft_block_new (kind, text);

  g_assert_true (mft_edit_insert (agreement, parent, index, block, NULL));
  return block;
}

/* "class path" of all that changed, "!" before what is important; one a line. */
static char *
list_changes (MftAgreement *left, MftAgreement *right)
{
  g_autoptr (MftComparison) comparison = mft_comparison_new (left, right);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < mft_comparison_n_changes (comparison); i++)
    {
      const MftChange *change = mft_comparison_get_change (comparison, i);
      const MftVersion *version = change->right != NULL ? change->right : change->left;
      if (change->class != MFT_CHANGE_SAME)
        g_string_append_printf (list, "%s%s %s\n", change->important ? "!" : "",
                                mft_change_class_name (change->class), version->path);
    }
  return g_string_free (list, FALSE);
}

static void
assert_changes (MftAgreement *left, MftAgreement *right, const char *expected)
{
  g_autofree char *found = list_changes (left, right);

  mft_test_assert_text (found, expected);
}

/* Two agreements that differ in one paragraph's words; ids differ too, as in two files that were read. */
static MftAgreement *
make_one (const char *words)
{
  MftBlock *root = mft_block_new (MFT_BLOCK_AGREEMENT, NULL);
  MftBlock *body = mft_block_append (root, mft_block_new (MFT_BLOCK_BODY, NULL));
  g_autoptr (MftText) heading = mft_text_new ("KEWAJIBAN", MFT_STYLE_PLAIN);
  g_autoptr (MftText) text = mft_text_new (words, MFT_STYLE_PLAIN);
  MftBlock *pasal = mft_block_append (body, mft_block_new (MFT_BLOCK_PASAL, heading));

  mft_block_append (pasal, mft_block_new (MFT_BLOCK_PARAGRAPH, text));
  return mft_agreement_new (root);
}

static void
assert_class (const char *before, const char *after, MftChangeClass class, gboolean important)
{
  g_autoptr (MftAgreement) left = make_one (before);
  g_autoptr (MftAgreement) right = make_one (after);
  g_autoptr (MftComparison) comparison = mft_comparison_new (left, right);
  const MftChange *change = mft_comparison_get_change (comparison, 1);

  g_assert_cmpuint (mft_comparison_n_changes (comparison), ==, 2);
  g_assert_cmpstr (mft_change_class_name (change->class), ==, mft_change_class_name (class));
  g_assert_cmpint (change->important, ==, important);
  g_assert_cmpint (mft_change_is_hidden (change, ~0u), ==, !important);
}

static void
test_cosmetic (void)
{
  assert_class ("Data “rahasia” wajib dijaga.", "Data \"Rahasia\"  wajib dijaga .",
                MFT_CHANGE_COSMETIC, FALSE);
  assert_class ("sesuai peraturan perundang-undangan", "sesuai peraturan perundang undangan",
                MFT_CHANGE_COSMETIC, FALSE);
  assert_class ("Data disimpan oleh instansi.", "Data dijaga oleh instansi.", MFT_CHANGE_EDITED,
                FALSE);
}

/* None of these is form, however alike they look. */
static void
test_important (void)
{
  static const char *const pairs[][2] = {
    { "Jawaban dalam 30 hari kerja.", "Jawaban dalam 3 hari kerja." },
    { "Jawaban dalam 30 hari kerja.", "Jawaban dalam 3 0 hari kerja." },
    { "Jawaban dalam tiga hari kerja.", "Jawaban dalam empat hari kerja." },
    { "Berlaku sejak 8 Mei 2023 di sini.", "Berlaku sejak 9 Mei 2023 di sini." },
    { "Biaya menjadi beban PIHAK KESATU saja.", "Biaya menjadi beban PIHAK KEDUA saja." },
    { "Diberikan kepada pihak lain di luar.", "Diberikan kepada PIHAK lain di luar." },
    { "Data wajib dijaga oleh petugas.", "Data dapat dijaga oleh petugas." },
    { "Data boleh diberikan kepada umum.", "Data tidak boleh diberikan kepada umum." },
    { "Biaya sebesar Rp1.000,00 setahun penuh.", "Biaya sebesar Rp10.00,00 setahun penuh." },
    { "Menurut Pasal 4 ayat (1) di atas.", "Menurut Pasal 4 ayat (2) di atas." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      assert_class (pairs[i][0], pairs[i][1], MFT_CHANGE_EDITED, TRUE);
      assert_class (pairs[i][1], pairs[i][0], MFT_CHANGE_EDITED, TRUE);
    }
}

static void
test_bold (void)
{
  g_autoptr (MftAgreement) left = mft_test_agreement ();
  g_autoptr (MftAgreement) right = mft_agreement_snapshot (left);

  g_assert_true (mft_edit_style (right, mft_block_get_child (mft_test_pasal (right, 0), 0), 0, 5,
                                 MFT_STYLE_BOLD, MFT_STYLE_PLAIN, NULL));
  assert_changes (left, right, "cosmetic Pasal 1\n");
}

/* A Pasal more: what follows has other numbers and what points there reads differently, no more. */
static void
test_inserted_pasal (void)
{
  g_autoptr (MftAgreement) left = mft_test_agreement ();
  g_autoptr (MftAgreement) right = mft_agreement_snapshot (left);
  MftBlock *body = mft_agreement_get_part (right, MFT_BLOCK_BODY);

  add (right, body, 0, MFT_BLOCK_PASAL, "TUJUAN");
  assert_changes (left, right,
                  "inserted Pasal 1\nrenumbered Pasal 2\nrenumbered Pasal 3\nrenumbered Pasal 4\n"
                  "reference_only Pasal 4 ayat (2)\n");
  assert_changes (right, left,
                  "deleted Pasal 1\nrenumbered Pasal 1\nrenumbered Pasal 2\nrenumbered Pasal 3\n"
                  "reference_only Pasal 3 ayat (2)\n");
}

/* The words are the same, but they mean another ayat. */
static void
test_reference_to_another (void)
{
  g_autoptr (MftAgreement) left = mft_test_agreement ();
  g_autoptr (MftAgreement) right = mft_agreement_snapshot (left);
  MftBlock *pasal = mft_test_pasal (right, 1);
  g_autofree char *before = NULL;

  add (right, pasal, 0, MFT_BLOCK_AYAT, "Perjanjian ini ditandatangani di ibu kota.");
  g_autoptr (MftText) reference
      = mft_text_new_atom (MFT_RUN_REFERENCE, mft_block_get_id (mft_block_get_child (pasal, 0)),
                           MFT_REFERENCE_IN, MFT_STYLE_PLAIN);
  MftBlock *extension = mft_block_get_child (pasal, 2);
  guint at = strlen ("Jangka waktu sebagaimana dimaksud ");
  g_assert_true (mft_edit_text (right, extension, at, at + 1, reference, NULL));
  before = list_changes (left, right);
  g_assert_nonnull (strstr (before, "!edited Pasal 2 ayat (3)\n"));
}

static void
test_moved (void)
{
  g_autoptr (MftAgreement) left = mft_test_agreement ();
  g_autoptr (MftAgreement) right = mft_agreement_snapshot (left);
  MftBlock *body = mft_agreement_get_part (right, MFT_BLOCK_BODY);
  g_autoptr (MftComparison) comparison = NULL;

  g_assert_true (mft_edit_move (right, mft_test_pasal (right, 1), body, 0, NULL));
  comparison = mft_comparison_new (left, right);
  g_assert_cmpuint (mft_comparison_count (comparison, MFT_CHANGE_MOVED), ==, 1);
  g_assert_cmpuint (mft_comparison_count (comparison, MFT_CHANGE_INSERTED), ==, 0);
  g_assert_cmpuint (mft_comparison_count (comparison, MFT_CHANGE_DELETED), ==, 0);
}

/* Between Pasal, with other words and without an id that says so. */
static void
test_moved_and_edited (void)
{
  static const char words[]
      = "Setiap perubahan susunan pengurus wajib diberitahukan dalam 14 (empat "
        "belas) hari kerja kepada mitra.";
  static const char changed[]
      = "Setiap perubahan susunan pengurus wajib diberitahukan dalam 7 (tujuh) "
        "hari kerja kepada mitra.";
  g_autoptr (MftAgreement) left = mft_test_agreement ();
  g_autoptr (MftAgreement) right = mft_agreement_snapshot (left);
  g_autofree char *list = NULL;

  add (left, mft_test_pasal (left, 1), 2, MFT_BLOCK_AYAT, words);
  add (right, mft_test_pasal (right, 2), 2, MFT_BLOCK_AYAT, changed);
  list = list_changes (left, right);
  mft_test_assert_text (list, "!moved_edited Pasal 3 ayat (3)\n");
}

/* One ayat becomes two; the first keeps its words and gets a number. Definitions go from ayat to angka. */
static void
test_another_label (void)
{
  g_autoptr (MftAgreement) left = make_one ("Kekayaan intelektual tetap milik pembuatnya.");
  g_autoptr (MftAgreement) right = make_one ("Kekayaan intelektual tetap milik pembuatnya.");
  MftBlock *pasal = mft_test_pasal (right, 0);

  g_assert_true (mft_edit_remove (right, mft_block_get_child (pasal, 0), NULL));
  add (right, pasal, 0, MFT_BLOCK_AYAT, "Hasil bersama menjadi milik bersama.");
  add (right, pasal, 1, MFT_BLOCK_AYAT, "Kekayaan intelektual tetap milik pembuatnya.");
  assert_changes (left, right, "inserted Pasal 1 ayat (1)\nrenumbered Pasal 1 ayat (2)\n");
}

static void
test_deeper (void)
{
  g_autoptr (MftAgreement) left = make_one ("Dalam Perjanjian ini:");
  g_autoptr (MftAgreement) right = make_one ("Dalam Perjanjian ini:");
  MftBlock *pasal = mft_test_pasal (left, 0);
  MftBlock *outer = mft_block_get_child (mft_test_pasal (right, 0), 0);

  add (left, pasal, 1, MFT_BLOCK_AYAT, "Data adalah keterangan yang dapat diolah.");
  add (left, pasal, 2, MFT_BLOCK_AYAT, "Sistem adalah rangkaian alat, orang, dan prosedur.");
  add (right, outer, 0, MFT_BLOCK_ITEM, "Data adalah keterangan yang dapat diolah.");
  add (right, outer, 1, MFT_BLOCK_ITEM, "Sistem adalah rangkaian perangkat, orang, dan prosedur.");
  assert_changes (left, right, "renumbered Pasal 1 huruf a\nedited Pasal 1 huruf b\n");
}

/* Whom to write to is known by its place, even if every line is new. */
static void
test_contact (void)
{
  g_autoptr (MftAgreement) left = mft_test_agreement ();
  g_autoptr (MftAgreement) right = mft_agreement_snapshot (left);
  MftBlock *ayat = mft_block_get_child (mft_test_pasal (right, 2), 0);
  MftBlock *contact = mft_block_get_child (ayat, 0);

  mft_test_rewrite (right, contact, "MITRA");
  mft_test_rewrite (right, mft_block_get_child (contact, 0), "Dinas Kominfo");
  mft_test_rewrite (right, mft_block_get_child (contact, 1), "Surel: dinas@kota.example");
  assert_changes (left, right, "!edited Pasal 3 ayat (1) huruf a\n");
}

/* Enter before an ayat and one like it written there: its id is with the new words now, the old ones are the same. */
static void
test_id_with_new_words (void)
{
  g_autoptr (MftAgreement) left = mft_test_agreement ();
  g_autoptr (MftAgreement) right = NULL;
  MftBlock *pasal = mft_test_pasal (left, 1);

  mft_test_rewrite (left, mft_block_get_child (pasal, 1),
                    "Laporan bulanan disampaikan kepada mitra.");
  right = mft_agreement_snapshot (left);
  mft_test_rewrite (right, mft_block_get_child (mft_test_pasal (right, 1), 1),
                    "Laporan tahunan disampaikan kepada mitra.");
  add (right, mft_test_pasal (right, 1), 2, MFT_BLOCK_AYAT,
       "Laporan bulanan disampaikan kepada mitra.");
  assert_changes (left, right, "inserted Pasal 2 ayat (2)\nrenumbered Pasal 2 ayat (3)\n");
}

/* In one lineage the same id is the same block, whatever it says now. */
static void
test_lineage (void)
{
  g_autoptr (MftAgreement) left = mft_test_agreement ();
  g_autoptr (MftAgreement) right = NULL;

  mft_agreement_set_setting (left, "garis", "abcdefghij");
  right = mft_agreement_snapshot (left);
  mft_test_rewrite (right, mft_test_pasal (right, 0), "PENDAHULUAN");
  mft_test_rewrite (right, mft_block_get_child (mft_test_pasal (right, 1), 0),
                    "Semua lain sama sekali.");
  assert_changes (left, right, "edited Pasal 1\n!edited Pasal 2 ayat (1)\n");
}

/* BAB are told like blocks: another heading, one that is new, one that is gone, one that begins elsewhere. */
static void
test_chapters (void)
{
  g_autoptr (MftAgreement) left = mft_test_agreement ();
  g_autoptr (MftAgreement) right = NULL;

  g_assert_true (mft_chapter_set (left, mft_test_pasal (left, 0), "Ketentuan Umum", NULL));
  g_assert_true (mft_chapter_set (left, mft_test_pasal (left, 1), "Pelaksanaan", NULL));
  right = mft_agreement_snapshot (left);
  g_assert_true (mft_chapter_set (right, mft_test_pasal (right, 1), "Pelaksanaan wajib", NULL));
  assert_changes (left, right, "!edited BAB II\n");
  g_assert_true (mft_chapter_set (right, mft_test_pasal (right, 1), NULL, NULL));
  assert_changes (left, right, "deleted BAB II\n");
  assert_changes (right, left, "inserted BAB II\n");
  g_assert_true (mft_chapter_set (right, mft_test_pasal (right, 2), "Pelaksanaan", NULL));
  assert_changes (left, right, "moved BAB II\n");
  g_assert_true (mft_chapter_set (right, mft_test_pasal (right, 1), "Biaya", NULL));
  assert_changes (left, right, "inserted BAB II\nmoved BAB III\n");
  g_assert_true (mft_house_style_set (right, MFT_STYLE_CHAPTERS, "tanpa", NULL));
  assert_changes (left, right, "deleted BAB I\ndeleted BAB II\n");
  g_assert_true (mft_house_style_set (left, MFT_STYLE_CHAPTERS, "tanpa", NULL));
  assert_changes (left, right, "");
}

static const char long_words[]
    = "Para pihak menunjuk penghubung masing-masing. Penghubung bertemu setiap bulan di kantor. "
      "Hasil pertemuan dicatat dalam berita acara bersama.";

/* A split and nothing else, also where no id says which half is which. */
static void
test_split (void)
{
  g_autoptr (MftAgreement) left = make_one (long_words);
  g_autoptr (MftAgreement) right = mft_agreement_snapshot (left);
  g_autoptr (MftAgreement) foreign = make_one ("Para pihak menunjuk penghubung masing-masing.");
  MftBlock *pasal = mft_test_pasal (foreign, 0);

  g_assert_nonnull (
      mft_edit_add_paragraph (right, mft_block_get_child (mft_test_pasal (right, 0), 0), 46, NULL));
  assert_changes (left, right, "split Pasal 1\n");
  assert_changes (right, left, "merged Pasal 1\n");
  add (foreign, pasal, 1, MFT_BLOCK_PARAGRAPH, "Penghubung bertemu setiap bulan di kantor.");
  add (foreign, pasal, 2, MFT_BLOCK_PARAGRAPH,
       "Hasil pertemuan dicatat dalam berita acara bersama.");
  g_autoptr (MftComparison) comparison = mft_comparison_new (left, foreign);
  const MftChange *change = mft_comparison_get_change (comparison, 1);
  g_assert_cmpint (change->class, ==, MFT_CHANGE_SPLIT);
  g_assert_cmpuint (g_strv_length (change->right->ids), ==, 3);
  g_assert_cmpuint (g_strv_length (change->left->ids), ==, 1);
  g_assert_false (change->important);
  assert_changes (foreign, left, "merged Pasal 1\n");
}

/* A number that changed while an ayat was split is not overlooked. */
static void
test_split_and_edited (void)
{
  g_autoptr (MftAgreement) left = make_one ("Jawaban diberikan dalam 30 (tiga puluh) hari kerja. "
                                            "Jawaban disampaikan secara tertulis kepada mitra.");
  g_autoptr (MftAgreement) right = make_one ("Jawaban diberikan dalam 3 (tiga) hari kerja.");

  add (right, mft_test_pasal (right, 0), 1, MFT_BLOCK_PARAGRAPH,
       "Jawaban disampaikan secara tertulis kepada mitra.");
  g_autofree char *list = list_changes (left, right);
  g_assert_true (g_str_has_prefix (list, "!split "));
}

/* What stood in the second half went with it and did not move. */
static void
test_split_with_list (void)
{
  g_autoptr (MftAgreement) left = mft_test_agreement ();
  g_autoptr (MftAgreement) right = NULL;
  MftBlock *scope = mft_block_get_child (mft_test_pasal (left, 0), 0);

  mft_test_rewrite (left, scope,
                    "Kerja sama ini dilakukan bersama-sama. Ruang lingkup kerja sama meliputi:");
  right = mft_agreement_snapshot (left);
  scope = mft_block_get_child (mft_test_pasal (right, 0), 0);
  g_assert_nonnull (mft_edit_split (right, scope, 39, NULL));
  g_autoptr (MftComparison) comparison = mft_comparison_new (left, right);
  g_assert_cmpuint (mft_comparison_count (comparison, MFT_CHANGE_SPLIT), ==, 1);
  g_assert_cmpuint (mft_comparison_count (comparison, MFT_CHANGE_MOVED), ==, 0);
  g_assert_cmpuint (mft_comparison_count (comparison, MFT_CHANGE_INSERTED), ==, 0);
}

/* One value, every place: a field is compared as it is read. */
static void
test_field (void)
{
  g_autoptr (MftAgreement) left = mft_test_agreement ();
  g_autoptr (MftAgreement) right = mft_agreement_snapshot (left);

  g_assert_true (mft_edit_field (right, "jangka_waktu", "5 tahun", NULL));
  assert_changes (left, right, "!edited Pasal 2 ayat (1)\n");
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/compare/cosmetic", test_cosmetic);
  g_test_add_func ("/compare/important", test_important);
  g_test_add_func ("/compare/bold", test_bold);
  g_test_add_func ("/compare/inserted-pasal", test_inserted_pasal);
  g_test_add_func ("/compare/reference-to-another", test_reference_to_another);
  g_test_add_func ("/compare/moved", test_moved);
  g_test_add_func ("/compare/moved-and-edited", test_moved_and_edited);
  g_test_add_func ("/compare/another-label", test_another_label);
  g_test_add_func ("/compare/deeper", test_deeper);
  g_test_add_func ("/compare/contact", test_contact);
  g_test_add_func ("/compare/chapters", test_chapters);
  g_test_add_func ("/compare/id-with-new-words", test_id_with_new_words);
  g_test_add_func ("/compare/lineage", test_lineage);
  g_test_add_func ("/compare/split", test_split);
  g_test_add_func ("/compare/split-and-edited", test_split_and_edited);
  g_test_add_func ("/compare/split-with-list", test_split_with_list);
  g_test_add_func ("/compare/field", test_field);
  return g_test_run ();
}
