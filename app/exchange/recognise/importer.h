/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import-report.h"
#include "exchange/recognise/import-picture.h"
#include "exchange/recognise/line.h"

G_BEGIN_DECLS

/* Makes an agreement of lines (MftImportLine) and pictures (MftImportPicture; NULL: none), read from whatever
 * format. A state machine with the
 * number that is expected next: only that opens a block, everything else goes on with the one
 * before. Fills counts, guesses, dropped, lost and words of the report. Never fails. */
MftAgreement *mft_import_recognise (GPtrArray *lines, GPtrArray *pictures, MftImportReport *report);

G_END_DECLS
