/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import-report.h"
#include "exchange/read-options.h"

G_BEGIN_DECLS

/* One door for every format but PDF out: found by the first bytes, else by the name's ending.
 * "naskah.txt", ".md", ".xml" (bare naskah.xml), ".pks", ".docx". */

/* `report` may be NULL; else it gets what was done, owned by the caller. Errors: MFT_EXCHANGE_ERROR,
 * and those of the format's reader. */
MftAgreement *mft_exchange_read (GBytes *bytes, const char *name, MftImportReport **report,
                                 GError **error);

#define MFT_EXCHANGE_SIZE_MOST (256 * 1024 * 1024)

/* The same from a file of at most MFT_EXCHANGE_SIZE_MOST bytes. Errors besides: G_FILE_ERROR. */
MftAgreement *mft_exchange_load (const char *path, MftImportReport **report, GError **error);

/* Both with options; NULL: tracked changes accepted, no password. */
MftAgreement *mft_exchange_read_with (GBytes *bytes, const char *name,
                                      const MftReadOptions *options, MftImportReport **report,
                                      GError **error);
MftAgreement *mft_exchange_load_with (const char *path, const MftReadOptions *options,
                                      MftImportReport **report, GError **error);

/* The bytes of a file of this name, which may reach the other party: without internal comments, and without
 * decisions and paraf, which are the house's own. Errors: MFT_EXCHANGE_ERROR. */
GBytes *mft_exchange_write (MftAgreement *agreement, const char *name, GError **error);

/* The bytes of a .pks for colleagues: decisions, notes and paraf go along. */
GBytes *mft_exchange_write_for_house (MftAgreement *agreement, GError **error);

G_END_DECLS
