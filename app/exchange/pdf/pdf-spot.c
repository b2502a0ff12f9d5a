/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/pdf/pdf-spot.h"

#include <errno.h>
#include <fcntl.h>

#include "exchange/error.h"
#include "exchange/pdf/pdf-piece.h"

#define SPOTS_MOST 1000
#define PAGES_MOST 5000

static char *
fold (const char *words)
{
  g_autofree char *normal = g_utf8_normalize (words, -1, G_NORMALIZE_NFKC);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : "", -1);

  return g_strdup (g_strstrip (folded));
}

static void
read_page (PopplerPage *page, guint number, const char *folded, GArray *spots)
{
  g_autoptr (GPtrArray) pieces = mft_pdf_pieces_read (page, MFT_PDF_ALL_LETTERS);
  double width, height;

  poppler_page_get_size (page, &width, &height);
  for (guint i = 0; width > 0 && height > 0 && i < pieces->len && spots->len < SPOTS_MOST; i++)
    {
      const MftPdfPiece *piece = pieces->pdata[i];
      g_autofree char *words = fold (piece->words->str);
      const MftPdfSpot spot = { number, piece->left / width, piece->top / height,
                                piece->right / width, piece->bottom / height };
      if (g_str_equal (words, folded))
        g_array_append_val (spots, spot);
    }
}

GArray *
mft_pdf_find_spots (const char *path, const char *words, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  g_autoptr (GError) cause = NULL;
  g_autofree char *folded = fold (words);
  GArray *spots;

  if (fd < 0)
    {
      g_set_error (error, G_FILE_ERROR, (gint) g_file_error_from_errno (errno), "\"%s\": %s", path,
                   g_strerror (errno));
      return NULL;
    }
  PopplerDocument *document = poppler_document_new_from_fd (fd, NULL, &cause);
  if (document == NULL)
    {
      g_set_error (error, MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_DAMAGED,
                   "the PDF cannot be read: %s", cause->message);
      return NULL;
    }
  spots = g_array_new (FALSE, FALSE, sizeof (MftPdfSpot));
  for (int i = 0; i < MIN (poppler_document_get_n_pages (document), PAGES_MOST); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      if (page != NULL)
        read_page (page, (guint) i + 1, folded, spots);
      g_clear_object (&page);
    }
  g_object_unref (document);
  return spots;
}
