/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/library.h"

G_BEGIN_DECLS

/* The desk: what waits for the person, what waits for others, what is done. */
#define MFT_TYPE_DESK_PAGE (mft_desk_page_get_type ())
G_DECLARE_FINAL_TYPE (MftDeskPage, mft_desk_page, MFT, DESK_PAGE, AdwBin)

/* Lays a PDF on it. */
void mft_desk_page_put (MftDeskPage *self, const char *path);

/* Looks again at what lies there. */
void mft_desk_page_reload (MftDeskPage *self);

/* What was read last from the library: agreements that are ready to be signed have rows too. May be
 * NULL; borrowed, it outlives the page. */
void mft_desk_page_set_library (MftDeskPage *self, MftLibrary *library);

/* How many documents but `except` wait for the person; `next` gets the first of them, borrowed, or
 * NULL. */
guint mft_desk_page_n_mine (MftDeskPage *self, const char *except, const char **next);

G_END_DECLS
