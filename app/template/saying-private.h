/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"
#include "template/clause-library.h"
#include "template/draft.h"

G_BEGIN_DECLS

/* A clause being said for an agreement: its blocks stand in `draft` until they go in. */
typedef struct
{
  MftAgreement *agreement;
  const MftClauseLibrary *clauses;
  MftTemplate template; /* the agreement's, with its name and number of parties */
  MftValues *values;
  MftPlan *plan;
  MftDraft *draft;
  const MftUnit *unit;
  MftWording *form;
} MftSaying;

/* Knows the agreement's own terms and where its clauses stand. FALSE and MFT_TEMPLATE_ERROR_UNKNOWN for a
 * clause or a form that is not there; to be ended in any case. */
gboolean _mft_saying_start (MftSaying *self, MftAgreement *agreement,
                            const MftClauseLibrary *library, const char *id, const char *form,
                            GError **error);
void _mft_saying_end (MftSaying *self);

/* The clauses that the words refer to and that the agreement has not. An array of char *, owned by the
 * caller. */
GPtrArray *_mft_saying_list_needs (MftSaying *self);

/* The clause as the children of a Pasal in the draft, with their words. Borrowed. */
MftBlock *_mft_saying_say (MftSaying *self, gboolean as_ayat, GError **error);

/* Copies the children of `from` into `to`, from `index` on. */
gboolean _mft_saying_take_over (MftAgreement *agreement, MftBlock *from, MftBlock *to, guint index,
                                GError **error);

/* What was said brings along. */
void _mft_saying_add_fields (MftSaying *self);
gboolean _mft_saying_add_attachments (MftSaying *self, GError **error);

/* Ends the step that began at `revision`; what failed half-way is taken back. */
void _mft_saying_end_step (MftAgreement *agreement, guint64 revision, gboolean done);

gboolean _mft_saying_is_of (MftBlock *block, const char *id);
gboolean _mft_saying_refuse_unknown (GError **error, const char *what, const char *id);

G_END_DECLS
