/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/outline-item.h"

#include <glib/gi18n.h>

#include "agreement/shown.h"
#include "bahasa/capitals.h"

#define WORDS_MOST 80

struct _MftOutlineItem
{
  GObject parent_instance;

  char *id;
  char *label;
  char *words;
  guint level;
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

static char *
first_words (MftAgreement *agreement, MftBlock *block)
{
  g_autofree char *shown = mft_shown_text (agreement, block);

  return g_utf8_strlen (shown, -1) > WORDS_MOST ? g_utf8_substring (shown, 0, WORDS_MOST)
                                                : g_steal_pointer (&shown);
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

static void
add_body (GPtrArray *items, MftAgreement *agreement, MftBlock *body, MftBlock *open)
{
  for (guint i = 0; i < mft_block_n_children (body); i++)
    {
      MftBlock *pasal = mft_block_get_child (body, i);
      const char *label = mft_block_get_label (pasal);
      g_autofree char *heading = mft_shown_text (agreement, pasal);
      const char *number = g_str_has_prefix (label, "Pasal ") ? label + strlen ("Pasal ") : label;
      add (items, pasal, number, mft_capitals (heading, MFT_CAPITALS_TITLE), 1);
      if (pasal == open)
        add_ayat (items, agreement, pasal);
    }
}

GPtrArray *
mft_outline_items_new (MftAgreement *agreement, const char *current)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  MftBlock *root = mft_agreement_get_root (agreement);
  MftBlock *block = current != NULL ? mft_agreement_get_block (agreement, current) : NULL;
  MftBlock *open = block != NULL ? mft_block_get_ancestor (block, MFT_BLOCK_PASAL) : NULL;

  for (guint i = 0; i < mft_block_n_children (root); i++)
    {
      MftBlock *part = mft_block_get_child (root, i);
      const char *words = part_words (mft_block_get_kind (part));
      if (mft_block_get_kind (part) == MFT_BLOCK_BODY)
        add_body (items, agreement, part, open);
      else if (mft_block_get_kind (part) == MFT_BLOCK_ATTACHMENT)
        add (items, part, mft_block_get_label (part), first_words (agreement, part), 0);
      else if (words != NULL && mft_block_n_children (part) > 0)
        add (items, mft_block_get_child (part, 0), "", g_strdup (words), 0);
    }
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

gboolean
mft_outline_item_equal (MftOutlineItem *self, MftOutlineItem *other)
{
  return self->level == other->level && g_str_equal (self->id, other->id)
         && g_str_equal (self->label, other->label) && g_str_equal (self->words, other->words);
}
