/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import-report.h"

G_BEGIN_DECLS

/* What stands where the next label of a list is due, and looks like it to a machine ("Cc." after "b.", "()" before
 * any ayat), becomes that label; each is told. `lines`: MftPdfLine of a scan. */
void mft_pdf_scan_mend_labels (GPtrArray *lines, MftImportReport *report);

G_END_DECLS
