/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/numbering.h"

#include "agreement/block-private.h"

MftLabelKind
mft_marks_label_kind (MftMarks marks)
{
  switch (marks)
    {
    case MFT_MARKS_ANGKA:
      return MFT_LABEL_ANGKA;
    case MFT_MARKS_SUB_HURUF:
      return MFT_LABEL_SUB_HURUF;
    case MFT_MARKS_SUB_ANGKA:
      return MFT_LABEL_SUB_ANGKA;
    case MFT_MARKS_AUTO:
    case MFT_MARKS_HURUF:
      break;
    }
  return MFT_LABEL_HURUF;
}

static MftLabelKind
label_kind (MftBlock *block)
{
  switch (block->kind)
    {
    case MFT_BLOCK_PASAL:
      return MFT_LABEL_PASAL;
    case MFT_BLOCK_AYAT:
      return MFT_LABEL_AYAT;
    case MFT_BLOCK_ATTACHMENT:
      return MFT_LABEL_LAMPIRAN;
    case MFT_BLOCK_PERSON:
      return MFT_LABEL_ANGKA;
    default:
      return mft_marks_label_kind (mft_block_get_effective_marks (block->parent));
    }
}

static gboolean
is_labelled (MftBlock *block)
{
  return block->kind == MFT_BLOCK_PASAL || block->kind == MFT_BLOCK_AYAT
         || block->kind == MFT_BLOCK_ITEM || block->kind == MFT_BLOCK_CONTACT
         || block->kind == MFT_BLOCK_PERSON || block->kind == MFT_BLOCK_ATTACHMENT;
}

/* Items and contacts are one list; every other kind counts for itself. */
static gboolean
counts_together (MftBlock *a, MftBlock *b)
{
  gboolean a_in_list = a->kind == MFT_BLOCK_ITEM || a->kind == MFT_BLOCK_CONTACT;
  gboolean b_in_list = b->kind == MFT_BLOCK_ITEM || b->kind == MFT_BLOCK_CONTACT;

  return a->kind == b->kind || (a_in_list && b_in_list);
}

static guint
count_siblings (MftBlock *block)
{
  guint count = 0;

  for (guint i = 0; i < block->parent->children->len; i++)
    count += counts_together (block, mft_block_get_child (block->parent, i)) ? 1 : 0;
  return count;
}

/* The label for the block at `ordinal` among its likes. A contact of a Pasal or attachment stands
 * alone, so does an only ayat (UU 12/2011 Lampiran II) and an only attachment. */
static char *
computed_label (MftBlock *block, guint ordinal)
{
  MftBlockKind outer = block->parent->kind;

  if (block->kind == MFT_BLOCK_AYAT && ordinal == 1 && count_siblings (block) == 1)
    return g_strdup ("");
  if (block->kind == MFT_BLOCK_CONTACT
      && (outer == MFT_BLOCK_PASAL || outer == MFT_BLOCK_ATTACHMENT))
    return g_strdup ("");
  if (block->kind == MFT_BLOCK_ATTACHMENT && ordinal == 1 && count_siblings (block) == 1)
    return g_strdup ("Lampiran");
  return mft_label_format ((MftLabel){ .kind = label_kind (block), .ordinal = ordinal });
}

/* What a locked label says counts on: after a locked "(3)" comes "(4)", after an inserted "Pasal 7A" still
 * "Pasal 8". */
gboolean
mft_numbering_update_children (MftBlock *parent)
{
  guint ordinals[MFT_BLOCK_N_KINDS] = { 0 };
  gboolean changed = FALSE;

  for (guint i = 0; i < parent->children->len; i++)
    {
      MftBlock *block = mft_block_get_child (parent, i);
      if (!is_labelled (block))
        continue;
      guint *ordinal = &ordinals[block->kind == MFT_BLOCK_CONTACT ? MFT_BLOCK_ITEM : block->kind];
      MftLabel locked;
      if (block->locked_label == NULL)
        ++*ordinal;
      else if (mft_label_scan (block->locked_label, &locked) > 0)
        *ordinal = locked.ordinal;
      g_autofree char *label = block->locked_label != NULL ? g_strdup (block->locked_label)
                                                           : computed_label (block, *ordinal);
      changed |= _mft_block_set_label (block, label != NULL ? label : "");
    }
  return changed;
}

gboolean
mft_numbering_update (MftBlock *root)
{
  gboolean changed = FALSE;

  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    {
      changed |= mft_numbering_update_children (at);
      if (!is_labelled (at))
        changed |= _mft_block_set_label (at, "");
    }
  return changed;
}

static void
count_label (MftBlock *block, MftCounts *counts)
{
  MftLabel label;

  if (block->kind == MFT_BLOCK_AYAT)
    counts->ayat += block->label[0] != '\0' ? 1 : 0;
  if (block->kind != MFT_BLOCK_ITEM || mft_label_scan (block->label, &label) == 0)
    return;
  counts->huruf += label.kind == MFT_LABEL_HURUF ? 1 : 0;
  counts->angka += label.kind == MFT_LABEL_ANGKA ? 1 : 0;
  counts->sub_huruf += label.kind == MFT_LABEL_SUB_HURUF ? 1 : 0;
  counts->sub_angka += label.kind == MFT_LABEL_SUB_ANGKA ? 1 : 0;
}

static void
count_runs (MftBlock *block, MftCounts *counts)
{
  gboolean defines = FALSE;

  for (guint i = 0; i < mft_text_n_runs (block->text); i++)
    {
      const MftRun *run = mft_text_get_run (block->text, i);
      if (run->kind == MFT_RUN_REFERENCE && run->form != MFT_REFERENCE_EXTERNAL
          && run->form != MFT_REFERENCE_IGNORED)
        counts->references++;
      defines |= (run->style & MFT_STYLE_DEFINITION) != 0;
    }
  counts->definitions += defines ? 1 : 0;
}

MftCounts
mft_count (MftAgreement *agreement)
{
  MftCounts counts = { 0 };
  MftBlock *root = mft_agreement_get_root (agreement);

  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    {
      count_runs (at, &counts);
      counts.pasal += at->kind == MFT_BLOCK_PASAL ? 1 : 0;
      counts.contacts += at->kind == MFT_BLOCK_CONTACT ? 1 : 0;
      if (mft_block_get_ancestor (at, MFT_BLOCK_BODY) != NULL)
        count_label (at, &counts);
      else if (mft_block_get_ancestor (at, MFT_BLOCK_LEGAL_BASIS) != NULL)
        counts.legal_basis += at->kind == MFT_BLOCK_ITEM ? 1 : 0;
    }
  return counts;
}
