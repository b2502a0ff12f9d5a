/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "amend/quote.h"

#include "agreement/edit.h"
#include "agreement/field-use.h"
#include "agreement/lock.h"
#include "agreement/quoted-heading.h"
#include "agreement/reference-finder.h"
#include "agreement/shown.h"

/* --- into the addendum -------------------------------------------------------------------------------- */

/* Whether the quote of a Pasal may show this field and so change its value: it is shown in the Pasal and
 * attachments alone. */
static gboolean
is_of_pasal (MftAgreement *agreement, const char *id)
{
  MftBlock *root = mft_agreement_get_root (agreement);

  if (mft_field_comes_late (id) || (id[0] == 'p' && g_ascii_isdigit (id[1])))
    return FALSE;
  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    if (mft_block_shows_field (at, id) && mft_block_get_ancestor (at, MFT_BLOCK_BODY) == NULL
        && mft_block_get_ancestor (at, MFT_BLOCK_ATTACHMENT) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
stays_field (MftAgreement *agreement, const char *id, MftQuoteForm form)
{
  switch (form)
    {
    case MFT_QUOTE_PASAL:
      return is_of_pasal (agreement, id);
    case MFT_QUOTE_PART:
      return !mft_field_comes_late (id);
    case MFT_QUOTE_GONE:
      return FALSE;
    }
  return FALSE;
}

static MftText *
quote_text (MftAgreement *agreement, MftBlock *block, MftQuoteForm form)
{
  g_autoptr (GArray) spans = mft_shown_spans (agreement, block);
  MftTextBuilder builder;

  mft_text_builder_init (&builder);
  for (guint i = 0; i < spans->len; i++)
    {
      const MftShownSpan *span = &g_array_index (spans, MftShownSpan, i);
      const MftRun *run = span->run;
      if (run->kind == MFT_RUN_REFERENCE && run->form < MFT_REFERENCE_EXTERNAL)
        mft_text_builder_add (&builder, MFT_RUN_REFERENCE, span->text, MFT_REFERENCE_EXTERNAL,
                              run->style);
      else if (run->kind == MFT_RUN_FIELD && !stays_field (agreement, run->value, form))
        mft_text_builder_words (&builder, span->text, run->style);
      else
        mft_text_builder_add (&builder, run->kind, run->value, run->form, run->style);
    }
  return mft_text_builder_end (&builder);
}

/* NULL: a new one. */
static const char *
quote_id (MftBlock *block, MftQuoteForm form)
{
  return form == MFT_QUOTE_PASAL ? mft_block_get_id (block) : NULL;
}

MftBlock *
mft_quote_copy (MftAgreement *agreement, MftBlock *block, MftQuoteForm form)
{
  g_autoptr (MftText) text = quote_text (agreement, block, form);
  MftBlock *copy = mft_block_new_with_id (mft_block_get_kind (block), quote_id (block, form), text);
  /* Also the only ayat of a Pasal, which has none: among others it would get a number. */
  gboolean ayat = mft_block_get_kind (copy) == MFT_BLOCK_AYAT;

  mft_block_set_marks (copy, mft_block_get_marks (block));
  mft_block_set_party (copy, mft_block_get_party (block));
  mft_block_set_clause (copy, mft_block_get_clause (block), mft_block_get_alternative (block));
  mft_block_set_locked_label (copy, ayat ? mft_block_get_label (block)
                                         : mft_block_get_locked_label (block));
  for (guint i = 0; i < mft_block_n_children (block); i++)
    mft_block_append (copy, mft_quote_copy (agreement, mft_block_get_child (block, i), form));
  return copy;
}

void
mft_quote_append (MftAgreement *agreement, MftBlock *quoted, MftBlock *pasal, MftQuoteForm form)
{
  g_autoptr (MftText) heading = quote_text (agreement, quoted, MFT_QUOTE_GONE);
  g_autoptr (MftText) line = mft_quoted_heading_new (mft_block_get_label (quoted), heading);

  mft_block_append (pasal,
                    mft_block_new_with_id (MFT_BLOCK_PARAGRAPH, quote_id (quoted, form), line));
  for (guint i = 0; i < mft_block_n_children (quoted); i++)
    mft_block_append (pasal, mft_quote_copy (agreement, mft_block_get_child (quoted, i), form));
}

/* --- and back ----------------------------------------------------------------------------------------- */

/* What the words from `start` to `end` name: the last unit of a reference that is whole in them. */
static MftBlock *
find_target (GArray *found, gsize start, gsize end)
{
  MftBlock *target = NULL;

  for (guint i = 0; i < found->len; i++)
    {
      const MftFoundReference *reference = &g_array_index (found, MftFoundReference, i);
      for (guint p = 0; p < reference->n_parts && !reference->external; p++)
        if (reference->parts[p].start >= start && reference->parts[p].end <= end)
          target = reference->parts[p].target;
      if (reference->start >= start && reference->end <= end && !reference->external)
        target = reference->target;
    }
  return target;
}

/* The form in which a reference reads as the words do; FALSE if none does. */
static gboolean
find_form (MftAgreement *agreement, MftBlock *block, const char *words, MftRun *run)
{
  static const MftReferenceForm forms[]
      = { MFT_REFERENCE_LEVEL, MFT_REFERENCE_PATH, MFT_REFERENCE_IN };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      run->form = (int) forms[i];
      g_autofree char *shown = mft_shown_run (agreement, block, run, NULL);
      if (g_str_has_prefix (words, shown)
          && (words[strlen (shown)] == '\0' || g_str_equal (words + strlen (shown), " Pasal ini")))
        return TRUE;
    }
  return FALSE;
}

static MftText *
restore_text (MftAgreement *agreement, MftBlock *block)
{
  g_autoptr (GArray) spans = mft_shown_spans (agreement, block);
  g_autofree char *shown = mft_shown_join (spans);
  g_autoptr (GArray) found = mft_references_find (agreement, block, shown);
  MftTextBuilder builder;
  gsize start = 0;

  mft_text_builder_init (&builder);
  for (guint i = 0; i < spans->len; i++)
    {
      const MftShownSpan *span = &g_array_index (spans, MftShownSpan, i);
      gsize end = start + strlen (span->text);
      MftRun run = *span->run;
      if (run.kind == MFT_RUN_REFERENCE && run.form == MFT_REFERENCE_EXTERNAL)
        {
          MftBlock *target = find_target (found, start, end);
          run.value = target != NULL ? mft_block_get_id (target) : NULL;
          if (target == NULL || !find_form (agreement, block, span->text, &run))
            run = *span->run;
        }
      mft_text_builder_add (&builder, run.kind, run.value, run.form, run.style);
      start = end;
    }
  return mft_text_builder_end (&builder);
}

void
mft_quote_restore (MftAgreement *agreement, MftBlock *block)
{
  g_autoptr (MftText) text = restore_text (agreement, block);
  MftText *now = mft_block_get_text (block);

  if (!mft_text_equal (text, now))
    mft_edit_text (agreement, block, 0, mft_text_length (now), text, NULL);
  for (guint i = 0; i < mft_block_n_children (block); i++)
    mft_quote_restore (agreement, mft_block_get_child (block, i));
}
