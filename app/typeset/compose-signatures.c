/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/compose.h"

#include "agreement/house-style.h"
#include "agreement/signature.h"
#include "draw/stamp.h"
#include "typeset/signature-column.h"

/* Adds a cell at `y` inside a whole piece. Returns where it ends. */
static double
add_centred_at (MftComposer *composer, MftPiece *piece, MftBlock *block, double x, double y,
                double width, gboolean bold, const MftTag *party)
{
  g_autoptr (MftParagraph) words = mft_composer_words (composer, block);

  mft_piece_add_cell (piece, mft_block_get_id (block), x, width,
                      mft_composer_lines (composer, words, width, MFT_ALIGN_CENTRE, bold),
                      mft_section_add_tag (composer->section, party, "P"));
  MftCell *cell = &g_array_index (piece->cells, MftCell, piece->cells->len - 1);
  cell->y = y;
  return y + cell->lines->len * piece->leading;
}

static void
add_spot (MftPiece *piece, MftBlock *signature, double x, double y, gboolean with_field,
          const MftTag *party)
{
  guint number = mft_block_get_party (signature);
  MftFieldSpot spot = { g_strdup (mft_block_get_id (signature)), 0, x, y, party };

  if (with_field)
    spot.party = number > 0 ? number : mft_block_get_index (signature) + 1;
  g_array_append_val (piece->fields, spot);
}

/* Where a party's column stands in the row. What is under the role comes down to a place to sign that
 * is level with the others'. */
typedef struct
{
  MftSignatureColumn lines;
  MftBlock *signature;
  const MftTag *tag;
  double x, width;
  double field_y, end;
  guint low_from, low_to; /* the cells under the role */
} Column;

/* Role, field, anchor, name and what stands under it: one column after the other, as they are read. */
static void
add_column (MftComposer *composer, MftPiece *piece, Column *column, gboolean with_field)
{
  MftBlock *role = column->lines.role;
  double y = role != NULL ? add_centred_at (composer, piece, role, column->x, 0, column->width,
                                            TRUE, column->tag)
                          : 0;

  column->field_y = MAX (y, piece->leading) + 4;
  column->low_from = piece->cells->len;
  add_spot (piece, column->signature, column->x + (column->width - MFT_STAMP_WIDTH) / 2,
            column->field_y, with_field, column->tag);
  if (column->lines.anchor != NULL)
    add_centred_at (composer, piece, column->lines.anchor, column->x,
                    column->field_y + (MFT_STAMP_HEIGHT - piece->leading) / 2, column->width, FALSE,
                    column->tag);
  column->end = column->field_y + MFT_STAMP_HEIGHT + 4;
  for (guint i = 0; i < column->lines.below->len; i++)
    column->end = add_centred_at (composer, piece, column->lines.below->pdata[i], column->x,
                                  column->end, column->width, i == 0, column->tag);
  column->low_to = piece->cells->len;
}

/* The columns beside each other, their places to sign level. Returns their height. */
static double
add_columns (MftComposer *composer, MftPiece *piece, Column *columns, guint count,
             gboolean with_fields)
{
  double field_y = 0, height = 0;

  for (guint i = 0; i < count; i++)
    {
      add_column (composer, piece, &columns[i], with_fields);
      field_y = MAX (field_y, columns[i].field_y);
    }
  for (guint i = 0; i < count; i++)
    {
      double down = field_y - columns[i].field_y;
      for (guint j = columns[i].low_from; j < columns[i].low_to; j++)
        g_array_index (piece->cells, MftCell, j).y += down;
      g_array_index (piece->fields, MftFieldSpot, i).y += down;
      height = MAX (height, columns[i].end + down);
    }
  return height;
}

/* What no page can hold in one piece goes down line by line. */
static void
add_column_in_lines (MftComposer *composer, const Column *column, gboolean with_field)
{
  const MftPlacement placement = { .align = MFT_ALIGN_CENTRE };
  MftPiece *place;

  if (column->lines.role != NULL)
    mft_composer_add_block (composer, column->lines.role, &placement);
  if (column->lines.anchor != NULL)
    mft_composer_add_block (composer, column->lines.anchor, &placement);
  place = mft_composer_add_piece (composer, 0);
  place->height = MFT_STAMP_HEIGHT + 4;
  add_spot (place, column->signature, (composer->width - MFT_STAMP_WIDTH) / 2, 0, with_field,
            column->tag);
  for (guint i = 0; i < column->lines.below->len; i++)
    mft_composer_add_block (composer, column->lines.below->pdata[i], &placement);
}

static void
add_signature_row (MftComposer *composer, MftBlock *const *signatures, guint count,
                   gboolean with_fields)
{
  const MftProfile *profile = composer->profile;
  MftPiece *piece = mft_composer_add_piece (composer, 1.4 * profile->leading);
  double column_width = composer->width / 2;
  double left = count == 1 ? column_width / 2 : 0;
  gboolean turned
      = count == 2
        && g_str_equal (mft_house_style_get (composer->agreement, MFT_STYLE_SIDES), "kanan");
  Column columns[2];

  for (guint i = 0; i < count; i++)
    {
      mft_signature_column_init (&columns[i].lines, composer->agreement, signatures[i]);
      columns[i].signature = signatures[i];
      columns[i].tag = mft_composer_tag (composer, "Div");
      columns[i].x = left + (turned ? 1 - i : i) * column_width + 6;
      columns[i].width = column_width - 12;
    }
  piece->keep_previous = TRUE;
  piece->height = add_columns (composer, piece, columns, count, with_fields);
  gboolean too_high = piece->height > (profile->height - profile->top - profile->bottom) * 0.8;
  if (too_high)
    g_ptr_array_remove (composer->section->pieces, piece);
  for (guint i = 0; i < count; i++)
    {
      if (too_high)
        add_column_in_lines (composer, &columns[i], with_fields);
      mft_signature_column_clear (&columns[i].lines);
    }
}

/* Two beside each other, an odd last one centred below; never on a page without text before them. */
void
mft_composer_add_signatures (MftComposer *composer, MftBlock *parent, gboolean with_fields)
{
  g_autoptr (GPtrArray) signatures = g_ptr_array_new ();

  for (guint i = 0; i < mft_block_n_children (parent); i++)
    if (mft_block_get_kind (mft_block_get_child (parent, i)) == MFT_BLOCK_SIGNATURE)
      g_ptr_array_add (signatures, mft_block_get_child (parent, i));
  for (guint i = 0; i < signatures->len; i += 2)
    add_signature_row (composer, (MftBlock *const *) signatures->pdata + i,
                       MIN (2, signatures->len - i), with_fields);
}

/* An imported text may end before its signatures, yet every party needs its field. What is added
 * belongs, on the map of blocks, to the agreement as a whole. */
void
mft_composer_add_lacking_signatures (MftComposer *composer)
{
  MftBlock *root = mft_agreement_get_root (composer->agreement);
  g_autoptr (MftBlock) signatures
      = mft_block_new_with_id (MFT_BLOCK_SIGNATURES, mft_block_get_id (root), NULL);

  for (guint party = 1; party <= mft_agreement_n_parties (composer->agreement); party++)
    mft_block_append (
        signatures, mft_signature_new (composer->agreement, party, mft_block_get_id (signatures)));
  mft_composer_add_signatures (composer, signatures, TRUE);
}
