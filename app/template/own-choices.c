/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/own-choices.h"

#include <json-glib/json-glib.h>

#include "agreement/edit.h"
#include "agreement/shown.h"
#include "container/json.h"
#include "template/choice.h"
#include "template/error.h"
#include "template/list-marks.h"

#define SETTING "templat_pilihan"
#define VARIANT "rumusan-%u"

/* --- the list --------------------------------------------------------------------------------------- */

static void
variant_free (gpointer data)
{
  MftOwnVariant *variant = data;

  g_free (variant->name);
  g_free (variant->block);
  g_free (variant);
}

static MftOwnVariant *
variant_new (const char *name, const char *block)
{
  MftOwnVariant *variant = g_new (MftOwnVariant, 1);

  *variant = (MftOwnVariant){ g_strdup (name), g_strdup (block) };
  return variant;
}

static MftOwnChoice *
choice_new (const char *id, const char *title)
{
  MftOwnChoice *choice = g_new (MftOwnChoice, 1);

  *choice = (MftOwnChoice){ g_strdup (id), g_strdup (title),
                            g_ptr_array_new_with_free_func (variant_free) };
  return choice;
}

void
mft_own_choice_free (MftOwnChoice *choice)
{
  g_free (choice->id);
  g_free (choice->title);
  g_ptr_array_unref (choice->variants);
  g_free (choice);
}

MftOwnVariant *
mft_own_choice_get (const MftOwnChoice *choice, const char *name)
{
  for (guint i = 0; i < choice->variants->len; i++)
    if (g_str_equal (((MftOwnVariant *) choice->variants->pdata[i])->name, name))
      return choice->variants->pdata[i];
  return NULL;
}

/* A string of the object, or NULL where there is something else. */
static const char *
peek_string (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static void
read_variant (JsonArray *array G_GNUC_UNUSED, guint index G_GNUC_UNUSED, JsonNode *node,
              gpointer choice)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *name = object != NULL ? peek_string (object, "name") : NULL;

  if (name != NULL && mft_own_choice_get (choice, name) == NULL)
    g_ptr_array_add (((MftOwnChoice *) choice)->variants,
                     variant_new (name, peek_string (object, "block")));
}

static void
read_choice (JsonArray *array G_GNUC_UNUSED, guint index G_GNUC_UNUSED, JsonNode *node,
             gpointer choices)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *id = object != NULL ? peek_string (object, "id") : NULL;
  const char *title = object != NULL ? peek_string (object, "title") : NULL;
  JsonNode *variants = object != NULL ? json_object_get_member (object, "variants") : NULL;

  if (id == NULL || title == NULL || variants == NULL || !JSON_NODE_HOLDS_ARRAY (variants))
    return;
  MftOwnChoice *choice = choice_new (id, title);
  json_array_foreach_element (json_node_get_array (variants), read_variant, choice);
  g_ptr_array_add (choices, choice);
}

/* Blocks that the person removed meanwhile. */
static void
drop_gone (MftAgreement *template, MftOwnChoice *choice)
{
  for (guint i = choice->variants->len; i-- > 0;)
    {
      const MftOwnVariant *variant = choice->variants->pdata[i];
      if (variant->block != NULL && mft_agreement_get_block (template, variant->block) == NULL)
        g_ptr_array_remove_index (choice->variants, i);
    }
}

GPtrArray *
mft_own_choices_list (MftAgreement *template)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_own_choice_free);
  const char *written = mft_agreement_get_setting (template, SETTING);
  g_autoptr (GBytes) bytes
      = written != NULL ? g_bytes_new_static (written, strlen (written)) : NULL;
  g_autoptr (JsonNode) root = bytes != NULL ? mft_json_parse (bytes, SETTING, NULL) : NULL;

  if (root != NULL && JSON_NODE_HOLDS_ARRAY (root))
    json_array_foreach_element (json_node_get_array (root), read_choice, choices);
  for (guint i = choices->len; i-- > 0;)
    {
      MftOwnChoice *choice = choices->pdata[i];
      drop_gone (template, choice);
      if (choice->variants->len < 2)
        g_ptr_array_remove_index (choices, i);
    }
  return choices;
}

MftOwnChoice *
mft_own_choices_find (GPtrArray *choices, MftBlock *block)
{
  for (guint i = 0; i < choices->len; i++)
    {
      MftOwnChoice *choice = choices->pdata[i];
      for (guint j = 0; j < choice->variants->len; j++)
        if (g_strcmp0 (((MftOwnVariant *) choice->variants->pdata[j])->block,
                       mft_block_get_id (block))
            == 0)
          return choice;
    }
  return NULL;
}

static void
build_choice (JsonBuilder *json, const MftOwnChoice *choice)
{
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "id");
  json_builder_add_string_value (json, choice->id);
  json_builder_set_member_name (json, "title");
  json_builder_add_string_value (json, choice->title);
  json_builder_set_member_name (json, "variants");
  json_builder_begin_array (json);
  for (guint i = 0; i < choice->variants->len; i++)
    {
      const MftOwnVariant *variant = choice->variants->pdata[i];
      json_builder_begin_object (json);
      json_builder_set_member_name (json, "name");
      json_builder_add_string_value (json, variant->name);
      json_builder_set_member_name (json, "block");
      json_builder_add_string_value (json, variant->block);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
}

void
mft_own_choices_set (MftAgreement *template, GPtrArray *choices)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < choices->len; i++)
    build_choice (json, choices->pdata[i]);
  json_builder_end_array (json);
  g_autoptr (JsonNode) root = json_builder_get_root (json);
  g_autofree char *written = json_to_string (root, FALSE);
  mft_edit_setting (template, SETTING, choices->len > 0 ? written : NULL);
}

/* --- changing it ------------------------------------------------------------------------------------ */

MftBlock *
mft_own_choices_passage_of (MftBlock *block)
{
  for (MftBlock *at = block; at != NULL; at = mft_block_get_parent (at))
    switch (mft_block_get_kind (at))
      {
      case MFT_BLOCK_PASAL:
      case MFT_BLOCK_AYAT:
      case MFT_BLOCK_ITEM:
      case MFT_BLOCK_LEGAL_BASIS:
      case MFT_BLOCK_ATTACHMENT:
        return at;
      case MFT_BLOCK_AGREEMENT:
      case MFT_BLOCK_TITLE:
      case MFT_BLOCK_OPENING:
      case MFT_BLOCK_KOMPARISI:
      case MFT_BLOCK_RECITALS:
      case MFT_BLOCK_SENTENCE:
      case MFT_BLOCK_BODY:
      case MFT_BLOCK_CLOSING:
      case MFT_BLOCK_SIGNATURES:
      case MFT_BLOCK_PARAGRAPH:
      case MFT_BLOCK_CONTACT:
      case MFT_BLOCK_LINE:
      case MFT_BLOCK_CENTERED:
      case MFT_BLOCK_PERSON:
      case MFT_BLOCK_SIGNATURE:
      case MFT_BLOCK_TABLE:
      case MFT_BLOCK_TABLE_HEAD:
      case MFT_BLOCK_ROW:
      case MFT_BLOCK_CELL:
      case MFT_BLOCK_FIGURE:
        break;
      }
  return NULL;
}

static gboolean
check_passage (MftBlock *passage, GError **error)
{
  if (mft_own_choices_passage_of (passage) == passage)
    return TRUE;
  g_set_error_literal (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_PART,
                       "this part belongs to every agreement");
  return FALSE;
}

/* "JANGKA WAKTU", or the place of what has no heading. */
static char *
dup_title (MftAgreement *template, MftBlock *passage)
{
  g_autofree char *heading = mft_block_get_kind (passage) == MFT_BLOCK_PASAL
                                     || mft_block_get_kind (passage) == MFT_BLOCK_ATTACHMENT
                                 ? mft_shown_text (template, passage)
                                 : NULL;

  return heading != NULL && heading[0] != '\0' ? g_steal_pointer (&heading)
                                               : mft_block_dup_path (passage);
}

static gboolean
has_id (GPtrArray *choices, const char *id)
{
  for (guint i = 0; i < choices->len; i++)
    if (g_str_equal (((MftOwnChoice *) choices->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

/* "jangka-waktu", with a number behind it if another choice is called so. */
static char *
dup_id (GPtrArray *choices, const char *title)
{
  g_autofree char *lower = g_utf8_strdown (title, -1);
  g_autoptr (GString) id = g_string_new (NULL);
  gsize stem;

  for (const char *at = lower; *at != '\0'; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (id, *at);
    else if (id->len > 0 && id->str[id->len - 1] != '-')
      g_string_append_c (id, '-');
  if (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  if (id->len == 0)
    g_string_append (id, "bagian");
  stem = id->len;
  for (guint count = 2; has_id (choices, id->str); count++)
    {
      g_string_truncate (id, stem);
      g_string_append_printf (id, "-%u", count);
    }
  return g_strdup (id->str);
}

static MftOwnChoice *
add_choice (MftAgreement *template, GPtrArray *choices, MftBlock *passage, const char *name)
{
  g_autofree char *title = dup_title (template, passage);
  g_autofree char *id = dup_id (choices, title);
  MftOwnChoice *choice = choice_new (id, title);

  g_ptr_array_add (choice->variants, variant_new (name, mft_block_get_id (passage)));
  g_ptr_array_add (choices, choice);
  return choice;
}

static MftOwnVariant *
find_nothing (const MftOwnChoice *choice, guint *index)
{
  for (*index = 0; *index < choice->variants->len; (*index)++)
    if (((MftOwnVariant *) choice->variants->pdata[*index])->block == NULL)
      return choice->variants->pdata[*index];
  return NULL;
}

gboolean
mft_own_choices_is_optional (GPtrArray *choices, MftBlock *passage)
{
  const MftOwnChoice *choice = mft_own_choices_find (choices, passage);
  guint index;

  return choice != NULL && find_nothing (choice, &index) != NULL;
}

gboolean
mft_own_choices_set_optional (MftAgreement *template, MftBlock *passage, gboolean optional,
                              GError **error)
{
  g_autoptr (GPtrArray) choices = mft_own_choices_list (template);
  MftOwnChoice *choice = mft_own_choices_find (choices, passage);
  guint index;

  if (!check_passage (passage, error))
    return FALSE;
  if (optional == mft_own_choices_is_optional (choices, passage))
    return TRUE;
  if (optional && choice == NULL)
    choice = add_choice (template, choices, passage, MFT_CHOICE_ON);
  if (optional)
    g_ptr_array_add (choice->variants, variant_new (MFT_CHOICE_OFF, NULL));
  else if (find_nothing (choice, &index) != NULL)
    g_ptr_array_remove_index (choice->variants, index);
  if (choice->variants->len < 2)
    g_ptr_array_remove (choices, choice);
  mft_own_choices_set (template, choices);
  return TRUE;
}

void
mft_own_choices_prefer (MftAgreement *template, const char *id, const char *name)
{
  g_autoptr (GPtrArray) choices = mft_own_choices_list (template);

  for (guint i = 0; i < choices->len; i++)
    {
      MftOwnChoice *choice = choices->pdata[i];
      for (guint j = 1; g_str_equal (choice->id, id) && j < choice->variants->len; j++)
        if (g_str_equal (((MftOwnVariant *) choice->variants->pdata[j])->name, name))
          {
            g_ptr_array_insert (choice->variants, 0, g_ptr_array_steal_index (choice->variants, j));
            mft_own_choices_set (template, choices);
            return;
          }
    }
}

/* --- another wording -------------------------------------------------------------------------------- */

/* The text with references that lead to a key of the table leading to its value. */
static MftText *
redirect (MftText *text, GHashTable *ids)
{
  MftTextBuilder builder;

  mft_text_builder_init (&builder);
  for (guint i = 0; i < mft_text_n_runs (text); i++)
    {
      const MftRun *run = mft_text_get_run (text, i);
      const char *other = run->kind == MFT_RUN_REFERENCE && run->form != MFT_REFERENCE_EXTERNAL
                                  && run->form != MFT_REFERENCE_IGNORED
                              ? g_hash_table_lookup (ids, run->value)
                              : NULL;
      mft_text_builder_add (&builder, run->kind, other != NULL ? other : run->value, run->form,
                            run->style);
    }
  return mft_text_builder_end (&builder);
}

static MftBlock *
copy_anew (MftBlock *block, GHashTable *ids)
{
  MftBlock *copy = mft_block_new (mft_block_get_kind (block), mft_block_get_text (block));

  g_hash_table_insert (ids, (char *) mft_block_get_id (block), (char *) mft_block_get_id (copy));
  mft_block_set_marks (copy, mft_block_get_marks (block));
  mft_block_set_party (copy, mft_block_get_party (block));
  mft_block_set_clause (copy, mft_block_get_clause (block), mft_block_get_alternative (block));
  mft_block_take_traits (copy, block);
  for (guint i = 0; i < mft_block_n_children (block); i++)
    mft_block_append (copy, copy_anew (mft_block_get_child (block, i), ids));
  return copy;
}

MftBlock *
mft_own_choices_add_variant (MftAgreement *template, MftBlock *passage, GError **error)
{
  g_autoptr (GPtrArray) choices = mft_own_choices_list (template);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  MftOwnChoice *choice = mft_own_choices_find (choices, passage);
  g_autofree char *first = g_strdup_printf (VARIANT, 1u);
  g_autofree char *name = NULL;

  if (!check_passage (passage, error))
    return NULL;
  if (choice == NULL)
    choice = add_choice (template, choices, passage, first);
  for (guint i = 2; name == NULL || mft_own_choice_get (choice, name) != NULL; i++)
    {
      g_free (name);
      name = g_strdup_printf (VARIANT, i);
    }
  MftBlock *copy = copy_anew (passage, ids);
  for (MftBlock *at = copy; at != NULL; at = mft_block_next (at, copy))
    {
      g_autoptr (MftText) text = redirect (mft_block_get_text (at), ids);
      mft_block_set_text (at, text);
    }
  g_ptr_array_insert (choice->variants, 1, variant_new (name, mft_block_get_id (copy)));
  mft_edit_begin (template);
  gboolean inserted = mft_edit_insert (template, mft_block_get_parent (passage),
                                       mft_block_get_index (passage) + 1, copy, error);
  if (inserted)
    mft_own_choices_set (template, choices);
  mft_edit_end (template);
  return inserted ? copy : NULL;
}

/* --- an agreement ----------------------------------------------------------------------------------- */

/* The block of `taken` that stands where `block` does in `dropped`, or the nearest around it. */
static MftBlock *
counterpart (MftBlock *block, MftBlock *dropped, MftBlock *taken)
{
  MftBlock *around
      = block != dropped ? counterpart (mft_block_get_parent (block), dropped, taken) : NULL;

  if (around == NULL)
    return taken;
  MftBlock *there = mft_block_get_index (block) < mft_block_n_children (around)
                        ? mft_block_get_child (around, mft_block_get_index (block))
                        : NULL;
  return there != NULL && mft_block_get_kind (there) == mft_block_get_kind (block) ? there : around;
}

static void
redirect_all (MftAgreement *agreement, GHashTable *ids)
{
  MftBlock *root = mft_agreement_get_root (agreement);

  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    {
      MftText *before = mft_block_get_text (at);
      g_autoptr (MftText) after = redirect (before, ids);
      if (!mft_text_equal (before, after))
        mft_edit_text (agreement, at, 0, mft_text_length (before), after, NULL);
    }
}

static gboolean
take (MftAgreement *agreement, const MftOwnChoice *choice, const char *name, GError **error)
{
  const MftOwnVariant *wanted
      = name != NULL ? mft_own_choice_get (choice, name) : choice->variants->pdata[0];
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (wanted == NULL)
    {
      g_set_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_UNKNOWN,
                   "there is no choice '%s=%s'", choice->id, name);
      return FALSE;
    }
  MftBlock *taken
      = wanted->block != NULL ? mft_agreement_get_block (agreement, wanted->block) : NULL;
  for (guint i = 0; i < choice->variants->len; i++)
    {
      const MftOwnVariant *variant = choice->variants->pdata[i];
      MftBlock *block
          = variant->block != NULL ? mft_agreement_get_block (agreement, variant->block) : NULL;
      /* One that stood inside another may have gone with it. */
      if (block == NULL || block == taken)
        continue;
      for (MftBlock *at = block; taken != NULL && at != NULL; at = mft_block_next (at, block))
        g_hash_table_insert (ids, g_strdup (mft_block_get_id (at)),
                             (char *) mft_block_get_id (counterpart (at, block, taken)));
      if (mft_block_get_kind (block) == MFT_BLOCK_ITEM
              ? !mft_list_marks_remove_item (agreement, block, error)
              : !mft_edit_remove (agreement, block, error))
        return FALSE;
    }
  redirect_all (agreement, ids);
  return TRUE;
}

static gboolean
check_chosen (GPtrArray *choices, GHashTable *chosen, GError **error)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, chosen);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (has_id (choices, id))
        continue;
      g_set_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_UNKNOWN, "there is no choice '%s'",
                   (char *) id);
      return FALSE;
    }
  return TRUE;
}

gboolean
mft_own_choices_take (MftAgreement *agreement, GHashTable *chosen, GError **error)
{
  g_autoptr (GPtrArray) choices = mft_own_choices_list (agreement);
  gboolean done = chosen == NULL || check_chosen (choices, chosen, error);

  mft_edit_begin (agreement);
  for (guint i = 0; done && i < choices->len; i++)
    {
      const MftOwnChoice *choice = choices->pdata[i];
      done = take (agreement, choice,
                   chosen != NULL ? g_hash_table_lookup (chosen, choice->id) : NULL, error);
    }
  mft_edit_setting (agreement, SETTING, NULL);
  mft_edit_end (agreement);
  return done;
}
