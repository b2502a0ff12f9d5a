/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/compose.h"

#include "agreement/shown.h"

#define ABOVE_CAPTION 4.0
#define PAGE_SHARE_MOST 0.75 /* of the page's height, for the caption stands on the same page */

MftMark *
mft_composer_load_picture (MftComposer *composer, const char *name)
{
  GHashTable *entries = mft_agreement_get_entries (composer->agreement);
  GBytes *bytes = name != NULL ? g_hash_table_lookup (entries, name) : NULL;

  return bytes != NULL ? mft_mark_new_from_bytes (bytes) : NULL;
}

/* As wide as the text, or as high as a page allows, in the middle. Returns its height. */
static double
add_picture (MftComposer *composer, MftPiece *piece, MftMark *mark, double x, const char *words)
{
  const MftProfile *profile = composer->profile;
  double most = (profile->height - profile->top - profile->bottom) * PAGE_SHARE_MOST;
  double ratio = mft_mark_get_ratio (mark);
  double width = MIN (composer->width - x, most / ratio);
  double height = width * ratio;
  double side = MAX (width, height); /* it is drawn in the middle of a square */

  mft_piece_add_picture (piece, mark, x + (composer->width - x - side) / 2, (height - side) / 2,
                         side, words, mft_composer_tag (composer, "Figure"));
  return height;
}

/* The picture with its caption below; what cannot be shown leaves the caption. */
void
mft_composer_add_figure (MftComposer *composer, MftBlock *figure, double x)
{
  const MftProfile *profile = composer->profile;
  g_autoptr (MftMark) mark
      = mft_composer_load_picture (composer, mft_block_get_trait (figure, MFT_TRAIT_SOURCE));
  g_autofree char *words = mft_shown_text (composer->agreement, figure);
  const MftPlacement placement
      = { .x = x, .above = profile->above_ayat, .align = MFT_ALIGN_CENTRE };
  MftPiece *piece = mft_composer_add_block (composer, figure, &placement);

  if (mark == NULL)
    return;
  MftCell *caption = &g_array_index (piece->cells, MftCell, piece->cells->len - 1);
  caption->y = add_picture (composer, piece, mark, x, words) + ABOVE_CAPTION;
  piece->height = caption->y + caption->lines->len * piece->leading;
}
