/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "check-cases.h"
#include "check/check.h"

/* An agreement of which Pasal 1 defines and Pasal 2 uses. */
static MftAgreement *
make (const char *definitions, const char *uses)
{
  g_autofree char *text
      = g_strdup_printf ("PERJANJIAN KERJA SAMA\n\nPasal 1\nDEFINISI\n\n"
                         "Dalam Perjanjian Kerja Sama ini yang dimaksud dengan:\n%s\n\n"
                         "Pasal 2\nPELAKSANAAN\n\n%s\n",
                         definitions, uses);

  return mft_test_check_import (text);
}

static void
assert_found (const char *rule, const char *definitions, const char *uses, const char *findings)
{
  g_autoptr (MftAgreement) agreement = make (definitions, uses);
  g_autofree char *list = mft_test_findings (agreement, rule);

  mft_test_assert_text (list, findings);
}

#define PETA                                                                                       \
  "1. “Pusat Peta Laut” yang selanjutnya disebut “PPL” adalah unit pelaksana.\n"           \
  "2. “Peta Dasar” adalah peta yang diterbitkan PPL.\n"

static void
test_use (void)
{
  assert_found ("term-unused", PETA, "PPL menerbitkan peta. PPL melapor.",
                "term-unused: Peta Dasar: “Peta Dasar” is defined, but used nowhere");
  assert_found ("term-unused", PETA, "Pusat Peta Laut menyerahkan Peta Dasar.", "");
  assert_found ("term-once", PETA, "Peta Dasar diserahkan. Peta Dasar dijaga.",
                "term-once: PPL: “PPL” is used only once, in Pasal 1 angka 2");
  assert_found ("term-once", PETA, "Pusat Peta Laut menyerahkan Peta Dasar dan Peta Dasar.", "");
  /* The law's own definition needs the law's own terms. */
  assert_found ("term-once",
                "1. Subjek Data Pribadi adalah orang perseorangan yang pada dirinya melekat Data "
                "Pribadi.\n2. Data Sandi adalah rahasia.\n",
                "Data Sandi dan Data Sandi serta Subjek Data Pribadi.", "");
}

static void
test_twice (void)
{
  assert_found ("term-twice", PETA "3. “Peta dasar” adalah peta lain.\n", "Peta Dasar.",
                "term-twice: Peta dasar: “Peta dasar” is defined twice, first in Pasal 1 angka 2");
  assert_found ("term-twice", PETA, "Peta Dasar.", "");
  assert_found ("term-twice", PETA, "Keadaan ini selanjutnya disebut “Peta Dasar”.",
                "term-twice: Peta Dasar: “Peta Dasar” is defined twice, first in Pasal 1 angka 2");
}

static void
test_case (void)
{
  g_autoptr (MftAgreement) agreement = make (
      PETA, "PIHAK KESATU menerima peta dasar dari pihak lainnya. Peta dasar dan Peta Dasar.");
  g_autofree char *list = mft_test_findings (agreement, "term-case");

  mft_test_assert_text (list, "term-case: peta dasar: the defined term is written “Peta Dasar”\n"
                              "term-case: pihak lainnya: the defined term is written “PIHAK”\n"
                              "term-case: Peta dasar: the defined term is written “Peta Dasar”");
  g_assert_cmpuint (mft_check_fix_all (agreement, "term-case"), ==, 3);
  g_autofree char *after = mft_test_findings (agreement, "term-case");
  g_assert_cmpstr (after, ==, "");
  assert_found ("term-case", PETA,
                "kepada pihak lain mana pun, instansi dan pihak lainnya, pihak lainnya yang "
                "berwenang, di bidang peta dasar, PETA DASAR, kepeta dasaran, peta",
                "");
  /* UU 27/2022 Pasal 1 angka 1 writes it so; other words about it do not. */
  assert_found (
      "term-case",
      "1. Sistem Elektronik adalah perangkat layanan.\n2. Data Pribadi adalah data tentang "
      "orang perseorangan yang teridentifikasi atau dapat diidentifikasi secara tersendiri "
      "atau dikombinasi dengan informasi lainnya baik secara langsung maupun tidak "
      "langsung melalui sistem elektronik atau nonelektronik.\n3. Arsip adalah berkas "
      "dalam sistem elektronik.\n",
      "Sistem Elektronik memuat Data Pribadi dan Arsip.",
      "term-case: sistem elektronik: the defined term is written “Sistem Elektronik”");
}

static void
test_defined_in_place (void)
{
  assert_found (
      "term-case", PETA,
      "(1) Hal di luar kemampuan, yang selanjutnya dalam Perjanjian Kerja Sama ini disebut "
      "\"Keadaan Genting\".\n(2) PIHAK yang mengalami keadaan genting melapor.",
      "term-case: keadaan genting: the defined term is written “Keadaan Genting”");
}

static void
test_undefined (void)
{
  assert_found ("term-undefined", PETA,
                "Pelindungan Subjek Data Pribadi dan Subjek Data Pribadi diatur dalam SIMAP.",
                "term-undefined: Subjek Data Pribadi: “Subjek Data Pribadi” has the capitals of a "
                "term, but is not defined\nterm-undefined: SIMAP: nothing says what “SIMAP” stands "
                "for");
  assert_found (
      "term-undefined", PETA,
      "Standar Pengawasan Terpadu (SPT) disusun; SPT dan BMKG, PPL, Lampiran IV, PARA PIHAK "
      "memakai Peta Dasar menurut HK.07/2020 dan data pribadi.",
      "");
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/check/term-use", test_use);
  g_test_add_func ("/check/term-twice", test_twice);
  g_test_add_func ("/check/term-case", test_case);
  g_test_add_func ("/check/term-case/in-place", test_defined_in_place);
  g_test_add_func ("/check/term-undefined", test_undefined);
  return g_test_run ();
}
