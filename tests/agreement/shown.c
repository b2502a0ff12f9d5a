/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"

#include "agreement/edit.h"
#include "agreement/party.h"
#include "agreement/shown.h"

static void
test_forms (void)
{
  const struct
  {
    MftForm form;
    const char *value;
    const char *shown;
  } cases[] = {
    { MFT_FORM_TEXT, "Dinas", "Dinas" },
    { MFT_FORM_UPPER, "Dinas Arsip", "DINAS ARSIP" },
    { MFT_FORM_NUMBER, "4", "4 (empat)" },
    { MFT_FORM_DURATION, "30 hari kalender", "30 (tiga puluh) hari kalender" },
    { MFT_FORM_PERCENT, "5", "5% (lima persen)" },
    { MFT_FORM_MONEY, "10000", "Rp10.000,00 (sepuluh ribu rupiah)" },
    { MFT_FORM_DATE, "2023-05-08", "8 Mei 2023" },
    { MFT_FORM_DAY_DATE, "2023-05-08",
      "Senin tanggal delapan bulan Mei tahun dua ribu dua puluh tiga (08-05-2023)" },
    { MFT_FORM_DATE_DIGITS, "2023-05-08", "08-05-2023" },
    { MFT_FORM_NUMBER, "apa", NULL },
    { MFT_FORM_DATE, "2023-13-08", NULL },
    { MFT_FORM_DURATION, "30", NULL },
  };
  g_autoptr (MftAgreement) agreement = mft_agreement_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = mft_shown_value (agreement, cases[i].value, cases[i].form);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_missing_is_told (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *term = mft_block_get_child (
      mft_block_get_child (mft_agreement_get_part (agreement, MFT_BLOCK_BODY), 1), 0);

  mft_edit_field (agreement, "jangka_waktu", "", NULL);
  g_autoptr (GArray) spans = mft_shown_spans (agreement, term);
  g_assert_cmpint (g_array_index (spans, MftShownSpan, 1).state, ==, MFT_SHOWN_MISSING);
  g_assert_cmpstr (g_array_index (spans, MftShownSpan, 1).text, ==, "[Jangka waktu]");
  g_auto (GStrv) missing = mft_agreement_dup_missing (agreement);
  g_assert_true (g_strv_contains ((const char *const *) missing, "jangka_waktu"));
  g_assert_false (g_strv_contains ((const char *const *) missing, "p1.pejabat"));
  g_assert_true (g_strv_contains ((const char *const *) missing, "p2.pejabat"));
}

/* Offsets go to what is shown and back; inside an atom they stand at its start. */
static void
test_offsets (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *term = mft_block_get_child (
      mft_block_get_child (mft_agreement_get_part (agreement, MFT_BLOCK_BODY), 1), 0);
  g_autoptr (GArray) spans = mft_shown_spans (agreement, term);

  for (guint offset = 0; offset <= mft_text_length (mft_block_get_text (term)); offset++)
    {
      guint shown = mft_shown_offset_from_text (spans, offset);
      g_assert_cmpuint (mft_shown_offset_to_text (spans, shown), ==, offset);
    }
  /* "Perjanjian ini berlaku selama " is 30 characters, then the atom "4 (empat) tahun". */
  g_assert_cmpuint (mft_shown_offset_to_text (spans, 35), ==, 30);
  g_assert_cmpuint (mft_shown_offset_from_text (spans, 31), ==, 45);
}

static void
test_values_name_fields (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();

  mft_agreement_add_field (agreement,
                           mft_field_new ("tentang", MFT_FIELD_TEXT, TRUE, "Tentang", NULL));
  mft_edit_field (agreement, "tentang", "Layanan di {p1.nama} bagi PIHAK KESATU", NULL);
  g_autofree char *title = mft_agreement_dup_title (agreement);
  g_assert_cmpstr (title, ==, "Layanan di Kementerian Tata Samudra bagi PIHAK KESATU");
  mft_edit_setting (agreement, "sebutan", "PERTAMA");
  g_autofree char *pertama = mft_agreement_dup_title (agreement);
  g_assert_cmpstr (pertama, ==, "Layanan di Kementerian Tata Samudra bagi PIHAK PERTAMA");
  /* A field that names itself ends. */
  mft_edit_field (agreement, "tentang", "x {tentang}", NULL);
  g_autofree char *endless = mft_agreement_dup_title (agreement);
  g_assert_cmpstr (endless, ==, "x x x x [Tentang]");
  g_autofree char *none = mft_shown_field (agreement, "tentang");
  g_assert_null (none);
  mft_edit_field (agreement, "p2.nama", "Dinas {p1.nama}", NULL);
  g_autofree char *party = mft_party_dup_shown (agreement, 2, "nama");
  g_assert_cmpstr (party, ==, "Dinas Kementerian Tata Samudra");
}

static void
test_house_style (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *extension = mft_block_get_child (
      mft_block_get_child (mft_agreement_get_part (agreement, MFT_BLOCK_BODY), 1), 1);

  mft_edit_setting (agreement, "acuan", "lengkap");
  g_autofree char *shown = mft_shown_text (agreement, extension);
  g_assert_cmpstr (shown, ==,
                   "Jangka waktu sebagaimana dimaksud pada ayat (1) Pasal ini dapat diperpanjang "
                   "oleh PARA PIHAK.");
}

static void
test_roles (void)
{
  const struct
  {
    const char *words;
    const char *value;
    gsize taken;
  } cases[] = {
    { "PIHAK KESATU wajib", "1", 12 }, { "PIHAK PERTAMA", "1", 13 }, { "PIHAK KEDUA,", "2", 11 },
    { "PARA PIHAK", "para", 10 },      { "PIHAK lain", "tiap", 5 },  { "PIHAKNYA", NULL, 0 },
    { "pihak kedua", NULL, 0 },        { "PIHAK", "tiap", 5 },
  };
  g_autoptr (MftAgreement) agreement = mft_agreement_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = NULL;
      g_assert_cmpuint (mft_party_parse_role (cases[i].words, &value), ==, cases[i].taken);
      g_assert_cmpstr (value, ==, cases[i].value);
    }
  g_autofree char *third = mft_party_dup_role (agreement, "3");
  g_autofree char *field = mft_party_dup_signature_field (12);
  g_assert_cmpstr (third, ==, "PIHAK KETIGA");
  g_assert_cmpstr (field, ==, "PIHAK_KEDUA_BELAS");
  g_assert_null (mft_party_dup_role (agreement, "13"));
  g_assert_null (mft_party_dup_role (agreement, "x"));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/agreement/shown/forms", test_forms);
  g_test_add_func ("/agreement/shown/missing", test_missing_is_told);
  g_test_add_func ("/agreement/shown/offsets", test_offsets);
  g_test_add_func ("/agreement/shown/nested", test_values_name_fields);
  g_test_add_func ("/agreement/shown/house", test_house_style);
  g_test_add_func ("/agreement/shown/roles", test_roles);
  return g_test_run ();
}
