/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/unit.h"

G_BEGIN_DECLS

/* The "status" of a clause. */
#define MFT_CLAUSE_STATUS_DRAFT "konsep"
#define MFT_CLAUSE_STATUS_APPROVED "disetujui"
#define MFT_CLAUSE_STATUS_REVIEW "perlu telaah"
#define MFT_CLAUSE_STATUS_RETIRED "tidak dipakai"

/* All units by id: clauses, definitions, parts, attachments, packs and templates. Ours are compiled
 * in; texts of others can be added to a library of their own. */
typedef struct MftClauseLibrary MftClauseLibrary;

/* Ours. Any thread, never changed, lives for ever. */
const MftClauseLibrary *mft_clause_library_get_default (void);

/* A new one that starts with our units. */
MftClauseLibrary *mft_clause_library_new (void);
void mft_clause_library_free (MftClauseLibrary *library);

/* Adds a text (parser.h). Errors: MFT_TEMPLATE_ERROR_SYNTAX, also for an id that is there already or
 * a reference to a clause that is not; the library is then as it was. */
gboolean mft_clause_library_add (MftClauseLibrary *library, const char *name, GBytes *bytes,
                                 GError **error);

/* NULL if there is none. */
MftUnit *mft_clause_library_get (const MftClauseLibrary *library, const char *id);

/* Units whose id starts with `prefix` ("D-"), in the order they were read. An array of MftUnit, owned by
 * the caller. */
GPtrArray *mft_clause_library_list (const MftClauseLibrary *library, const char *prefix);

/* The other clauses that say the same thing in another way and may take its place, those that are no longer
 * used left out. An array of MftUnit, owned by the caller. */
GPtrArray *mft_clause_library_list_stand_ins (const MftClauseLibrary *library, const MftUnit *unit);

/* The templates. An array of MftUnit, owned by the caller. */
GPtrArray *mft_clause_library_list_templates (const MftClauseLibrary *library);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftClauseLibrary, mft_clause_library_free)

G_END_DECLS
