/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import-report.h"

G_BEGIN_DECLS

/* Plain text and text with Markdown's marks: bold, italic, bullets, headings, escapes. Takes UTF-8,
 * or else Windows-1252. Never refuses a text for its form: what is not recognised stays as words.
 * Errors: MFT_EXCHANGE_ERROR. */
MftAgreement *mft_text_import (GBytes *bytes, MftImportReport *report, GError **error);

G_END_DECLS
