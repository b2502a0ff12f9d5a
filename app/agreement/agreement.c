/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/agreement-private.h"

#include "agreement/block-private.h"
#include "agreement/numbering.h"

enum
{
  PROP_0,
  PROP_LOCK,
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MftAgreement, mft_agreement, G_TYPE_OBJECT)

static const struct
{
  const char *key;
  const char *value;
} setting_defaults[] = {
  { "acuan", "ringkas" },     { "garis", "" },
  { "konsep", "" },           { "naskah", "Perjanjian Kerja Sama" },
  { "pihak", "2" },           { "profil", "a4" },
  { "sebutan", "KESATU" },    { "tanggal", "kecil" },
  { "templat", "" },          { "huruf_sebutan", "kapital" },
  { "sisi_ttd", "kiri" },     { "gelar", "dengan" },
  { "pangkat_nip", "tanpa" }, { "judul_pasal", "kapital" },
};

static void
mft_agreement_finalize (GObject *object)
{
  MftAgreement *agreement = MFT_AGREEMENT (object);

  mft_history_free (agreement->history);
  mft_block_free (agreement->root);
  g_hash_table_unref (agreement->blocks);
  g_ptr_array_unref (agreement->fields);
  g_tree_unref (agreement->settings);
  g_hash_table_unref (agreement->entries);
  G_OBJECT_CLASS (mft_agreement_parent_class)->finalize (object);
}

static void
mft_agreement_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LOCK)
    g_value_set_int (value, (int) MFT_AGREEMENT (object)->lock);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mft_agreement_class_init (MftAgreementClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mft_agreement_finalize;
  G_OBJECT_CLASS (klass)->get_property = mft_agreement_get_property;
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_LOCK,
                                   g_param_spec_int ("lock", NULL, NULL, MFT_LOCK_NONE,
                                                     MFT_LOCK_ALL, MFT_LOCK_NONE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  signals[CHANGED] = g_signal_new ("changed", MFT_TYPE_AGREEMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer data)
{
  (void) data;
  return strcmp (a, b);
}

static void
mft_agreement_init (MftAgreement *agreement)
{
  agreement->blocks = g_hash_table_new (g_str_hash, g_str_equal);
  agreement->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_field_free);
  agreement->settings = g_tree_new_full (compare_keys, NULL, g_free, g_free);
  agreement->entries
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  agreement->history = mft_history_new ();
}

void
_mft_agreement_index (MftAgreement *agreement, MftBlock *block)
{
  for (MftBlock *at = block; at != NULL; at = mft_block_next (at, block))
    g_hash_table_insert (agreement->blocks, at->id, at);
}

void
_mft_agreement_unindex (MftAgreement *agreement, MftBlock *block)
{
  for (MftBlock *at = block; at != NULL; at = mft_block_next (at, block))
    g_hash_table_remove (agreement->blocks, at->id);
}

static MftBlock *
empty_tree (void)
{
  MftBlock *root = mft_block_new (MFT_BLOCK_AGREEMENT, NULL);

  for (MftBlockKind kind = MFT_BLOCK_TITLE; kind <= MFT_BLOCK_SIGNATURES; kind++)
    if (kind != MFT_BLOCK_LEGAL_BASIS)
      mft_block_append (root, mft_block_new (kind, NULL));
  return root;
}

MftAgreement *
mft_agreement_new (MftBlock *root)
{
  MftAgreement *agreement = g_object_new (MFT_TYPE_AGREEMENT, NULL);

  agreement->root = root != NULL ? root : empty_tree ();
  _mft_agreement_index (agreement, agreement->root);
  mft_numbering_update (agreement->root);
  return agreement;
}

static gboolean
copy_setting (gpointer key, gpointer value, gpointer data)
{
  mft_agreement_set_setting (data, key, value);
  return FALSE;
}

MftAgreement *
mft_agreement_snapshot (MftAgreement *agreement)
{
  MftAgreement *copy = mft_agreement_new (mft_block_copy (agreement->root));
  GHashTableIter entries;
  gpointer name;
  gpointer content;

  for (guint i = 0; i < agreement->fields->len; i++)
    mft_agreement_add_field (copy, mft_field_copy (g_ptr_array_index (agreement->fields, i)));
  g_tree_foreach (agreement->settings, copy_setting, copy);
  g_hash_table_iter_init (&entries, agreement->entries);
  while (g_hash_table_iter_next (&entries, &name, &content))
    g_hash_table_insert (copy->entries, g_strdup (name), g_bytes_ref (content));
  copy->revision = agreement->revision;
  return copy;
}

MftBlock *
mft_agreement_get_root (MftAgreement *agreement)
{
  return agreement->root;
}

MftBlock *
mft_agreement_get_part (MftAgreement *agreement, MftBlockKind kind)
{
  for (guint i = 0; i < mft_block_n_children (agreement->root); i++)
    if (mft_block_get_child (agreement->root, i)->kind == kind)
      return mft_block_get_child (agreement->root, i);
  return NULL;
}

MftBlock *
mft_agreement_get_block (MftAgreement *agreement, const char *id)
{
  return g_hash_table_lookup (agreement->blocks, id);
}

guint
mft_agreement_n_fields (MftAgreement *agreement)
{
  return agreement->fields->len;
}

MftField *
mft_agreement_get_field_at (MftAgreement *agreement, guint index)
{
  g_return_val_if_fail (index < agreement->fields->len, NULL);
  return g_ptr_array_index (agreement->fields, index);
}

static MftField *
find_field (MftAgreement *agreement, const char *id, guint *index)
{
  for (guint i = 0; i < agreement->fields->len; i++)
    {
      MftField *field = g_ptr_array_index (agreement->fields, i);
      if (g_str_equal (mft_field_get_id (field), id))
        {
          if (index != NULL)
            *index = i;
          return field;
        }
    }
  return NULL;
}

MftField *
mft_agreement_get_field (MftAgreement *agreement, const char *id)
{
  return find_field (agreement, id, NULL);
}

const char *
mft_agreement_get_value (MftAgreement *agreement, const char *id)
{
  MftField *field = mft_agreement_get_field (agreement, id);

  return field != NULL ? mft_field_get_value (field) : NULL;
}

void
mft_agreement_add_field (MftAgreement *agreement, MftField *field)
{
  guint index;

  if (find_field (agreement, mft_field_get_id (field), &index) == NULL)
    {
      g_ptr_array_add (agreement->fields, field);
      return;
    }
  mft_field_free (g_ptr_array_index (agreement->fields, index));
  g_ptr_array_index (agreement->fields, index) = field;
}

/* Whether a text value names the field: "… di {p1.nama}". */
static gboolean
value_names (const char *value, const char *field_id)
{
  g_autofree char *plain = g_strdup_printf ("{%s}", field_id);
  g_autofree char *typed = g_strdup_printf ("{%s:", field_id);

  return value != NULL && (strstr (value, plain) != NULL || strstr (value, typed) != NULL);
}

static guint
count_in_text (MftAgreement *agreement, MftText *text, const char *field_id)
{
  guint uses = 0;

  for (guint i = 0; i < mft_text_n_runs (text); i++)
    {
      const MftRun *run = mft_text_get_run (text, i);
      if (run->kind == MFT_RUN_FIELD
          && (g_str_equal (run->value, field_id)
              || value_names (mft_agreement_get_value (agreement, run->value), field_id)))
        uses++;
    }
  return uses;
}

guint
mft_agreement_count_uses (MftAgreement *agreement, const char *field_id)
{
  guint uses = 0;

  for (MftBlock *at = agreement->root; at != NULL; at = mft_block_next (at, agreement->root))
    uses += count_in_text (agreement, at->text, field_id);
  return uses;
}

char **
mft_agreement_dup_missing (MftAgreement *agreement)
{
  GPtrArray *missing = g_ptr_array_new_null_terminated (8, g_free, TRUE);

  for (guint i = 0; i < agreement->fields->len; i++)
    {
      MftField *field = g_ptr_array_index (agreement->fields, i);
      const char *id = mft_field_get_id (field);
      if (mft_field_is_required (field) && mft_field_get_value (field) == NULL
          && mft_agreement_count_uses (agreement, id) > 0)
        g_ptr_array_add (missing, g_strdup (id));
    }
  return (char **) g_ptr_array_free (missing, FALSE);
}

const char *
_mft_agreement_peek_setting (MftAgreement *agreement, const char *key)
{
  return g_tree_lookup (agreement->settings, key);
}

const char *
mft_agreement_get_setting (MftAgreement *agreement, const char *key)
{
  const char *value = _mft_agreement_peek_setting (agreement, key);

  for (guint i = 0; value == NULL && i < G_N_ELEMENTS (setting_defaults); i++)
    if (g_str_equal (setting_defaults[i].key, key))
      return setting_defaults[i].value;
  return value;
}

void
mft_agreement_set_setting (MftAgreement *agreement, const char *key, const char *value)
{
  if (value != NULL)
    g_tree_replace (agreement->settings, g_strdup (key), g_strdup (value));
  else
    g_tree_remove (agreement->settings, key);
}

static gboolean
add_key (gpointer key, gpointer value, gpointer data)
{
  (void) value;
  g_ptr_array_add (data, g_strdup (key));
  return FALSE;
}

char **
mft_agreement_dup_setting_keys (MftAgreement *agreement)
{
  GPtrArray *keys = g_ptr_array_new_null_terminated (8, g_free, TRUE);

  g_tree_foreach (agreement->settings, add_key, keys);
  return (char **) g_ptr_array_free (keys, FALSE);
}

guint
mft_agreement_n_parties (MftAgreement *agreement)
{
  return (guint) g_ascii_strtoull (mft_agreement_get_setting (agreement, "pihak"), NULL, 10);
}

void
mft_agreement_set_n_parties (MftAgreement *agreement, guint parties)
{
  g_autofree char *number = g_strdup_printf ("%u", parties);

  mft_agreement_set_setting (agreement, "pihak", number);
}

GHashTable *
mft_agreement_get_entries (MftAgreement *agreement)
{
  return agreement->entries;
}

void
_mft_agreement_do (MftAgreement *agreement, MftCommand *command)
{
  MftBlock *only = command->kind == MFT_COMMAND_TEXT
                       ? mft_agreement_get_block (agreement, command->block)
                       : NULL;
  gboolean applied = mft_command_apply (command, agreement);

  g_assert (applied);
  /* A cell may be computed with elsewhere. */
  if (only == NULL || only->kind == MFT_BLOCK_CELL
      || (agreement->only != NULL && agreement->only != only))
    agreement->many = TRUE;
  agreement->only = only;
  agreement->dirty = TRUE;
  mft_history_add (agreement->history, command);
}

void
_mft_agreement_finish (MftAgreement *agreement)
{
  if (!agreement->dirty)
    return;
  gboolean relabelled = agreement->many && mft_numbering_update (agreement->root);
  MftBlock *only = agreement->many || relabelled ? NULL : agreement->only;
  agreement->dirty = FALSE;
  agreement->many = FALSE;
  agreement->only = NULL;
  agreement->revision++;
  g_signal_emit (agreement, signals[CHANGED], 0, only);
}

gboolean
mft_agreement_can_undo (MftAgreement *agreement)
{
  return agreement->lock == MFT_LOCK_NONE && mft_history_can_undo (agreement->history);
}

gboolean
mft_agreement_can_redo (MftAgreement *agreement)
{
  return agreement->lock == MFT_LOCK_NONE && mft_history_can_redo (agreement->history);
}

/* Not inside an edit: what it did so far would be lost. */
static gboolean
walk_history (MftAgreement *agreement, gboolean (*walk) (MftHistory *, MftAgreement *))
{
  g_return_val_if_fail (agreement->depth == 0, FALSE);
  agreement->typing_block = NULL;
  if (agreement->lock != MFT_LOCK_NONE || !walk (agreement->history, agreement))
    return FALSE;
  agreement->dirty = TRUE;
  agreement->many = TRUE;
  _mft_agreement_finish (agreement);
  return TRUE;
}

gboolean
mft_agreement_undo (MftAgreement *agreement)
{
  return walk_history (agreement, mft_history_undo);
}

gboolean
mft_agreement_redo (MftAgreement *agreement)
{
  return walk_history (agreement, mft_history_redo);
}

guint64
mft_agreement_get_revision (MftAgreement *agreement)
{
  return agreement->revision;
}

const char *
mft_agreement_get_history_id (MftAgreement *agreement)
{
  return mft_history_get_id (agreement->history);
}

GPtrArray *
mft_agreement_dup_unsaved_steps (MftAgreement *agreement, gboolean all)
{
  return mft_history_unsaved (agreement->history, all);
}

void
mft_agreement_note_history_saved (MftAgreement *agreement)
{
  mft_history_note_saved (agreement->history);
}

void
mft_agreement_set_saved_history (MftAgreement *agreement, const char *id, GPtrArray *steps)
{
  g_return_if_fail (!mft_history_can_undo (agreement->history));
  mft_history_take_saved (agreement->history, id, steps);
}
