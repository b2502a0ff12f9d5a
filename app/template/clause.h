/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"
#include "template/clause-library.h"

G_BEGIN_DECLS

/* Clauses of the library in an agreement that is being written. Blocks know which clause and which
 * alternative they come from; the setting "klausul" remembers which wording of the library that was.
 * Every change here is one step of the history. */

typedef enum
{
  MFT_CLAUSE_AS_PASAL, /* a Pasal of its own behind that of `at`; at the end if `at` is NULL */
  MFT_CLAUSE_AS_AYAT,  /* behind the ayat or paragraph of `at`, in its Pasal */
} MftClausePlace;

/* Puts a clause in, with the fields it has, the attachments it names and the clauses it refers to that
 * are not there yet. Returns its Pasal, borrowed. Errors: MFT_TEMPLATE_ERROR_UNKNOWN,
 * MFT_AGREEMENT_ERROR_STRUCTURE. */
MftBlock *mft_clause_insert (MftAgreement *agreement, const MftClauseLibrary *library,
                             const char *id, const char *form, MftClausePlace place, MftBlock *at,
                             GError **error);

/* Adds an attachment of the library ("L-rab") behind the others. Returns it, borrowed. Errors as above. */
MftBlock *mft_clause_insert_attachment (MftAgreement *agreement, const MftClauseLibrary *library,
                                        const char *id, GError **error);

/* The clause that `block` comes from, or NULL; `form` gets the alternative. Borrowed. */
const char *mft_clause_of_block (MftBlock *block, const char **form);

/* Says the clause around `block` in another wording: `form` of the clause `id`, which stands for it
 * (NULL: of itself); with the form it has, in the words that the library has now. Units that both wordings
 * name keep their ids, so references to them stay; `losing` gets the blocks whose references point nowhere
 * now, or is NULL (an array of MftBlock, owned by the caller). Errors as above. */
gboolean mft_clause_swap (MftAgreement *agreement, const MftClauseLibrary *library, MftBlock *block,
                          const char *id, const char *form, GPtrArray **losing, GError **error);

/* On what authority a party signs: the unit whose alternatives are the ways to say it, and the one that
 * its person has now (NULL: imported words). `form` may be NULL. */
const MftUnit *mft_clause_get_authorities (MftAgreement *agreement, const MftClauseLibrary *library,
                                           guint party, const char **form);

/* Says it in another way. Errors as above. */
gboolean mft_clause_set_authority (MftAgreement *agreement, const MftClauseLibrary *library,
                                   guint party, const char *form, GError **error);

/* Whether the agreement remembers how any clause read when it came from the library. */
gboolean mft_clause_is_remembered (MftAgreement *agreement);

/* The clauses in the agreement whose wording in the library is another one by now. An array of char *,
 * owned by the caller. */
GPtrArray *mft_clause_list_changed (MftAgreement *agreement, const MftClauseLibrary *library);

/* Leaves them as they are: the change is not told again. */
void mft_clause_keep (MftAgreement *agreement, const MftClauseLibrary *library, const char *id);

/* "K-25:3f2a91c04d77": what the setting "klausul" says of a clause. Owned by the caller. */
char *mft_clause_dup_mark (const MftUnit *unit);

G_END_DECLS
