/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/pages-private.h"

#include "agreement/party.h"
#include "draw/stamp.h"
#include "typeset/paginate.h"

static void
add_missing (MftPages *pages, const char *block, const MftTextLine *line)
{
  g_autoptr (GArray) missing = g_array_new (FALSE, FALSE, sizeof (gunichar));

  mft_text_line_missing (line, missing);
  for (guint i = 0; i < missing->len; i++)
    {
      MftMissingGlyph glyph = { block, g_array_index (missing, gunichar, i) };
      g_array_append_val (pages->missing, glyph);
    }
}

/* Joins the place of a further cell of the same block on the same page to the one before it. */
static void
add_place (MftPages *pages, MftBlockPlace place, guint since)
{
  for (guint i = since; i < pages->places->len; i++)
    {
      MftBlockPlace *known = &g_array_index (pages->places, MftBlockPlace, i);
      if (!g_str_equal (known->block, place.block))
        continue;
      double right = MAX (known->x + known->width, place.x + place.width);
      double bottom = MAX (known->y + known->height, place.y + place.height);
      known->x = MIN (known->x, place.x);
      known->y = MIN (known->y, place.y);
      known->width = right - known->x;
      known->height = bottom - known->y;
      return;
    }
  g_array_append_val (pages->places, place);
}

static void
map_cell (MftPages *pages, guint page, const MftFragment *fragment, const MftPiece *piece,
          const MftCell *cell, guint since)
{
  const MftProfile *profile = _mft_pages_get (pages, page)->profile;
  guint to = MIN (fragment->to, cell->lines->len);
  double top = profile->top + fragment->y + cell->y;

  for (guint i = fragment->from; piece->lacking && i < to; i++)
    add_missing (pages, cell->block, g_array_index (cell->lines, MftPlacedLine, i).line);
  if (cell->block == NULL || fragment->from >= to)
    return;
  double height = piece->bordered ? fragment->height : (to - fragment->from) * piece->leading;
  add_place (
      pages,
      (MftBlockPlace){ cell->block, page, profile->left + cell->x, top, cell->width, height },
      since);
}

static void
map_picture (MftPages *pages, guint page, const MftPicture *picture, double top, guint since)
{
  double ratio = mft_mark_get_ratio (picture->mark);
  double width = picture->size / MAX (ratio, 1), height = width * ratio;
  double left = _mft_pages_get (pages, page)->profile->left;

  add_place (pages,
             (MftBlockPlace){ picture->block, page, left + picture->x + (picture->size - width) / 2,
                              top + picture->y + (picture->size - height) / 2, width, height },
             since);
}

/* What is signed in ink has room for it, and no field that would ask for another signature. */
static void
map_spot (MftPages *pages, MftAgreement *agreement, guint page, const MftFieldSpot *spot,
          double top, guint since)
{
  double x = _mft_pages_get (pages, page)->profile->left + spot->x, y = top + spot->y;

  add_place (pages, (MftBlockPlace){ spot->block, page, x, y, MFT_STAMP_WIDTH, MFT_STAMP_HEIGHT },
             since);
  if (spot->party == 0 || mft_furniture_is_wet (agreement))
    return;
  g_autofree char *number = g_strdup_printf ("%u", spot->party);
  g_autofree char *role = mft_party_dup_role (agreement, number);
  MftFieldPlace field = { .party = spot->party,
                          .name = mft_party_dup_signature_field (spot->party),
                          .prompt = g_strdup_printf ("Tanda tangan %s", role),
                          .page = page,
                          .x = x,
                          .y = y,
                          .width = MFT_STAMP_WIDTH,
                          .height = MFT_STAMP_HEIGHT };
  g_array_append_val (pages->fields, field);
}

static void
map_fragment (MftPages *pages, MftAgreement *agreement, guint page, const MftFragment *fragment)
{
  const MftPiece *piece = pages->pieces->pdata[fragment->piece];
  double top = _mft_pages_get (pages, page)->profile->top + fragment->y;
  guint since = pages->places->len;

  for (guint i = 0; i < piece->pictures->len; i++)
    {
      const MftPicture *picture = &g_array_index (piece->pictures, MftPicture, i);
      if (picture->block != NULL)
        map_picture (pages, page, picture, top, since);
    }
  for (guint i = 0; i < piece->cells->len; i++)
    map_cell (pages, page, fragment, piece, &g_array_index (piece->cells, MftCell, i), since);
  for (guint i = 0; i < piece->fields->len; i++)
    map_spot (pages, agreement, page, &g_array_index (piece->fields, MftFieldSpot, i), top, since);
}

/* Reviewers sign without a picture; their fields take no place (ISO 32000-1, 12.7.4.5). */
static void
add_initials (MftPages *pages, guint reviewers)
{
  for (guint i = 1; i <= reviewers; i++)
    {
      MftFieldPlace field = { .name = g_strdup_printf ("PARAF_%u", i),
                              .prompt = g_strdup_printf ("Paraf pemeriksa %u", i) };
      g_array_append_val (pages->fields, field);
    }
}

void
_mft_pages_map (MftPages *pages, MftAgreement *agreement, guint reviewers)
{
  for (guint page = 0; page < pages->cut->len; page++)
    {
      const GArray *fragments = _mft_pages_get (pages, page)->fragments;
      for (guint i = 0; i < fragments->len; i++)
        map_fragment (pages, agreement, page, &g_array_index (fragments, MftFragment, i));
    }
  if (!mft_furniture_is_wet (agreement))
    add_initials (pages, reviewers);
}

static void
add_cell_lines (GArray *lines, const MftPage *page, const MftPiece *piece,
                const MftFragment *fragment, const MftCell *cell)
{
  double y
      = page->profile->top + fragment->y + cell->y + (fragment->from == 0 ? piece->padding : 0);

  for (guint i = fragment->from; i < MIN (fragment->to, cell->lines->len); i++)
    {
      const MftPlacedLine *placed = &g_array_index (cell->lines, MftPlacedLine, i);
      MftPageLine line = { cell->block, placed->line, page->profile->left + cell->x + placed->x, y,
                           piece->leading };
      g_array_append_val (lines, line);
      y += piece->leading;
    }
}

GArray *
mft_pages_lines (const MftPages *pages, guint number)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (MftPageLine));
  const MftPage *page = _mft_pages_get (pages, number);

  for (guint i = 0; i < page->fragments->len; i++)
    {
      const MftFragment *fragment = &g_array_index (page->fragments, MftFragment, i);
      const MftPiece *piece = pages->pieces->pdata[fragment->piece];
      for (guint j = 0; !fragment->again && j < piece->cells->len; j++)
        add_cell_lines (lines, page, piece, fragment, &g_array_index (piece->cells, MftCell, j));
    }
  return lines;
}
