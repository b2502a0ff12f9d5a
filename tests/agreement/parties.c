/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"

#include "agreement/edit-parties.h"
#include "agreement/party.h"
#include "agreement/shown.h"

static char *
dup_part (MftAgreement *agreement, MftBlockKind kind)
{
  MftBlock *part = mft_agreement_get_part (agreement, kind);
  GString *text = g_string_new (NULL);

  for (MftBlock *at = part; at != NULL; at = mft_block_next (at, part))
    {
      g_autofree char *shown = mft_shown_text (agreement, at);
      if (shown[0] != '\0')
        g_string_append_printf (text, "%s|", shown);
    }
  return g_string_free (text, FALSE);
}

static void
assert_part (MftAgreement *agreement, MftBlockKind kind, const char *expected)
{
  g_autofree char *text = dup_part (agreement, kind);

  g_assert_cmpstr (text, ==, expected);
}

/* Title lines and a sentence as templates write them. */
static MftAgreement *
sample (void)
{
  MftAgreement *agreement = mft_test_agreement ();
  MftBlock *title = mft_agreement_get_part (agreement, MFT_BLOCK_TITLE);
  MftBlock *komparisi = mft_agreement_get_part (agreement, MFT_BLOCK_KOMPARISI);
  MftTextBuilder builder;

  g_autoptr (MftText) dan = mft_text_new ("DAN", MFT_STYLE_PLAIN);
  g_autoptr (MftText) name
      = mft_text_new_atom (MFT_RUN_FIELD, "p2.nama", MFT_FORM_UPPER, MFT_STYLE_PLAIN);
  mft_edit_insert (agreement, title, 2, mft_block_new (MFT_BLOCK_CENTERED, dan), NULL);
  mft_edit_insert (agreement, title, 3, mft_block_new (MFT_BLOCK_CENTERED, name), NULL);
  mft_text_builder_init (&builder);
  mft_text_builder_add (&builder, MFT_RUN_PARTY, "1", 0, MFT_STYLE_PLAIN);
  mft_text_builder_words (&builder, " dan ", MFT_STYLE_PLAIN);
  mft_text_builder_add (&builder, MFT_RUN_PARTY, "2", 0, MFT_STYLE_PLAIN);
  mft_text_builder_words (&builder, " bersama-sama.", MFT_STYLE_PLAIN);
  g_autoptr (MftText) sentence = mft_text_builder_end (&builder);
  mft_edit_insert (agreement, komparisi, 2, mft_block_new (MFT_BLOCK_PARAGRAPH, sentence), NULL);
  mft_edit_field (agreement, "p2.pejabat", "Bagas Manikmaya", NULL);
  return agreement;
}

static const char two_title[] = "PERJANJIAN KERJA SAMA|KEMENTERIAN TATA SAMUDRA|DAN|PEMERINTAH "
                                "KOTA TANJUNG BAHARI|";

static void
test_add_and_remove (void)
{
  g_autoptr (MftAgreement) agreement = sample ();
  g_autofree char *before = mft_test_dump (agreement);

  assert_part (agreement, MFT_BLOCK_TITLE, two_title);
  g_assert_true (mft_edit_add_party (agreement, NULL));
  mft_edit_field (agreement, "p3.nama", "Universitas Karang Jaya", NULL);
  g_assert_cmpuint (mft_agreement_n_parties (agreement), ==, 3);
  assert_part (agreement, MFT_BLOCK_TITLE,
               "PERJANJIAN KERJA SAMA|KEMENTERIAN TATA SAMUDRA,|PEMERINTAH KOTA TANJUNG "
               "BAHARI|DAN|UNIVERSITAS KARANG JAYA|");
  assert_part (agreement, MFT_BLOCK_KOMPARISI,
               "Wulan Hapsari Tirtanegara, selanjutnya disebut PIHAK KESATU.|Bagas Manikmaya, "
               "selanjutnya disebut PIHAK KEDUA.|[Pejabat penanda tangan PIHAK KETIGA], "
               "selanjutnya disebut PIHAK KETIGA.|PIHAK KESATU, PIHAK KEDUA, dan PIHAK KETIGA "
               "bersama-sama.|");
  g_assert_cmpuint (mft_block_n_children (mft_agreement_get_part (agreement, MFT_BLOCK_SIGNATURES)),
                    ==, 3);

  g_assert_true (mft_edit_remove_party (agreement, 1, NULL));
  assert_part (agreement, MFT_BLOCK_TITLE,
               "PERJANJIAN KERJA SAMA|PEMERINTAH KOTA TANJUNG BAHARI|DAN|UNIVERSITAS KARANG JAYA|");
  assert_part (agreement, MFT_BLOCK_KOMPARISI,
               "Bagas Manikmaya, selanjutnya disebut PIHAK KESATU.|[Pejabat penanda tangan PIHAK "
               "KEDUA], selanjutnya disebut PIHAK KEDUA.|PIHAK KESATU dan PIHAK KEDUA "
               "bersama-sama.|");
  g_assert_null (mft_agreement_get_field (agreement, "p3.nama"));
  for (guint i = 0; i < 3; i++)
    g_assert_true (mft_agreement_undo (agreement));
  g_autofree char *after = mft_test_dump (agreement);
  mft_test_assert_text (after, before);
}

static MftBlock *
new_cell (MftRunKind kind, const char *value)
{
  g_autoptr (MftText) text = mft_text_new_atom (kind, value, 0, MFT_STYLE_PLAIN);

  return mft_block_new (MFT_BLOCK_CELL, text);
}

static MftBlock *
new_row (MftBlock *first, MftBlock *second)
{
  MftBlock *row = mft_block_new (MFT_BLOCK_ROW, NULL);

  mft_block_append (row, first);
  mft_block_append (row, second);
  return row;
}

/* The joint is a field, as in templates; a table has a row for each party, and one of a work. */
static void
test_field_and_rows (void)
{
  g_autoptr (MftAgreement) agreement = sample ();
  MftBlock *title = mft_agreement_get_part (agreement, MFT_BLOCK_TITLE);
  MftBlock *attachment = mft_agreement_get_part (agreement, MFT_BLOCK_ATTACHMENT);
  MftBlock *table = mft_block_new (MFT_BLOCK_TABLE, NULL);
  MftField *joint = mft_field_new ("kata_antara", MFT_FIELD_TEXT, TRUE, "kata", NULL);

  mft_field_set_value (joint, "DENGAN");
  mft_edit_add_field (agreement, joint);
  g_autoptr (MftText) atom = mft_text_new_atom (MFT_RUN_FIELD, "kata_antara", 0, MFT_STYLE_PLAIN);
  mft_edit_text (agreement, mft_block_get_child (title, 2), 0, G_MAXUINT, atom, NULL);
  mft_block_append (table,
                    new_row (new_cell (MFT_RUN_PARTY, "1"), new_cell (MFT_RUN_FIELD, "p1.nama")));
  mft_block_append (table,
                    new_row (new_cell (MFT_RUN_PARTY, "2"), new_cell (MFT_RUN_FIELD, "p2.nama")));
  mft_block_append (table,
                    new_row (new_cell (MFT_RUN_PARTY, "2"), mft_block_new (MFT_BLOCK_CELL, NULL)));
  g_assert_true (
      mft_edit_insert (agreement, attachment, mft_block_n_children (attachment), table, NULL));
  g_assert_true (mft_edit_add_party (agreement, NULL));
  mft_edit_field (agreement, "p3.nama", "Universitas Karang Jaya", NULL);
  assert_part (agreement, MFT_BLOCK_TITLE,
               "PERJANJIAN KERJA SAMA|KEMENTERIAN TATA SAMUDRA,|PEMERINTAH KOTA TANJUNG "
               "BAHARI|DAN|UNIVERSITAS KARANG JAYA|");
  assert_part (agreement, MFT_BLOCK_ATTACHMENT,
               "DAFTAR PENGHUBUNG|Nama|Jabatan|Wulan|Analis|PIHAK KESATU|Kementerian Tata "
               "Samudra|PIHAK KEDUA|Pemerintah Kota Tanjung "
               "Bahari|PIHAK KETIGA|Universitas Karang Jaya|PIHAK KEDUA|");
  g_assert_true (mft_edit_remove_party (agreement, 3, NULL));
  assert_part (agreement, MFT_BLOCK_ATTACHMENT,
               "DAFTAR PENGHUBUNG|Nama|Jabatan|Wulan|Analis|PIHAK KESATU|Kementerian Tata "
               "Samudra|PIHAK KEDUA|Pemerintah Kota Tanjung "
               "Bahari|PIHAK KEDUA|");
}

static void
test_move (void)
{
  g_autoptr (MftAgreement) agreement = sample ();
  g_autofree char *before = mft_test_dump (agreement);
  MftBlock *line = mft_block_get_child (mft_agreement_get_part (agreement, MFT_BLOCK_CLOSING), 0);
  g_autoptr (MftText) duty = mft_text_new_atom (MFT_RUN_PARTY, "2", 0, MFT_STYLE_PLAIN);

  mft_edit_text (agreement, line, 0, 0, duty, NULL);
  mft_edit_field (agreement, "p2.atas_nama", "unit di bawah PIHAK KEDUA", NULL);
  mft_edit_move_party (agreement, 2, 1);
  assert_part (agreement, MFT_BLOCK_TITLE,
               "PERJANJIAN KERJA SAMA|PEMERINTAH KOTA TANJUNG BAHARI|DAN|KEMENTERIAN TATA "
               "SAMUDRA|");
  assert_part (agreement, MFT_BLOCK_KOMPARISI,
               "Bagas Manikmaya, selanjutnya disebut PIHAK KESATU.|Wulan Hapsari Tirtanegara, "
               "selanjutnya disebut PIHAK KEDUA.|PIHAK KESATU dan PIHAK KEDUA bersama-sama.|");
  assert_part (agreement, MFT_BLOCK_CLOSING, "PIHAK KESATUDemikian Perjanjian ini dibuat.|");
  g_assert_cmpstr (mft_agreement_get_value (agreement, "p1.atas_nama"), ==,
                   "unit di bawah PIHAK KESATU");
  mft_edit_move_party (agreement, 2, 1);
  assert_part (agreement, MFT_BLOCK_TITLE, two_title);
  for (guint i = 0; i < 4; i++)
    g_assert_true (mft_agreement_undo (agreement));
  g_autofree char *after = mft_test_dump (agreement);
  mft_test_assert_text (after, before);
}

static void
test_limits (void)
{
  g_autoptr (MftAgreement) agreement = sample ();
  g_autoptr (GError) error = NULL;

  g_assert_false (mft_edit_remove_party (agreement, 1, &error));
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_STRUCTURE);
  g_clear_error (&error);
  for (guint i = 2; i < MFT_PARTIES_MOST; i++)
    g_assert_true (mft_edit_add_party (agreement, &error));
  g_assert_false (mft_edit_add_party (agreement, &error));
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_STRUCTURE);
  for (guint i = MFT_PARTIES_MOST; i > 2; i--)
    g_assert_true (mft_edit_remove_party (agreement, 2 + i % 2, NULL));
  g_assert_cmpuint (mft_agreement_n_parties (agreement), ==, 2);
}

int
main (int argc, char *argv[])
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/agreement/parties/add-and-remove", test_add_and_remove);
  g_test_add_func ("/agreement/parties/field-and-rows", test_field_and_rows);
  g_test_add_func ("/agreement/parties/move", test_move);
  g_test_add_func ("/agreement/parties/limits", test_limits);
  return g_test_run ();
}
