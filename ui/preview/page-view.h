/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "typeset/pages.h"

G_BEGIN_DECLS

/* One page as it will be, as wide as there is room. The block with the cursor is marked on it.
 *
 * Signal "go" (const char *id): the person pressed on a block. */
#define MFT_TYPE_PAGE_VIEW (mft_page_view_get_type ())
G_DECLARE_FINAL_TYPE (MftPageView, mft_page_view, MFT, PAGE_VIEW, GtkWidget)

GtkWidget *mft_page_view_new (void);

/* `pages` is kept until another call; NULL shows nothing. `number` counts from 0. The picture is drawn
 * beside the main thread; until it is there the one before stays. */
void mft_page_view_set_page (MftPageView *self, MftPages *pages, guint number);
guint mft_page_view_get_number (MftPageView *self);

/* Light letters on dark paper. */
void mft_page_view_set_dark (MftPageView *self, gboolean dark);

/* Rectangles (graphene_rect_t, in points) where words are found, and selected; NULL: none. Referenced. */
void mft_page_view_set_marks (MftPageView *self, GArray *found, GArray *selected);

/* NULL or an unknown id: none. */
void mft_page_view_set_current (MftPageView *self, const char *id);

G_END_DECLS
