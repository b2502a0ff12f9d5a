/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/structure.h"

#define BIT(kind) ((guint32) 1 << MFT_BLOCK_##kind)

static const guint32 inside[MFT_BLOCK_N_KINDS] = {
  [MFT_BLOCK_AGREEMENT] = BIT (TITLE) | BIT (OPENING) | BIT (KOMPARISI) | BIT (RECITALS)
                          | BIT (LEGAL_BASIS) | BIT (SENTENCE) | BIT (BODY) | BIT (CLOSING)
                          | BIT (SIGNATURES) | BIT (ATTACHMENT),
  [MFT_BLOCK_TITLE] = BIT (CENTERED),
  [MFT_BLOCK_OPENING] = BIT (PARAGRAPH),
  [MFT_BLOCK_KOMPARISI] = BIT (PERSON) | BIT (PARAGRAPH),
  [MFT_BLOCK_RECITALS] = BIT (PARAGRAPH),
  [MFT_BLOCK_LEGAL_BASIS] = BIT (PARAGRAPH),
  [MFT_BLOCK_SENTENCE] = BIT (PARAGRAPH),
  [MFT_BLOCK_BODY] = BIT (PASAL),
  [MFT_BLOCK_CLOSING] = BIT (PARAGRAPH),
  [MFT_BLOCK_SIGNATURES] = BIT (SIGNATURE),
  [MFT_BLOCK_ATTACHMENT] = BIT (CENTERED) | BIT (PARAGRAPH) | BIT (AYAT) | BIT (TABLE)
                           | BIT (CONTACT) | BIT (SIGNATURE) | BIT (FIGURE),
  [MFT_BLOCK_PASAL] = BIT (AYAT) | BIT (PARAGRAPH) | BIT (TABLE) | BIT (CONTACT),
  [MFT_BLOCK_AYAT] = BIT (ITEM) | BIT (CONTACT) | BIT (PARAGRAPH) | BIT (TABLE),
  [MFT_BLOCK_PARAGRAPH] = BIT (ITEM) | BIT (CONTACT) | BIT (TABLE),
  [MFT_BLOCK_ITEM] = BIT (ITEM) | BIT (CONTACT) | BIT (PARAGRAPH),
  [MFT_BLOCK_CONTACT] = BIT (LINE),
  [MFT_BLOCK_SIGNATURE] = BIT (LINE),
  [MFT_BLOCK_TABLE] = BIT (TABLE_HEAD) | BIT (ROW),
  [MFT_BLOCK_TABLE_HEAD] = BIT (CELL),
  [MFT_BLOCK_ROW] = BIT (CELL),
};

gboolean
mft_structure_allows (MftBlockKind parent, MftBlockKind child)
{
  return (inside[parent] >> child & 1) != 0;
}

static gboolean
refuse (GError **error, MftAgreementError code, const char *why)
{
  g_set_error_literal (error, MFT_AGREEMENT_ERROR, code, why);
  return FALSE;
}

static guint
list_depth (MftBlock *block)
{
  guint deepest = 0;

  for (guint i = 0; i < mft_block_n_children (block); i++)
    deepest = MAX (deepest, list_depth (mft_block_get_child (block, i)));
  return deepest + (mft_block_get_kind (block) == MFT_BLOCK_ITEM ? 1 : 0);
}

static guint
items_above (MftBlock *block)
{
  guint items = 0;

  for (; block != NULL; block = mft_block_get_parent (block))
    items += mft_block_get_kind (block) == MFT_BLOCK_ITEM ? 1 : 0;
  return items;
}

static gboolean
check_kinds (MftBlock *parent, MftBlock *block, GError **error)
{
  if (!mft_structure_allows (mft_block_get_kind (parent), mft_block_get_kind (block)))
    return refuse (error, MFT_AGREEMENT_ERROR_STRUCTURE, "this block may not stand here");
  for (guint i = 0; i < mft_block_n_children (block); i++)
    if (!check_kinds (block, mft_block_get_child (block, i), error))
      return FALSE;
  return TRUE;
}

/* The parts stand in the order of their kinds, each at most once but the attachments. */
static gboolean
check_part_order (MftBlock *parent, guint index, MftBlockKind kind, GError **error)
{
  MftBlock *before = index > 0 ? mft_block_get_child (parent, index - 1) : NULL;
  MftBlock *after = mft_block_get_child (parent, index);
  gboolean repeats = kind == MFT_BLOCK_ATTACHMENT;

  if (before != NULL
      && (repeats ? mft_block_get_kind (before) > kind : mft_block_get_kind (before) >= kind))
    return refuse (error, MFT_AGREEMENT_ERROR_PART, "the parts of an agreement have a fixed order");
  if (after != NULL
      && (repeats ? mft_block_get_kind (after) < kind : mft_block_get_kind (after) <= kind))
    return refuse (error, MFT_AGREEMENT_ERROR_PART, "the parts of an agreement have a fixed order");
  return TRUE;
}

gboolean
mft_structure_check (MftBlock *parent, guint index, MftBlock *block, GError **error)
{
  if (!check_kinds (parent, block, error))
    return FALSE;
  if (items_above (parent) + list_depth (block) > MFT_LIST_DEPTH_MOST)
    return refuse (error, MFT_AGREEMENT_ERROR_DEPTH, "lists have at most four levels");
  if (mft_block_get_kind (parent) == MFT_BLOCK_AGREEMENT)
    return check_part_order (parent, MIN (index, mft_block_n_children (parent)),
                             mft_block_get_kind (block), error);
  return TRUE;
}

gboolean
mft_structure_check_as (MftBlock *parent, MftBlock *block, MftBlockKind kind, GError **error)
{
  guint depth = kind == MFT_BLOCK_ITEM ? 1 : 0;

  if (!mft_structure_allows (mft_block_get_kind (parent), kind))
    return refuse (error, MFT_AGREEMENT_ERROR_STRUCTURE, "this block may not stand here");
  for (guint i = 0; i < mft_block_n_children (block); i++)
    {
      MftBlock *child = mft_block_get_child (block, i);
      if (!mft_structure_allows (kind, mft_block_get_kind (child)))
        return refuse (error, MFT_AGREEMENT_ERROR_STRUCTURE,
                       "what stands in this line cannot stand at that level");
      depth = MAX (depth, list_depth (child) + (kind == MFT_BLOCK_ITEM ? 1 : 0));
    }
  if (items_above (parent) + depth > MFT_LIST_DEPTH_MOST)
    return refuse (error, MFT_AGREEMENT_ERROR_DEPTH, "lists have at most four levels");
  return TRUE;
}

gboolean
mft_structure_check_tree (MftBlock *root, GError **error)
{
  if (mft_block_get_kind (root) != MFT_BLOCK_AGREEMENT)
    return refuse (error, MFT_AGREEMENT_ERROR_STRUCTURE, "not an agreement");
  if (list_depth (root) > MFT_LIST_DEPTH_MOST)
    return refuse (error, MFT_AGREEMENT_ERROR_DEPTH, "lists have at most four levels");
  for (guint i = 0; i < mft_block_n_children (root); i++)
    {
      MftBlock *part = mft_block_get_child (root, i);
      MftBlock *before = i > 0 ? mft_block_get_child (root, i - 1) : NULL;
      if (!check_kinds (root, part, error))
        return FALSE;
      if (before != NULL && mft_block_get_kind (before) >= mft_block_get_kind (part)
          && mft_block_get_kind (part) != MFT_BLOCK_ATTACHMENT)
        return refuse (error, MFT_AGREEMENT_ERROR_PART,
                       "the parts of an agreement have a fixed order");
    }
  return TRUE;
}
