/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands as they are kept beside the text, so that undo outlives the program. */
#include "agreement/command.h"

#include "agreement/block-private.h"

#define RUNS_TYPE "a(yuis)"
#define BLOCK_TYPE "(ysuumsmsmsa{us}" RUNS_TYPE "av)"
#define FIELD_TYPE "(sybsmasmsms)"
#define DEPTH_MOST 16
#define STYLES (MFT_STYLE_BOLD | MFT_STYLE_ITALIC | MFT_STYLE_DEFINITION | MFT_STYLE_TERM)

/* --- writing ----------------------------------------------------------------------------------------- */

static GVariant *
write_text (MftText *text)
{
  GVariantBuilder runs;

  g_variant_builder_init (&runs, G_VARIANT_TYPE (RUNS_TYPE));
  for (guint i = 0; i < mft_text_n_runs (text); i++)
    {
      const MftRun *run = mft_text_get_run (text, i);
      g_variant_builder_add (&runs, "(yuis)", run->kind, run->style, run->form, run->value);
    }
  return g_variant_builder_end (&runs);
}

static GVariant *
write_traits (MftBlock *block)
{
  GVariantBuilder traits;

  g_variant_builder_init (&traits, G_VARIANT_TYPE ("a{us}"));
  for (guint i = 0; i < MFT_N_TRAITS; i++)
    if (block->traits[i] != NULL)
      g_variant_builder_add (&traits, "{us}", i, block->traits[i]);
  return g_variant_builder_end (&traits);
}

static GVariant *
write_block (MftBlock *block)
{
  GVariantBuilder children;

  g_variant_builder_init (&children, G_VARIANT_TYPE ("av"));
  for (guint i = 0; i < mft_block_n_children (block); i++)
    g_variant_builder_add (&children, "v", write_block (mft_block_get_child (block, i)));
  return g_variant_new ("(ysuumsmsms@a{us}@" RUNS_TYPE "@av)", block->kind, block->id, block->marks,
                        block->party, block->locked_label, block->clause, block->alternative,
                        write_traits (block), write_text (block->text),
                        g_variant_builder_end (&children));
}

static GVariant *
write_field (const MftField *field)
{
  const char *const *choices = mft_field_get_choices (field);

  return g_variant_new (
      "(sybs@masmsms)", mft_field_get_id (field), mft_field_get_type (field),
      mft_field_is_required (field), mft_field_get_meaning (field),
      g_variant_new_maybe (G_VARIANT_TYPE_STRING_ARRAY,
                           choices != NULL ? g_variant_new_strv (choices, -1) : NULL),
      mft_field_get_default (field), mft_field_get_value (field));
}

static GVariant *
write_content (const MftCommand *command)
{
  if (command->text != NULL)
    return write_text (command->text);
  if (command->out != NULL)
    return write_block (command->out);
  return command->field != NULL ? write_field (command->field) : NULL;
}

GVariant *
mft_command_write (const MftCommand *command)
{
  GVariant *content = write_content (command);

  return g_variant_new (
      "(ymsmsmsiu@mv)", command->kind, command->block, command->key, command->value,
      command->number, command->index,
      g_variant_new_maybe (G_VARIANT_TYPE_VARIANT,
                           content != NULL ? g_variant_new_variant (content) : NULL));
}

/* --- reading ----------------------------------------------------------------------------------------- */

static MftText *
read_text (GVariant *written)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (MftRun));
  GVariantIter iter;
  guint8 kind;
  guint32 style;
  gint32 form;
  const char *value;

  g_variant_iter_init (&iter, written);
  while (g_variant_iter_next (&iter, "(yui&s)", &kind, &style, &form, &value))
    {
      const MftRun run = { (MftRunKind) kind, (MftStyle) style, form, value };
      if (kind > MFT_RUN_FORMULA || (style & ~(guint32) STYLES) != 0 || form < 0
          || form > MFT_FORM_WORDS)
        return NULL;
      g_array_append_val (runs, run);
    }
  return mft_text_new_runs ((const MftRun *) (gpointer) runs->data, runs->len);
}

static gboolean
read_traits (MftBlock *block, GVariant *written)
{
  GVariantIter iter;
  guint32 trait;
  const char *value;

  g_variant_iter_init (&iter, written);
  while (g_variant_iter_next (&iter, "{u&s}", &trait, &value))
    {
      if (trait >= MFT_N_TRAITS || block->traits[trait] != NULL)
        return FALSE;
      block->traits[trait] = g_strdup (value);
    }
  return TRUE;
}

static MftBlock *read_block (GVariant *written, guint depth);

static gboolean
read_children (MftBlock *block, GVariant *written, guint depth)
{
  for (gsize i = 0; i < g_variant_n_children (written); i++)
    {
      g_autoptr (GVariant) boxed = g_variant_get_child_value (written, i);
      g_autoptr (GVariant) child = g_variant_get_variant (boxed);
      MftBlock *read = read_block (child, depth + 1);
      if (read == NULL)
        return FALSE;
      mft_block_append (block, read);
    }
  return TRUE;
}

static MftBlock *
read_block (GVariant *written, guint depth)
{
  g_autoptr (GVariant) traits = NULL;
  g_autoptr (GVariant) runs = NULL;
  g_autoptr (GVariant) children = NULL;
  const char *id, *label, *clause, *alternative;
  guint8 kind;
  guint32 marks, party;

  if (depth > DEPTH_MOST || !g_variant_is_of_type (written, G_VARIANT_TYPE (BLOCK_TYPE)))
    return NULL;
  g_variant_get (written, "(y&suum&sm&sm&s@a{us}@" RUNS_TYPE "@av)", &kind, &id, &marks, &party,
                 &label, &clause, &alternative, &traits, &runs, &children);
  g_autoptr (MftText) text = read_text (runs);
  if (text == NULL || kind >= MFT_BLOCK_N_KINDS || marks > MFT_MARKS_SUB_ANGKA || *id == '\0')
    return NULL;
  g_autoptr (MftBlock) block = mft_block_new_with_id ((MftBlockKind) kind, id, text);
  mft_block_set_marks (block, (MftMarks) marks);
  mft_block_set_party (block, party);
  mft_block_set_locked_label (block, label);
  mft_block_set_clause (block, clause, alternative);
  return read_traits (block, traits) && read_children (block, children, depth)
             ? g_steal_pointer (&block)
             : NULL;
}

static MftField *
read_field (GVariant *written)
{
  g_autoptr (GVariant) boxed = NULL;
  g_autofree const char **choices = NULL;
  const char *id, *meaning, *usual, *value;
  guint8 type;
  gboolean required;

  if (!g_variant_is_of_type (written, G_VARIANT_TYPE (FIELD_TYPE)))
    return NULL;
  g_variant_get (written, "(&syb&s@masm&sm&s)", &id, &type, &required, &meaning, &boxed, &usual,
                 &value);
  g_autoptr (GVariant) list = g_variant_get_maybe (boxed);
  if (type > MFT_FIELD_CHOICE || (type == MFT_FIELD_CHOICE && list == NULL))
    return NULL;
  choices = list != NULL ? g_variant_get_strv (list, NULL) : NULL;
  MftField *field = mft_field_new (id, (MftFieldType) type, required, meaning, choices);
  mft_field_set_default (field, usual);
  mft_field_set_value (field, value);
  return field;
}

/* Whether what it owns and names is what its kind needs. */
static gboolean
is_whole (const MftCommand *command)
{
  switch (command->kind)
    {
    case MFT_COMMAND_TEXT:
      return command->block != NULL && command->text != NULL;
    case MFT_COMMAND_PLACE:
      return command->block != NULL
             && (command->out == NULL
                 || (command->key != NULL && g_str_equal (command->out->id, command->block)));
    case MFT_COMMAND_KIND:
      return command->block != NULL && command->number >= 0 && command->number < MFT_BLOCK_N_KINDS;
    case MFT_COMMAND_MARKS:
      return command->block != NULL && command->number >= 0
             && command->number <= MFT_MARKS_SUB_ANGKA;
    case MFT_COMMAND_PARTY:
      return command->block != NULL && command->number >= 0;
    case MFT_COMMAND_TRAIT:
      return command->block != NULL && command->number >= 0 && command->number < MFT_N_TRAITS;
    case MFT_COMMAND_LABEL:
    case MFT_COMMAND_CLAUSE:
      return command->block != NULL;
    case MFT_COMMAND_FIELD:
    case MFT_COMMAND_SETTING:
      return command->key != NULL;
    case MFT_COMMAND_FIELD_PLACE:
      return command->key != NULL
             && (command->field == NULL
                 || g_str_equal (mft_field_get_id (command->field), command->key));
    }
  return FALSE;
}

static void
read_content (MftCommand *command, GVariant *content)
{
  if (command->kind == MFT_COMMAND_TEXT
      && g_variant_is_of_type (content, G_VARIANT_TYPE (RUNS_TYPE)))
    command->text = read_text (content);
  else if (command->kind == MFT_COMMAND_PLACE)
    command->out = read_block (content, 0);
  else if (command->kind == MFT_COMMAND_FIELD_PLACE)
    command->field = read_field (content);
}

MftCommand *
mft_command_read (GVariant *written)
{
  g_autoptr (GVariant) maybe = NULL;
  guint8 kind;

  if (!g_variant_is_of_type (written, G_VARIANT_TYPE (MFT_COMMAND_TYPE)))
    return NULL;
  MftCommand *command = g_new0 (MftCommand, 1);
  g_variant_get (written, "(ymsmsmsiu@mv)", &kind, &command->block, &command->key, &command->value,
                 &command->number, &command->index, &maybe);
  command->kind = (MftCommandKind) kind;
  g_autoptr (GVariant) boxed = g_variant_get_maybe (maybe);
  g_autoptr (GVariant) content = boxed != NULL ? g_variant_get_variant (boxed) : NULL;
  if (content != NULL)
    read_content (command, content);
  if (is_whole (command))
    return command;
  mft_command_free (command);
  return NULL;
}
