/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/list-marks.h"

#include <string.h>

gsize
mft_list_mark_scan (const char *words, const char **joint)
{
  static const struct
  {
    const char *mark;
    const char *joint;
  } marks[] = { { "; dan/atau", "dan/atau" }, { "; dan", "dan" }, { "; atau", "atau" },
                { "; serta", "serta" },       { ";", NULL },      { ".", NULL } };

  if (joint != NULL)
    *joint = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_suffix (words, marks[i].mark))
      {
        if (joint != NULL)
          *joint = marks[i].joint;
        return strlen (marks[i].mark);
      }
  return 0;
}

static gboolean
is_item (MftBlock *block)
{
  return mft_block_get_kind (block) == MFT_BLOCK_ITEM;
}

/* The line that carries the item's mark: its own, or the last one of the list in it. NULL where text goes
 * on behind that list. */
static MftBlock *
marked_line (MftBlock *item)
{
  while (item != NULL && mft_block_n_children (item) > 0)
    {
      MftBlock *last = mft_block_get_child (item, mft_block_n_children (item) - 1);
      item = is_item (last) ? last : NULL;
    }
  return item;
}

/* The words that the line ends with; "" where it ends with a value or reference. */
static const char *
last_words (MftBlock *line)
{
  MftText *text = mft_block_get_text (line);
  guint runs = mft_text_n_runs (text);
  const MftRun *last = runs > 0 ? mft_text_get_run (text, runs - 1) : NULL;

  return last != NULL && last->kind == MFT_RUN_TEXT ? last->value : "";
}

static void
set_mark (MftAgreement *agreement, MftBlock *line, const char *mark)
{
  const char *words = last_words (line);
  gsize size = mft_list_mark_scan (words, NULL);
  guint end = mft_text_length (mft_block_get_text (line));

  if (g_str_equal (words + strlen (words) - size, mark))
    return;
  g_autoptr (MftText) text = mft_text_new (mark, MFT_STYLE_PLAIN);
  mft_edit_text (agreement, line, end - (guint) size, end, text, NULL);
}

static GPtrArray *
list_items (MftBlock *parent)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < mft_block_n_children (parent); i++)
    if (is_item (mft_block_get_child (parent, i)))
      g_ptr_array_add (items, mft_block_get_child (parent, i));
  return items;
}

/* FALSE: its items are sentences or end with nothing, so that none depends on its place. */
static gboolean
read_marks (GPtrArray *items, const char **joint, char **closing)
{
  gboolean marked = FALSE;

  *joint = "dan";
  for (guint i = 0; i < items->len; i++)
    {
      MftBlock *line = marked_line (items->pdata[i]);
      const char *words = line != NULL ? last_words (line) : "";
      const char *found;
      gsize size = mft_list_mark_scan (words, &found);
      const char *mark = words + strlen (words) - size;
      if (i + 1 == items->len)
        *closing = g_strdup (mark);
      else
        marked = marked || mark[0] == ';';
      *joint = found != NULL && i + 1 < items->len ? found : *joint;
    }
  return marked;
}

gboolean
mft_list_marks_remove_item (MftAgreement *agreement, MftBlock *item, GError **error)
{
  MftBlock *parent = mft_block_get_parent (item);
  g_autoptr (GPtrArray) items = list_items (parent);
  g_autofree char *closing = NULL;
  const char *joint;
  gboolean marked = read_marks (items, &joint, &closing);

  if (!mft_edit_remove (agreement, item, error))
    return FALSE;
  g_ptr_array_remove (items, item);
  for (guint i = 0; marked && i < items->len; i++)
    {
      MftBlock *line = marked_line (items->pdata[i]);
      g_autofree char *mark = i + 1 == items->len   ? g_strdup (closing)
                              : i + 2 == items->len ? g_strconcat ("; ", joint, NULL)
                                                    : g_strdup (";");
      if (line != NULL)
        set_mark (agreement, line, mark);
    }
  return TRUE;
}
