/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/register.h"

G_BEGIN_DECLS

/* What `mufakat library` prints, as JSON or for people. Owned by the caller. */
char *mft_library_list_text (GPtrArray *entries, gboolean json);
char *mft_library_entry_text (const MftLibraryEntry *entry, GPtrArray *versions, gboolean json);

G_END_DECLS
