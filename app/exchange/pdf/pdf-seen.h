/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/pdf/poppler.h"

G_BEGIN_DECLS

/* Whether every letter and digit of the pages' bare text (pdf-piece.h) can be seen where it stands: it is on the
 * page, not tiny, and leaves ink when drawn. Text that only programs read proves nothing. */
gboolean mft_pdf_text_is_seen (PopplerDocument *document);

G_END_DECLS
