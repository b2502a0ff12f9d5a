/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "draw/stamp.h"
#include "pdf/page.h"

G_BEGIN_DECLS

/* A PDF's pages, one below the other, with small ones beside them that get a check once their page was
 * shown.
 *
 * Signal "page-shown" (guint page): the first time that most of a page could be seen; from 1.
 * Signal "stamp-moved" (guint page, MftPdfRect *): the person wants the stamp there; nothing has
 * changed yet. */
#define MFT_TYPE_DOCUMENT_VIEW (mft_document_view_get_type ())
G_DECLARE_FINAL_TYPE (MftDocumentView, mft_document_view, MFT, DOCUMENT_VIEW, AdwBin)

GtkWidget *mft_document_view_new (void);

/* `password` may be NULL. Errors: those of poppler, as MFT_PDF_ERROR (DAMAGED, ENCRYPTED, UNREADABLE). */
gboolean mft_document_view_load (MftDocumentView *self, const char *path, const char *password,
                                 GError **error);
gboolean mft_document_view_load_bytes (MftDocumentView *self, GBytes *bytes, GError **error);

guint mft_document_view_n_pages (MftDocumentView *self);
guint mft_document_view_n_shown (MftDocumentView *self);

/* As seen, in points; `page` from 1. */
void mft_document_view_get_size (MftDocumentView *self, guint page, double *width, double *height);

/* Without the small pages beside them, where there is no room. */
void mft_document_view_hide_thumbs (MftDocumentView *self);

void mft_document_view_go (MftDocumentView *self, guint page);

/* So that a place on a page (points from its lower left corner) can be seen. */
void mft_document_view_show (MftDocumentView *self, guint page, const MftPdfRect *rect);

/* Shows where a stamp is going to be; NULL takes it away. Returns it, borrowed, to be focused. */
GtkWidget *mft_document_view_set_stamp (MftDocumentView *self, guint page,
                                        const MftStampContent *content, const MftPdfRect *rect,
                                        gboolean movable);

G_END_DECLS
