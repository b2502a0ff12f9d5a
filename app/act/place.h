/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/page.h"

G_BEGIN_DECLS

/* The place of a stamp as the pages tell it: over an anchor character ('#', '$', '^': BSrE's
 * tag_koordinat), which has to stand by itself exactly once; or, for more than one character, right
 * above the last line that is these words, as the signer's name. The rectangle is on the page as
 * seen, as large as the specimen, moved inside the page.
 * Errors: MFT_ACT_ERROR_ANCHOR; MFT_SIGN_ERROR_PLACE; those of reading. */
gboolean mft_act_find_place (const char *path, const char *anchor, guint *page, MftPdfRect *rect,
                             GError **error);

G_END_DECLS
