/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/flow/flow-private.h"

/* Items below this level belong to a Pasal or ayat. */
#define ITEM_LEVEL 1

/* A list, and how far a word processor has counted in each of its levels. */
typedef struct
{
  MftFlowList list;
  MftBlockKind place; /* the part it is used in, so that no list is begun before the Pasal are */
  guint counted[MFT_FLOW_LEVELS];
} List;

void
mft_flow_list_free (gpointer list)
{
  g_free (list);
}

guint
mft_flow_n_lists (const MftFlow *flow)
{
  return flow->lists->len;
}

const MftFlowList *
mft_flow_get_list (const MftFlow *flow, guint list)
{
  return &((const List *) flow->lists->pdata[list - 1])->list;
}

/* Body, attachments, and what stands before and behind each count for themselves. */
static MftBlockKind
place_of (MftBlock *block)
{
  MftBlock *part = block;

  while (mft_block_get_kind (mft_block_get_parent (part)) != MFT_BLOCK_AGREEMENT)
    part = mft_block_get_parent (part);
  return mft_block_get_kind (part);
}

static guint
level_of (MftBlock *block)
{
  switch (mft_block_get_kind (block))
    {
    case MFT_BLOCK_PASAL:
    case MFT_BLOCK_PERSON:
      return 0;
    case MFT_BLOCK_AYAT:
      return ITEM_LEVEL;
    default:
      return ITEM_LEVEL + MAX (mft_block_get_level (block), 1);
    }
}

/* How a list goes on below a level (mft_block_get_effective_marks). */
static MftLabelKind
kind_below (MftLabelKind kind, gboolean first)
{
  switch (kind)
    {
    case MFT_LABEL_HURUF:
      return first ? MFT_LABEL_ANGKA : MFT_LABEL_SUB_ANGKA;
    case MFT_LABEL_ANGKA:
      return first ? MFT_LABEL_HURUF : MFT_LABEL_SUB_HURUF;
    case MFT_LABEL_SUB_HURUF:
      return MFT_LABEL_SUB_ANGKA;
    case MFT_LABEL_SUB_ANGKA:
      return MFT_LABEL_SUB_HURUF;
    case MFT_LABEL_PASAL:
    case MFT_LABEL_AYAT:
    case MFT_LABEL_LAMPIRAN:
      break;
    }
  g_return_val_if_reached (MFT_LABEL_HURUF);
}

/* UU 12/2011 Lampiran II. */
static const MftFlowList usual = { { MFT_LABEL_PASAL, MFT_LABEL_AYAT, MFT_LABEL_HURUF,
                                     MFT_LABEL_ANGKA, MFT_LABEL_SUB_HURUF, MFT_LABEL_SUB_ANGKA } };

static guint
add_list (MftFlow *flow, MftBlockKind place, guint level, MftLabelKind kind)
{
  List *list = g_new0 (List, 1);

  list->list = usual;
  list->place = place;
  if (usual.levels[level] != kind)
    {
      list->list.levels[level] = kind;
      for (guint i = level + 1; i < MFT_FLOW_LEVELS && level > ITEM_LEVEL; i++)
        list->list.levels[i] = kind_below (list->list.levels[i - 1], i == ITEM_LEVEL + 2);
    }
  g_ptr_array_add (flow->lists, list);
  return flow->lists->len;
}

/* The list around it, if that has such labels at this level; else one that has. */
static guint
find_list (MftFlow *flow, MftBlockKind place, guint level, MftLabelKind kind, guint around)
{
  if (around > 0 && mft_flow_get_list (flow, around)->levels[level] == kind)
    return around;
  for (guint i = 0; i < flow->lists->len; i++)
    {
      const List *list = flow->lists->pdata[i];
      if (list->place == place && list->list.levels[level] == kind)
        return i + 1;
    }
  return add_list (flow, place, level, kind);
}

guint
mft_flow_number (MftFlow *flow, MftFlowItem *item, MftBlock *block, guint around)
{
  const char *text = mft_block_get_label (block);
  guint level = level_of (block);
  MftLabel label;

  if (*text == '\0')
    return around;
  if (mft_block_get_locked_label (block) != NULL || mft_label_scan (text, &label) == 0
      || label.inserted > 0)
    {
      item->label = text;
      return around;
    }
  item->list = find_list (flow, place_of (block), level, label.kind, around);
  item->level = level;
  List *list = flow->lists->pdata[item->list - 1];
  item->start = list->counted[level] + 1 != label.ordinal ? label.ordinal : 0;
  list->counted[level] = label.ordinal;
  for (guint i = level + 1; i < MFT_FLOW_LEVELS; i++)
    list->counted[i] = 0;
  return item->list;
}
