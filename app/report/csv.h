/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A byte order mark: spreadsheets read the rest as UTF-8. */
#define MFT_CSV_START "\xef\xbb\xbf"

/* A cell of RFC 4180, but with ';' as spreadsheets in Indonesia expect; `last` ends the line. What a
 * spreadsheet would compute becomes text. `text` may be NULL. */
void mft_csv_append (GString *csv, const char *text, gboolean last);

G_END_DECLS
