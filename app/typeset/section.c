/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/section.h"

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
  g_free (section->key);
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

static void
add_profile (GString *key, const MftProfile *profile)
{
  const double lengths[] = { profile->width, profile->height, profile->left, profile->right,
                             profile->top,   profile->bottom, profile->size, profile->leading };

  g_string_append (key, profile->family);
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];
      g_string_append_printf (key, " %s", g_ascii_dtostr (number, sizeof number, lengths[i]));
    }
}

/* A link exists or not; where it leads, its words say. */
static void
add_spans (GString *key, MftAgreement *agreement, MftBlock *block)
{
  g_autoptr (GArray) spans = mft_shown_spans (agreement, block);

  for (guint i = 0; i < spans->len; i++)
    {
      const MftShownSpan *span = &g_array_index (spans, MftShownSpan, i);
      g_string_append_printf (key, "\x1f%d %d %d ", (int) span->run->kind, (int) span->run->style,
                              (int) span->state);
      if (span->run->kind == MFT_RUN_REFERENCE || span->run->kind == MFT_RUN_FIELD)
        g_string_append_printf (key, "%s ", span->run->value);
      g_string_append (key, span->text);
    }
}

static gboolean
has_atoms (MftText *text)
{
  for (guint i = 0; i < mft_text_n_runs (text); i++)
    if (mft_text_get_run (text, i)->kind != MFT_RUN_TEXT)
      return TRUE;
  return FALSE;
}

/* Texts are immutable and shared by the states of an agreement: the same address, the same words. */
static void
add_text (GString *key, MftAgreement *agreement, MftBlock *block, GPtrArray *texts)
{
  MftText *text = mft_block_get_text (block);

  if (has_atoms (text))
    {
      add_spans (key, agreement, block);
      return;
    }
  g_string_append_printf (key, "\x1f%p", (gpointer) text);
  g_ptr_array_add (texts, mft_text_ref (text));
}

char *
mft_section_dup_key (MftAgreement *agreement, MftBlock *block, const MftProfile *profile,
                     GHashTable *targets, const char *salt, GPtrArray *texts)
{
  GString *key = g_string_sized_new (4096);

  add_profile (key, profile);
  g_string_append (key, salt);
  for (MftBlock *at = block; at != NULL; at = mft_block_next (at, block))
    {
      const char *id = mft_block_get_id (at);
      g_string_append_printf (key, "\x1e%s %d %u %s%s", id, (int) mft_block_get_kind (at),
                              mft_block_get_level (at), mft_block_get_label (at),
                              g_hash_table_contains (targets, id) ? "*" : "");
      if (mft_block_get_kind (at) == MFT_BLOCK_SIGNATURE)
        g_string_append_printf (key, " %u", mft_block_get_party (at));
      for (guint trait = 0; trait < MFT_N_TRAITS; trait++)
        if (mft_block_get_trait (at, (MftTrait) trait) != NULL)
          g_string_append_printf (key, "\x1f%u %s", trait,
                                  mft_block_get_trait (at, (MftTrait) trait));
      add_text (key, agreement, at, texts);
    }
  return g_string_free (key, FALSE);
}
