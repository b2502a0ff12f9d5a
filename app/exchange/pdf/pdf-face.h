/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/pdf/poppler.h"

#include "agreement/text.h"

G_BEGIN_DECLS

/* What the name of a font tells: "ABCDEF+Bookman-DemiItalic" is bold and italic. */
MftStyle mft_pdf_face_style (const char *name);

/* MftStyle of each of the page's first `count` letters, by the fonts they are set in. Owned by the caller. */
guint8 *mft_pdf_face_styles (PopplerPage *page, guint count);

G_END_DECLS
