/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/roster.h"

G_BEGIN_DECLS

/* How certificates were used on this computer, counted from the journal: acts a month, and why some
 * failed. Of acts from `from` to before `until` (microseconds since 1970). No name, no file, no NIK.
 * Owned by the caller. Errors: G_FILE_ERROR. */
MftRoster *mft_usage_report (gint64 from, gint64 until, GError **error);

G_END_DECLS
