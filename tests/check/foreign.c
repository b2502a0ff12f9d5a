/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "agreement/edit.h"
#include "agreement/shown.h"
#include "check-cases.h"
#include "check/check.h"

static void
assert_foreign (const char *text, const char *expected)
{
  g_autoptr (MftAgreement) agreement = mft_test_check_import (text);
  g_autofree char *list = mft_test_findings (agreement, "foreign");

  g_test_message ("%s", text);
  mft_test_assert_text (list, expected);
}

#define FOUND(word) "foreign: " word ": “" word "” is foreign and stands in italics"

static void
test_words (void)
{
  assert_foreign ("Pasal 1\nBIAYA\n\nPARA PIHAK mengadakan workshop.", FOUND ("workshop"));
  assert_foreign ("Pasal 1\nBIAYA\n\nPARA PIHAK melakukan due diligence bersama.",
                  FOUND ("due diligence"));
  assert_foreign ("Pasal 1\nBIAYA\n\nWorkshop diadakan PARA PIHAK.", FOUND ("Workshop"));
  /* In italics, a name, an address, a heading, the half of another word. */
  assert_foreign ("Pasal 1\nBIAYA\n\nPARA PIHAK mengadakan *workshop*.", "");
  assert_foreign ("Pasal 1\nBIAYA\n\nPARA PIHAK memakai ruang Workshop Samudra.", "");
  assert_foreign ("Pasal 1\nBIAYA\n\nSurat ke workshop@samudra.example dibalas.", "");
  assert_foreign ("Pasal 1\nWORKSHOP\n\nBiaya ditanggung bersama.", "");
  assert_foreign ("Pasal 1\nBIAYA\n\nPARA PIHAK mengadakan workshopan.", "");
}

/* What is marked in one place is foreign in every other; Indonesian words in italics are not. */
static void
test_marked (void)
{
  if (!mft_check_can_spell ())
    {
      g_test_skip ("no Indonesian dictionary here");
      return;
    }
  assert_foreign ("Pasal 1\nBIAYA\n\nPARA PIHAK mengadakan *webinarium* dan webinarium lagi.",
                  FOUND ("webinarium"));
  assert_foreign ("Pasal 1\nBIAYA\n\nPARA PIHAK *wajib* hadir dan wajib membayar.", "");
}

static void
test_fix (void)
{
  g_autoptr (MftAgreement) agreement
      = mft_test_check_import ("Pasal 1\nBIAYA\n\nPARA PIHAK mengadakan workshop bersama.");
  MftBlock *pasal = mft_block_get_child (mft_agreement_get_part (agreement, MFT_BLOCK_BODY), 0);
  MftBlock *line = mft_block_get_child (pasal, 0);
  g_autofree char *before = mft_shown_text (agreement, line);

  g_assert_cmpuint (mft_check_fix_all (agreement, "foreign"), ==, 1);
  g_autofree char *list = mft_test_findings (agreement, "foreign");
  g_assert_cmpstr (list, ==, "");
  g_autofree char *after = mft_shown_text (agreement, line);
  g_assert_cmpstr (after, ==, before);
  gboolean italic = FALSE;
  for (guint i = 0; i < mft_text_n_runs (mft_block_get_text (line)); i++)
    {
      const MftRun *run = mft_text_get_run (mft_block_get_text (line), i);
      italic |= run->style == MFT_STYLE_ITALIC && g_str_equal (run->value, "workshop");
    }
  g_assert_true (italic);
  g_assert_true (mft_agreement_undo (agreement));
  g_assert_cmpuint (mft_check_fix_all (agreement, "foreign"), ==, 1);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/check/foreign/words", test_words);
  g_test_add_func ("/check/foreign/marked", test_marked);
  g_test_add_func ("/check/foreign/fix", test_fix);
  return g_test_run ();
}
