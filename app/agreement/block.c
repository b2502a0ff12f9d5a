/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/block-private.h"

#include "base/random.h"

MftBlock *
mft_block_new (MftBlockKind kind, MftText *text)
{
  return mft_block_new_with_id (kind, NULL, text);
}

MftBlock *
mft_block_new_with_id (MftBlockKind kind, const char *id, MftText *text)
{
  MftBlock *block = g_new0 (MftBlock, 1);

  block->kind = kind;
  block->id = id != NULL ? g_strdup (id) : mft_random_id ();
  block->text = text != NULL ? mft_text_ref (text) : mft_text_new (NULL, MFT_STYLE_PLAIN);
  block->children = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_block_free);
  block->label = g_strdup ("");
  return block;
}

void
mft_block_free (MftBlock *block)
{
  if (block == NULL)
    return;
  g_ptr_array_unref (block->children);
  mft_text_unref (block->text);
  g_free (block->id);
  g_free (block->label);
  g_free (block->locked_label);
  g_free (block->clause);
  g_free (block->alternative);
  for (guint i = 0; i < MFT_N_TRAITS; i++)
    g_free (block->traits[i]);
  g_free (block);
}

MftBlock *
mft_block_copy (MftBlock *block)
{
  MftBlock *copy = mft_block_new_with_id (block->kind, block->id, block->text);

  _mft_block_set_label (copy, block->label);
  copy->locked_label = g_strdup (block->locked_label);
  copy->marks = block->marks;
  copy->party = block->party;
  copy->clause = g_strdup (block->clause);
  copy->alternative = g_strdup (block->alternative);
  mft_block_take_traits (copy, block);
  for (guint i = 0; i < block->children->len; i++)
    mft_block_append (copy, mft_block_copy (g_ptr_array_index (block->children, i)));
  return copy;
}

static void
renumber_children (MftBlock *parent, guint from)
{
  for (guint i = from; i < parent->children->len; i++)
    mft_block_get_child (parent, i)->index = i;
}

void
_mft_block_attach (MftBlock *parent, guint index, MftBlock *child)
{
  g_return_if_fail (child->parent == NULL);
  child->parent = parent;
  g_ptr_array_insert (parent->children, (int) MIN (index, parent->children->len), child);
  renumber_children (parent, MIN (index, parent->children->len - 1));
}

void
_mft_block_detach (MftBlock *block)
{
  MftBlock *parent = block->parent;

  g_ptr_array_steal_index (parent->children, block->index);
  block->parent = NULL;
  renumber_children (parent, block->index);
  block->index = 0;
}

gboolean
_mft_block_set_label (MftBlock *block, const char *label)
{
  if (g_str_equal (block->label, label))
    return FALSE;
  g_free (block->label);
  block->label = g_strdup (label);
  return TRUE;
}

MftBlock *
mft_block_append (MftBlock *parent, MftBlock *child)
{
  _mft_block_attach (parent, parent->children->len, child);
  return child;
}

void
mft_block_set_text (MftBlock *block, MftText *text)
{
  mft_text_ref (text);
  mft_text_unref (block->text);
  block->text = text;
}

void
mft_block_set_marks (MftBlock *block, MftMarks marks)
{
  block->marks = marks;
}

void
mft_block_set_party (MftBlock *block, guint party)
{
  block->party = party;
}

void
mft_block_set_locked_label (MftBlock *block, const char *label)
{
  char *copy = g_strdup (label);

  g_free (block->locked_label);
  block->locked_label = copy;
}

void
mft_block_set_clause (MftBlock *block, const char *clause, const char *alternative)
{
  g_free (block->clause);
  g_free (block->alternative);
  block->clause = g_strdup (clause);
  block->alternative = g_strdup (alternative);
}

void
mft_block_set_trait (MftBlock *block, MftTrait trait, const char *value)
{
  char *copy = g_strdup (value);

  g_free (block->traits[trait]);
  block->traits[trait] = copy;
}

void
mft_block_take_traits (MftBlock *block, MftBlock *from)
{
  for (guint i = 0; i < MFT_N_TRAITS; i++)
    mft_block_set_trait (block, (MftTrait) i, from->traits[i]);
}

const char *
mft_block_get_id (MftBlock *block)
{
  return block->id;
}

MftBlockKind
mft_block_get_kind (MftBlock *block)
{
  return block->kind;
}

MftText *
mft_block_get_text (MftBlock *block)
{
  return block->text;
}

MftBlock *
mft_block_get_parent (MftBlock *block)
{
  return block->parent;
}

guint
mft_block_n_children (MftBlock *block)
{
  return block->children->len;
}

MftBlock *
mft_block_get_child (MftBlock *block, guint index)
{
  return index < block->children->len ? g_ptr_array_index (block->children, index) : NULL;
}

guint
mft_block_get_index (MftBlock *block)
{
  return block->index;
}

const char *
mft_block_get_label (MftBlock *block)
{
  return block->label;
}

const char *
mft_block_get_locked_label (MftBlock *block)
{
  return block->locked_label;
}

MftMarks
mft_block_get_marks (MftBlock *block)
{
  return block->marks;
}

static gboolean
is_item (MftBlock *block)
{
  return block->kind == MFT_BLOCK_ITEM || block->kind == MFT_BLOCK_CONTACT;
}

MftMarks
mft_block_get_effective_marks (MftBlock *block)
{
  if (block->marks != MFT_MARKS_AUTO)
    return block->marks;
  if (block->parent == NULL)
    return MFT_MARKS_HURUF;
  if (!is_item (block))
    return is_item (block->parent) ? mft_block_get_effective_marks (block->parent)
                                   : MFT_MARKS_HURUF;

  guint level = mft_block_get_level (block);
  switch (mft_block_get_effective_marks (block->parent))
    {
    case MFT_MARKS_ANGKA:
      /* A list that starts with numbers goes on with letters. */
      return level == 1 ? MFT_MARKS_HURUF : MFT_MARKS_SUB_HURUF;
    case MFT_MARKS_HURUF:
      return level == 1 ? MFT_MARKS_ANGKA : MFT_MARKS_SUB_ANGKA;
    case MFT_MARKS_SUB_HURUF:
      return MFT_MARKS_SUB_ANGKA;
    case MFT_MARKS_SUB_ANGKA:
      return MFT_MARKS_SUB_HURUF;
    case MFT_MARKS_AUTO:
      break;
    }
  return MFT_MARKS_HURUF;
}

guint
mft_block_get_party (MftBlock *block)
{
  return block->party;
}

const char *
mft_block_get_clause (MftBlock *block)
{
  return block->clause;
}

const char *
mft_block_get_alternative (MftBlock *block)
{
  return block->alternative;
}

const char *
mft_block_get_trait (MftBlock *block, MftTrait trait)
{
  return block->traits[trait];
}

MftBlock *
mft_block_get_ancestor (MftBlock *block, MftBlockKind kind)
{
  while (block != NULL && block->kind != kind)
    block = block->parent;
  return block;
}

MftBlock *
mft_block_next (MftBlock *block, MftBlock *top)
{
  if (block->children->len > 0)
    return g_ptr_array_index (block->children, 0);
  for (; block != top && block->parent != NULL; block = block->parent)
    if (block->index + 1 < block->parent->children->len)
      return g_ptr_array_index (block->parent->children, block->index + 1);
  return NULL;
}

guint
mft_block_get_level (MftBlock *block)
{
  guint level = 0;

  if (!is_item (block))
    return 0;
  for (MftBlock *at = block; at != NULL; at = at->parent)
    if (is_item (at))
      level++;
  return level;
}

gboolean
mft_block_kind_has_text (MftBlockKind kind)
{
  switch (kind)
    {
    case MFT_BLOCK_ATTACHMENT:
    case MFT_BLOCK_PASAL:
    case MFT_BLOCK_AYAT:
    case MFT_BLOCK_PARAGRAPH:
    case MFT_BLOCK_ITEM:
    case MFT_BLOCK_CONTACT:
    case MFT_BLOCK_LINE:
    case MFT_BLOCK_CENTERED:
    case MFT_BLOCK_PERSON:
    case MFT_BLOCK_SIGNATURE:
    case MFT_BLOCK_CELL:
    case MFT_BLOCK_FIGURE:
      return TRUE;
    case MFT_BLOCK_AGREEMENT:
    case MFT_BLOCK_TITLE:
    case MFT_BLOCK_OPENING:
    case MFT_BLOCK_KOMPARISI:
    case MFT_BLOCK_RECITALS:
    case MFT_BLOCK_LEGAL_BASIS:
    case MFT_BLOCK_SENTENCE:
    case MFT_BLOCK_BODY:
    case MFT_BLOCK_CLOSING:
    case MFT_BLOCK_SIGNATURES:
    case MFT_BLOCK_TABLE:
    case MFT_BLOCK_TABLE_HEAD:
    case MFT_BLOCK_ROW:
      return FALSE;
    }
  return FALSE;
}
