/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/command.h"

#include "agreement/agreement-private.h"
#include "agreement/block-private.h"

static MftCommand *
command_new (MftCommandKind kind, MftBlock *block)
{
  MftCommand *command = g_new0 (MftCommand, 1);

  command->kind = kind;
  command->block = block != NULL ? g_strdup (block->id) : NULL;
  return command;
}

MftCommand *
mft_command_text (MftBlock *block, MftText *text)
{
  MftCommand *command = command_new (MFT_COMMAND_TEXT, block);

  command->text = mft_text_ref (text);
  return command;
}

MftCommand *
mft_command_place (MftBlock *block, MftBlock *parent, guint index)
{
  MftCommand *command = command_new (MFT_COMMAND_PLACE, block);

  command->key = parent != NULL ? g_strdup (parent->id) : NULL;
  command->index = index;
  command->out = block->parent == NULL ? block : NULL;
  return command;
}

MftCommand *
mft_command_number (MftCommandKind kind, MftBlock *block, int number)
{
  MftCommand *command = command_new (kind, block);

  command->number = number;
  return command;
}

MftCommand *
mft_command_label (MftBlock *block, const char *label)
{
  MftCommand *command = command_new (MFT_COMMAND_LABEL, block);

  command->value = g_strdup (label);
  return command;
}

MftCommand *
mft_command_trait (MftBlock *block, MftTrait trait, const char *value)
{
  MftCommand *command = mft_command_number (MFT_COMMAND_TRAIT, block, (int) trait);

  command->value = g_strdup (value);
  return command;
}

MftCommand *
mft_command_value (MftCommandKind kind, const char *key, const char *value)
{
  MftCommand *command = command_new (kind, NULL);

  command->key = g_strdup (key);
  command->value = g_strdup (value);
  return command;
}

MftCommand *
mft_command_clause (MftBlock *block, const char *clause, const char *alternative)
{
  MftCommand *command = command_new (MFT_COMMAND_CLAUSE, block);

  command->key = g_strdup (clause);
  command->value = g_strdup (alternative);
  return command;
}

MftCommand *
mft_command_field_place (const char *id, MftField *field, guint index)
{
  MftCommand *command = mft_command_value (MFT_COMMAND_FIELD_PLACE, id, NULL);

  command->field = field;
  command->index = index;
  return command;
}

void
mft_command_free (MftCommand *command)
{
  g_clear_pointer (&command->field, mft_field_free);
  mft_block_free (command->out);
  mft_text_unref (command->text);
  g_free (command->block);
  g_free (command->key);
  g_free (command->value);
  g_free (command);
}

static gboolean
is_free (MftAgreement *agreement, MftBlock *tree)
{
  for (MftBlock *at = tree; at != NULL; at = mft_block_next (at, tree))
    if (g_hash_table_contains (agreement->blocks, at->id))
      return FALSE;
  return TRUE;
}

static gboolean
is_inside (const MftBlock *block, const MftBlock *tree)
{
  while (block != NULL && block != tree)
    block = block->parent;
  return block != NULL;
}

static gboolean
apply_place (MftCommand *command, MftAgreement *agreement, MftBlock *block)
{
  MftBlock *parent
      = command->key != NULL ? mft_agreement_get_block (agreement, command->key) : NULL;
  MftBlock *from = block->parent;
  guint from_index = block->index;

  if ((command->key != NULL && parent == NULL) || is_inside (parent, block)
      || (command->out != NULL ? parent == NULL || !is_free (agreement, block) : from == NULL))
    return FALSE;
  if (from != NULL)
    _mft_block_detach (block);
  else
    _mft_agreement_index (agreement, block);
  if (parent != NULL)
    _mft_block_attach (parent, command->index, block);
  else
    _mft_agreement_unindex (agreement, block);
  command->out = parent == NULL ? block : NULL;
  g_free (command->key);
  command->key = from != NULL ? g_strdup (from->id) : NULL;
  command->index = from_index;
  return TRUE;
}

static void
apply_text (MftCommand *command, MftBlock *block)
{
  MftText *other = block->text;

  block->text = command->text;
  command->text = other;
}

static void
apply_words (MftCommand *command, char **words)
{
  char *other = *words;

  *words = command->value;
  command->value = other;
}

static void
apply_clause (MftCommand *command, MftBlock *block)
{
  char *clause = block->clause;

  block->clause = command->key;
  command->key = clause;
  apply_words (command, &block->alternative);
}

static gboolean
apply_field (MftCommand *command, MftAgreement *agreement)
{
  MftField *field = mft_agreement_get_field (agreement, command->key);

  if (field == NULL)
    return FALSE;
  char *other = g_strdup (mft_field_get_value (field));
  mft_field_set_value (field, command->value);
  g_free (command->value);
  command->value = other;
  return TRUE;
}

static gboolean
apply_field_place (MftCommand *command, MftAgreement *agreement)
{
  gboolean is_there = mft_agreement_get_field (agreement, command->key) != NULL;

  if (is_there != (command->field == NULL))
    return FALSE;
  if (command->field != NULL)
    {
      g_ptr_array_insert (agreement->fields, (int) MIN (command->index, agreement->fields->len),
                          g_steal_pointer (&command->field));
      return TRUE;
    }
  for (guint i = 0; i < agreement->fields->len; i++)
    if (g_str_equal (mft_field_get_id (agreement->fields->pdata[i]), command->key))
      command->index = i;
  command->field = g_ptr_array_steal_index (agreement->fields, command->index);
  return TRUE;
}

static void
apply_setting (MftCommand *command, MftAgreement *agreement)
{
  char *other = g_strdup (_mft_agreement_peek_setting (agreement, command->key));

  mft_agreement_set_setting (agreement, command->key, command->value);
  g_free (command->value);
  command->value = other;
}

static gboolean
apply_to_block (MftCommand *command, MftAgreement *agreement)
{
  MftBlock *block
      = command->out != NULL ? command->out : mft_agreement_get_block (agreement, command->block);
  int other;

  if (block == NULL)
    return FALSE;
  switch (command->kind)
    {
    case MFT_COMMAND_TEXT:
      apply_text (command, block);
      return TRUE;
    case MFT_COMMAND_PLACE:
      return apply_place (command, agreement, block);
    case MFT_COMMAND_KIND:
      other = (int) block->kind;
      block->kind = (MftBlockKind) command->number;
      command->number = other;
      return TRUE;
    case MFT_COMMAND_MARKS:
      other = (int) block->marks;
      block->marks = (MftMarks) command->number;
      command->number = other;
      return TRUE;
    case MFT_COMMAND_PARTY:
      other = (int) block->party;
      block->party = (guint) command->number;
      command->number = other;
      return TRUE;
    case MFT_COMMAND_LABEL:
      apply_words (command, &block->locked_label);
      return TRUE;
    case MFT_COMMAND_CLAUSE:
      apply_clause (command, block);
      return TRUE;
    case MFT_COMMAND_TRAIT:
      apply_words (command, &block->traits[command->number]);
      return TRUE;
    case MFT_COMMAND_FIELD:
    case MFT_COMMAND_FIELD_PLACE:
    case MFT_COMMAND_SETTING:
      break;
    }
  g_return_val_if_reached (FALSE);
}

gboolean
mft_command_apply (MftCommand *command, MftAgreement *agreement)
{
  switch (command->kind)
    {
    case MFT_COMMAND_FIELD:
      return apply_field (command, agreement);
    case MFT_COMMAND_FIELD_PLACE:
      return apply_field_place (command, agreement);
    case MFT_COMMAND_SETTING:
      apply_setting (command, agreement);
      return TRUE;
    case MFT_COMMAND_TEXT:
    case MFT_COMMAND_PLACE:
    case MFT_COMMAND_KIND:
    case MFT_COMMAND_MARKS:
    case MFT_COMMAND_PARTY:
    case MFT_COMMAND_LABEL:
    case MFT_COMMAND_CLAUSE:
    case MFT_COMMAND_TRAIT:
      return apply_to_block (command, agreement);
    }
  g_return_val_if_reached (FALSE);
}

gsize
mft_command_size (MftCommand *command)
{
  gsize size = sizeof *command;

  if (command->text != NULL)
    size += mft_text_size (command->text);
  for (MftBlock *at = command->out; at != NULL; at = mft_block_next (at, command->out))
    size += sizeof *at + mft_text_size (at->text);
  return size;
}
