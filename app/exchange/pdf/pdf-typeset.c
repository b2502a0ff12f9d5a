/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/pdf/pdf-typeset.h"

#include "exchange/pdf/pdf-insert.h"
#include "exchange/pdf/pdf-line.h"
#include "exchange/pdf/pdf-pages.h"

/* In points: what rounding in a file may move. */
#define NEAR 1.0

static GPtrArray *
read_pages (MftAgreement *agreement, const MftPages *pages)
{
  g_autoptr (GDateTime) date = mft_typeset_date (agreement, NULL);
  g_autoptr (GBytes) bytes = mft_pages_to_pdf (pages, date, NULL, NULL);
  PopplerDocument *document = bytes != NULL ? mft_pdf_pages_open (bytes, NULL, NULL) : NULL;
  GPtrArray *lines = document != NULL ? mft_pdf_pages_read (document, MFT_PDF_BARE_LETTERS) : NULL;

  g_clear_object (&document);
  return lines;
}

/* Between the page's head and its foot, which an office may have otherwise. */
static gboolean
is_of_agreement (const MftPdfLine *line, const MftPages *pages)
{
  guint count;
  const MftBlockPlace *places = mft_pages_places (pages, &count);
  gboolean has_begun = FALSE, goes_on = FALSE;

  for (guint i = 0; i < count; i++)
    if (places[i].page == line->page)
      {
        has_begun = has_begun || places[i].y <= line->top + line->height;
        goes_on = goes_on || places[i].y + places[i].height >= line->top;
      }
  return has_begun && goes_on;
}

static gboolean
stands (const MftPdfLine *line, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const MftPdfLine *other = lines->pdata[i];
      if (other->page == line->page && ABS (other->left - line->left) <= NEAR
          && ABS (other->right - line->right) <= NEAR && ABS (other->top - line->top) <= NEAR
          && g_str_equal (other->words, line->words))
        return TRUE;
    }
  return FALSE;
}

gboolean
mft_pdf_stands_as_typeset (MftAgreement *agreement, PopplerDocument *document)
{
  const MftTypesetOptions options = { .insert = mft_pdf_insert };
  g_autoptr (MftPages) pages = mft_typeset (agreement, &options, NULL, NULL);
  g_autoptr (GPtrArray) shown = mft_pdf_pages_read (document, MFT_PDF_BARE_LETTERS);
  g_autoptr (GPtrArray) own = pages != NULL ? read_pages (agreement, pages) : NULL;

  for (guint i = 0; own != NULL && i < own->len; i++)
    if (is_of_agreement (own->pdata[i], pages) && !stands (own->pdata[i], shown))
      return FALSE;
  return own != NULL;
}
