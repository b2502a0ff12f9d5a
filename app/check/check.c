/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/check.h"

#include "agreement/edit.h"
#include "check/checker-private.h"

static const MftRule rules[] = {
  { "number-words", "UU 12/2011 Lampiran II: angka diikuti kata dalam tanda kurung",
    _mft_check_number_words },
  { "date-words", "Kebiasaan pembukaan naskah: kata dan angka menyebut satu tanggal",
    _mft_check_date_words },
  { "date-weekday", "Kalender Gregorius", _mft_check_date_weekday },
  { "ref-dangling", "UU 12/2011 Lampiran II: teknik pengacuan", _mft_check_ref_dangling },
  { "party-role", "Kebiasaan komparisi: sebutan pihak", _mft_check_party_role },
  { "field-empty", "Isian wajib menurut templat", _mft_check_field_empty },
};

gboolean
mft_check_knows (const char *rule)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (strcmp (rules[i].id, rule) == 0)
      return TRUE;
  return FALSE;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const MftFinding *first = *(const MftFinding *const *) a;
  const MftFinding *second = *(const MftFinding *const *) b;

  return first->start < second->start ? -1 : first->start > second->start;
}

static char *
join (GArray *spans)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    g_string_append (text, g_array_index (spans, MftShownSpan, i).text);
  return g_string_free (text, FALSE);
}

/* Runs the rules over one block, or with NULL what is left to say after the last. */
static void
check_block (MftChecker *checker, MftBlock *block, GPtrArray *findings)
{
  checker->block = block;
  checker->findings = g_ptr_array_new ();
  if (block != NULL)
    {
      checker->spans = mft_shown_spans (checker->agreement, block);
      checker->text = join (checker->spans);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (block != NULL || rules[i].check == _mft_check_field_empty)
      rules[i].check (checker, &rules[i]);
  g_ptr_array_sort (checker->findings, compare_places);
  g_ptr_array_extend_and_steal (findings, checker->findings);
  g_clear_pointer (&checker->text, g_free);
  g_clear_pointer (&checker->spans, g_array_unref);
}

GPtrArray *
mft_check_agreement (MftAgreement *agreement)
{
  MftChecker checker = { .agreement = agreement };
  g_auto (GStrv) missing = mft_agreement_dup_missing (agreement);
  MftBlock *root = mft_agreement_get_root (agreement);
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_finding_free);

  checker.missing = g_hash_table_new (g_str_hash, g_str_equal);
  for (char **id = missing; *id != NULL; id++)
    g_hash_table_add (checker.missing, *id);
  for (MftBlock *block = root; block != NULL; block = mft_block_next (block, root))
    check_block (&checker, block, findings);
  check_block (&checker, NULL, findings);
  g_hash_table_unref (checker.missing);
  return findings;
}

gboolean
mft_check_fix (MftAgreement *agreement, const MftFinding *finding, GError **error)
{
  MftBlock *block
      = finding->block_id != NULL ? mft_agreement_get_block (agreement, finding->block_id) : NULL;

  if (finding->fix == NULL || block == NULL)
    return FALSE;
  g_autoptr (MftText) read
      = mft_text_slice (mft_block_get_text (block), finding->fix->start, finding->fix->end);
  g_autofree char *words = mft_text_dup_words (read);
  if (strcmp (words, finding->fix->before) != 0)
    return FALSE;
  const MftRun *run = mft_text_n_runs (read) > 0 ? mft_text_get_run (read, 0) : NULL;
  g_autoptr (MftText) with
      = mft_text_new (finding->fix->words, run != NULL ? run->style : MFT_STYLE_PLAIN);
  return mft_edit_text (agreement, block, finding->fix->start, finding->fix->end, with, error);
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
