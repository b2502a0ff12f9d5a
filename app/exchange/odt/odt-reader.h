/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import-report.h"
#include "exchange/read-options.h"

G_BEGIN_DECLS

/* Whether it is a ZIP whose first entry says that it is an OpenDocument text. */
gboolean mft_odt_is_document (GBytes *bytes);

/* Reads an ODT as mft_docx_import() reads a DOCX. Errors: MFT_EXCHANGE_ERROR, MFT_CONTAINER_ERROR. */
MftAgreement *mft_odt_import (GBytes *bytes, const MftReadOptions *options, MftImportReport *report,
                              GError **error);

G_END_DECLS
