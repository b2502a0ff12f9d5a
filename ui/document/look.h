/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/job.h"

G_BEGIN_DECLS

/* Which pages look different, drawn small and in grey by the parser that shows them: the last line of
 * defence behind the comparison of objects. Pages that only one of the two has count too. At most 500
 * pages are looked at. Array of guint, from 1, owned by the caller. May run in any thread.
 * Errors: MFT_PDF_ERROR_DAMAGED; G_IO_ERROR_CANCELLED. */
GArray *mft_look_compare (GBytes *before, GBytes *now, MftJob *job, GError **error);

G_END_DECLS
