/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

#include "report/roster.h"

G_BEGIN_DECLS

/* The register of agreements ("buku register"): what the library knows of each. `entries`: of
 * MftLibraryEntry. Owned by the caller. Errors: of store. */
MftRoster *mft_register_report (MftLibrary *library, GPtrArray *entries, GDateTime *date,
                                GError **error);

G_END_DECLS
