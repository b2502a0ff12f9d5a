/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/section.h"

#include "agreement/house-style.h"
#include "agreement/shown.h"

static void
free_piece (gpointer piece)
{
  mft_piece_free (piece);
}

MftSection *
mft_section_new (const MftProfile *profile)
{
  MftSection *section = g_new0 (MftSection, 1);

  g_atomic_ref_count_init (&section->references);
  section->profile = *profile;
  section->pieces = g_ptr_array_new_with_free_func (free_piece);
  section->tags = g_ptr_array_new_with_free_func (g_free);
  return section;
}

MftSection *
mft_section_ref (MftSection *section)
{
  g_atomic_ref_count_inc (&section->references);
  return section;
}

void
mft_section_unref (MftSection *section)
{
  if (!g_atomic_ref_count_dec (&section->references))
    return;
  g_clear_pointer (&section->key, g_bytes_unref);
  g_free (section->unread);
  g_clear_pointer (&section->texts, g_ptr_array_unref);
  g_ptr_array_unref (section->pieces);
  g_ptr_array_unref (section->tags);
  g_free (section);
}

const MftTag *
mft_section_add_tag (MftSection *section, const MftTag *parent, const char *name)
{
  MftTag *tag = g_new (MftTag, 1);

  *tag = (MftTag){ parent, name };
  g_ptr_array_add (section->tags, tag);
  return tag;
}

char *
mft_section_dup_common_key (MftAgreement *agreement, const MftProfile *profile)
{
  const double lengths[] = { profile->width, profile->height, profile->left, profile->right,
                             profile->top,   profile->bottom, profile->size, profile->leading };
  GString *key = g_string_new (profile->id);

  g_string_append_printf (key, " %s", profile->family);
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];
      g_string_append_printf (key, " %s", g_ascii_dtostr (number, sizeof number, lengths[i]));
    }
  for (const MftStyleKey *style = mft_house_style_keys (); style->key != NULL; style++)
    g_string_append_printf (key, " %s", mft_house_style_get (agreement, style->key));
  return g_string_free (key, FALSE);
}

/* With its end, so that what follows cannot be taken for a part of it. */
static void
add_words (GString *key, const char *words)
{
  g_string_append_len (key, words, (gssize) strlen (words) + 1);
}

/* Texts are immutable and shared by the states of an agreement: the same address, the same runs. What
 * their atoms read as depends on the rest of the agreement, but for a number. */
static void
add_text (GString *key, MftAgreement *agreement, MftBlock *block, GPtrArray *texts)
{
  MftText *text = mft_block_get_text (block);

  g_string_append_len (key, (const char *) &text, sizeof text);
  g_ptr_array_add (texts, mft_text_ref (text));
  for (guint i = 0; i < mft_text_n_runs (text); i++)
    {
      const MftRun *run = mft_text_get_run (text, i);
      MftShownState state;
      if (run->kind == MFT_RUN_TEXT || run->kind == MFT_RUN_NUMBER)
        continue;
      g_autofree char *shown = mft_shown_run (agreement, block, run, &state);
      g_string_append_c (key, (char) state);
      add_words (key, shown);
    }
}

static void
add_block (GString *key, MftBlock *block, gboolean target)
{
  const guint numbers[] = { mft_block_get_kind (block), mft_block_get_level (block),
                            mft_block_get_party (block), (guint) target };

  g_string_append_len (key, (const char *) numbers, sizeof numbers);
  add_words (key, mft_block_get_id (block));
  add_words (key, mft_block_get_label (block));
  for (guint trait = 0; trait < MFT_N_TRAITS; trait++)
    if (mft_block_get_trait (block, (MftTrait) trait) != NULL)
      {
        g_string_append_c (key, (char) trait);
        add_words (key, mft_block_get_trait (block, (MftTrait) trait));
      }
}

GBytes *
mft_section_dup_key (MftAgreement *agreement, MftBlock *block, GHashTable *targets,
                     const char *common, const char *salt, GPtrArray *texts)
{
  GString *key = g_string_sized_new (1024);

  add_words (key, common);
  add_words (key, salt);
  for (MftBlock *at = block; at != NULL; at = mft_block_next (at, block))
    {
      add_block (key, at, g_hash_table_contains (targets, mft_block_get_id (at)));
      add_text (key, agreement, at, texts);
    }
  return g_string_free_to_bytes (key);
}
