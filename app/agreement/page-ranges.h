/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MFT_PAGES_MOST 9999

/* Pages from 1, both ends included. */
typedef struct
{
  guint first;
  guint last;
} MftPageRange;

/* "1-3,5". `ranges` may be NULL; else an array of MftPageRange, owned by the caller. FALSE if it is no
 * list of pages. */
gboolean mft_page_ranges_parse (const char *text, GArray **ranges);

G_END_DECLS
