/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/trait.h"

#include <string.h>

#include "agreement/page-ranges.h"
#include "agreement/table.h"
#include "bahasa/text.h"

#define VALUE_MOST 200

/* A plain name inside the folder for things of the bundle; nothing that could lead out of it. */
static gboolean
is_asset (const char *value)
{
  return g_str_has_prefix (value, "aset/") && value[5] != '\0' && value[5] != '.'
         && value[5
                  + strspn (value + 5, "abcdefghijklmnopqrstuvwxyz"
                                       "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")]
                == '\0';
}

static gboolean
is_words (const char *value)
{
  g_autofree char *clean = mft_text_normalize (value);

  return value[0] != '\0' && g_str_equal (clean, value);
}

gboolean
mft_trait_is_value (MftBlockKind kind, MftTrait trait, const char *value)
{
  MftColumn column;

  if (strlen (value) > VALUE_MOST)
    return FALSE;
  switch (trait)
    {
    case MFT_TRAIT_ORIENTATION:
      return kind == MFT_BLOCK_ATTACHMENT && g_str_equal (value, "mendatar");
    case MFT_TRAIT_SOURCE:
      return kind == MFT_BLOCK_FIGURE && is_asset (value);
    case MFT_TRAIT_PAGES:
      return kind == MFT_BLOCK_FIGURE && mft_page_ranges_parse (value, NULL);
    case MFT_TRAIT_COLUMN:
      return kind == MFT_BLOCK_CELL && mft_table_column_from_name (value, &column);
    case MFT_TRAIT_KEPT:
      return FALSE;
    case MFT_TRAIT_CHAPTER:
      return kind == MFT_BLOCK_PASAL && is_words (value);
    }
  g_return_val_if_reached (FALSE);
}
