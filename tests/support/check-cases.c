/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-cases.h"

#include "check/check.h"
#include "exchange/exchange.h"
#include "support.h"

static MftBlock *
add (MftBlock *parent, MftBlockKind kind, const char *words)
{
  g_autoptr (MftText) text = mft_text_new (words, MFT_STYLE_PLAIN);

  return mft_block_append (parent, mft_block_new (kind, text));
}

/* Pasal 1 with definitions 1. and 2.; Pasal 2 (1) with a., b. 1. and 2., and (2); Pasal 3 with (1), a.
 * and b., and (2), which has the text; one attachment. */
MftAgreement *
mft_test_check_agreement (const char *words)
{
  MftBlock *root = mft_block_new (MFT_BLOCK_AGREEMENT, NULL);
  MftBlock *komparisi = add (root, MFT_BLOCK_KOMPARISI, NULL);
  MftBlock *body = add (root, MFT_BLOCK_BODY, NULL);
  MftBlock *pasal = add (body, MFT_BLOCK_PASAL, "KETENTUAN UMUM PIHAK KETIGA");
  MftBlock *outer = add (pasal, MFT_BLOCK_PARAGRAPH, "Dalam perjanjian ini:");

  add (komparisi, MFT_BLOCK_PARAGRAPH, "PARA PIHAK menurut Pasal 99 ayat (9) menerangkan:");
  mft_block_set_marks (outer, MFT_MARKS_ANGKA);
  add (outer, MFT_BLOCK_ITEM, "Data adalah keterangan.");
  add (outer, MFT_BLOCK_ITEM, "Sistem adalah rangkaian.");
  pasal = add (body, MFT_BLOCK_PASAL, "KEWAJIBAN");
  outer = add (pasal, MFT_BLOCK_AYAT, "PIHAK KESATU wajib:");
  add (outer, MFT_BLOCK_ITEM, "melapor;");
  outer = add (outer, MFT_BLOCK_ITEM, "menyimpan:");
  add (outer, MFT_BLOCK_ITEM, "log; dan");
  add (outer, MFT_BLOCK_ITEM, "data.");
  add (pasal, MFT_BLOCK_AYAT, "PIHAK KEDUA wajib membantu.");
  pasal = add (body, MFT_BLOCK_PASAL, "PELAKSANAAN");
  outer = add (pasal, MFT_BLOCK_AYAT, "Pelaksanaan meliputi:");
  add (outer, MFT_BLOCK_ITEM, "rencana; dan");
  add (outer, MFT_BLOCK_ITEM, "laporan.");
  add (pasal, MFT_BLOCK_AYAT, words);
  add (root, MFT_BLOCK_ATTACHMENT, "RENCANA KERJA");
  return mft_agreement_new (root);
}

MftBlock *
mft_test_check_block (MftAgreement *agreement)
{
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);

  return mft_block_get_child (mft_block_get_child (body, 2), 1);
}

char *
mft_test_findings (MftAgreement *agreement, const char *rule)
{
  g_autoptr (GPtrArray) findings = mft_check_agreement (agreement);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const MftFinding *finding = findings->pdata[i];
      g_autofree char *message = mft_finding_words (finding, finding->message);
      if (rule != NULL && strcmp (rule, finding->rule) != 0)
        continue;
      g_string_append_printf (list, "%s%s: %s: %s", list->len > 0 ? "\n" : "",
                              rule != NULL ? finding->rule : finding->path, finding->text, message);
      if (rule == NULL)
        g_string_append_printf (list, " (%s)", finding->rule);
    }
  return g_string_free (list, FALSE);
}

MftAgreement *
mft_test_check_import (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  MftAgreement *agreement = mft_exchange_read (bytes, "naskah.txt", NULL, NULL);

  g_assert_nonnull (agreement);
  return agreement;
}

void
mft_test_check_cases (const MftCheckCase *cases, gsize count, const char *rule)
{
  for (gsize i = 0; i < count; i++)
    {
      g_autoptr (MftAgreement) agreement = mft_test_check_agreement (cases[i].words);
      g_autofree char *list = mft_test_findings (agreement, rule);
      mft_test_assert_text (list, cases[i].findings);

      guint fixed = mft_check_fix_all (agreement, rule);
      g_autofree char *after
          = mft_text_dup_words (mft_block_get_text (mft_test_check_block (agreement)));
      g_assert_cmpint (fixed > 0, ==, cases[i].fixed != NULL);
      g_assert_cmpstr (after, ==, cases[i].fixed != NULL ? cases[i].fixed : cases[i].words);
      if (fixed > 0)
        {
          g_assert_true (mft_agreement_undo (agreement));
          g_autofree char *undone
              = mft_text_dup_words (mft_block_get_text (mft_test_check_block (agreement)));
          g_assert_cmpstr (undone, ==, cases[i].words);
        }
    }
}
