/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "amend/renumber.h"

#include "agreement/edit.h"
#include "bahasa/label.h"
#include "compare/match.h"
#include "compare/take.h"

#include "amend/attachment.h"
#include "amend/error.h"

typedef struct
{
  MftAgreement *result;
  MftSide *left, *right;
  gboolean *aligned;  /* by left node: the same unit in the same place */
  GHashTable *labels; /* MftBlock of the result → char * */
} Renumbering;

/* A numbered unit of the result. */
typedef struct
{
  MftBlock *block;
  MftLabel label;
  gboolean kept; /* has a number from the original */
} Unit;

static gboolean
is_numbered (MftBlock *block)
{
  MftBlockKind outer = mft_block_get_kind (mft_block_get_parent (block));

  switch ((int) mft_block_get_kind (block))
    {
    case MFT_BLOCK_PASAL:
    case MFT_BLOCK_AYAT:
    case MFT_BLOCK_ITEM:
    case MFT_BLOCK_ATTACHMENT:
      return TRUE;
    case MFT_BLOCK_CONTACT:
      return outer != MFT_BLOCK_PASAL && outer != MFT_BLOCK_ATTACHMENT;
    default:
      return FALSE;
    }
}

/* An only attachment is the first one. */
static gboolean
read_label (MftBlock *block, MftLabel *label)
{
  const char *words = mft_block_get_label (block);

  if (mft_attachment_is_only (block))
    {
      *label = (MftLabel){ .kind = MFT_LABEL_LAMPIRAN, .ordinal = 1 };
      return TRUE;
    }
  return is_numbered (block) && words[0] != '\0' && mft_label_scan (words, label) == strlen (words);
}

/* --- what stays --------------------------------------------------------------------------------------- */

static void
align (Renumbering *self)
{
  self->aligned[0] = TRUE;
  for (guint i = 1; i < self->left->nodes->len; i++)
    {
      const MftNode *node = mft_side_get (self->left, i);
      self->aligned[i] = node->match != MFT_NO_NODE && !node->moved && self->aligned[node->parent]
                         && mft_side_get (self->right, node->match)->parent
                                == mft_side_get (self->left, node->parent)->match
                         && is_numbered (node->block)
                                == is_numbered (mft_side_get (self->right, node->match)->block);
    }
}

/* The block of the result that keeps the original's number, or NULL. */
static MftBlock *
find_kept (Renumbering *self, MftBlock *unit)
{
  guint index = mft_side_find (self->left, mft_block_get_id (unit));

  return self->aligned[index]
             ? mft_side_get (self->right, mft_side_get (self->left, index)->match)->block
             : NULL;
}

MftBlock *
mft_amend_placeholder (MftBlockKind kind, const char *id)
{
  g_autoptr (MftText) words = mft_text_new (MFT_AMEND_DELETED, MFT_STYLE_PLAIN);
  gboolean item = kind == MFT_BLOCK_CONTACT;

  if (kind != MFT_BLOCK_PASAL)
    return mft_block_new_with_id (item ? MFT_BLOCK_ITEM : kind, id, words);
  MftBlock *pasal = mft_block_new_with_id (kind, id, NULL);
  mft_block_append (pasal, mft_block_new (MFT_BLOCK_PARAGRAPH, words));
  return pasal;
}

/* References to what is gone still find its place, unless the block stands elsewhere now. */
static MftBlock *
add_placeholder (Renumbering *self, MftBlock *unit, MftBlock *parent, guint index, GError **error)
{
  const char *id = mft_block_get_id (unit);
  gboolean taken = mft_agreement_get_block (self->result, id) != NULL;
  MftBlock *block = mft_amend_placeholder (mft_block_get_kind (unit), taken ? NULL : id);

  return mft_edit_insert (self->result, parent, index, block, error) ? block : NULL;
}

static guint
first_unit (MftBlock *parent)
{
  for (guint i = 0; i < mft_block_n_children (parent); i++)
    if (is_numbered (mft_block_get_child (parent, i)))
      return i;
  return mft_block_n_children (parent);
}

/* Puts back what is gone and notes the original's labels. Returns how many there are. */
static gboolean
keep_units (Renumbering *self, MftBlock *original, MftBlock *parent, guint *n_units, GError **error)
{
  MftBlock *before = NULL;

  for (guint i = 0; i < mft_block_n_children (original); i++)
    {
      MftBlock *unit = mft_block_get_child (original, i);
      MftLabel label;
      if (!read_label (unit, &label))
        continue;
      MftBlock *kept = find_kept (self, unit);
      guint index = before != NULL ? mft_block_get_index (before) + 1 : first_unit (parent);
      if (kept == NULL && (kept = add_placeholder (self, unit, parent, index, error)) == NULL)
        return FALSE;
      g_hash_table_insert (self->labels, kept, g_strdup (mft_block_get_label (unit)));
      before = kept;
      ++*n_units;
    }
  return TRUE;
}

/* --- what is new -------------------------------------------------------------------------------------- */

static GArray *
list_units (Renumbering *self, MftBlock *parent)
{
  GArray *units = g_array_new (FALSE, TRUE, sizeof (Unit));

  for (guint i = 0; i < mft_block_n_children (parent); i++)
    {
      Unit unit = { .block = mft_block_get_child (parent, i) };
      const char *label = g_hash_table_lookup (self->labels, unit.block);
      if (!is_numbered (unit.block))
        continue;
      unit.kept = label != NULL;
      if (unit.kept && mft_label_scan (label, &unit.label) == 0)
        unit.label = (MftLabel){ .kind = MFT_LABEL_LAMPIRAN, .ordinal = 1 };
      g_array_append_val (units, unit);
    }
  return units;
}

/* Whether a number lies between two: none before the first, none between 7 and 7A. */
static gboolean
has_room (const Unit *before, const Unit *next)
{
  if (before == NULL)
    return FALSE;
  return next == NULL
         || (next->label.ordinal > before->label.ordinal && next->label.kind != MFT_LABEL_LAMPIRAN);
}

/* What has no number where it stands goes on behind the next unit. */
static gboolean
find_room (Renumbering *self, GArray *units, GError **error)
{
  const Unit *before = NULL;

  for (guint i = 0; i < units->len; i++)
    {
      Unit unit = g_array_index (units, Unit, i);
      guint next = i + 1;
      if (unit.kept)
        {
          before = &g_array_index (units, Unit, i);
          continue;
        }
      while (next < units->len && !g_array_index (units, Unit, next).kept)
        next++;
      if (has_room (before, next < units->len ? &g_array_index (units, Unit, next) : NULL))
        continue;
      /* The next unit comes before this run of new ones. */
      Unit kept = g_array_index (units, Unit, next);
      if (!mft_edit_move (self->result, kept.block, mft_block_get_parent (kept.block),
                          mft_block_get_index (unit.block), error))
        return FALSE;
      g_array_remove_index (units, next);
      g_array_insert_val (units, i, kept);
      before = &g_array_index (units, Unit, i);
    }
  return TRUE;
}

static gboolean
number_new (Renumbering *self, GArray *units, GError **error)
{
  MftLabel last = { 0 };
  guint last_kept = units->len;

  while (last_kept > 0 && !g_array_index (units, Unit, last_kept - 1).kept)
    last_kept--;
  for (guint i = 0; i < units->len; i++)
    {
      Unit *unit = &g_array_index (units, Unit, i);
      if (!unit->kept)
        {
          unit->label = last;
          if (i < last_kept)
            unit->label.inserted++;
          else
            unit->label = (MftLabel){ .kind = last.kind, .ordinal = last.ordinal + 1 };
          char *label = mft_label_format (unit->label);
          if (label == NULL)
            {
              g_set_error (error, MFT_AMEND_ERROR, MFT_AMEND_ERROR_NUMBERS,
                           "there is no number left behind '%s'",
                           mft_block_get_label (g_array_index (units, Unit, i - 1).block));
              return FALSE;
            }
          g_hash_table_insert (self->labels, unit->block, label);
        }
      last = unit->label;
    }
  return TRUE;
}

/* --- one list after the other ------------------------------------------------------------------------- */

/* A list that is marked otherwise now, or had no numbers, is counted anew. */
static gboolean
renumber_children (Renumbering *self, guint index, GError **error)
{
  const MftNode *node = mft_side_get (self->left, index);
  MftBlock *parent = mft_side_get (self->right, node->match)->block;
  gboolean list = mft_block_get_kind (node->block) != MFT_BLOCK_AGREEMENT
                  && mft_block_get_kind (node->block) != MFT_BLOCK_BODY
                  && mft_block_get_kind (node->block) != MFT_BLOCK_PASAL;
  guint n_units = 0;

  if (list && mft_block_get_effective_marks (node->block) != mft_block_get_effective_marks (parent))
    return TRUE;
  if (!keep_units (self, node->block, parent, &n_units, error))
    return FALSE;
  if (n_units == 0)
    return TRUE;
  g_autoptr (GArray) units = list_units (self, parent);
  return find_room (self, units, error) && number_new (self, units, error);
}

static gboolean
is_amendable (MftBlock *block)
{
  return mft_block_get_kind (block) == MFT_BLOCK_AGREEMENT
         || mft_block_get_ancestor (block, MFT_BLOCK_BODY) != NULL
         || mft_block_get_ancestor (block, MFT_BLOCK_ATTACHMENT) != NULL;
}

void
mft_amend_keep_labels (MftAgreement *agreement, GHashTable *labels)
{
  MftBlock *root = mft_agreement_get_root (agreement);

  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    {
      const char *label = g_hash_table_lookup (labels, at);
      if (label == NULL)
        continue;
      if (mft_block_get_locked_label (at) != NULL)
        mft_edit_locked_label (agreement, at, NULL);
      if (!g_str_equal (mft_block_get_label (at), label))
        mft_edit_locked_label (agreement, at, label);
    }
}

static gboolean
renumber (Renumbering *self, GError **error)
{
  for (guint i = 0; i < self->left->nodes->len; i++)
    if (self->aligned[i] && is_amendable (mft_side_get (self->left, i)->block)
        && !renumber_children (self, i, error))
      return FALSE;
  mft_amend_keep_labels (self->result, self->labels);
  return TRUE;
}

/* How roles, dates and references are written is no matter of an amendment. */
static void
keep_style (MftAgreement *result, MftAgreement *original)
{
  static const char *const keys[] = { "sebutan", "tanggal", "acuan" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    mft_edit_setting (result, keys[i], mft_agreement_get_setting (original, keys[i]));
}

MftAgreement *
mft_amend_renumber (MftAgreement *original, MftAgreement *changed, GError **error)
{
  g_autoptr (MftAgreement) result = mft_agreement_snapshot (original);

  if (!mft_take_all (result, changed, error))
    return NULL;
  keep_style (result, original);
  g_autoptr (MftSide) left = mft_side_new (original, NULL);
  g_autoptr (MftSide) right = mft_side_new (result, left);
  g_autofree gboolean *aligned = g_new0 (gboolean, left->nodes->len);
  g_autoptr (GHashTable) labels = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Renumbering self = { result, left, right, aligned, labels };

  mft_match (left, right);
  align (&self);
  return renumber (&self, error) ? mft_agreement_snapshot (result) : NULL;
}
