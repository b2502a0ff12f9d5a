/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/chapters.h"

#include "agreement/chapter.h"

#include "compare/classify.h"

/* A BAB begins with a Pasal and is no block; here it is a node as if it were one. */
typedef struct
{
  MftNode *node;
  char *label; /* "BAB II" */
  guint pasal; /* the node of the Pasal it begins with */
  guint match; /* the BAB of the other side, or MFT_NO_NODE */
} Chapter;

static void
clear_chapter (gpointer data)
{
  Chapter *chapter = data;

  mft_node_free (chapter->node);
  g_free (chapter->label);
}

static GArray *
list_chapters (MftSide *side)
{
  GArray *chapters = g_array_new (FALSE, FALSE, sizeof (Chapter));

  g_array_set_clear_func (chapters, clear_chapter);
  for (guint i = 0; i < side->nodes->len; i++)
    {
      MftBlock *block = mft_side_get (side, i)->block;
      if (mft_block_get_kind (block) != MFT_BLOCK_PASAL)
        continue;
      g_autofree char *heading = mft_chapter_dup_heading (side->agreement, block);
      if (heading == NULL)
        continue;
      Chapter chapter = { mft_node_new_words (block, heading),
                          mft_chapter_dup_label (side->agreement, block), i, MFT_NO_NODE };
      g_array_append_val (chapters, chapter);
    }
  return chapters;
}

static Chapter *
get (GArray *chapters, guint index)
{
  return &g_array_index (chapters, Chapter, index);
}

/* --- which is which ------------------------------------------------------------------------------------- */

static gboolean
begins_at_match (MftSide *left, const Chapter *a, const Chapter *b)
{
  return mft_side_get (left, a->pasal)->match == b->pasal;
}

static gboolean
says_the_same (const Chapter *a, const Chapter *b)
{
  return g_str_equal (a->node->key, b->node->key);
}

static void
pair (MftSide *left, GArray *lefts, GArray *rights, gboolean by_place, gboolean by_words)
{
  for (guint i = 0; i < lefts->len; i++)
    for (guint j = 0; j < rights->len; j++)
      {
        Chapter *a = get (lefts, i);
        Chapter *b = get (rights, j);
        if (a->match == MFT_NO_NODE && b->match == MFT_NO_NODE
            && (!by_place || begins_at_match (left, a, b)) && (!by_words || says_the_same (a, b)))
          {
            a->match = j;
            b->match = i;
          }
      }
}

/* --- what became of it ---------------------------------------------------------------------------------- */

static MftVersion *
version_new (const Chapter *chapter)
{
  MftVersion *version = g_new0 (MftVersion, 1);

  version->kind = MFT_BLOCK_BODY;
  version->path = g_strdup (chapter->label);
  version->id = mft_version_dup_chapter_id (mft_block_get_id (chapter->node->block));
  version->label = g_strdup (chapter->label);
  version->text = g_strdup (chapter->node->text);
  version->ids = g_strdupv ((char *[]){ version->id, NULL });
  version->labels = g_strdupv ((char *[]){ version->label, NULL });
  version->starts = g_new0 (gsize, 1);
  version->place = MFT_PLACE_OF_NODE (chapter->pasal) - 1;
  return version;
}

static MftChangeClass
classify (MftSide *left, const Chapter *a, const Chapter *b)
{
  MftChangeClass text = mft_classify_text (a->node, b->node);

  if (!begins_at_match (left, a, b))
    return text == MFT_CHANGE_EDITED ? MFT_CHANGE_MOVED_EDITED : MFT_CHANGE_MOVED;
  if (text != MFT_CHANGE_EDITED && !g_str_equal (a->label, b->label))
    return MFT_CHANGE_RENUMBERED;
  return text;
}

/* `a` or `b` may be NULL. It is told with the Pasal `pasal`. */
static MftChange *
change_new (MftSide *left, const Chapter *a, const Chapter *b, const MftNode *pasal)
{
  MftChange *change = g_new0 (MftChange, 1);

  change->article = g_strdup (mft_block_get_label (pasal->block));
  change->heading = g_strdup (pasal->text);
  change->left = a != NULL ? version_new (a) : NULL;
  change->right = b != NULL ? version_new (b) : NULL;
  if (a != NULL && b != NULL)
    {
      change->class = classify (left, a, b);
      change->important = mft_classify_text (a->node, b->node) == MFT_CHANGE_EDITED
                          && mft_differs_importantly (a->node, b->node);
      change->pieces
          = mft_pieces_diff (a->node->text, a->node->lexemes, b->node->text, b->node->lexemes);
      return change;
    }
  const MftNode *node = a != NULL ? a->node : b->node;
  change->class = a != NULL ? MFT_CHANGE_DELETED : MFT_CHANGE_INSERTED;
  change->important = mft_is_important (node);
  change->pieces = mft_pieces_new ();
  mft_pieces_add (change->pieces, a != NULL ? MFT_PIECE_REMOVED : MFT_PIECE_ADDED, node->text,
                  strlen (node->text));
  return change;
}

/* A BAB that is gone is told where its Pasal is now, or was. */
static MftChapterChange
tell_deleted (MftSide *left, MftSide *right, const Chapter *chapter)
{
  guint match = mft_side_get (left, mft_side_head (left, chapter->pasal))->match;
  gboolean stayed = match != MFT_NO_NODE;
  guint node = stayed ? match : chapter->pasal;
  const MftNode *pasal = mft_side_get (stayed ? right : left, node);

  return (MftChapterChange){ change_new (left, chapter, NULL, pasal), stayed, node };
}

GArray *
mft_chapters_compare (MftSide *left, MftSide *right)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (MftChapterChange));
  g_autoptr (GArray) lefts = list_chapters (left);
  g_autoptr (GArray) rights = list_chapters (right);

  pair (left, lefts, rights, TRUE, TRUE);
  pair (left, lefts, rights, FALSE, TRUE);
  pair (left, lefts, rights, TRUE, FALSE);
  for (guint i = 0; i < lefts->len; i++)
    if (get (lefts, i)->match == MFT_NO_NODE)
      {
        MftChapterChange change = tell_deleted (left, right, get (lefts, i));
        g_array_append_val (changes, change);
      }
  for (guint i = 0; i < rights->len; i++)
    {
      const Chapter *b = get (rights, i);
      const Chapter *a = b->match != MFT_NO_NODE ? get (lefts, b->match) : NULL;
      const MftNode *pasal = mft_side_get (right, b->pasal);
      MftChapterChange change = { change_new (left, a, b, pasal), TRUE, b->pasal };
      g_array_append_val (changes, change);
    }
  return changes;
}
