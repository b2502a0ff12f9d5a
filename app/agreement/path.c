/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/path.h"

#include "bahasa/label.h"

#include "agreement/block-private.h"

/* The block's own level: "ayat (2)", "huruf a", "Pasal 7A", "Lampiran I"; "" where it has no label. */
static char *
own_reference (MftBlock *block)
{
  MftLabel label;

  if (block->label[0] == '\0')
    return g_strdup ("");
  if (block->kind != MFT_BLOCK_ATTACHMENT && mft_label_scan (block->label, &label) > 0)
    return mft_label_reference (label);
  return g_strdup (block->label);
}

/* The levels from below `top` (NULL: from the Pasal) down to `block`, parted by spaces. */
static char *
levels_below (MftBlock *block, MftBlock *top)
{
  GString *path = g_string_new (NULL);

  for (MftBlock *at = block; at != NULL && at != top; at = at->parent)
    {
      g_autofree char *level = own_reference (at);
      if (level[0] == '\0')
        continue;
      if (path->len > 0)
        g_string_prepend_c (path, ' ');
      g_string_prepend (path, level);
    }
  return g_string_free (path, FALSE);
}

static char *
with_preposition (MftBlock *from, MftBlock *target)
{
  MftBlock *pasal = mft_block_get_ancestor (target, MFT_BLOCK_PASAL);
  MftBlock *own_pasal = mft_block_get_ancestor (from, MFT_BLOCK_PASAL);
  MftBlock *ayat = mft_block_get_ancestor (target, MFT_BLOCK_AYAT);

  if (pasal == NULL || pasal != own_pasal)
    {
      g_autofree char *path = levels_below (target, NULL);
      return g_strconcat ("dalam ", path, NULL);
    }
  gboolean same_ayat = ayat != NULL && ayat == mft_block_get_ancestor (from, MFT_BLOCK_AYAT);
  g_autofree char *path = levels_below (target, same_ayat && target != ayat ? ayat : pasal);
  return path[0] != '\0' ? g_strconcat ("pada ", path, NULL) : g_strdup ("dalam Pasal ini");
}

char *
_mft_path_reference (MftBlock *from, MftBlock *target, MftReferenceForm form)
{
  g_autofree char *path = NULL;

  if (form == MFT_REFERENCE_IN)
    return with_preposition (from, target);
  path = form == MFT_REFERENCE_LEVEL ? own_reference (target) : levels_below (target, NULL);
  if (path[0] != '\0')
    return g_steal_pointer (&path);

  /* An only ayat or a paragraph has no name of its own: its Pasal stands for it. */
  MftBlock *pasal = mft_block_get_ancestor (target, MFT_BLOCK_PASAL);
  if (pasal != NULL && pasal == mft_block_get_ancestor (from, MFT_BLOCK_PASAL))
    return g_strdup ("Pasal ini");
  return levels_below (target, NULL);
}

gboolean
_mft_path_is_own_ayat (MftBlock *from, MftBlock *target)
{
  return target->kind == MFT_BLOCK_AYAT && target->label[0] != '\0'
         && mft_block_get_ancestor (from, MFT_BLOCK_PASAL)
                == mft_block_get_ancestor (target, MFT_BLOCK_PASAL);
}

static const char *
part_name (MftBlockKind kind)
{
  switch (kind)
    {
    case MFT_BLOCK_TITLE:
      return "Judul";
    case MFT_BLOCK_OPENING:
      return "Pembukaan";
    case MFT_BLOCK_KOMPARISI:
      return "Komparisi";
    case MFT_BLOCK_RECITALS:
      return "Premis";
    case MFT_BLOCK_LEGAL_BASIS:
      return "Dasar hukum";
    case MFT_BLOCK_SENTENCE:
      return "Kalimat kesepakatan";
    case MFT_BLOCK_CLOSING:
      return "Penutup";
    case MFT_BLOCK_SIGNATURES:
      return "Tanda tangan";
    default:
      return NULL;
    }
}

char *
mft_block_dup_path (MftBlock *block)
{
  g_autofree char *levels = levels_below (block, NULL);
  const char *part = NULL;

  for (MftBlock *at = block; at != NULL && part == NULL; at = at->parent)
    part = part_name (at->kind);
  if (part == NULL)
    return g_steal_pointer (&levels);
  return g_strconcat (part, levels[0] != '\0' ? " " : "", levels, NULL);
}
