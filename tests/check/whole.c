/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "agreement/edit.h"
#include "check-cases.h"
#include "check/check.h"
#include "check/ignored.h"

/* Duties and rights of both parties; the reports are due as often as the last two words say. */
static MftAgreement *
make_mirror (const char *right)
{
  g_autofree char *text = g_strdup_printf (
      "PERJANJIAN KERJA SAMA\n\nPasal 1\nKEWAJIBAN PARA PIHAK\n\n"
      "(1) Kewajiban PIHAK KESATU:\na. menjaga keamanan ruang peladen; dan\n"
      "b. memberikan laporan hasil pemanfaatan peta laut kepada PIHAK KEDUA 2 (dua) kali setahun.\n"
      "(2) Kewajiban PIHAK KEDUA:\na. menerbitkan peta laut; dan\nb. mendampingi pelatihan.\n\n"
      "Pasal 2\nHAK PARA PIHAK\n\n"
      "(1) Hak PIHAK KESATU:\na. menerima peta laut dari PIHAK KEDUA; dan\n"
      "b. memperoleh pendampingan pelatihan.\n(2) Hak PIHAK KEDUA:\n%s\n",
      right);

  return mft_test_check_import (text);
}

static void
assert_mirror (const char *right, const char *findings)
{
  g_autoptr (MftAgreement) agreement = make_mirror (right);
  g_autofree char *list = mft_test_findings (agreement, "mirror");

  mft_test_assert_text (list, findings);
}

static void
test_mirror (void)
{
  assert_mirror ("a. mendapatkan laporan pemanfaatan peta laut 4 (empat) kali setahun; dan\n"
                 "b. memperoleh laporan pemanfaatan.",
                 "mirror: mendapatkan laporan pemanfaatan peta laut 4 (empat) kali setahun; dan: "
                 "this right and the duty in Pasal 1 ayat (1) huruf b give different numbers");
  assert_mirror ("a. mendapatkan laporan pemanfaatan peta laut 2 (dua) kali setahun; dan\n"
                 "b. memakai kendaraan dinas luar kota.",
                 "mirror: memakai kendaraan dinas luar kota.: no other party has the duty that "
                 "belongs to this right");
  /* A duty that is nobody's right is none of the rule's business; nor is one party's list alone. */
  assert_mirror ("a. mendapatkan laporan pemanfaatan peta laut 2 (dua) kali setahun; dan\n"
                 "b. menerima laporan.",
                 "");
}

/* A person lets it stand: remembered beside the text, by its words; spoiled notes let nothing. */
static void
test_ignored (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_check_import (
      "PERJANJIAN KERJA SAMA\n\nPasal 1\nJANGKA WAKTU\n\nBerlaku 4 (lima) tahun.\n");
  g_autoptr (GPtrArray) findings = mft_check_agreement (agreement);
  GHashTable *entries = mft_agreement_get_entries (agreement);
  guint at = 0;

  while (strcmp (((MftFinding *) findings->pdata[at])->rule, "number-words") != 0)
    at++;
  MftFinding *finding = findings->pdata[at];
  g_assert_false (finding->ignored);
  mft_finding_set_ignored (agreement, finding, TRUE);
  g_autoptr (GPtrArray) again = mft_check_agreement (agreement);
  g_assert_cmpuint (again->len, ==, findings->len);
  for (guint i = 0; i < again->len; i++)
    g_assert_cmpint (((MftFinding *) again->pdata[i])->ignored, ==, i == at);

  MftBlock *block = mft_agreement_get_block (agreement, finding->block_id);
  g_autoptr (MftText) other = mft_text_new ("Berlaku 6 (lima) tahun.", MFT_STYLE_PLAIN);
  g_assert_true (mft_edit_text (agreement, block, 0, G_MAXUINT, other, NULL));
  g_autoptr (GPtrArray) changed = mft_check_agreement (agreement);
  g_assert_false (((MftFinding *) changed->pdata[at])->ignored);
  g_assert_true (mft_agreement_undo (agreement));

  g_hash_table_insert (entries, g_strdup (MFT_IGNORED_ENTRY),
                       g_bytes_new_static ("{\"ignored\":[1,{\"rule\":2}]}", 26));
  g_autoptr (GPtrArray) spoiled = mft_check_agreement (agreement);
  g_assert_false (((MftFinding *) spoiled->pdata[at])->ignored);
  mft_finding_set_ignored (agreement, finding, TRUE);
  mft_finding_set_ignored (agreement, finding, FALSE);
}

static void
test_minimum (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_check_import (
      "PERJANJIAN KERJA SAMA\n\nPasal 1\nMAKSUD DAN TUJUAN\n\nMaksudnya kerja sama.\n\n"
      "Pasal 2\nRUANG LINGKUP\n\nData.\n\nPasal 3\nHAK DAN KEWAJIBAN\n\nWajib melapor.\n\n"
      "Pasal 4\nPEMBIAYAAN\n\nAnggaran masing-masing.\n\nPasal 5\nJANGKA WAKTU\n\nSetahun, kecuali "
      "berakhir lebih dahulu.\n\nPasal 6\nKEADAAN KAHAR\n\nBencana.\n\n"
      "Pasal 7\nKORESPONDENSI DAN PERUBAHAN\n\nSecara tertulis.\n");
  g_autofree char *list = mft_test_findings (agreement, "minimum");
  g_autoptr (GPtrArray) findings = mft_check_agreement (agreement);
  const MftFinding *finding = findings->pdata[findings->len - 1];

  g_assert_cmpstr (list, ==, "minimum: : nothing in the articles about penyelesaian perselisihan");
  g_assert_cmpstr (finding->rule, ==, "minimum");
  g_assert_null (finding->block_id);
  g_assert_cmpstr (finding->source, ==, "Permendagri 75/2022: muatan perjanjian kerja sama");

  /* A memorandum has what it likes. */
  mft_edit_setting (agreement, "naskah", "Nota Kesepahaman");
  g_autofree char *none = mft_test_findings (agreement, "minimum");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/check/whole/ignored", test_ignored);
  g_test_add_func ("/check/mirror", test_mirror);
  g_test_add_func ("/check/minimum", test_minimum);
  return g_test_run ();
}
