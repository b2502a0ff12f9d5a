/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import-report.h"
#include "exchange/read-options.h"

G_BEGIN_DECLS

/* Whether it is a ZIP with a Word document in it. */
gboolean mft_docx_is_document (GBytes *bytes);

/* Reads a DOCX of any maker: its numbers are computed, its changes accepted or rejected, headers and
 * footers dropped and told. Errors: MFT_EXCHANGE_ERROR, MFT_CONTAINER_ERROR. */
MftAgreement *mft_docx_import (GBytes *bytes, const MftReadOptions *options,
                               MftImportReport *report, GError **error);

G_END_DECLS
