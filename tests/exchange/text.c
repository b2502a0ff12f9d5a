/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"

#include "agreement/party.h"
#include "agreement/shown.h"
#include "exchange/exchange.h"
#include "exchange/text/text-writer.h"

typedef struct
{
  MftAgreement *agreement;
  MftImportReport *report;
} Imported;

static Imported
import_fixture (const char *name)
{
  g_autofree char *path = g_build_filename ("exchange/fixtures", name, NULL);
  g_autoptr (GBytes) bytes = mft_test_read (path);
  g_autoptr (GError) error = NULL;
  Imported imported = { NULL, NULL };

  imported.agreement = mft_exchange_read (bytes, name, &imported.report, &error);
  g_assert_no_error (error);
  return imported;
}

static void
clear_imported (Imported *imported)
{
  g_clear_object (&imported->agreement);
  g_clear_pointer (&imported->report, mft_import_report_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Imported, clear_imported)

static void
assert_counts (const MftCounts *actual, const MftCounts *expected)
{
  g_assert_cmpuint (actual->pasal, ==, expected->pasal);
  g_assert_cmpuint (actual->ayat, ==, expected->ayat);
  g_assert_cmpuint (actual->huruf, ==, expected->huruf);
  g_assert_cmpuint (actual->angka, ==, expected->angka);
  g_assert_cmpuint (actual->sub_huruf, ==, expected->sub_huruf);
  g_assert_cmpuint (actual->sub_angka, ==, expected->sub_angka);
  g_assert_cmpuint (actual->contacts, ==, expected->contacts);
  g_assert_cmpuint (actual->references, ==, expected->references);
  g_assert_cmpuint (actual->legal_basis, ==, expected->legal_basis);
}

static void
assert_nothing_lost (const MftImportReport *report)
{
  g_assert_cmpuint (g_strv_length (report->lost), ==, 0);
  g_assert_cmpuint (report->words_before, ==, report->words_after);
  g_assert_cmpuint (report->words_before, >, 100);
}

static void
assert_value (MftAgreement *agreement, const char *id, const char *value)
{
  g_assert_cmpstr (mft_agreement_get_value (agreement, id), ==, value);
}

static guint
count_runs (MftAgreement *agreement, MftRunKind kind)
{
  MftBlock *root = mft_agreement_get_root (agreement);
  guint count = 0;

  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    for (guint i = 0; i < mft_text_n_runs (mft_block_get_text (at)); i++)
      count += mft_text_get_run (mft_block_get_text (at), i)->kind == kind ? 1 : 0;
  return count;
}

static void
assert_contains (MftAgreement *agreement, const char *words)
{
  g_autofree char *text = mft_text_export (agreement);

  if (strstr (text, words) == NULL)
    g_error ("not in the text: %s", words);
}

static void
test_markdown (void)
{
  g_auto (Imported) imported = import_fixture ("penanda.md");
  const MftCounts expected = { .pasal = 5,
                               .ayat = 7,
                               .huruf = 5,
                               .angka = 5,
                               .sub_huruf = 2,
                               .sub_angka = 2,
                               .contacts = 2,
                               .references = 8 };

  assert_counts (&imported.report->counts, &expected);
  assert_nothing_lost (imported.report);
  /* "4 (lima)" is wrong, so it stays words for the check to find. */
  g_assert_cmpuint (count_runs (imported.agreement, MFT_RUN_NUMBER), ==, 3);
  assert_contains (imported.agreement, "denda 4 (lima) persen");
  /* A page break in the middle of a sentence. */
  assert_contains (imported.agreement, "disusun setiap tahun oleh PIHAK KESATU.");
  /* Rubbish where the signatures were. */
  g_assert_cmpuint (imported.report->dropped->len, ==, 2);
  g_assert_cmpstr (g_array_index (imported.report->dropped, MftImportDropped, 0).text, ==, "\\$");
}

static void
test_wrapped (void)
{
  g_auto (Imported) imported = import_fixture ("terlipat.txt");
  const MftCounts expected
      = { .pasal = 3, .ayat = 5, .huruf = 3, .references = 3, .legal_basis = 3 };

  assert_counts (&imported.report->counts, &expected);
  assert_nothing_lost (imported.report);
  /* A hyphen at the line's end is one of the word. */
  assert_contains (imported.agreement, "peraturan perundang-undangan.");
  /* Lines that begin with a number, and with "Pasal", inside sentences. */
  assert_contains (imported.agreement, "Tahun 2008 tentang Arus Laut");
  assert_contains (imported.agreement, "Presiden Nomor 133 Tahun 2017");
  assert_contains (imported.agreement, "(Nomor 212).");
  assert_contains (imported.agreement, "pada ayat (1) Pasal ini, maka");
  assert_contains (imported.agreement, "dalam Pasal 3 yang terdiri atas:");
  assert_contains (imported.agreement, "Pasal 2\nPELAKSANAAN PETA DAN PENGAMATAN\n");
  assert_contains (imported.agreement, "Puluh Enam (22-10-2026), yang");
}

static void
test_fields (void)
{
  g_auto (Imported) imported = import_fixture ("penanda.md");
  MftAgreement *agreement = imported.agreement;

  g_assert_cmpuint (mft_agreement_n_parties (agreement), ==, 2);
  assert_value (agreement, "p1.nama", "Kementerian Tata Samudra");
  assert_value (agreement, "p2.nama", "Pemerintah Kota Tanjung Bahari Provinsi Kepulauan Rimba");
  assert_value (agreement, "p1.nomor", "17/KTS/V/2026");
  assert_value (agreement, "p2.nomor", "PKS.09/TB/HK.01/05/2026");
  assert_value (agreement, "tentang", "Pemanfaatan Peta Arus Laut di {p1.nama}");
  assert_value (agreement, "tanggal_ttd", "2026-05-08");
  assert_value (agreement, "tempat_ttd", "Tanjung Bahari");
  assert_value (agreement, "p1.pejabat", "Wulan Hapsari Tirtanegara");
  assert_value (agreement, "p1.alamat", "Jalan Mercusuar Nomor 4-5 Kota Rimba");
  assert_value (agreement, "p2.jabatan", "Wali Kota Tanjung Bahari");
  assert_value (agreement, "jangka_waktu", "4 tahun");
  assert_value (agreement, "p1.korespondensi.alamat",
                "Jalan Mercusuar Nomor 4-5 Gedung Bahari Lantai 13 Kota Rimba");
  assert_value (agreement, "p2.korespondensi.telepon", "(099) 555-0102");
  assert_value (agreement, "p2.korespondensi.posel", "dinas@bahari.example");
}

/* One value feeds every place. */
static void
test_renamed_party (void)
{
  g_auto (Imported) imported = import_fixture ("terlipat.txt");

  mft_field_set_value (mft_agreement_get_field (imported.agreement, "p1.nama"), "Dinas Arus");
  assert_contains (imported.agreement, "ANTARA\n\nDINAS ARUS\n");
  assert_contains (imported.agreement, "PEMANFAATAN PETA ARUS LAUT DI DINAS ARUS");
  assert_contains (imported.agreement, "untuk dan atas nama Dinas Arus");
  assert_contains (imported.agreement, "melaksanakan Pemanfaatan Peta Arus Laut di Dinas Arus");
  /* The name of a regulation is not ours to change. */
  assert_contains (imported.agreement, "2020 tentang Kementerian Tata Samudra");
}

static void
test_parts (void)
{
  g_auto (Imported) imported = import_fixture ("terlipat.txt");
  const struct
  {
    MftBlockKind part;
    guint children;
  } parts[] = {
    { MFT_BLOCK_TITLE, 9 },    { MFT_BLOCK_OPENING, 1 },     { MFT_BLOCK_KOMPARISI, 3 },
    { MFT_BLOCK_RECITALS, 1 }, { MFT_BLOCK_LEGAL_BASIS, 1 }, { MFT_BLOCK_SENTENCE, 1 },
    { MFT_BLOCK_BODY, 3 },     { MFT_BLOCK_CLOSING, 1 },     { MFT_BLOCK_SIGNATURES, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      MftBlock *part = mft_agreement_get_part (imported.agreement, parts[i].part);
      g_assert_nonnull (part);
      g_assert_cmpuint (mft_block_n_children (part), ==, parts[i].children);
    }
}

/* A source that ends before its signatures: the officials' names are known from the komparisi. */
static void
test_lacking_signatures (void)
{
  g_auto (Imported) imported = import_fixture ("terlipat.txt");
  MftBlock *part = mft_agreement_get_part (imported.agreement, MFT_BLOCK_SIGNATURES);
  const char *const roles[] = { "PIHAK KESATU,", "PIHAK KEDUA," };
  const char *const officials[] = { "p1.pejabat", "p2.pejabat" };

  assert_nothing_lost (imported.report);
  for (guint i = 0; i < 2; i++)
    {
      MftBlock *signature = mft_block_get_child (part, i);
      g_autofree char *role = mft_shown_text (imported.agreement, signature);
      g_assert_cmpstr (role, ==, roles[i]);
      g_assert_cmpuint (mft_block_get_party (signature), ==, i + 1);
      g_assert_cmpuint (mft_block_n_children (signature), ==, 1);
      MftText *name = mft_block_get_text (mft_block_get_child (signature, 0));
      g_assert_cmpuint (mft_text_n_runs (name), ==, 1);
      g_assert_cmpstr (mft_text_get_run (name, 0)->value, ==, officials[i]);
      g_assert_nonnull (mft_agreement_get_value (imported.agreement, officials[i]));
    }
  const MftImportGuess *last = &g_array_index (imported.report->guesses, MftImportGuess,
                                               imported.report->guesses->len - 1);
  g_assert_cmpstr (last->as, ==, "signatures-added");
}

/* Contacts: a role, then lines; what cannot stand alone in a line goes on. */
static void
test_contacts (void)
{
  g_auto (Imported) imported = import_fixture ("penanda.md");
  MftBlock *body = mft_agreement_get_part (imported.agreement, MFT_BLOCK_BODY);
  MftBlock *ayat = mft_block_get_child (mft_block_get_child (body, 3), 0);
  MftBlock *contact = mft_block_get_child (ayat, 1);
  g_autofree char *unit = NULL;

  g_assert_cmpint (mft_block_get_kind (contact), ==, MFT_BLOCK_CONTACT);
  g_assert_cmpuint (mft_block_get_party (contact), ==, 2);
  g_assert_cmpuint (mft_block_n_children (contact), ==, 4);
  unit = mft_shown_text (imported.agreement, mft_block_get_child (contact, 0));
  g_assert_cmpstr (unit, ==, "DINAS PERIKANAN DAN KELAUTAN");
}

/* What is written as text is read again as the same. */
static void
test_there_and_back (gconstpointer name)
{
  g_auto (Imported) first = import_fixture (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = mft_exchange_write (first.agreement, "a.txt", &error);
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (MftAgreement) second = mft_exchange_read (text, "a.txt", &report, &error);

  g_assert_no_error (error);
  assert_counts (&report->counts, &first.report->counts);
  g_autofree char *before = mft_text_export (first.agreement);
  g_autofree char *after = mft_text_export (second);
  mft_test_assert_text (after, before);
}

static void
test_export (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();

  assert_contains (agreement, "PERJANJIAN KERJA SAMA\n\nKEMENTERIAN TATA SAMUDRA\n");
  assert_contains (agreement, "Pasal 1\nRUANG LINGKUP\n\nRuang lingkup meliputi:\n"
                              "    a. penyediaan layanan:\n"
                              "        1. daring:\n"
                              "            a) harian:\n"
                              "                1) pagi; dan\n");
  assert_contains (agreement,
                   "(1) Perjanjian ini berlaku selama 4 (empat) tahun dan 30 (tiga puluh)"
                   " hari.\n\n(2) ");
  assert_contains (agreement, "Nama | Jabatan\nWulan | Analis\n");
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/exchange/text/markdown", test_markdown);
  g_test_add_func ("/exchange/text/wrapped", test_wrapped);
  g_test_add_func ("/exchange/text/fields", test_fields);
  g_test_add_func ("/exchange/text/renamed-party", test_renamed_party);
  g_test_add_func ("/exchange/text/parts", test_parts);
  g_test_add_func ("/exchange/text/lacking-signatures", test_lacking_signatures);
  g_test_add_func ("/exchange/text/contacts", test_contacts);
  g_test_add_data_func ("/exchange/text/there-and-back/markdown", "penanda.md",
                        test_there_and_back);
  g_test_add_data_func ("/exchange/text/there-and-back/wrapped", "terlipat.txt",
                        test_there_and_back);
  g_test_add_func ("/exchange/text/export", test_export);
  return g_test_run ();
}
