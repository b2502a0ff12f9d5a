/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/docx/docx-package.h"

G_BEGIN_DECLS

/* Whether a w:tblBorders or w:tcBorders (may be NULL) draws any line. */
gboolean mft_docx_borders_are_drawn (const xmlNode *borders);

G_END_DECLS
