/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/edit.h"

#include "base/clock.h"

#include "agreement/agreement-private.h"
#include "agreement/block-private.h"
#include "agreement/structure.h"
#include "agreement/trait.h"

#define TYPING_PAUSE G_USEC_PER_SEC

void
mft_edit_begin (MftAgreement *agreement)
{
  if (agreement->depth++ > 0)
    return;
  agreement->typing_block = NULL;
  mft_history_close_step (agreement->history);
}

void
mft_edit_end (MftAgreement *agreement)
{
  g_return_if_fail (agreement->depth > 0);
  if (--agreement->depth > 0)
    return;
  mft_history_close_step (agreement->history);
  _mft_agreement_finish (agreement);
}

/* One edit of one command. */
static void
do_alone (MftAgreement *agreement, MftCommand *command)
{
  mft_edit_begin (agreement);
  _mft_agreement_do (agreement, command);
  mft_edit_end (agreement);
}

static gboolean
refuse (GError **error, MftAgreementError code, const char *why)
{
  g_set_error_literal (error, MFT_AGREEMENT_ERROR, code, why);
  return FALSE;
}

static gboolean
is_space_at (MftText *text, guint offset)
{
  guint start;
  const MftRun *run = mft_text_get_run_at (text, offset, &start);

  if (run == NULL || run->kind != MFT_RUN_TEXT)
    return FALSE;
  return g_unichar_isspace (
      g_utf8_get_char (g_utf8_offset_to_pointer (run->value, (glong) (offset - start))));
}

/* Whether this keystroke goes on with the typing before it: same block and place, no pause, and not
 * the first letter of a new word. */
static gboolean
goes_on_typing (MftAgreement *agreement, MftBlock *block, guint start, guint end, MftText *with)
{
  gboolean deletes = with == NULL || mft_text_length (with) == 0;

  if (agreement->depth > 0 || agreement->typing_block != block
      || agreement->typing_deletes != deletes
      || mft_clock_now () - agreement->typing_time > TYPING_PAUSE)
    return FALSE;
  if (deletes)
    return end == agreement->typing_at && end - start == 1;
  if (start != end || start != agreement->typing_at || mft_text_length (with) != 1)
    return FALSE;
  return is_space_at (with, 0) || !is_space_at (block->text, start - 1);
}

static void
note_typing (MftAgreement *agreement, MftBlock *block, guint start, MftText *with)
{
  guint inserted = with != NULL ? mft_text_length (with) : 0;

  agreement->typing_block = block;
  agreement->typing_deletes = inserted == 0;
  agreement->typing_at = start + inserted;
  agreement->typing_time = mft_clock_now ();
}

gboolean
mft_edit_text (MftAgreement *agreement, MftBlock *block, guint start, guint end, MftText *with,
               GError **error)
{
  if (!mft_block_kind_has_text (block->kind))
    return refuse (error, MFT_AGREEMENT_ERROR_STRUCTURE, "this block has no text");

  if (!_mft_agreement_check_lock (agreement, NULL, error) || !_mft_block_check_own (block, error))
    return FALSE;
  g_autoptr (MftText) text = mft_text_replace (block->text, start, end, with);
  if (mft_text_equal (text, block->text))
    return TRUE;
  gboolean joins = goes_on_typing (agreement, block, start, end, with);
  mft_edit_begin (agreement);
  if (joins)
    mft_history_reopen_step (agreement->history);
  _mft_agreement_do (agreement, mft_command_text (block, text));
  mft_edit_end (agreement);
  if (agreement->depth == 0)
    note_typing (agreement, block, start, with);
  return TRUE;
}

gboolean
mft_edit_style (MftAgreement *agreement, MftBlock *block, guint start, guint end, MftStyle set,
                MftStyle clear, GError **error)
{
  if (!mft_block_kind_has_text (block->kind))
    return refuse (error, MFT_AGREEMENT_ERROR_STRUCTURE, "this block has no text");

  if (!_mft_agreement_check_lock (agreement, NULL, error) || !_mft_block_check_own (block, error))
    return FALSE;
  g_autoptr (MftText) text = mft_text_restyle (block->text, start, end, set, clear);
  if (!mft_text_equal (text, block->text))
    do_alone (agreement, mft_command_text (block, text));
  return TRUE;
}

/* Ids in `block`'s tree that the agreement has already: a pasted copy needs new ones. */
static gboolean
check_ids (MftAgreement *agreement, MftBlock *block, GError **error)
{
  for (MftBlock *at = block; at != NULL; at = mft_block_next (at, block))
    if (mft_agreement_get_block (agreement, at->id) != NULL)
      return refuse (error, MFT_AGREEMENT_ERROR_STRUCTURE, "a block with this id is there already");
  return TRUE;
}

gboolean
mft_edit_insert (MftAgreement *agreement, MftBlock *parent, guint index, MftBlock *block,
                 GError **error)
{
  if (!_mft_agreement_check_lock (agreement, NULL, error)
      || !mft_structure_check (parent, index, block, error) || !check_ids (agreement, block, error))
    {
      mft_block_free (block);
      return FALSE;
    }
  do_alone (agreement, mft_command_place (block, parent, index));
  return TRUE;
}

gboolean
mft_edit_remove (MftAgreement *agreement, MftBlock *block, GError **error)
{
  if (block->parent == NULL)
    return refuse (error, MFT_AGREEMENT_ERROR_PART, "the agreement itself cannot be removed");
  if (block->parent->kind == MFT_BLOCK_AGREEMENT && block->kind != MFT_BLOCK_ATTACHMENT
      && block->kind != MFT_BLOCK_LEGAL_BASIS)
    return refuse (error, MFT_AGREEMENT_ERROR_PART, "this part belongs to every agreement");
  if (!_mft_agreement_check_lock (agreement, NULL, error))
    return FALSE;
  do_alone (agreement, mft_command_place (block, NULL, 0));
  return TRUE;
}

gboolean
mft_edit_move (MftAgreement *agreement, MftBlock *block, MftBlock *parent, guint index,
               GError **error)
{
  MftBlock *old_parent = block->parent;
  guint old_index = block->index;

  for (MftBlock *at = parent; at != NULL; at = at->parent)
    if (at == block)
      return refuse (error, MFT_AGREEMENT_ERROR_STRUCTURE, "a block cannot move into itself");
  if (old_parent == NULL)
    return refuse (error, MFT_AGREEMENT_ERROR_PART, "the agreement itself cannot move");
  if (!_mft_agreement_check_lock (agreement, NULL, error))
    return FALSE;

  /* The rules are asked for the tree without the block. */
  _mft_block_detach (block);
  gboolean allowed = mft_structure_check (parent, index, block, error);
  _mft_block_attach (old_parent, old_index, block);
  if (allowed && (parent != old_parent || index != old_index))
    do_alone (agreement, mft_command_place (block, parent, index));
  return allowed;
}

gboolean
mft_edit_field (MftAgreement *agreement, const char *id, const char *given, GError **error)
{
  MftField *field = mft_agreement_get_field (agreement, id);

  if (field == NULL)
    {
      g_set_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_FIELD, "no field '%s'", id);
      return FALSE;
    }
  if (!_mft_agreement_check_lock (agreement, id, error))
    return FALSE;
  g_autofree char *value = mft_field_parse (field, given, error);
  if (value == NULL)
    return FALSE;
  const char *canonical = value[0] != '\0' ? value : NULL;
  if (g_strcmp0 (canonical, mft_field_get_value (field)) != 0)
    do_alone (agreement, mft_command_value (MFT_COMMAND_FIELD, id, canonical));
  return TRUE;
}

void
mft_edit_add_field (MftAgreement *agreement, MftField *field)
{
  if (_mft_agreement_check_lock (agreement, NULL, NULL)
      && mft_agreement_get_field (agreement, mft_field_get_id (field)) == NULL)
    do_alone (agreement,
              mft_command_field_place (mft_field_get_id (field), field, agreement->fields->len));
  else
    mft_field_free (field);
}

void
mft_edit_remove_field (MftAgreement *agreement, const char *id)
{
  if (_mft_agreement_check_lock (agreement, NULL, NULL)
      && mft_agreement_get_field (agreement, id) != NULL)
    do_alone (agreement, mft_command_field_place (id, NULL, 0));
}

void
mft_edit_clause (MftAgreement *agreement, MftBlock *block, const char *clause,
                 const char *alternative)
{
  if (_mft_agreement_check_lock (agreement, NULL, NULL)
      && (g_strcmp0 (block->clause, clause) != 0
          || g_strcmp0 (block->alternative, alternative) != 0))
    do_alone (agreement, mft_command_clause (block, clause, alternative));
}

gboolean
mft_edit_trait (MftAgreement *agreement, MftBlock *block, MftTrait trait, const char *value,
                GError **error)
{
  if (!_mft_agreement_check_lock (agreement, NULL, error))
    return FALSE;
  if (value != NULL && !mft_trait_is_value (block->kind, trait, value))
    return refuse (error, MFT_AGREEMENT_ERROR_STRUCTURE, "this cannot be said of this block");
  if (g_strcmp0 (block->traits[trait], value) != 0)
    do_alone (agreement, mft_command_trait (block, trait, value));
  return TRUE;
}

void
mft_edit_setting (MftAgreement *agreement, const char *key, const char *value)
{
  if (_mft_agreement_check_lock (agreement, NULL, NULL)
      && g_strcmp0 (value, _mft_agreement_peek_setting (agreement, key)) != 0)
    do_alone (agreement, mft_command_value (MFT_COMMAND_SETTING, key, value));
}

void
mft_edit_marks (MftAgreement *agreement, MftBlock *block, MftMarks marks)
{
  if (_mft_agreement_check_lock (agreement, NULL, NULL) && block->marks != marks)
    do_alone (agreement, mft_command_number (MFT_COMMAND_MARKS, block, (int) marks));
}

void
mft_edit_locked_label (MftAgreement *agreement, MftBlock *block, const char *label)
{
  if (_mft_agreement_check_lock (agreement, NULL, NULL)
      && g_strcmp0 (block->locked_label, label) != 0)
    do_alone (agreement, mft_command_label (block, label));
}
