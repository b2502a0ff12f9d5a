/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "agreement/edit.h"
#include "check-cases.h"
#include "check/check.h"

#define NOT_NEEDED(words)                                                                          \
  "ref-style: " words ": “Pasal ini” is not needed for an ayat of the same Pasal"

static void
test_style (void)
{
  static const MftCheckCase cases[] = {
    { "sebagaimana dimaksud pada ayat (1) pasal ini berakhir", NOT_NEEDED ("ayat (1) pasal ini"),
      "sebagaimana dimaksud pada ayat (1) berakhir" },
    { "ayat (1) huruf a  Pasal ini, maka", NOT_NEEDED ("ayat (1) huruf a  Pasal ini"),
      "ayat (1) huruf a, maka" },
    { "menurut pasal 2 dan Pasal 1, pada Ayat (1)",
      "ref-style: pasal 2: a reference writes “Pasal”\n"
      "ref-style: pasal 2 dan Pasal 1: the lower number is named first\n"
      "ref-style: Ayat (1): a reference writes “ayat”",
      "menurut Pasal 2 dan Pasal 1, pada ayat (1)" },
    { "mengesampingkan pasal 1266 KUHPerdata", "ref-style: pasal 1266: a reference writes “Pasal”",
      "mengesampingkan Pasal 1266 KUHPerdata" },
    { "Ketentuan dalam pasal ini berlaku. Ayat (1) tetap. ayat (1) dan ayat (2) Pasal 2", "",
      NULL },
  };

  mft_test_check_cases (cases, G_N_ELEMENTS (cases), "ref-style");
}

/* House style "lengkap" wants what "ringkas" does not. */
static void
test_full_style (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_check_agreement ("pada ayat (1) Pasal ini");

  mft_edit_setting (agreement, "acuan", "lengkap");
  g_autofree char *list = mft_test_findings (agreement, "ref-style");
  g_assert_cmpstr (list, ==, "");
}

static void
test_external (void)
{
  static const MftCheckCase cases[] = {
    { "mengesampingkan ketentuan Pasal 1266.",
      "ref-external: Pasal 1266: “Pasal 1266” is not of this agreement; name the law", NULL },
    { "mengesampingkan Pasal 1266 Kitab Undang-undang Hukum Perdata, Pasal 1320 BW", "", NULL },
    { "sebagaimana dimaksud dalam Pasal 9", "", NULL },
  };

  mft_test_check_cases (cases, G_N_ELEMENTS (cases), "ref-external");
}

static void
test_forward (void)
{
  static const char text[]
      = "PERJANJIAN KERJA SAMA\n\nPasal 1\nLINGKUP\n\n"
        "(1) Lingkup sebagaimana dimaksud pada ayat (2) dan huruf a meliputi:\n"
        "a. data; dan\nb. arsip.\n(2) Rincian lingkup sebagaimana dimaksud pada ayat (1).\n\n"
        "Pasal 2\nBIAYA\n\nBiaya lingkup dalam Pasal 1 dan Pasal 3 serta Pasal 3 UU Arsip.\n\n"
        "Pasal 3\nPENUTUP\n\nCukup.\n";
  g_autoptr (MftAgreement) agreement = mft_test_check_import (text);
  g_autofree char *list = mft_test_findings (agreement, "ref-forward");

  g_assert_cmpstr (list, ==,
                   "ref-forward: ayat (2): “ayat (2)” comes only further on\n"
                   "ref-forward: Pasal 3: “Pasal 3” comes only further on");
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/check/ref-style", test_style);
  g_test_add_func ("/check/ref-style/full", test_full_style);
  g_test_add_func ("/check/ref-external", test_external);
  g_test_add_func ("/check/ref-forward", test_forward);
  return g_test_run ();
}
