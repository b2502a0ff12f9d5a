/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "act/signing-place.h"

G_BEGIN_DECLS

/* Where the person's signature belongs on a page without a field for it, so that nobody has to drag. */

/* Where the page says so: the characters and lines of the settings (act/signing-place.h). Blocks; any
 * thread. */
gboolean mft_own_place_find (const char *path, guint *page, MftPdfRect *seen);

/* Where a page of that size was signed the last time: puts `place`, new on the last page, there. */
void mft_own_place_recall (MftSigningPlace *place);

/* For the next time; `pages`: how many the document has. */
void mft_own_place_remember (const MftSigningPlace *place, guint pages);

G_END_DECLS
