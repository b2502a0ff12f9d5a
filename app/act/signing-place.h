/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "pdf/page.h"

G_BEGIN_DECLS

/* A place where a PDF may be signed. */
typedef struct
{
  char *name;                     /* of the field; NULL: a new one */
  guint page;                     /* from 1 */
  MftPdfRect seen;                /* points from the lower left corner of the page as seen */
  double page_width, page_height; /* as seen */
} MftSigningPlace;

/* The empty visible fields of a PDF, and last a new place on its last page. An array of
 * MftSigningPlace, owned by the caller. Errors: MFT_PDF_ERROR. */
GPtrArray *mft_signing_places (const char *path, GError **error);

/* The field that a stamp at `rect` is meant for, as near as it is; NULL: none. Borrowed. */
const MftSigningPlace *mft_signing_place_near (GPtrArray *places, guint page,
                                               const MftPdfRect *rect);

/* Which of the places is the person's: the only field, or the one of the party that the PDF's own
 * source names by one of `names` (NULL-terminated, may be NULL); without any field the new place. NULL:
 * it is not clear. Borrowed. Blocks; run it in a job. */
const MftSigningPlace *mft_signing_place_own (GPtrArray *places, const char *path,
                                              const char *const *names);

/* Where a new signature belongs as the page itself says: where a character of `anchors` stands by itself,
 * each tried in turn, else at the line that says one of `lines` (the signer's name, the office;
 * NULL-terminated). FALSE: it says nothing. Blocks; run it in a job. */
gboolean mft_signing_place_find (const char *path, const char *anchors, const char *const *lines,
                                 guint *page, MftPdfRect *seen);

G_END_DECLS
