/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/side.h"

#include "agreement/shown.h"

#include "compare/lexeme.h"

/* Appends what is shown; notes where bold and italic begin and end. */
static void
read_block (MftAgreement *agreement, MftBlock *block, GString *text, GString *style)
{
  g_autoptr (GArray) spans = mft_shown_spans (agreement, block);
  int before = MFT_STYLE_PLAIN;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  for (guint i = 0; i < spans->len; i++)
    {
      const MftShownSpan *span = &g_array_index (spans, MftShownSpan, i);
      int now = span->run->style & (MFT_STYLE_BOLD | MFT_STYLE_ITALIC);
      if (now != before)
        g_string_append_printf (style, "%" G_GSIZE_FORMAT ":%d ", text->len, now);
      before = now;
      g_string_append (text, span->text);
    }
}

/* What has no place of its own and is read with the block above. */
static gboolean
is_part_of_parent (MftBlock *block)
{
  return mft_block_get_kind (block) == MFT_BLOCK_LINE
         || mft_block_get_kind (block) == MFT_BLOCK_CELL;
}

int
mft_side_compare_nodes (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  return (x > y) - (x < y);
}

static int
compare_features (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a;
  guint32 y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

static void
find_features (MftNode *node)
{
  guint32 before = 0;
  guint kept = 0;

  for (guint i = 0; i < node->lexemes->len; i++)
    {
      const MftLexeme *lexeme = &g_array_index (node->lexemes, MftLexeme, i);
      guint32 word = g_str_hash (lexeme->folded);
      guint32 pair = before * 31 + word;
      if (lexeme->kind == MFT_LEXEME_MARK)
        continue;
      g_array_append_val (node->features, word);
      g_array_append_val (node->features, pair);
      before = word;
    }
  g_array_sort (node->features, compare_features);
  for (guint i = 0; i < node->features->len; i++)
    if (kept == 0
        || g_array_index (node->features, guint32, kept - 1)
               != g_array_index (node->features, guint32, i))
      g_array_index (node->features, guint32, kept++) = g_array_index (node->features, guint32, i);
  g_array_set_size (node->features, kept);
}

static gboolean
has_reference (MftBlock *block)
{
  MftText *text = mft_block_get_text (block);

  for (guint i = 0; i < mft_text_n_runs (text); i++)
    if (mft_text_get_run (text, i)->kind == MFT_RUN_REFERENCE)
      return TRUE;
  return FALSE;
}

/* References are resolved for each side by itself. */
static gboolean
share (MftNode *node, const MftNode *other)
{
  if (other == NULL || has_reference (node->block) || has_reference (other->block))
    return FALSE;
  node->lexemes = g_array_ref (other->lexemes);
  node->features = g_array_ref (other->features);
  node->key = g_strdup (other->key);
  return TRUE;
}

/* What follows from its text. */
static void
read_words (MftNode *node)
{
  GString *key = g_string_new (NULL);

  node->lexemes = mft_lexemes_new (node->text);
  node->features = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < node->lexemes->len; i++)
    g_string_append (key, g_array_index (node->lexemes, MftLexeme, i).folded);
  node->key = g_string_free (key, FALSE);
  find_features (node);
}

/* `known`: the nodes of the other side by their text, or NULL. */
static void
read_node (MftAgreement *agreement, MftNode *node, GHashTable *known)
{
  GString *text = g_string_new (NULL);
  GString *style = g_string_new (NULL);

  if (mft_block_kind_has_text (mft_block_get_kind (node->block)))
    read_block (agreement, node->block, text, style);
  for (guint i = 0; i < mft_block_n_children (node->block); i++)
    if (is_part_of_parent (mft_block_get_child (node->block, i)))
      read_block (agreement, mft_block_get_child (node->block, i), text, style);
  node->text = g_string_free (text, FALSE);
  node->style = g_string_free (style, FALSE);
  if (known != NULL && share (node, g_hash_table_lookup (known, node->text)))
    return;
  read_words (node);
}

MftNode *
mft_node_new_words (MftBlock *block, const char *words)
{
  MftNode *node = g_new0 (MftNode, 1);

  node->block = block;
  node->parent = node->pasal = node->match = node->head = MFT_NO_NODE;
  node->text = g_strdup (words);
  node->style = g_strdup ("");
  read_words (node);
  return node;
}

static void
add_nodes (MftSide *side, MftBlock *block, guint parent, guint pasal, GHashTable *known)
{
  guint index = side->nodes->len;
  MftNode node = { .block = block,
                   .parent = parent,
                   .pasal = mft_block_get_kind (block) == MFT_BLOCK_PASAL ? index : pasal,
                   .match = MFT_NO_NODE,
                   .head = MFT_NO_NODE };

  read_node (side->agreement, &node, known);
  g_array_append_val (side->nodes, node);
  g_hash_table_insert (side->by_id, (gpointer) mft_block_get_id (block), GUINT_TO_POINTER (index));
  for (guint i = 0; i < mft_block_n_children (block); i++)
    if (!is_part_of_parent (mft_block_get_child (block, i)))
      add_nodes (side, mft_block_get_child (block, i), index, node.pasal, known);
}

static void
clear_node (gpointer data)
{
  MftNode *node = data;

  g_free (node->text);
  g_free (node->style);
  g_free (node->key);
  g_array_unref (node->lexemes);
  g_array_unref (node->features);
  g_clear_pointer (&node->parts, g_array_unref);
}

void
mft_node_free (MftNode *node)
{
  clear_node (node);
  g_free (node);
}

static GHashTable *
index_texts (MftSide *side)
{
  GHashTable *texts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < side->nodes->len; i++)
    {
      MftNode *node = mft_side_get (side, i);
      g_hash_table_insert (texts, node->text, node);
    }
  return texts;
}

MftSide *
mft_side_new (MftAgreement *agreement, MftSide *like)
{
  MftSide *side = g_new0 (MftSide, 1);
  g_autoptr (GHashTable) known = like != NULL ? index_texts (like) : NULL;

  side->agreement = agreement;
  side->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  side->nodes = g_array_new (FALSE, FALSE, sizeof (MftNode));
  g_array_set_clear_func (side->nodes, clear_node);
  add_nodes (side, mft_agreement_get_root (agreement), MFT_NO_NODE, MFT_NO_NODE, known);
  return side;
}

void
mft_side_free (MftSide *side)
{
  g_array_unref (side->nodes);
  g_hash_table_unref (side->by_id);
  g_free (side);
}

MftNode *
mft_side_get (MftSide *side, guint index)
{
  return &g_array_index (side->nodes, MftNode, index);
}

guint
mft_side_head (MftSide *side, guint index)
{
  guint head = mft_side_get (side, index)->head;

  return head != MFT_NO_NODE ? head : index;
}

void
mft_side_add_part (MftSide *side, guint head, guint part)
{
  MftNode *node = mft_side_get (side, head);

  if (node->parts == NULL)
    node->parts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (node->parts, part);
  g_array_sort (node->parts, mft_side_compare_nodes);
  mft_side_get (side, part)->head = head;
}

static void
append_lexemes (MftNode *node, gsize shift, const MftNode *part)
{
  for (guint i = 0; i < part->lexemes->len; i++)
    {
      MftLexeme lexeme = g_array_index (part->lexemes, MftLexeme, i);
      lexeme.start += shift;
      lexeme.end += shift;
      lexeme.folded = g_strdup (lexeme.folded);
      g_array_append_val (node->lexemes, lexeme);
    }
}

MftNode *
mft_side_join (MftSide *side, guint index)
{
  const MftNode *head = mft_side_get (side, index);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint));
  GString *text = g_string_new (NULL);
  GString *style = g_string_new (NULL);
  GString *key = g_string_new (NULL);
  MftNode *node = g_memdup2 (head, sizeof *head);

  g_array_append_val (all, index);
  if (head->parts != NULL)
    g_array_append_vals (all, head->parts->data, head->parts->len);
  g_array_sort (all, mft_side_compare_nodes);
  node->parts = head->parts != NULL ? g_array_ref (head->parts) : NULL;
  node->lexemes = mft_lexemes_new ("");
  for (guint i = 0; i < all->len; i++)
    {
      const MftNode *part = mft_side_get (side, g_array_index (all, guint, i));
      g_string_append (text, i > 0 ? "\n" : "");
      append_lexemes (node, text->len, part);
      g_string_append (text, part->text);
      g_string_append (style, part->style);
      g_string_append (key, part->key);
    }
  node->text = g_string_free (text, FALSE);
  node->style = g_string_free (style, FALSE);
  node->key = g_string_free (key, FALSE);
  node->features = g_array_new (FALSE, FALSE, sizeof (guint32));
  find_features (node);
  return node;
}

void
mft_side_pair (MftSide *left, guint a, MftSide *right, guint b)
{
  mft_side_get (left, a)->match = b;
  mft_side_get (right, b)->match = a;
}

guint
mft_side_find (MftSide *side, const char *id)
{
  gpointer index;

  return g_hash_table_lookup_extended (side->by_id, id, NULL, &index) ? GPOINTER_TO_UINT (index)
                                                                      : MFT_NO_NODE;
}

/* What stands for a target on both sides: the id on the right of what was found on both, else "". */
static const char *
resolve (MftSide *side, const char *id, MftSide *right)
{
  guint found = mft_side_find (side, id);
  guint index = found != MFT_NO_NODE ? mft_side_head (side, found) : MFT_NO_NODE;
  guint match = index != MFT_NO_NODE ? mft_side_get (side, index)->match : MFT_NO_NODE;

  if (match == MFT_NO_NODE)
    return "";
  return mft_block_get_id (mft_side_get (right, side == right ? index : match)->block);
}

static void
resolve_block (MftSide *side, MftNode *node, MftSide *right)
{
  g_autoptr (GArray) spans = mft_shown_spans (side->agreement, node->block);
  gsize start = 0;
  guint lexeme = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const MftShownSpan *span = &g_array_index (spans, MftShownSpan, i);
      gsize end = start + strlen (span->text);
      for (; lexeme < node->lexemes->len; lexeme++)
        {
          MftLexeme *at = &g_array_index (node->lexemes, MftLexeme, lexeme);
          if (at->end > end)
            break;
          if (at->start >= start && at->kind == MFT_LEXEME_REFERENCE
              && span->run->kind == MFT_RUN_REFERENCE)
            at->target = resolve (side, span->run->value, right);
        }
      start = end;
    }
}

void
mft_side_resolve (MftSide *side, MftSide *right)
{
  for (guint i = 0; i < side->nodes->len; i++)
    if (mft_block_kind_has_text (mft_block_get_kind (mft_side_get (side, i)->block))
        && has_reference (mft_side_get (side, i)->block))
      resolve_block (side, mft_side_get (side, i), right);
}
