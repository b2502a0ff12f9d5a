/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import-report.h"

G_BEGIN_DECLS

/* Lines of pages (MftPdfLine) as lines for the recogniser (MftImportLine): what pages repeat at their edges
 * is dropped and told, a paragraph that begins is marked by a gap. Owned by the caller. */
GPtrArray *mft_pdf_layout (GPtrArray *lines, guint pages, MftImportReport *report);

G_END_DECLS
