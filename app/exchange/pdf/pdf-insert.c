/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/pdf/pdf-insert.h"

#include "agreement/page-ranges.h"
#include "exchange/pdf/pdf-pages.h"
#include "exchange/pdf/pdf-piece.h"

#define PAGES_MOST 500
#define SIDE_LEAST 3.0 /* points (ISO 32000-1, annex C.2) */
#define SIDE_MOST 14400.0
#define WORDS_MOST 8000 /* a string in PDF/A-3 has up to 32767 bytes (ISO 19005-3, 6.1.13) */

/* poppler draws pages of one document on one thread at a time; sections are shared between states. */
static GMutex drawing;

static void
draw_page (gpointer page, cairo_t *cr)
{
  g_mutex_lock (&drawing);
  poppler_page_render_for_printing (page, cr);
  g_mutex_unlock (&drawing);
}

/* In reading order, one space between them. */
static char *
dup_words (PopplerPage *page)
{
  g_autofree char *text = poppler_page_get_text (page);
  GString *words = g_string_new (NULL);

  for (const char *at = text; at != NULL && *at != '\0' && words->len < WORDS_MOST;
       at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gboolean apart = g_unichar_isspace (character) || g_unichar_iscntrl (character);
      if (!apart)
        g_string_append_unichar (words, character);
      else if (words->len > 0 && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
  return g_string_free (words, FALSE);
}

/* Where each of them is seen. */
static MftUnderWords *
place_words (PopplerPage *page)
{
  g_autoptr (GPtrArray) pieces = mft_pdf_pieces_read (page, MFT_PDF_ALL_LETTERS);
  MftUnderWords *words = mft_under_words_new ();

  for (guint i = 0; i < pieces->len; i++)
    {
      const MftPdfPiece *piece = pieces->pdata[i];
      mft_under_words_add (words, piece->words->str, piece->left, piece->top, piece->right,
                           piece->bottom);
    }
  return words;
}

static gboolean
is_side (double side)
{
  return side >= SIDE_LEAST && side <= SIDE_MOST;
}

static void
add_page (GPtrArray *pages, PopplerDocument *document, guint number)
{
  PopplerPage *page = poppler_document_get_page (document, (int) number - 1);
  double width, height;

  if (page == NULL)
    return;
  poppler_page_get_size (page, &width, &height);
  if (is_side (width) && is_side (height))
    {
      g_autofree char *words = dup_words (page);
      g_autoptr (MftMark) mark = mft_mark_new_drawn (width, height, draw_page, g_object_ref (page),
                                                     g_object_unref, place_words (page));
      g_ptr_array_add (pages, mft_inserted_page_new (mark, words));
    }
  g_object_unref (page);
}

static void
free_page (gpointer page)
{
  mft_inserted_page_free (page);
}

GPtrArray *
mft_pdf_insert (GBytes *pdf, const char *wanted)
{
  const MftPageRange all = { 1, PAGES_MOST };
  g_autoptr (GArray) ranges = NULL;
  PopplerDocument *document = mft_pdf_pages_open (pdf, NULL, NULL);

  if (document == NULL)
    return NULL;
  if (wanted == NULL || !mft_page_ranges_parse (wanted, &ranges))
    {
      ranges = g_array_new (FALSE, FALSE, sizeof (MftPageRange));
      g_array_append_val (ranges, all);
    }
  GPtrArray *pages = g_ptr_array_new_with_free_func (free_page);
  guint count = (guint) MAX (poppler_document_get_n_pages (document), 0);
  for (guint i = 0; i < ranges->len; i++)
    {
      const MftPageRange *range = &g_array_index (ranges, MftPageRange, i);
      for (guint at = range->first; at <= MIN (range->last, count) && pages->len < PAGES_MOST; at++)
        add_page (pages, document, at);
    }
  g_object_unref (document);
  return pages;
}
