/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "act/reply.h"
#include "act/returned-pdf.h"
#include "store/register.h"

G_BEGIN_DECLS

/* What `mufakat library` prints, as JSON or for people. Owned by the caller. */
char *mft_library_list_text (GPtrArray *entries, gboolean json);
char *mft_library_entry_text (const MftLibraryEntry *entry, GPtrArray *versions, gboolean json);

/* What a returned file answers; all null if it is like nothing. */
char *mft_library_reply_json (const MftReply *reply, const MftReturnedPdf *returned);

G_END_DECLS
