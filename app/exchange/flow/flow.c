/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/flow/flow-private.h"

#include "agreement/chapter.h"
#include "agreement/quoted-heading.h"

static void
item_free (gpointer data)
{
  MftFlowItem *item = data;

  g_clear_pointer (&item->spans, g_array_unref);
  g_free (item);
}

MftFlowItem *
mft_flow_begin (MftFlow *flow, MftFlowKind kind)
{
  MftFlowItem *item = g_new0 (MftFlowItem, 1);

  item->kind = kind;
  item->label = "";
  g_ptr_array_add (flow->items, item);
  return item;
}

void
mft_flow_end (MftFlow *flow)
{
  mft_flow_begin (flow, MFT_FLOW_END);
}

MftFlowItem *
mft_flow_add (MftFlow *flow, MftFlowStyle style, MftBlock *block, double left)
{
  MftFlowItem *item = mft_flow_begin (flow, MFT_FLOW_PARAGRAPH);

  item->style = style;
  item->block = block;
  item->left = left;
  item->source = block;
  item->to = G_MAXUINT;
  item->spans = block != NULL ? mft_flow_spans (flow->agreement, block) : mft_flow_spans_new ();
  return item;
}

MftFlowItem *
mft_flow_begin_table (MftFlow *flow, guint columns, const double *widths, double left)
{
  MftFlowItem *item = mft_flow_begin (flow, MFT_FLOW_TABLE);
  double *copy = g_memdup2 (widths, columns * sizeof *widths);

  g_ptr_array_add (flow->widths, copy);
  item->columns = columns;
  item->widths = copy;
  item->left = left;
  return item;
}

double
mft_flow_width (const MftFlow *flow)
{
  return flow->profile->width - flow->profile->left - flow->profile->right;
}

static MftFlowStyle
item_style (MftBlock *block)
{
  MftLabel label = { MFT_LABEL_HURUF, 1, 0 };

  mft_label_scan (mft_block_get_label (block), &label);
  switch (label.kind)
    {
    case MFT_LABEL_ANGKA:
      return MFT_FLOW_ANGKA;
    case MFT_LABEL_SUB_HURUF:
      return MFT_FLOW_SUB_HURUF;
    case MFT_LABEL_SUB_ANGKA:
      return MFT_FLOW_SUB_ANGKA;
    case MFT_LABEL_PASAL:
    case MFT_LABEL_AYAT:
    case MFT_LABEL_HURUF:
    case MFT_LABEL_LAMPIRAN:
      break;
    }
  return MFT_FLOW_HURUF;
}

static void add_inside (MftFlow *flow, MftBlock *block, double x, guint list);

/* Longer labels ("(10a)") push the text out. */
static void
add_labelled (MftFlow *flow, MftFlowStyle style, MftBlock *block, double x, guint list)
{
  MftFlowItem *item = mft_flow_add (flow, style, block, x);
  glong length = g_utf8_strlen (mft_block_get_label (block), -1);

  list = mft_flow_number (flow, item, block, list);
  if (length > 0)
    item->hanging = flow->profile->indent + MAX (length - 4, 0) * flow->profile->size * 0.6;
  item->left += item->hanging;
  add_inside (flow, block, item->left, list);
}

static void
add_child (MftFlow *flow, MftBlock *block, double x, guint list)
{
  MftBlock *parent = mft_block_get_parent (block);

  switch (mft_block_get_kind (block))
    {
    case MFT_BLOCK_AYAT:
      add_labelled (flow, MFT_FLOW_AYAT, block, x, list);
      break;
    case MFT_BLOCK_ITEM:
      add_labelled (flow, item_style (block), block, x, list);
      break;
    case MFT_BLOCK_PARAGRAPH:
      if (mft_quoted_heading_scan (block, NULL) > 0)
        mft_flow_add (flow, MFT_FLOW_QUOTED_HEADING, block, 0);
      else
        mft_flow_add (flow, MFT_FLOW_BODY, block, x);
      add_inside (flow, block, x, list);
      break;
    case MFT_BLOCK_CENTERED:
      mft_flow_add (flow, MFT_FLOW_SUBTITLE, block, 0);
      break;
    case MFT_BLOCK_FIGURE:
      mft_flow_add_figure (flow, block);
      break;
    case MFT_BLOCK_CONTACT:
      mft_flow_add_contact (flow, block, x, list);
      break;
    case MFT_BLOCK_TABLE:
      mft_flow_add_table (flow, block, x);
      break;
    case MFT_BLOCK_SIGNATURE:
      /* Signatures stand together: the first of them brings all. */
      if (mft_block_get_index (block) == 0
          || mft_block_get_kind (mft_block_get_child (parent, mft_block_get_index (block) - 1))
                 != MFT_BLOCK_SIGNATURE)
        mft_flow_add_signatures (flow, parent);
      break;
    default:
      g_return_if_reached (); /* structure.h does not let others stand here */
    }
}

static void
add_inside (MftFlow *flow, MftBlock *block, double x, guint list)
{
  for (guint i = 0; i < mft_block_n_children (block); i++)
    add_child (flow, mft_block_get_child (block, i), x, list);
}

static void
add_komparisi (MftFlow *flow, MftBlock *part)
{
  for (guint i = 0; i < mft_block_n_children (part); i++)
    {
      MftBlock *block = mft_block_get_child (part, i);
      if (mft_block_get_kind (block) == MFT_BLOCK_PERSON)
        mft_flow_add_person (flow, block);
      else
        add_child (flow, block, 0, 0);
    }
}

/* The BAB that begins with a Pasal, in two lines. */
static void
add_chapter (MftFlow *flow, MftBlock *pasal)
{
  g_autofree char *label = mft_chapter_dup_label (flow->agreement, pasal);
  g_autofree char *heading = mft_chapter_dup_heading (flow->agreement, pasal);

  if (label == NULL)
    return;
  mft_flow_spans_add (mft_flow_add (flow, MFT_FLOW_CHAPTER, NULL, 0)->spans, label,
                      MFT_STYLE_PLAIN);
  mft_flow_spans_add (mft_flow_add (flow, MFT_FLOW_SUBTITLE, NULL, 0)->spans, heading,
                      MFT_STYLE_PLAIN);
}

static void
add_pasal (MftFlow *flow, MftBlock *pasal)
{
  MftFlowItem *item;

  add_chapter (flow, pasal);
  item = mft_flow_add (flow, MFT_FLOW_PASAL, pasal, 0);
  add_inside (flow, pasal, 0, mft_flow_number (flow, item, pasal, 0));
}

static void
add_attachment (MftFlow *flow, MftBlock *attachment)
{
  mft_flow_add_attachment_head (flow, attachment);
  if (mft_text_length (mft_block_get_text (attachment)) > 0)
    mft_flow_add (flow, MFT_FLOW_ATTACHMENT_TITLE, attachment, 0);
  add_inside (flow, attachment, 0, 0);
}

static void
add_part (MftFlow *flow, MftBlock *part)
{
  switch (mft_block_get_kind (part))
    {
    case MFT_BLOCK_TITLE:
      mft_flow_add_logos (flow);
      mft_flow_add_title (flow, part);
      break;
    case MFT_BLOCK_KOMPARISI:
      add_komparisi (flow, part);
      break;
    case MFT_BLOCK_BODY:
      for (guint i = 0; i < mft_block_n_children (part); i++)
        add_pasal (flow, mft_block_get_child (part, i));
      break;
    case MFT_BLOCK_ATTACHMENT:
      add_attachment (flow, part);
      break;
    default:
      add_inside (flow, part, 0, 0);
    }
}

MftFlow *
mft_flow_new (MftAgreement *agreement)
{
  MftFlow *flow = g_new0 (MftFlow, 1);
  MftBlock *root = mft_agreement_get_root (agreement);

  flow->agreement = g_object_ref (agreement);
  mft_flow_begin_pages (flow);
  flow->items = g_ptr_array_new_with_free_func (item_free);
  flow->widths = g_ptr_array_new_with_free_func (g_free);
  flow->lists = g_ptr_array_new_with_free_func (mft_flow_list_free);
  flow->pictures = g_ptr_array_new_with_free_func (mft_flow_picture_free);
  for (guint i = 0; i < mft_block_n_children (root); i++)
    add_part (flow, mft_block_get_child (root, i));
  return flow;
}

void
mft_flow_free (MftFlow *flow)
{
  g_ptr_array_unref (flow->sections);
  g_ptr_array_unref (flow->items);
  g_ptr_array_unref (flow->widths);
  g_ptr_array_unref (flow->lists);
  g_ptr_array_unref (flow->pictures);
  g_object_unref (flow->agreement);
  g_free (flow);
}

MftAgreement *
mft_flow_get_agreement (const MftFlow *flow)
{
  return flow->agreement;
}

guint
mft_flow_size (const MftFlow *flow)
{
  return flow->items->len;
}

GPtrArray *
mft_flow_pictures (const MftFlow *flow)
{
  return flow->pictures;
}

const MftFlowItem *
mft_flow_get (const MftFlow *flow, guint index)
{
  return flow->items->pdata[index];
}

char *
mft_flow_anchor (const char *id)
{
  return g_strconcat (MFT_FLOW_ANCHOR, id, NULL);
}
