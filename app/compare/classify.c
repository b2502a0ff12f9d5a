/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/classify.h"

/* The important lexemes of a text, in order. */
static GPtrArray *
list_important (const MftNode *node)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < node->lexemes->len; i++)
    if (mft_lexeme_is_important (&g_array_index (node->lexemes, MftLexeme, i)))
      g_ptr_array_add (list, &g_array_index (node->lexemes, MftLexeme, i));
  return list;
}

gboolean
mft_differs_importantly (const MftNode *left, const MftNode *right)
{
  g_autoptr (GPtrArray) as = list_important (left);
  g_autoptr (GPtrArray) bs = list_important (right);

  if (as->len != bs->len)
    return TRUE;
  for (guint i = 0; i < as->len; i++)
    if (!mft_lexeme_alike (left->text, g_ptr_array_index (as, i), right->text,
                           g_ptr_array_index (bs, i)))
      return TRUE;
  return FALSE;
}

static gboolean
has_targets (const MftNode *node)
{
  for (guint i = 0; i < node->lexemes->len; i++)
    if (g_array_index (node->lexemes, MftLexeme, i).target != NULL)
      return TRUE;
  return FALSE;
}

gboolean
mft_is_important (const MftNode *node)
{
  for (guint i = 0; i < node->lexemes->len; i++)
    if (mft_lexeme_is_important (&g_array_index (node->lexemes, MftLexeme, i)))
      return TRUE;
  return FALSE;
}

/* Whether it only parts a person's name from the office: "Wulan Hapsari, Kepala …" stands on pages as
 * "Wulan Hapsari : Kepala …". */
static gboolean
parts_name (const MftNode *node, const MftLexeme *lexeme)
{
  return mft_block_get_kind (node->block) == MFT_BLOCK_PERSON
         && (g_str_equal (lexeme->folded, ",") || g_str_equal (lexeme->folded, ":"));
}

/* The text without its form: words without case, quotes and white space, references by target. */
static char *
dup_substance (const MftNode *node, gboolean targets)
{
  GString *substance = g_string_new (NULL);
  gboolean parted = FALSE;

  for (guint i = 0; i < node->lexemes->len; i++)
    {
      const MftLexeme *lexeme = &g_array_index (node->lexemes, MftLexeme, i);
      gboolean by_target = targets && lexeme->target != NULL && lexeme->target[0] != '\0';
      if (!parted && parts_name (node, lexeme))
        {
          parted = TRUE;
          continue;
        }
      g_string_append_printf (substance, by_target ? "\1%s" : "%s",
                              by_target ? lexeme->target : lexeme->folded);
    }
  return g_string_free (substance, FALSE);
}

MftChangeClass
mft_classify_text (const MftNode *left, const MftNode *right)
{
  if (left->lexemes == right->lexemes) /* shared: one text, without references */
    return g_str_equal (left->style, right->style) ? MFT_CHANGE_SAME : MFT_CHANGE_COSMETIC;
  gboolean targets = has_targets (left) && has_targets (right);

  if (!targets && g_str_equal (left->text, right->text))
    return g_str_equal (left->style, right->style) ? MFT_CHANGE_SAME : MFT_CHANGE_COSMETIC;
  g_autofree char *a = dup_substance (left, targets);
  g_autofree char *b = dup_substance (right, targets);

  if (!g_str_equal (a, b) || mft_differs_importantly (left, right))
    return MFT_CHANGE_EDITED;
  if (g_str_equal (left->text, right->text))
    return g_str_equal (left->style, right->style) ? MFT_CHANGE_SAME : MFT_CHANGE_COSMETIC;
  return !targets || g_str_equal (left->key, right->key) ? MFT_CHANGE_COSMETIC
                                                         : MFT_CHANGE_REFERENCE_ONLY;
}

MftChangeClass
mft_classify (const MftNode *left, const MftNode *right)
{
  MftChangeClass text = mft_classify_text (left, right);

  if (left->parts != NULL || right->parts != NULL)
    return right->parts != NULL ? MFT_CHANGE_SPLIT : MFT_CHANGE_MERGED;
  if (left->moved)
    return text == MFT_CHANGE_EDITED ? MFT_CHANGE_MOVED_EDITED : MFT_CHANGE_MOVED;
  if ((text == MFT_CHANGE_SAME || text == MFT_CHANGE_COSMETIC)
      && !g_str_equal (mft_block_get_label (left->block), mft_block_get_label (right->block)))
    return MFT_CHANGE_RENUMBERED;
  return text;
}
