/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

G_BEGIN_DECLS

/* Whether every letter and digit that the pages' text has can be seen where it stands: it is on the page, not tiny, leaves
 * ink when drawn, and no picture lies over it. Text that only programs read proves nothing. */
gboolean mft_pdf_text_is_seen (PopplerDocument *document);

G_END_DECLS
