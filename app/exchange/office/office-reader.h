/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import-report.h"
#include "exchange/read-options.h"

G_BEGIN_DECLS

/* Old Word files and RTF, which LibreOffice makes a DOCX of, in a profile of its own that is removed
 * afterwards. Errors: MFT_EXCHANGE_ERROR (TOOL: LibreOffice is missing), those of mft_docx_import(). */
gboolean mft_office_is_doc (GBytes *bytes);
gboolean mft_office_is_rtf (GBytes *bytes);
MftAgreement *mft_office_import_doc (GBytes *bytes, const MftReadOptions *options,
                                     MftImportReport *report, GError **error);
MftAgreement *mft_office_import_rtf (GBytes *bytes, const MftReadOptions *options,
                                     MftImportReport *report, GError **error);

G_END_DECLS
