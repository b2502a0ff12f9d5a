/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/document/page-source.h"

G_BEGIN_DECLS

/* A bar that finds words on pages, whether hyphenated or over the end of a line. Hidden until it is opened. */
#define MFT_TYPE_PAGE_FIND (mft_page_find_get_type ())
G_DECLARE_FINAL_TYPE (MftPageFind, mft_page_find, MFT, PAGE_FIND, AdwBin)

/* `source` and `view` outlive the bar. */
void mft_page_find_set_source (MftPageFind *self, const MftPageSource *source, gpointer view);

/* Opens the bar, or closes it. */
void mft_page_find_toggle (MftPageFind *self);

/* What was found on a page: an array of graphene_rect_t, owned by the caller; NULL if nothing is wanted. */
GArray *mft_page_find_boxes (MftPageFind *self, guint page);

G_END_DECLS
