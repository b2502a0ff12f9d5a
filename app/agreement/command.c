/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/command.h"

#include "agreement/agreement-private.h"
#include "agreement/block-private.h"

static MftCommand *
command_new (MftCommandKind kind, MftBlock *block)
{
  MftCommand *command = g_new0 (MftCommand, 1);

  command->kind = kind;
  command->block = block;
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

  command->parent = parent;
  command->index = index;
  command->owns_block = block->parent == NULL;
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
  if (command->owns_block)
    mft_block_free (command->block);
  mft_text_unref (command->text);
  g_free (command->key);
  g_free (command->value);
  g_free (command);
}

static void
apply_place (MftCommand *command, MftAgreement *agreement)
{
  MftBlock *from = command->block->parent;
  guint from_index = command->block->index;

  if (from != NULL)
    _mft_block_detach (command->block);
  else
    _mft_agreement_index (agreement, command->block);
  if (command->parent != NULL)
    _mft_block_attach (command->parent, command->index, command->block);
  else
    _mft_agreement_unindex (agreement, command->block);
  command->owns_block = command->parent == NULL;
  command->parent = from;
  command->index = from_index;
}

static void
apply_text (MftCommand *command)
{
  MftText *other = command->block->text;

  command->block->text = command->text;
  command->text = other;
}

static void
apply_label (MftCommand *command)
{
  char *other = command->block->locked_label;

  command->block->locked_label = command->value;
  command->value = other;
}

static void
apply_trait (MftCommand *command)
{
  char **trait = &command->block->traits[command->number];
  char *other = *trait;

  *trait = command->value;
  command->value = other;
}

static void
apply_field (MftCommand *command, MftAgreement *agreement)
{
  MftField *field = mft_agreement_get_field (agreement, command->key);
  char *other = g_strdup (mft_field_get_value (field));

  mft_field_set_value (field, command->value);
  g_free (command->value);
  command->value = other;
}

static void
apply_clause (MftCommand *command)
{
  g_autofree char *clause = g_strdup (command->block->clause);
  g_autofree char *alternative = g_strdup (command->block->alternative);

  mft_block_set_clause (command->block, command->key, command->value);
  g_free (command->key);
  g_free (command->value);
  command->key = g_steal_pointer (&clause);
  command->value = g_steal_pointer (&alternative);
}

static void
apply_field_place (MftCommand *command, MftAgreement *agreement)
{
  if (command->field != NULL)
    {
      g_ptr_array_insert (agreement->fields, (int) command->index,
                          g_steal_pointer (&command->field));
      return;
    }
  for (guint i = 0; i < agreement->fields->len; i++)
    if (g_str_equal (mft_field_get_id (agreement->fields->pdata[i]), command->key))
      command->index = i;
  command->field = g_ptr_array_steal_index (agreement->fields, command->index);
}

static void
apply_setting (MftCommand *command, MftAgreement *agreement)
{
  char *other = g_strdup (_mft_agreement_peek_setting (agreement, command->key));

  mft_agreement_set_setting (agreement, command->key, command->value);
  g_free (command->value);
  command->value = other;
}

void
mft_command_apply (MftCommand *command, MftAgreement *agreement)
{
  int other;

  switch (command->kind)
    {
    case MFT_COMMAND_TEXT:
      apply_text (command);
      break;
    case MFT_COMMAND_PLACE:
      apply_place (command, agreement);
      break;
    case MFT_COMMAND_KIND:
      other = (int) command->block->kind;
      command->block->kind = (MftBlockKind) command->number;
      command->number = other;
      break;
    case MFT_COMMAND_MARKS:
      other = (int) command->block->marks;
      command->block->marks = (MftMarks) command->number;
      command->number = other;
      break;
    case MFT_COMMAND_PARTY:
      other = (int) command->block->party;
      command->block->party = (guint) command->number;
      command->number = other;
      break;
    case MFT_COMMAND_LABEL:
      apply_label (command);
      break;
    case MFT_COMMAND_CLAUSE:
      apply_clause (command);
      break;
    case MFT_COMMAND_TRAIT:
      apply_trait (command);
      break;
    case MFT_COMMAND_FIELD:
      apply_field (command, agreement);
      break;
    case MFT_COMMAND_FIELD_PLACE:
      apply_field_place (command, agreement);
      break;
    case MFT_COMMAND_SETTING:
      apply_setting (command, agreement);
      break;
    }
}

gsize
mft_command_size (MftCommand *command)
{
  gsize size = sizeof *command;

  if (command->text != NULL)
    size += mft_text_size (command->text);
  if (command->owns_block)
    for (MftBlock *at = command->block; at != NULL; at = mft_block_next (at, command->block))
      size += sizeof *at + mft_text_size (at->text);
  return size;
}
