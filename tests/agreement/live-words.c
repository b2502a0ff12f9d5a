/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"

#include "base/clock.h"

#include "agreement/edit.h"
#include "agreement/live-words.h"
#include "agreement/shown.h"

static MftBlock *
pasal (MftAgreement *agreement, guint number)
{
  return mft_block_get_child (mft_agreement_get_part (agreement, MFT_BLOCK_BODY), number - 1);
}

/* Types words behind what the block says, letter by letter, as the editor does. */
static void
type (MftAgreement *agreement, MftBlock *block, const char *words)
{
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *letter = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));
      g_autoptr (MftText) text = mft_text_new (letter, MFT_STYLE_PLAIN);
      guint at = mft_text_length (mft_block_get_text (block));
      guint end = at + 1;
      g_assert_true (mft_edit_text (agreement, block, at, at, text, NULL));
      if (!g_ascii_isalnum (*p))
        mft_live_words_apply (agreement, block, at, &end);
      g_assert_cmpuint (end, ==, mft_text_length (mft_block_get_text (block)));
    }
}

/* A new last paragraph of a Pasal. */
static MftBlock *
add_line (MftAgreement *agreement, guint number)
{
  MftBlock *parent = pasal (agreement, number);
  MftBlock *block = mft_block_new (MFT_BLOCK_AYAT, NULL);

  g_assert_true (mft_edit_insert (agreement, parent, mft_block_n_children (parent), block, NULL));
  return block;
}

static void
assert_shown (MftAgreement *agreement, MftBlock *block, const char *expected)
{
  g_autofree char *shown = mft_shown_text (agreement, block);

  g_assert_cmpstr (shown, ==, expected);
}

/* What the atoms are, in order: "R:<path of the target>", "N:30", "D:2026-11-26". */
static char *
dup_atoms (MftAgreement *agreement, MftBlock *block)
{
  MftText *text = mft_block_get_text (block);
  GString *atoms = g_string_new (NULL);

  for (guint i = 0; i < mft_text_n_runs (text); i++)
    {
      const MftRun *run = mft_text_get_run (text, i);
      MftBlock *target = mft_agreement_get_block (agreement, run->value);
      g_autofree char *path = target != NULL ? mft_block_dup_path (target) : NULL;
      if (run->kind != MFT_RUN_TEXT)
        g_string_append_printf (atoms, "%s%c:%s", atoms->len > 0 ? " | " : "",
                                run->kind == MFT_RUN_REFERENCE ? 'R'
                                : run->kind == MFT_RUN_NUMBER  ? 'N'
                                                               : 'D',
                                path != NULL ? path : run->value);
    }
  return g_string_free (atoms, FALSE);
}

static void
test_typed (void)
{
  static const struct
  {
    const char *words;
    const char *atoms;
  } cases[] = {
    { "lihat ayat (2)", "R:Pasal 2 ayat (2)" },
    { "dalam Pasal 1.", "R:Pasal 1" },
    { "dalam Pasal 2 ayat (1) berlaku", "R:Pasal 2 ayat (1)" },
    { "dalam Pasal 1 huruf a angka 1 berlaku", "R:Pasal 1 huruf a angka 1" },
    { "dalam Pasal 2 ayat (1) dan ayat (2),", "R:Pasal 2 ayat (1) | R:Pasal 2 ayat (2)" },
    { "ayat (1) Pasal 3.", "R:Pasal 3 ayat (1) | R:Pasal 3" },
    { "dalam waktu 30 (tiga puluh) hari", "N:30" },
    { "denda 2,5% (dua koma lima persen).", "N:2.5" },
    { "biaya Rp10.000,00 (sepuluh ribu rupiah).", "N:10000" },
    { "sejak 26 November 2026,", "D:2026-11-26" },
    { "pada Kamis, 26 November 2026,", "D:2026-11-26" },
    { "(26-11-2026)", "D:2026-11-26" },
    /* Nothing to turn. */
    { "Pasal 1266 dan Pasal 1267 Kitab Undang-Undang Hukum Perdata.", "" },
    { "Pasal 2 KUHPerdata.", "" },
    { "dalam Pasal 2 Undang-Undang Nomor 11", "" },
    { "dalam Pasal 2 Perjanjian Kerja Sama ini", "R:Pasal 2" },
    { "dalam Pasal 2 PIHAK KEDUA dapat", "R:Pasal 2" },
    { "dalam Pasal 9 ayat (1).", "" },
    { "dalam Pasal 2 ayat (9).", "R:Pasal 2" },
    { "butir angka 1.", "" },
    { "30 (tiga belas) hari", "" },
    { "nomor 12/26-11-2026/PKS.", "" },
    { "31 November 2026.", "" },
    { "pasalnya 4.", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MftAgreement) agreement = mft_test_agreement ();
      MftBlock *block = add_line (agreement, 2);
      type (agreement, block, cases[i].words);
      g_autofree char *atoms = dup_atoms (agreement, block);
      g_assert_cmpstr (atoms, ==, cases[i].atoms);
      assert_shown (agreement, block, cases[i].words);
    }
}

static void
test_follows_moves (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *block = add_line (agreement, 2);
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);

  type (agreement, block, "dalam pasal 1.");
  assert_shown (agreement, block, "dalam Pasal 1.");
  g_assert_true (mft_edit_move (agreement, pasal (agreement, 1), body, 2, NULL));
  assert_shown (agreement, block, "dalam Pasal 3.");
}

static void
test_undo_gives_words (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *block = add_line (agreement, 2);

  mft_clock_freeze (1000000000);
  type (agreement, block, "lihat ayat (2)");
  g_assert_cmpuint (mft_text_length (mft_block_get_text (block)), ==, strlen ("lihat ") + 1);
  g_assert_true (mft_agreement_undo (agreement));
  g_assert_cmpuint (mft_text_length (mft_block_get_text (block)), ==, strlen ("lihat ayat (2)"));
  /* Redone, a letter typed at once is a step of its own. */
  g_assert_true (mft_agreement_redo (agreement));
  type (agreement, block, "x");
  g_assert_true (mft_agreement_undo (agreement));
  g_assert_cmpuint (mft_text_length (mft_block_get_text (block)), ==, strlen ("lihat ") + 1);
  mft_clock_freeze (-1);
}

static void
test_pasted (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *block = add_line (agreement, 2);
  g_autoptr (MftText) text = mft_text_new (
      "ayat (1), ayat (2), Pasal 3, dan 7 (tujuh) hari sejak 1 Mei 2027", MFT_STYLE_PLAIN);
  guint end = mft_text_length (text);

  mft_edit_text (agreement, block, 0, 0, text, NULL);
  g_assert_true (mft_live_words_apply (agreement, block, 0, &end));
  g_autofree char *atoms = dup_atoms (agreement, block);
  g_assert_cmpstr (atoms, ==,
                   "R:Pasal 2 ayat (1) | R:Pasal 2 ayat (2) | R:Pasal 3 | N:7 | D:2027-05-01");
  g_assert_cmpuint (end, ==, mft_text_length (mft_block_get_text (block)));
  assert_shown (agreement, block,
                "ayat (1), ayat (2), Pasal 3, dan 7 (tujuh) hari sejak 1 Mei 2027");
  g_assert_false (mft_live_words_apply (agreement, block, 0, &end));
  g_assert_true (mft_agreement_undo (agreement));
  g_assert_cmpuint (mft_text_n_runs (mft_block_get_text (block)), ==, 1);
}

static void
test_headings_stay (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *heading = pasal (agreement, 3);
  g_autoptr (MftText) text = mft_text_new ("PASAL 1 (SATU) 1 Mei 2027", MFT_STYLE_PLAIN);
  guint end = mft_text_length (text);

  mft_edit_text (agreement, heading, 0, G_MAXUINT, text, NULL);
  g_assert_false (mft_live_words_apply (agreement, heading, 0, &end));
}

static void
test_complete (void)
{
  static const struct
  {
    const char *words;
    const char *completion;
  } cases[] = {
    { "paling lama 30 (", "tiga puluh)" },
    { "30(", "tiga puluh)" },
    { "denda 5% (", "lima persen)" },
    { "denda 2,5% (", "dua koma lima persen)" },
    { "sebesar Rp10.000,00 (", "sepuluh ribu rupiah)" },
    { "sebesar Rp 10.000 (", "sepuluh ribu rupiah)" },
    { "Pasal 30 (", NULL },
    { "Nomor 12 (", NULL },
    { "Mei 2023 (", NULL },
    { "02/2023 (", NULL },
    { "kata (", NULL },
    { "99999999999999999999 (", NULL },
    { "Rp (", NULL },
    { "(", NULL },
    { "", NULL },
    { "30", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *completion = mft_live_words_complete (cases[i].words);
      g_assert_cmpstr (completion, ==, cases[i].completion);
    }
}

int
main (int argc, char *argv[])
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/agreement/live-words/typed", test_typed);
  g_test_add_func ("/agreement/live-words/follows-moves", test_follows_moves);
  g_test_add_func ("/agreement/live-words/undo-gives-words", test_undo_gives_words);
  g_test_add_func ("/agreement/live-words/pasted", test_pasted);
  g_test_add_func ("/agreement/live-words/headings-stay", test_headings_stay);
  g_test_add_func ("/agreement/live-words/complete", test_complete);
  return g_test_run ();
}
