/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/pdf/pdf-piece.h"

#include "exchange/pdf/pdf-face.h"

MftPdfPiece *
mft_pdf_piece_new (double left, double right, double top, double bottom)
{
  MftPdfPiece *piece = g_new0 (MftPdfPiece, 1);

  *piece = (MftPdfPiece){ .left = left,
                          .right = right,
                          .top = top,
                          .bottom = bottom,
                          .words = g_string_new (NULL),
                          .styles = g_byte_array_new () };
  return piece;
}

void
mft_pdf_piece_free (gpointer data)
{
  MftPdfPiece *piece = data;

  g_string_free (piece->words, TRUE);
  g_byte_array_unref (piece->styles);
  g_free (piece);
}

static gboolean
continues (const MftPdfPiece *piece, const PopplerRectangle *box)
{
  double height = piece->bottom - piece->top;
  double middle = (box->y1 + box->y2) / 2;

  return middle > piece->top && middle < piece->bottom && box->x1 > piece->right - height
         && box->x1 < piece->right + MFT_PDF_COLUMN_GAP * height;
}

static void
add_ink (MftPdfPiece *piece, const PopplerRectangle *box, gunichar letter, MftStyle style)
{
  const guint8 byte = (guint8) style;
  const char *gap = strrchr (piece->words->str, ' ');

  if (letter == ':' && piece->colon <= 0
      && (piece->words->len == 0 || (gap != NULL && gap[1] == '\0')))
    piece->colon = box->x1;
  if (gap == NULL)
    piece->first = box->x2;
  piece->top = MIN (piece->top, box->y1);
  piece->bottom = MAX (piece->bottom, box->y2);
  g_byte_array_append (piece->styles, &byte, 1);
}

static void
add_letter (GPtrArray *pieces, const PopplerRectangle *box, gunichar letter, MftStyle style)
{
  MftPdfPiece *piece = pieces->len > 0 ? pieces->pdata[pieces->len - 1] : NULL;

  if (piece == NULL || !continues (piece, box))
    {
      if (g_unichar_isspace (letter))
        return;
      piece = mft_pdf_piece_new (box->x1, box->x2, box->y1, box->y2);
      g_ptr_array_add (pieces, piece);
    }
  if (box->x1 > piece->right + MFT_PDF_WORD_GAP * (piece->bottom - piece->top))
    g_string_append_c (piece->words, ' ');
  if (!g_unichar_isspace (letter))
    add_ink (piece, box, letter, style);
  g_string_append_unichar (piece->words, g_unichar_isspace (letter) ? ' ' : letter);
  piece->right = MAX (piece->right, box->x2);
}

gboolean
mft_pdf_is_pictured (const GList *pictures, const PopplerRectangle *letter)
{
  double x = (letter->x1 + letter->x2) / 2, y = (letter->y1 + letter->y2) / 2;

  for (const GList *link = pictures; link != NULL; link = link->next)
    {
      const PopplerRectangle *area = &((const PopplerImageMapping *) link->data)->area;
      if (x > MIN (area->x1, area->x2) && x < MAX (area->x1, area->x2)
          && y > MIN (area->y1, area->y2) && y < MAX (area->y1, area->y2))
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
mft_pdf_pieces_read (PopplerPage *page, MftPdfLetters letters)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (mft_pdf_piece_free);
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *boxes = NULL;
  guint n_boxes = 0;
  guint i = 0;

  if (text == NULL || !poppler_page_get_text_layout (page, &boxes, &n_boxes))
    return pieces;
  g_autofree guint8 *styles = mft_pdf_face_styles (page, n_boxes);
  GList *pictures = letters == MFT_PDF_BARE_LETTERS ? poppler_page_get_image_mapping (page) : NULL;
  for (const char *at = text; *at != '\0' && i < n_boxes; at = g_utf8_next_char (at), i++)
    if (!mft_pdf_is_pictured (pictures, &boxes[i]))
      add_letter (pieces, &boxes[i], g_utf8_get_char (at), styles[i]);
  poppler_page_free_image_mapping (pictures);
  return pieces;
}
