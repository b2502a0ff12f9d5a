/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/reference-finder.h"
#include "bahasa/scan.h"

#include "check/rules-private.h"
#include "check/words-private.h"

typedef void (*ReferenceFunc) (MftChecker *checker, const MftRule *rule,
                               const MftFoundReference *reference, const MftFoundReference *before);

/* Calls `check` for every reference in the text, with the one before it or NULL. */
static void
for_each (MftChecker *checker, const MftRule *rule, ReferenceFunc check)
{
  g_autoptr (GArray) found
      = mft_references_find (checker->agreement, checker->block, checker->text);

  for (guint i = 0; i < found->len; i++)
    {
      const MftFoundReference *here = &g_array_index (found, MftFoundReference, i);
      check (checker, rule, here, i > 0 ? here - 1 : NULL);
    }
}

static MftFinding *
report (MftChecker *checker, const MftRule *rule, MftSeverity severity, gsize start, gsize end,
        const char *message)
{
  g_autofree char *words = g_strndup (checker->text + start, end - start);

  return _mft_checker_report (checker, rule, severity, start, end, message, words, NULL);
}

static gboolean
is_typed (MftChecker *checker, const MftFoundReference *reference)
{
  return _mft_checker_is_typed (checker, reference->start, reference->end);
}

/* --- dangling, external --------------------------------------------------------------------------- */

static void
check_dangling (MftChecker *checker, const MftRule *rule, const MftFoundReference *reference,
                const MftFoundReference *before)
{
  (void) before;
  if (reference->target == NULL && !reference->external && reference->refers
      && is_typed (checker, reference))
    report (checker, rule, MFT_SEVERITY_ERROR, reference->start, reference->end,
            N_ ("“{1}” is not in this agreement"));
}

void
_mft_check_ref_dangling (MftChecker *checker, const MftRule *rule)
{
  gsize at = 0;

  for (guint i = 0; i < checker->spans->len; i++)
    {
      const MftShownSpan *span = &g_array_index (checker->spans, MftShownSpan, i);
      gsize next = at + strlen (span->text);
      if (span->state == MFT_SHOWN_DANGLING)
        _mft_checker_report (checker, rule, MFT_SEVERITY_ERROR, at, next,
                             N_ ("what this refers to is no longer there"), NULL);
      at = next;
    }
  for_each (checker, rule, check_dangling);
}

/* A number that only a code has, and no name of the code. */
static void
check_external (MftChecker *checker, const MftRule *rule, const MftFoundReference *reference,
                const MftFoundReference *before)
{
  (void) before;
  if (reference->unnamed && is_typed (checker, reference))
    report (checker, rule, MFT_SEVERITY_WARNING, reference->start, reference->end,
            N_ ("“{1}” is not of this agreement; name the law"));
}

void
_mft_check_ref_external (MftChecker *checker, const MftRule *rule)
{
  for_each (checker, rule, check_external);
}

/* --- forward -------------------------------------------------------------------------------------- */

static gboolean
is_inside (MftBlock *block, MftBlock *top)
{
  while (block != NULL && block != top)
    block = mft_block_get_parent (block);
  return block != NULL;
}

/* Whether the target stands behind the block in the text; what the block itself announces does not
 * count, nor do attachments. */
static gboolean
is_behind (MftBlock *block, MftBlock *target)
{
  MftBlock *pasal = mft_block_get_ancestor (block, MFT_BLOCK_PASAL);
  MftBlock *other = mft_block_get_ancestor (target, MFT_BLOCK_PASAL);

  if (pasal == NULL || other == NULL || is_inside (target, block) || is_inside (block, target))
    return FALSE;
  if (pasal != other)
    return mft_block_get_index (other) > mft_block_get_index (pasal);
  for (MftBlock *at = block; at != NULL; at = mft_block_next (at, pasal))
    if (at == target)
      return TRUE;
  return FALSE;
}

static void
report_forward (MftChecker *checker, const MftRule *rule, gsize start, gsize end)
{
  report (checker, rule, MFT_SEVERITY_SUGGESTION, start, end, N_ ("“{1}” comes only further on"));
}

static void
check_forward (MftChecker *checker, const MftRule *rule, const MftFoundReference *reference,
               const MftFoundReference *before)
{
  (void) before;
  if (reference->target != NULL && is_behind (checker->block, reference->target)
      && reference->refers && is_typed (checker, reference))
    report_forward (checker, rule, reference->start, reference->end);
}

void
_mft_check_ref_forward (MftChecker *checker, const MftRule *rule)
{
  gsize at = 0;

  for_each (checker, rule, check_forward);
  for (guint i = 0; i < checker->spans->len; i++)
    {
      const MftShownSpan *span = &g_array_index (checker->spans, MftShownSpan, i);
      gsize next = at + strlen (span->text);
      MftBlock *target = span->run->kind == MFT_RUN_REFERENCE && span->state == MFT_SHOWN_PLAIN
                             ? mft_agreement_get_block (checker->agreement, span->run->value)
                             : NULL;
      if (target != NULL && is_behind (checker->block, target))
        report_forward (checker, rule, at, next);
      at = next;
    }
}

/* --- style ---------------------------------------------------------------------------------------- */

/* "ayat (1) pasal ini": the last words are not needed. A lone "dalam pasal ini" is. */
static void
check_this_pasal (MftChecker *checker, const MftRule *rule, const MftFoundReference *reference)
{
  const char *behind = checker->text + reference->end;
  gsize space = mft_scan_space (behind);
  gsize size = space > 0 ? _mft_phrase_match (behind + space, "pasal ini", FALSE) : 0;
  gsize end = reference->end + space + size;

  if (reference->parts[0].label.kind != MFT_LABEL_AYAT || size == 0)
    return;
  MftFinding *finding = _mft_checker_report (
      checker, rule, MFT_SEVERITY_SUGGESTION, reference->start, end,
      N_ ("“{1}” is not needed for an ayat of the same Pasal"), "Pasal ini", NULL);
  _mft_checker_propose (checker, finding, reference->end, end, "");
}

/* "pasal 7", "Ayat (1)" inside a sentence. */
static void
check_capital (MftChecker *checker, const MftRule *rule, const MftFoundReference *reference)
{
  const char *at = checker->text + reference->start;
  const char *right = g_str_has_prefix (at, "pasal ") ? "Pasal"
                      : g_str_has_prefix (at, "Ayat (")
                              && !_mft_word_begins_sentence (checker->text, reference->start)
                          ? "ayat"
                          : NULL;

  if (right == NULL)
    return;
  MftFinding *finding
      = _mft_checker_report (checker, rule, MFT_SEVERITY_SUGGESTION, reference->start,
                             reference->end, N_ ("a reference writes “{1}”"), right, NULL);
  _mft_checker_propose (checker, finding, reference->start, reference->start + strlen (right),
                        right);
}

/* "ayat (3) dan ayat (1)": from the lower number to the higher. */
static void
check_order (MftChecker *checker, const MftRule *rule, const MftFoundReference *first,
             const MftFoundReference *second)
{
  static const char *const joints[]
      = { " dan ", ", ", " atau ", ", dan ", ", atau ", " dan/atau " };
  const MftLabel *a = &first->parts[0].label;
  const MftLabel *b = &second->parts[0].label;

  if (first->n_parts != 1 || second->n_parts != 1 || a->kind != b->kind || a->ordinal <= b->ordinal)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    if (strlen (joints[i]) == second->start - first->end
        && g_str_has_prefix (checker->text + first->end, joints[i]))
      _mft_checker_report (checker, rule, MFT_SEVERITY_SUGGESTION, first->start, second->end,
                           N_ ("the lower number is named first"), NULL);
}

static void
check_style (MftChecker *checker, const MftRule *rule, const MftFoundReference *reference,
             const MftFoundReference *before)
{
  check_capital (checker, rule, reference);
  if (reference->external)
    return;
  /* House style "lengkap": the agreement writes "Pasal ini" wherever it refers to its own ayat. */
  if (!g_str_equal (mft_agreement_get_setting (checker->agreement, "acuan"), "lengkap"))
    check_this_pasal (checker, rule, reference);
  if (before != NULL)
    check_order (checker, rule, before, reference);
}

void
_mft_check_ref_style (MftChecker *checker, const MftRule *rule)
{
  for_each (checker, rule, check_style);
}
