/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/shown.h"
#include "check/finding.h"

G_BEGIN_DECLS

/* What the rules look at, one block after the other. Private to the room. */
typedef struct
{
  MftAgreement *agreement;
  MftBlock *block;     /* NULL after the last one; then there is no text */
  char *text;          /* as it is read */
  GArray *spans;       /* of MftShownSpan, which make the text */
  GPtrArray *findings; /* of this block */
  GHashTable *missing; /* ids of required fields without value that no block told yet */
} MftChecker;

typedef struct MftRule MftRule;

struct MftRule
{
  const char *id;
  const char *source; /* the law or practice behind it, in Indonesian */
  void (*check) (MftChecker *checker, const MftRule *rule);
};

/* Each looks at the checker's block; field-empty is asked once more without one. */
void _mft_check_number_words (MftChecker *checker, const MftRule *rule);
void _mft_check_date_words (MftChecker *checker, const MftRule *rule);
void _mft_check_date_weekday (MftChecker *checker, const MftRule *rule);
void _mft_check_ref_dangling (MftChecker *checker, const MftRule *rule);
void _mft_check_party_role (MftChecker *checker, const MftRule *rule);
void _mft_check_field_empty (MftChecker *checker, const MftRule *rule);

/* Adds a finding about the bytes `start` to `end` of the text. Then come the message's arguments
 * (copied), ended by NULL. Borrowed. */
MftFinding *_mft_checker_report (MftChecker *checker, const MftRule *rule, MftSeverity severity,
                                 gsize start, gsize end, const char *message,
                                 ...) G_GNUC_NULL_TERMINATED;

/* Proposes `words` for these bytes, unless an atom has a part in them: that is computed. */
void _mft_checker_propose (MftChecker *checker, MftFinding *finding, gsize start, gsize end,
                           const char *words);

/* Whether these bytes are words that a person typed. */
gboolean _mft_checker_is_typed (MftChecker *checker, gsize start, gsize end);

/* Marks a message for gettext; the faces translate it. */
#define N_(text) text

G_END_DECLS
