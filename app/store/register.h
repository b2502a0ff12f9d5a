/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* The library as a list: what was changed last comes first. */
typedef struct
{
  const char
      *words;     /* beginnings of words that all must occur: in title, numbers, parties or text */
  guint statuses; /* bits 1 << MftStatus; 0: any */
} MftRegisterQuery;

#define MFT_REGISTER_FOUND_MOST 1000

/* Entries `from` … of those that fit, at most `most`; an array of MftLibraryEntry, owned by the
 * caller. A search finds at most MFT_REGISTER_FOUND_MOST. */
GPtrArray *mft_register_list (MftLibrary *library, const MftRegisterQuery *query, guint from,
                              guint most, GError **error);

/* How many fit; a search counts up to MFT_REGISTER_FOUND_MOST. */
gboolean mft_register_count (MftLibrary *library, const MftRegisterQuery *query, guint *count,
                             GError **error);

/* One entry, owned by the caller. Errors: MISSING. */
MftLibraryEntry *mft_register_find (MftLibrary *library, const char *id, GError **error);

MftLibraryEntry *mft_library_entry_copy (const MftLibraryEntry *entry);
void mft_library_entry_free (MftLibraryEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftLibraryEntry, mft_library_entry_free)

G_END_DECLS
