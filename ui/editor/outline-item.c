/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/outline-item.h"

#include <glib/gi18n.h>

#include "agreement/chapter.h"
#include "agreement/shown.h"
#include "bahasa/capitals.h"
#include "check/finding.h"

#define WORDS_MOST 80

struct _MftOutlineItem
{
  GObject parent_instance;

  char *id;
  char *label;
  char *words;
  guint level;
  guint findings;
  gboolean movable;
};

G_DEFINE_FINAL_TYPE (MftOutlineItem, mft_outline_item, G_TYPE_OBJECT)

static void
mft_outline_item_finalize (GObject *object)
{
  MftOutlineItem *self = MFT_OUTLINE_ITEM (object);

  g_free (self->id);
  g_free (self->label);
  g_free (self->words);
  G_OBJECT_CLASS (mft_outline_item_parent_class)->finalize (object);
}

static void
mft_outline_item_class_init (MftOutlineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mft_outline_item_finalize;
}

static void
mft_outline_item_init (MftOutlineItem *self)
{
  (void) self;
}

/* Takes `words` over. */
static void
add (GPtrArray *items, MftBlock *block, const char *label, char *words, guint level)
{
  MftOutlineItem *item = g_object_new (MFT_TYPE_OUTLINE_ITEM, NULL);

  item->id = g_strdup (mft_block_get_id (block));
  item->label = g_strdup (label);
  item->words = words;
  item->level = level;
  item->movable = level > 0 || mft_block_get_kind (block) == MFT_BLOCK_ATTACHMENT;
  g_ptr_array_add (items, item);
}

static const char *
part_words (MftBlockKind kind)
{
  static const struct
  {
    MftBlockKind kind;
    const char *words;
  } parts[] = {
    { MFT_BLOCK_TITLE, N_ ("Title") },
    { MFT_BLOCK_OPENING, N_ ("Opening") },
    { MFT_BLOCK_KOMPARISI, N_ ("Parties") },
    { MFT_BLOCK_RECITALS, N_ ("Considerations") },
    { MFT_BLOCK_LEGAL_BASIS, N_ ("Legal basis") },
    { MFT_BLOCK_CLOSING, N_ ("Closing") },
    { MFT_BLOCK_SIGNATURES, N_ ("Signatures") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].kind == kind)
      return _ (parts[i].words);
  return NULL;
}

/* Whole ones; a word longer than a line is cut. */
static char *
first_words (MftAgreement *agreement, MftBlock *block)
{
  g_autofree char *shown = mft_shown_text (agreement, block);

  if (g_utf8_strlen (shown, -1) <= WORDS_MOST)
    return g_steal_pointer (&shown);
  char *end = g_utf8_offset_to_pointer (shown, WORDS_MOST);
  char *space = g_strrstr_len (shown, end - shown + 1, " ");
  *(space != NULL ? space : end) = '\0';
  return g_strconcat (shown, " …", NULL);
}

static void
add_ayat (GPtrArray *items, MftAgreement *agreement, MftBlock *pasal)
{
  for (guint i = 0; i < mft_block_n_children (pasal); i++)
    {
      MftBlock *ayat = mft_block_get_child (pasal, i);
      if (mft_block_get_kind (ayat) == MFT_BLOCK_AYAT && *mft_block_get_label (ayat) != '\0')
        add (items, ayat, mft_block_get_label (ayat), first_words (agreement, ayat), 2);
    }
}

/* Leads to its first Pasal, and has no place of its own to be moved to. */
static void
add_chapter (GPtrArray *items, MftAgreement *agreement, MftBlock *pasal)
{
  g_autofree char *label = mft_chapter_dup_label (agreement, pasal);
  g_autofree char *heading = mft_chapter_dup_heading (agreement, pasal);
  g_autofree char *words = heading != NULL ? mft_capitals (heading, MFT_CAPITALS_TITLE) : NULL;

  if (label == NULL)
    return;
  add (items, pasal, "", g_strdup_printf ("%s %s", label, words), 0);
  ((MftOutlineItem *) items->pdata[items->len - 1])->movable = FALSE;
}

static void
add_body (GPtrArray *items, MftAgreement *agreement, MftBlock *body, MftBlock *open, gboolean all)
{
  for (guint i = 0; i < mft_block_n_children (body); i++)
    {
      MftBlock *pasal = mft_block_get_child (body, i);
      const char *label = mft_block_get_label (pasal);
      g_autofree char *heading = mft_shown_text (agreement, pasal);
      const char *number = g_str_has_prefix (label, "Pasal ") ? label + strlen ("Pasal ") : label;
      add_chapter (items, agreement, pasal);
      add (items, pasal, number, mft_capitals (heading, MFT_CAPITALS_TITLE), 1);
      if (all || pasal == open)
        add_ayat (items, agreement, pasal);
    }
}

static gboolean
has_words (MftOutlineItem *item, const char *folded)
{
  g_autofree char *words
      = g_strconcat (item->level == 1 ? "Pasal " : "", item->label, " ", item->words, NULL);
  g_autofree char *own = g_utf8_casefold (words, -1);

  return strstr (own, folded) != NULL;
}

static void
filter_items (GPtrArray *items, const char *filter)
{
  g_autofree char *folded = g_utf8_casefold (filter, -1);

  for (guint i = items->len; i > 0; i--)
    if (!has_words (g_ptr_array_index (items, i - 1), folded))
      g_ptr_array_remove_index (items, i - 1);
}

/* A finding counts for its ayat, its Pasal, and for the line that stands for its part. */
static void
count_finding (GHashTable *by_id, MftBlock *block)
{
  MftOutlineItem *item = NULL;
  MftBlock *part = NULL;

  for (MftBlock *at = block; at != NULL && mft_block_get_parent (at) != NULL;
       part = at, at = mft_block_get_parent (at))
    {
      MftOutlineItem *here = g_hash_table_lookup (by_id, mft_block_get_id (at));
      item = here != NULL ? here : item;
      if (here != NULL)
        here->findings++;
    }
  if (item == NULL && part != NULL && mft_block_get_kind (part) != MFT_BLOCK_BODY
      && mft_block_n_children (part) > 0)
    item = g_hash_table_lookup (by_id, mft_block_get_id (mft_block_get_child (part, 0)));
  else
    return;
  if (item != NULL)
    item->findings++;
}

static void
count_findings (GPtrArray *items, MftAgreement *agreement, GPtrArray *findings)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++)
    {
      MftOutlineItem *item = g_ptr_array_index (items, i);
      g_hash_table_insert (by_id, item->id, item);
    }
  for (guint i = 0; i < findings->len; i++)
    {
      const MftFinding *finding = g_ptr_array_index (findings, i);
      if (finding->block_id != NULL)
        count_finding (by_id, mft_agreement_get_block (agreement, finding->block_id));
    }
}

GPtrArray *
mft_outline_items_new (MftAgreement *agreement, const char *current, const char *filter,
                       GPtrArray *findings)
{
  gboolean filtered = filter != NULL && *filter != '\0';
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  MftBlock *root = mft_agreement_get_root (agreement);
  MftBlock *block = current != NULL ? mft_agreement_get_block (agreement, current) : NULL;
  MftBlock *open = block != NULL ? mft_block_get_ancestor (block, MFT_BLOCK_PASAL) : NULL;

  for (guint i = 0; i < mft_block_n_children (root); i++)
    {
      MftBlock *part = mft_block_get_child (root, i);
      const char *words = part_words (mft_block_get_kind (part));
      if (mft_block_get_kind (part) == MFT_BLOCK_BODY)
        add_body (items, agreement, part, open, filtered);
      else if (mft_block_get_kind (part) == MFT_BLOCK_ATTACHMENT)
        add (items, part, mft_block_get_label (part), first_words (agreement, part), 0);
      else if (words != NULL && mft_block_n_children (part) > 0)
        add (items, mft_block_get_child (part, 0), "", g_strdup (words), 0);
    }
  if (filtered)
    filter_items (items, filter);
  if (findings != NULL)
    count_findings (items, agreement, findings);
  return items;
}

GPtrArray *
mft_outline_items_for_references (MftAgreement *agreement)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  MftBlock *root = mft_agreement_get_root (agreement);

  for (MftBlock *block = root; block != NULL; block = mft_block_next (block, root))
    {
      MftBlockKind kind = mft_block_get_kind (block);
      gboolean in_text = mft_block_get_ancestor (block, MFT_BLOCK_BODY) != NULL
                         || mft_block_get_ancestor (block, MFT_BLOCK_ATTACHMENT) != NULL;
      if (!in_text || *mft_block_get_label (block) == '\0' || kind == MFT_BLOCK_CONTACT)
        continue;
      g_autofree char *path = mft_block_dup_path (block);
      add (items, block, path, first_words (agreement, block), 0);
    }
  return items;
}

const char *
mft_outline_item_get_id (MftOutlineItem *self)
{
  return self->id;
}

const char *
mft_outline_item_get_label (MftOutlineItem *self)
{
  return self->label;
}

const char *
mft_outline_item_get_words (MftOutlineItem *self)
{
  return self->words;
}

guint
mft_outline_item_get_level (MftOutlineItem *self)
{
  return self->level;
}

guint
mft_outline_item_get_findings (MftOutlineItem *self)
{
  return self->findings;
}

gboolean
mft_outline_item_is_movable (MftOutlineItem *self)
{
  return self->movable;
}

gboolean
mft_outline_item_equal (MftOutlineItem *self, MftOutlineItem *other)
{
  return self->level == other->level && self->findings == other->findings
         && g_str_equal (self->id, other->id) && g_str_equal (self->label, other->label)
         && g_str_equal (self->words, other->words);
}
