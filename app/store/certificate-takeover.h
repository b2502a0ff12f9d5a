/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/* The folder in which this program kept keys, certificates and evidence before it had a database for
 * them. */

/* How many files of it are left: before the takeover all, afterwards those that cannot be read. */
guint _mft_certificate_takeover_count (void);

/* Takes all that can be read over, in one transaction; only then the files go. A file that cannot be
 * read stays where it is. Errors: MFT_STORE_ERROR. */
gboolean _mft_certificate_takeover (sqlite3 *database, GError **error);

G_END_DECLS
