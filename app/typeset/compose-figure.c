/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/compose.h"

#include "agreement/asset.h"
#include "agreement/shown.h"

#define ABOVE_CAPTION 4.0
#define PAGE_SHARE_MOST 0.75 /* of the page's height, for the caption stands on the same page */

MftInsertedPage *
mft_inserted_page_new (MftMark *mark, const char *words)
{
  MftInsertedPage *page = g_new (MftInsertedPage, 1);

  *page = (MftInsertedPage){ mft_mark_ref (mark), g_strdup (words) };
  return page;
}

void
mft_inserted_page_free (MftInsertedPage *page)
{
  mft_mark_unref (page->mark);
  g_free (page->words);
  g_free (page);
}

static GBytes *
find_entry (MftComposer *composer, const char *name)
{
  return name != NULL ? g_hash_table_lookup (mft_agreement_get_entries (composer->agreement), name)
                      : NULL;
}

MftMark *
mft_composer_load_picture (MftComposer *composer, const char *name)
{
  GBytes *bytes = find_entry (composer, name);

  return bytes != NULL ? mft_mark_new_from_bytes (bytes) : NULL;
}

/* As wide as the text, or `most` high, in the middle. Returns its height. */
static double
add_picture (MftComposer *composer, MftPiece *piece, MftBlock *figure, MftMark *mark, double x,
             double most, const char *words)
{
  double ratio = mft_mark_get_ratio (mark);
  double width = MIN (MIN (composer->width - x, mft_mark_get_width (mark)), most / ratio);
  double height = width * ratio;
  double side = MAX (width, height); /* it is drawn in the middle of a square */

  mft_piece_add_picture (piece, mft_block_get_id (figure), mark,
                         x + (composer->width - x - side) / 2, (height - side) / 2, side, words,
                         mft_composer_tag (composer, "Figure"));
  return height;
}

static double
text_height (const MftProfile *profile)
{
  return profile->height - profile->top - profile->bottom;
}

/* Each on a page of its own, as large as there is room; the first has `taken` points less. */
static void
add_inserted_page (MftComposer *composer, MftBlock *figure, const MftInsertedPage *page,
                   const char *words, double taken)
{
  MftPiece *piece = mft_composer_add_piece (composer, taken > 0 ? ABOVE_CAPTION : 0);

  piece->page_before = taken == 0;
  piece->height = add_picture (composer, piece, figure, page->mark, 0,
                               text_height (composer->profile) - taken, words);
}

/* Those of a PDF under the caption, which stands at the head of the first; nothing but the caption if it
 * cannot be read. */
static gboolean
add_inserted_pages (MftComposer *composer, MftBlock *figure, GBytes *pdf, MftPiece *head,
                    const char *caption)
{
  double taken = head->n_lines * head->leading + ABOVE_CAPTION;
  gboolean together = *caption != '\0' && taken < text_height (composer->profile) / 4;
  g_autoptr (GPtrArray) pages
      = composer->insert != NULL
            ? composer->insert (pdf, mft_block_get_trait (figure, MFT_TRAIT_PAGES))
            : NULL;

  for (guint i = 0; pages != NULL && i < pages->len; i++)
    {
      const MftInsertedPage *page = pages->pdata[i];
      g_autofree char *words = g_strdup_printf ("%s (halaman %u dari %u): %s", caption, i + 1,
                                                pages->len, page->words);
      add_inserted_page (composer, figure, page, words, i == 0 && together ? taken : 0);
    }
  if (pages == NULL || pages->len == 0)
    return FALSE;
  head->page_before = together;
  return TRUE;
}

/* The picture, its caption below. */
static gboolean
add_above_caption (MftComposer *composer, MftBlock *figure, MftPiece *piece, const char *source,
                   double x, const char *words)
{
  g_autoptr (MftMark) mark = mft_composer_load_picture (composer, source);

  if (mark == NULL)
    return FALSE;
  MftCell *caption = &g_array_index (piece->cells, MftCell, piece->cells->len - 1);
  caption->y = add_picture (composer, piece, figure, mark, x,
                            text_height (composer->profile) * PAGE_SHARE_MOST, words)
               + ABOVE_CAPTION;
  piece->height = caption->y + caption->lines->len * piece->leading;
  return TRUE;
}

/* A picture over its caption, or the caption and then the pages; what cannot be shown is told where the
 * pages become final. */
void
mft_composer_add_figure (MftComposer *composer, MftBlock *figure, double x)
{
  const char *source = mft_block_get_trait (figure, MFT_TRAIT_SOURCE);
  GBytes *entry = find_entry (composer, source);
  g_autofree char *words = mft_shown_text (composer->agreement, figure);
  const MftPlacement placement
      = { .x = x, .above = composer->profile->above_ayat, .align = MFT_ALIGN_CENTRE };
  MftPiece *piece = mft_composer_add_block (composer, figure, &placement);
  MftAssetKind kind;
  gboolean shown;

  if (entry != NULL && mft_asset_get_kind (entry, &kind) && kind == MFT_ASSET_PDF)
    shown = add_inserted_pages (composer, figure, entry, piece, words);
  else
    shown = add_above_caption (composer, figure, piece, source, x, words);
  if (!shown && source != NULL && composer->section->unread == NULL)
    composer->section->unread = g_strdup (source);
}
