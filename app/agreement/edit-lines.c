/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Enter, Backspace, Tab and Shift+Tab: the edits that part, join and shift lines. */
#include "agreement/edit.h"

#include "agreement/agreement-private.h"
#include "agreement/block-private.h"
#include "agreement/structure.h"

static gboolean
refuse (GError **error, MftAgreementError code, const char *why)
{
  g_set_error_literal (error, MFT_AGREEMENT_ERROR, code, why);
  return FALSE;
}

/* Moves the children from `first` on to the end of `parent`, in their order; the rules were asked. */
static void
move_children (MftAgreement *agreement, MftBlock *from, guint first, MftBlock *parent)
{
  while (from->children->len > first)
    _mft_agreement_do (agreement, mft_command_place (g_ptr_array_index (from->children, first),
                                                     parent, parent->children->len));
}

static MftBlockKind
kind_of_first_block (MftBlock *pasal)
{
  MftBlock *first = mft_block_get_child (pasal, 0);

  return first != NULL && first->kind == MFT_BLOCK_AYAT ? MFT_BLOCK_AYAT : MFT_BLOCK_PARAGRAPH;
}

/* At the end of a line that introduces a list, Enter asks for the list's next line: its first. */
static gboolean
opens_list (MftBlock *block, guint offset)
{
  MftBlock *first = mft_block_get_child (block, 0);

  return offset == mft_text_length (block->text) && first != NULL && first->kind == MFT_BLOCK_ITEM;
}

/* Where the tail of a parted line goes, and as what. */
typedef struct
{
  MftBlock *parent;
  guint index;
  MftBlockKind kind;
  gboolean takes_children;
  gboolean takes_rest; /* also what stands behind the line in its parent */
  gboolean numbers;    /* the line becomes of that kind, too */
} Tail;

static gboolean
holds_all (MftBlockKind kind, MftBlock *parent, guint first)
{
  for (guint i = first; i < parent->children->len; i++)
    if (!mft_structure_allows (kind, mft_block_get_child (parent, i)->kind))
      return FALSE;
  return TRUE;
}

/* A further paragraph of an ayat or item, which Enter ends. */
static gboolean
ends_ayat_or_item (MftBlock *block)
{
  MftBlock *parent = block->parent;

  return block->kind == MFT_BLOCK_PARAGRAPH
         && (parent->kind == MFT_BLOCK_AYAT || parent->kind == MFT_BLOCK_ITEM)
         && holds_all (parent->kind, block, 0);
}

/* What a Pasal says in one paragraph is its only ayat, which needs no number until there is another. */
static gboolean
is_only_paragraph (MftBlock *block)
{
  return block->kind == MFT_BLOCK_PARAGRAPH && block->parent->kind == MFT_BLOCK_PASAL
         && block->parent->children->len == 1;
}

static Tail
tail_of (MftBlock *block, guint offset)
{
  MftBlock *parent = block->parent;

  if (block->kind == MFT_BLOCK_PASAL)
    return (Tail){ .parent = block, .kind = kind_of_first_block (block) };
  if (block->kind == MFT_BLOCK_CONTACT)
    return (Tail){ .parent = block, .kind = MFT_BLOCK_LINE };
  if (opens_list (block, offset))
    return (Tail){ .parent = block, .kind = MFT_BLOCK_ITEM };
  if (ends_ayat_or_item (block))
    return (Tail){ .parent = parent->parent,
                   .index = parent->index + 1,
                   .kind = parent->kind,
                   .takes_children = TRUE,
                   .takes_rest = TRUE };
  return (Tail){ .parent = parent,
                 .index = block->index + 1,
                 .kind = is_only_paragraph (block) ? MFT_BLOCK_AYAT : block->kind,
                 .takes_children = TRUE,
                 .numbers = is_only_paragraph (block) };
}

static gboolean
can_split (MftBlockKind kind)
{
  return kind == MFT_BLOCK_PASAL || kind == MFT_BLOCK_AYAT || kind == MFT_BLOCK_PARAGRAPH
         || kind == MFT_BLOCK_ITEM || kind == MFT_BLOCK_CONTACT || kind == MFT_BLOCK_LINE
         || kind == MFT_BLOCK_CENTERED;
}

static MftBlock *
part (MftAgreement *agreement, MftBlock *block, guint offset, Tail tail, GError **error)
{
  if (!_mft_agreement_check_lock (agreement, NULL, error) || !_mft_block_check_own (block, error))
    return NULL;
  g_autoptr (MftText) text = mft_text_slice (block->text, offset, G_MAXUINT);
  g_autoptr (MftBlock) added = mft_block_new (tail.kind, text);

  if (!mft_structure_check (tail.parent, tail.index, added, error))
    return NULL;
  mft_edit_begin (agreement);
  if (tail.numbers)
    _mft_agreement_do (agreement, mft_command_number (MFT_COMMAND_KIND, block, (int) tail.kind));
  mft_edit_text (agreement, block, offset, G_MAXUINT, NULL, NULL);
  _mft_agreement_do (agreement, mft_command_place (added, tail.parent, tail.index));
  if (tail.takes_children && block->children->len > 0)
    {
      mft_edit_marks (agreement, added, block->marks);
      move_children (agreement, block, 0, added);
    }
  if (tail.takes_rest)
    move_children (agreement, block->parent, block->index + 1, added);
  mft_edit_end (agreement);
  return g_steal_pointer (&added);
}

MftBlock *
mft_edit_split (MftAgreement *agreement, MftBlock *block, guint offset, GError **error)
{
  if (!can_split (block->kind))
    return refuse (error, MFT_AGREEMENT_ERROR_STRUCTURE, "this line cannot be parted"), NULL;
  return part (agreement, block, offset, tail_of (block, offset), error);
}

MftBlock *
mft_edit_add_paragraph (MftAgreement *agreement, MftBlock *block, guint offset, GError **error)
{
  if (block->kind == MFT_BLOCK_AYAT || block->kind == MFT_BLOCK_ITEM)
    return part (agreement, block, offset, (Tail){ .parent = block, .kind = MFT_BLOCK_PARAGRAPH },
                 error);
  if (block->kind == MFT_BLOCK_PARAGRAPH)
    return part (agreement, block, offset,
                 (Tail){ .parent = block->parent,
                         .index = block->index + 1,
                         .kind = MFT_BLOCK_PARAGRAPH,
                         .takes_children = TRUE },
                 error);
  return mft_edit_split (agreement, block, offset, error);
}

/* The line of text before this one in its part; NULL at the start of the part or of a Pasal. */
static MftBlock *
line_before (MftBlock *block)
{
  MftBlock *at = block;

  if (block->index == 0)
    return block->parent != NULL && mft_block_kind_has_text (block->parent->kind)
                   && block->parent->kind != MFT_BLOCK_PASAL
                   && block->parent->kind != MFT_BLOCK_ATTACHMENT
               ? block->parent
               : NULL;
  at = mft_block_get_child (block->parent, block->index - 1);
  while (at->children->len > 0)
    at = mft_block_get_child (at, at->children->len - 1);
  return at;
}

static gboolean
is_running_line (MftBlockKind kind)
{
  return kind == MFT_BLOCK_AYAT || kind == MFT_BLOCK_PARAGRAPH || kind == MFT_BLOCK_ITEM
         || kind == MFT_BLOCK_LINE || kind == MFT_BLOCK_CENTERED;
}

static gboolean
can_merge (MftBlock *block, MftBlock *before, GError **error)
{
  if (!is_running_line (block->kind))
    return refuse (error, MFT_AGREEMENT_ERROR_EDGE,
                   "this line cannot be joined to the one before it");
  if (before == NULL || !(is_running_line (before->kind) || before->kind == MFT_BLOCK_CONTACT))
    return refuse (error, MFT_AGREEMENT_ERROR_EDGE,
                   "there is no line before this one to join it to");
  if (!_mft_block_check_own (block, error) || !_mft_block_check_own (before, error))
    return FALSE;
  for (guint i = 0; i < block->children->len; i++)
    if (!mft_structure_check (before, before->children->len, mft_block_get_child (block, i), error))
      return FALSE;
  return TRUE;
}

MftBlock *
mft_edit_merge (MftAgreement *agreement, MftBlock *block, guint *offset, GError **error)
{
  MftBlock *before = line_before (block);

  if (!can_merge (block, before, error) || !_mft_agreement_check_lock (agreement, NULL, error))
    return NULL;

  guint meeting = mft_text_length (before->text);
  /* A line that is joined to the one that introduces it leaves its list in its own place. */
  guint place = block->parent == before ? block->index + 1 : before->children->len;
  mft_edit_begin (agreement);
  mft_edit_text (agreement, before, meeting, meeting, block->text, NULL);
  while (block->children->len > 0)
    _mft_agreement_do (
        agreement,
        mft_command_place (mft_block_get_child (block, block->children->len - 1), before, place));
  _mft_agreement_do (agreement, mft_command_place (block, NULL, 0));
  mft_edit_end (agreement);
  if (offset != NULL)
    *offset = meeting;
  return before;
}

/* Moves a block to another place as another kind; what stands behind it becomes its own if it
 * `adopts`. */
static void
shift (MftAgreement *agreement, MftBlock *block, MftBlockKind kind, MftBlock *parent, guint index,
       gboolean adopts)
{
  mft_edit_begin (agreement);
  if (adopts)
    move_children (agreement, block->parent, block->index + 1, block);
  if (block->kind != kind)
    _mft_agreement_do (agreement, mft_command_number (MFT_COMMAND_KIND, block, (int) kind));
  _mft_agreement_do (agreement, mft_command_place (block, parent, index));
  mft_edit_end (agreement);
}

gboolean
mft_edit_lower (MftAgreement *agreement, MftBlock *block, GError **error)
{
  MftBlock *before
      = block->index > 0 ? mft_block_get_child (block->parent, block->index - 1) : NULL;

  if (block->kind != MFT_BLOCK_AYAT && block->kind != MFT_BLOCK_PARAGRAPH
      && block->kind != MFT_BLOCK_ITEM)
    return refuse (error, MFT_AGREEMENT_ERROR_LEVEL, "this line has no levels");
  if (before == NULL)
    return refuse (error, MFT_AGREEMENT_ERROR_EDGE,
                   "there is no line before this one to stand under");
  if (!_mft_block_check_own (block, error)
      || !mft_structure_check_as (before, block, MFT_BLOCK_ITEM, error)
      || !_mft_agreement_check_lock (agreement, NULL, error))
    return FALSE;
  shift (agreement, block, MFT_BLOCK_ITEM, before, before->children->len, FALSE);
  return TRUE;
}

gboolean
mft_edit_raise (MftAgreement *agreement, MftBlock *block, GError **error)
{
  MftBlock *parent = block->parent;

  if (block->kind != MFT_BLOCK_ITEM)
    return refuse (error, MFT_AGREEMENT_ERROR_LEVEL, "this line stands at the highest level");
  for (guint i = block->index + 1; i < parent->children->len; i++)
    if (!mft_structure_allows (parent->kind, mft_block_get_child (parent, i)->kind))
      return refuse (error, MFT_AGREEMENT_ERROR_STRUCTURE,
                     "what stands behind this line cannot follow it");
  if (!mft_structure_check_as (parent->parent, block, parent->kind, error)
      || !_mft_agreement_check_lock (agreement, NULL, error))
    return FALSE;
  shift (agreement, block, parent->kind, parent->parent, parent->index + 1, TRUE);
  return TRUE;
}
