/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "exchange/pdf/poppler.h"

#include "draw/stamp.h"
#include "pdf/page.h"

G_BEGIN_DECLS

/* Missing in poppler 22.12. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

/* One page of a PDF as it is, as wide as there is room, drawn when it is first seen. A stamp may lie
 * on it, to show where a signature is going to be.
 *
 * Signal "stamp-moved" (MftPdfRect *): the person wants the stamp there; nothing has changed yet. */
#define MFT_TYPE_DOCUMENT_SHEET (mft_document_sheet_get_type ())
G_DECLARE_FINAL_TYPE (MftDocumentSheet, mft_document_sheet, MFT, DOCUMENT_SHEET, GtkWidget)

GtkWidget *mft_document_sheet_new (PopplerPage *page, int natural_width);

/* Whether it can be seen, or soon: only then it keeps a picture. */
void mft_document_sheet_set_near (MftDocumentSheet *self, gboolean near);

/* Rectangles (graphene_rect_t, in points from the upper left corner) where words are found, and selected;
 * NULL: none. Referenced. */
void mft_document_sheet_set_marks (MftDocumentSheet *self, GArray *found, GArray *selected);

/* How wide it is where there is room. */
void mft_document_sheet_set_natural_width (MftDocumentSheet *self, int natural_width);

/* `content` is copied; NULL takes the stamp away. `rect`: points from the lower left corner of the
 * page as seen. Returns the stamp, borrowed. */
GtkWidget *mft_document_sheet_set_stamp (MftDocumentSheet *self, const MftStampContent *content,
                                         const MftPdfRect *rect, gboolean movable);

G_END_DECLS
