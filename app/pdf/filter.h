/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/object.h"

G_BEGIN_DECLS

/* Undoes the filters that `dict` names (none, or /FlateDecode with its predictors) on `raw`. At most
 * `limit` bytes come out. Errors: MFT_PDF_ERROR_DAMAGED, _LIMIT, _UNSUPPORTED. */
GBytes *mft_pdf_filter_decode (const MftPdfObject *dict, GBytes *raw, gsize limit, GError **error);

G_END_DECLS
