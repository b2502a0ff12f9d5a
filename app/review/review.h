/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "review/decision.h"
#include "review/error.h"
#include "review/paraf.h"
#include "review/thread.h"

G_BEGIN_DECLS

/* All that is said about an agreement and not in it: comments, decisions on changes, paraf. The entry
 * "komentar.xml" of a .pks. Lives on the main thread.
 *
 * Signal "changed". */
#define MFT_TYPE_REVIEW (mft_review_get_type ())
G_DECLARE_FINAL_TYPE (MftReview, mft_review, MFT, REVIEW, GObject)

#define MFT_REVIEW_ENTRY "komentar.xml"
#define MFT_REVIEW_VERSION "1.0"
#define MFT_REVIEW_SPACE "https://mufakat.id/ns/komentar/1"

MftReview *mft_review_new (void);

/* What the agreement brought along; an empty one if nothing. Errors: MFT_REVIEW_ERROR, MFT_CONTAINER_ERROR. */
MftReview *mft_review_load (MftAgreement *agreement, GError **error);

/* Leaves it with the agreement, for saving. */
void mft_review_save (MftReview *review, MftAgreement *agreement);

/* For whom it is written, and so what of it. */
typedef enum
{
  MFT_AUDIENCE_SELF,        /* the own library: everything */
  MFT_AUDIENCE_HOUSE,       /* colleagues: all but internal comments */
  MFT_AUDIENCE_OTHER_PARTY, /* comments for it; decisions and paraf are the house's own */
} MftAudience;

/* Canonical bytes: equal reviews give equal bytes. */
GBytes *mft_review_write (MftReview *review, MftAudience audience);
MftReview *mft_review_read (GBytes *bytes, GError **error);

/* Leaves with the agreement what its readers may see; what cannot be read does not go out either. */
void mft_review_strip (MftAgreement *agreement, MftAudience audience);

/* Whether a copy for colleagues would tell them more than one for the other party. */
gboolean mft_review_has_house_part (MftReview *review);

/* Comments, in the order in which they were made. Of MftThread; borrowed. */
GPtrArray *mft_review_threads (MftReview *review);
MftThread *mft_review_find_thread (MftReview *review, const char *id);

/* Takes the thread over. */
void mft_review_add_thread (MftReview *review, MftThread *thread);
void mft_review_answer (MftReview *review, MftThread *thread, const char *author, const char *text);
void mft_review_set_resolved (MftReview *review, MftThread *thread, gboolean resolved);
void mft_review_remove_thread (MftReview *review, MftThread *thread);

/* The decision on a change, or NULL; borrowed. */
const MftDecision *mft_review_get_decision (MftReview *review, const char *change);

/* NONE without a note takes the decision back. */
void mft_review_decide (MftReview *review, const char *change, MftStance stance, const char *note,
                        const char *author);

/* Keeps with the decision on a change what the change was; nothing if there is none. */
void mft_review_record (MftReview *review, const char *change, const char *place,
                        const char *before, const char *after);

/* All decisions. Of MftDecision; borrowed. */
GPtrArray *mft_review_decisions (MftReview *review);

/* Those who are to give a paraf, in order. Of MftReviewer; borrowed. */
GPtrArray *mft_review_reviewers (MftReview *review);

/* Takes the reviewer over. */
void mft_review_add_reviewer (MftReview *review, MftReviewer *reviewer);
void mft_review_move_reviewer (MftReview *review, guint from, guint to);
void mft_review_remove_reviewer (MftReview *review, guint index);

/* The log, oldest first. Of MftParaf; borrowed. It only grows. */
GPtrArray *mft_review_parafs (MftReview *review);

/* Gives the paraf of a reviewer for the text as it is. Errors: MFT_REVIEW_ERROR_ORDER if somebody before has
 * not given theirs for this text. */
gboolean mft_review_give_paraf (MftReview *review, guint index, MftAgreement *agreement,
                                const char *note, GError **error);

/* `text`: mft_paraf_dup_text() of now. `paraf` may be NULL; else it gets the last one given, borrowed, or
 * NULL. */
MftParafState mft_review_get_state (MftReview *review, guint index, const char *text,
                                    const MftParaf **paraf);

/* Whether no entry of the log was changed, taken out or put in between. */
gboolean mft_review_log_is_intact (MftReview *review);

G_END_DECLS
