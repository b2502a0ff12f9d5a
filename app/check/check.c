/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/check.h"

#include "agreement/edit.h"
#include "check/ignored.h"
#include "check/rules-private.h"

#define UU_12 "UU 12/2011 Lampiran II"

static const MftRule rules[] = {
  { "number-words", UU_12 ": angka diikuti kata dalam tanda kurung", _mft_check_number_words,
    NULL },
  { "date-words", "Kebiasaan pembukaan naskah: kata dan angka menyebut satu tanggal",
    _mft_check_date_words, NULL },
  { "date-weekday", "Kalender Gregorius", _mft_check_date_weekday, NULL },
  { "ref-dangling", UU_12 ": teknik pengacuan", _mft_check_ref_dangling, NULL },
  { "ref-external", UU_12 ": pengacuan menyebut nama peraturan yang diacu", _mft_check_ref_external,
    NULL },
  { "ref-forward", UU_12 ": hindari pengacuan ke ketentuan yang terletak sesudahnya",
    _mft_check_ref_forward, NULL },
  { "ref-style", UU_12 ": teknik pengacuan", _mft_check_ref_style, NULL },
  { "term-undefined", UU_12 ": istilah dan singkatan diberi batasan pengertian", NULL,
    _mft_check_term_undefined },
  { "term-unused", UU_12 ": yang didefinisikan hanya istilah yang dipakai dalam pasal berikutnya",
    NULL, _mft_check_term_unused },
  { "term-once", UU_12 ": yang didefinisikan hanya istilah yang dipakai berulang-ulang", NULL,
    _mft_check_term_once },
  { "term-twice", UU_12 ": satu istilah satu pengertian", NULL, _mft_check_term_twice },
  { "term-case", UU_12 ": istilah yang didefinisikan ditulis dengan huruf awal kapital",
    _mft_check_term_case, NULL },
  { "party-role", "Kebiasaan komparisi: sebutan pihak", _mft_check_party_role,
    _mft_check_party_roles },
  { "party-name", "Kebiasaan komparisi: satu nama untuk satu pihak di seluruh naskah", NULL,
    _mft_check_party_name },
  { "list-mark", UU_12 ": rincian diakhiri titik koma, rincian terakhir titik",
    _mft_check_list_mark, NULL },
  { "ayat-single", "Kebiasaan penomoran: satu-satunya ayat tidak diberi nomor",
    _mft_check_ayat_single, NULL },
  { "label-duplicate", UU_12 ": nomor urut", _mft_check_label_duplicate, NULL },
  { "mirror", "Kebiasaan PKS: hak satu pihak adalah kewajiban pihak lain", NULL,
    _mft_check_mirror },
  { "placeholder", "Naskah yang ditandatangani tidak memuat tempat kosong", _mft_check_placeholder,
    NULL },
  { "field-empty", "Isian wajib menurut templat", NULL, _mft_check_field_empty },
  { "citation", UU_12 ": peraturan dikutip dengan Lembaran Negara dan tambahannya",
    _mft_check_citation, NULL },
  { "number-mask", "Tata naskah dinas: nomor memuat bulan dan tahun naskah", NULL,
    _mft_check_number_mask },
  { "minimum", "Permendagri 75/2022: muatan perjanjian kerja sama", NULL, _mft_check_minimum },
  { "pair", "EYD V: tanda kurung dan tanda petik berpasangan", _mft_check_pair, NULL },
  { "space", "EYD V: tanda baca", _mft_check_space, NULL },
  { "spelling", "KBBI dan EYD V", _mft_check_corrections, _mft_check_spelling },
  { "foreign", "EYD V: kata dan ungkapan asing ditulis dengan huruf miring", NULL,
    _mft_check_foreign },
  { "sum", "Kebiasaan PKS berbiaya: jumlah rincian sama dengan nilai kerja sama", NULL,
    _mft_check_sum },
  { "wording", UU_12 ": ragam bahasa peraturan perundang-undangan", _mft_check_wording, NULL },
};

gboolean
mft_check_knows (const char *rule)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (strcmp (rules[i].id, rule) == 0)
      return TRUE;
  return FALSE;
}

GPtrArray *
mft_check_agreement (MftAgreement *agreement)
{
  MftChecker checker;

  _mft_checker_init (&checker, agreement);
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      for (guint j = 0; rules[i].check_block != NULL && j < checker.readings->len; j++)
        {
          _mft_checker_go (&checker, checker.readings->pdata[j]);
          rules[i].check_block (&checker, &rules[i]);
        }
      if (rules[i].check_whole != NULL)
        rules[i].check_whole (&checker, &rules[i]);
    }
  GPtrArray *findings = _mft_checker_finish (&checker);
  mft_findings_mark_ignored (agreement, findings);
  return findings;
}

/* Whether the words are still there. */
static gboolean
stands (MftBlock *block, const MftFix *fix)
{
  g_autoptr (MftText) read = mft_text_slice (mft_block_get_text (block), fix->start, fix->end);
  g_autofree char *words = mft_text_dup_words (read);

  return strcmp (words, fix->before) == 0
         && fix->end <= mft_text_length (mft_block_get_text (block));
}

static gboolean
fix_style (MftAgreement *agreement, MftBlock *block, const MftFix *fix, GError **error)
{
  return stands (block, fix)
         && mft_edit_style (agreement, block, fix->start, fix->end, MFT_STYLE_ITALIC,
                            MFT_STYLE_PLAIN, error);
}

static gboolean
fix_text (MftAgreement *agreement, MftBlock *block, const MftFix *fix, GError **error)
{
  g_autoptr (MftText) read = mft_text_slice (mft_block_get_text (block), fix->start, fix->end);

  if (!stands (block, fix))
    return FALSE;
  const MftRun *run = mft_text_n_runs (read) > 0 ? mft_text_get_run (read, 0) : NULL;
  g_autoptr (MftText) with = mft_text_new (fix->words, run != NULL ? run->style : MFT_STYLE_PLAIN);
  return mft_edit_text (agreement, block, fix->start, fix->end, with, error);
}

gboolean
mft_check_fix (MftAgreement *agreement, const MftFinding *finding, GError **error)
{
  const MftFix *fix = finding->fix;
  MftBlock *block
      = finding->block_id != NULL ? mft_agreement_get_block (agreement, finding->block_id) : NULL;

  if (fix == NULL)
    return FALSE;
  switch (fix->kind)
    {
    case MFT_FIX_TEXT:
      return block != NULL && fix_text (agreement, block, fix, error);
    case MFT_FIX_ITALIC:
      return block != NULL && fix_style (agreement, block, fix, error);
    case MFT_FIX_LABEL:
      if (block == NULL || g_strcmp0 (mft_block_get_locked_label (block), fix->before) != 0)
        return FALSE;
      mft_edit_locked_label (agreement, block, NULL);
      return TRUE;
    case MFT_FIX_FIELD:
      return g_strcmp0 (mft_agreement_get_value (agreement, fix->field), fix->before) == 0
             && mft_edit_field (agreement, fix->field, fix->words, error);
    }
  return FALSE;
}

guint
mft_check_fix_all (MftAgreement *agreement, const char *rule)
{
  g_autoptr (GPtrArray) findings = mft_check_agreement (agreement);
  guint count = 0;

  mft_edit_begin (agreement);
  /* From the end, so that the places before stay where they are. */
  for (guint i = findings->len; i > 0; i--)
    {
      const MftFinding *finding = findings->pdata[i - 1];
      if (strcmp (finding->rule, rule) == 0 && mft_check_fix (agreement, finding, NULL))
        count++;
    }
  mft_edit_end (agreement);
  return count;
}
