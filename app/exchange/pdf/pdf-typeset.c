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

static gboolean
is_in_table (const MftPdfLine *line, MftAgreement *agreement, const MftPages *pages)
{
  guint count;
  const MftBlockPlace *places = mft_pages_places (pages, &count);
  double middle = line->top + line->height / 2;

  for (guint i = 0; i < count; i++)
    {
      const MftBlockPlace *place = &places[i];
      if (place->page != line->page || middle < place->y || middle > place->y + place->height)
        continue;
      MftBlock *block = mft_agreement_get_block (agreement, place->block);
      if (block != NULL && mft_block_get_kind (block) == MFT_BLOCK_CELL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_alike (const MftPdfLine *a, const MftPdfLine *b)
{
  return ABS (a->left - b->left) <= NEAR && ABS (a->right - b->right) <= NEAR
         && g_str_equal (a->words, b->words);
}

/* As far under the line before it, if both are on one page. */
static gboolean
follows_alike (const MftPdfLine *own_before, const MftPdfLine *own, const MftPdfLine *shown_before,
               const MftPdfLine *shown)
{
  if (own_before == NULL || own_before->page != own->page || shown_before->page != shown->page)
    return TRUE;
  return ABS ((own->top - own_before->top) - (shown->top - shown_before->top)) <= NEAR;
}

/* Moves the lines of tables out of `own`, and out of `shown` those that stand for them, one after the
 * other. FALSE: one is missing. */
static gboolean
take_tables (GPtrArray *own, GPtrArray *shown, MftAgreement *agreement, const MftPages *pages)
{
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_pdf_line_free);
  const MftPdfLine *own_before = NULL, *shown_before = NULL;
  guint at = 0;

  for (guint i = 0; i < own->len;)
    {
      const MftPdfLine *line = own->pdata[i];
      if (!is_in_table (line, agreement, pages))
        {
          i++;
          continue;
        }
      while (at < shown->len
             && (!is_alike (line, shown->pdata[at])
                 || !follows_alike (own_before, line, shown_before, shown->pdata[at])))
        at++;
      if (at == shown->len)
        return FALSE;
      own_before = line;
      shown_before = shown->pdata[at];
      g_ptr_array_add (taken, g_ptr_array_steal_index (own, i));
      g_ptr_array_add (taken, g_ptr_array_steal_index (shown, at));
    }
  return TRUE;
}

gboolean
mft_pdf_take_tables (GPtrArray *shown, MftAgreement *agreement, GPtrArray **own, guint *n_pages)
{
  const MftTypesetOptions options = { .insert = mft_pdf_insert };
  g_autoptr (MftPages) pages = mft_typeset (agreement, &options, NULL, NULL);
  g_autoptr (GPtrArray) lines = pages != NULL ? read_pages (agreement, pages) : NULL;

  if (lines == NULL || !take_tables (lines, shown, agreement, pages))
    return FALSE;
  *n_pages = mft_pages_count (pages);
  *own = g_steal_pointer (&lines);
  return TRUE;
}
