/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"

#include "agreement/akn.h"
#include "agreement/house-style.h"
#include "agreement/party.h"
#include "agreement/shown.h"
#include "base/data-folder.h"

static void
set (MftAgreement *agreement, const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mft_house_style_set (agreement, key, value, &error));
  g_assert_no_error (error);
}

static void
assert_role (MftAgreement *agreement, const char *value, const char *expected)
{
  g_autofree char *role = mft_party_dup_role (agreement, value);

  g_assert_cmpstr (role, ==, expected);
}

static void
test_roles (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();

  assert_role (agreement, "1", "PIHAK KESATU");
  set (agreement, MFT_STYLE_ROLE, "PERTAMA");
  set (agreement, MFT_STYLE_ROLE_CAPITALS, "judul");
  assert_role (agreement, "1", "Pihak Pertama");
  assert_role (agreement, "para", "Para Pihak");
  g_assert_true (mft_agreement_undo (agreement));
  assert_role (agreement, "1", "PIHAK PERTAMA");
}

static void
test_headings (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *pasal = mft_block_get_child (mft_agreement_get_part (agreement, MFT_BLOCK_BODY), 1);

  set (agreement, MFT_STYLE_HEADINGS, "judul");
  g_autofree char *shown = mft_shown_text (agreement, pasal);
  g_assert_cmpstr (shown, ==, "Jangka Waktu");
}

static void
test_degrees (void)
{
  static const char *const names[][2] = {
    { "Dr. Wulan Hapsari Tirtanegara, S.H., M.H.", "Wulan Hapsari Tirtanegara" },
    { "Prof. Dr. Ir. Bagas Manikmaya", "Bagas Manikmaya" },
    { "H. M. Bagas Manikmaya, S.E.", "M. Bagas Manikmaya" },
    { "Wulan", "Wulan" },
    { "Dr.", "Dr." },
    { "", "" },
  };
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *bare = mft_house_style_strip_degrees (names[i][0]);
      g_assert_cmpstr (bare, ==, names[i][1]);
    }
  g_assert_true (mft_edit_field (agreement, "p1.pejabat", names[0][0], NULL));
  set (agreement, MFT_STYLE_DEGREES, "tanpa");
  g_autofree char *shown = mft_party_dup_shown (agreement, 1, "pejabat");
  g_assert_cmpstr (shown, ==, names[0][1]);
  g_assert_cmpstr (mft_agreement_get_value (agreement, "p1.pejabat"), ==, names[0][0]);
}

/* Two lines more for each party that has a name there, and none after. */
static void
test_rank (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *signatures = mft_agreement_get_part (agreement, MFT_BLOCK_SIGNATURES);
  MftBlock *first = mft_block_get_child (signatures, 0);
  g_autoptr (MftText) name
      = mft_text_new_atom (MFT_RUN_FIELD, "p1.pejabat", MFT_FORM_TEXT, MFT_STYLE_PLAIN);

  g_assert_true (mft_edit_insert (agreement, first, 0, mft_block_new (MFT_BLOCK_LINE, name), NULL));
  g_autofree char *before = mft_test_dump (agreement);
  set (agreement, MFT_STYLE_RANK, "dengan");
  g_assert_cmpuint (mft_block_n_children (first), ==, 3);
  g_assert_true (mft_edit_field (agreement, "p1.nip", "197001011995011001", NULL));
  g_autofree char *shown = mft_shown_text (agreement, mft_block_get_child (first, 2));
  g_assert_cmpstr (shown, ==, "NIP 197001011995011001");
  set (agreement, MFT_STYLE_RANK, "tanpa");
  g_assert_cmpuint (mft_block_n_children (first), ==, 1);
  while (mft_block_n_children (first) != 1 || mft_agreement_get_field (agreement, "p1.nip") != NULL)
    g_assert_true (mft_agreement_undo (agreement));
  g_autofree char *after = mft_test_dump (agreement);
  mft_test_assert_text (after, before);
}

static void
test_refused (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (GError) error = NULL;

  g_assert_false (mft_house_style_set (agreement, MFT_STYLE_ROLE, "UTAMA", &error));
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_FIELD);
  g_clear_error (&error);
  g_assert_false (mft_house_style_set (agreement, "warna", "biru", &error));
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_FIELD);
  g_assert_false (mft_agreement_can_undo (agreement));
}

/* Kept for the next agreement; a file that somebody spoiled changes nothing. */
static void
test_kept (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "gaya.ini", NULL);
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (MftAgreement) next = mft_test_agreement ();
  g_autoptr (MftAgreement) third = mft_test_agreement ();
  g_autoptr (GError) error = NULL;

  mft_data_folder_set (folder);
  g_assert_true (mft_house_style_take_kept (next, &error));
  g_assert_false (mft_agreement_can_undo (next));
  set (agreement, MFT_STYLE_ROLE, "PERTAMA");
  set (agreement, MFT_STYLE_SIDES, "kanan");
  g_assert_true (mft_house_style_keep (agreement, &error));
  g_assert_true (mft_house_style_take_kept (next, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (mft_house_style_get (next, MFT_STYLE_ROLE), ==, "PERTAMA");
  g_assert_cmpstr (mft_house_style_get (next, MFT_STYLE_SIDES), ==, "kanan");
  g_assert_true (g_file_set_contents (path, "[gaya]\nsebutan=<x>\nsisi_ttd", -1, NULL));
  g_assert_true (mft_house_style_take_kept (third, &error));
  g_assert_cmpstr (mft_house_style_get (third, MFT_STYLE_ROLE), ==, "KESATU");
  mft_data_folder_set (NULL);
}

/* It travels with the agreement; the usual is not written. */
static void
test_saved (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();

  set (agreement, MFT_STYLE_SIDES, "kanan");
  g_autoptr (GBytes) bytes = mft_akn_write (agreement);
  g_autoptr (MftAgreement) read = mft_akn_read (bytes, NULL, NULL);
  g_assert_cmpstr (mft_house_style_get (read, MFT_STYLE_SIDES), ==, "kanan");
  set (agreement, MFT_STYLE_SIDES, "kiri");
  g_auto (GStrv) keys = mft_agreement_dup_setting_keys (agreement);
  g_assert_false (g_strv_contains ((const char *const *) keys, MFT_STYLE_SIDES));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/house-style/roles", test_roles);
  g_test_add_func ("/house-style/headings", test_headings);
  g_test_add_func ("/house-style/degrees", test_degrees);
  g_test_add_func ("/house-style/rank", test_rank);
  g_test_add_func ("/house-style/refused", test_refused);
  g_test_add_func ("/house-style/kept", test_kept);
  g_test_add_func ("/house-style/saved", test_saved);
  return g_test_run ();
}
