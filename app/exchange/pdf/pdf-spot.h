/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where words stand by themselves: shares (0…1) of the page as seen, from its upper left corner. */
typedef struct
{
  guint page; /* from 1 */
  double left, top, right, bottom;
} MftPdfSpot;

/* Every place where nothing but `words` stands in a line or a column of it, capitals or not; at most
 * 1,000, in the order of pages. Array of MftPdfSpot, owned by the caller. Errors: G_FILE_ERROR,
 * MFT_EXCHANGE_ERROR_DAMAGED. */
GArray *mft_pdf_find_spots (const char *path, const char *words, GError **error);

G_END_DECLS
