/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/shown.h"
#include "check/finding.h"

G_BEGIN_DECLS

/* A block as it is read, and what the rules said about it. Private to the room. */
typedef struct
{
  MftBlock *block;
  char *text;
  GArray *spans;       /* of MftShownSpan, which make the text */
  GPtrArray *findings; /* NULL until there is one */
} MftReading;

typedef struct MftTerms MftTerms;

/* What the rules look at. A rule for blocks sees one reading after the other; a rule for the whole
 * goes to the reading it speaks of. Private to the room. */
typedef struct
{
  MftAgreement *agreement;
  GPtrArray *readings; /* every block's, in the order of the text */
  GHashTable *places;  /* MftBlock to its reading */
  MftBlock *block;     /* of the reading it is at, as are the text and its spans */
  char *text;
  GArray *spans;
  MftReading *reading;
  GPtrArray *elsewhere; /* findings that belong to no block */
  MftTerms *terms;      /* what the agreement defines */
} MftChecker;

typedef struct MftRule MftRule;

struct MftRule
{
  const char *id;
  const char *source; /* the law or practice behind it, in Indonesian */
  void (*check_block) (MftChecker *checker, const MftRule *rule);
  void (*check_whole) (MftChecker *checker, const MftRule *rule);
};

void _mft_checker_init (MftChecker *checker, MftAgreement *agreement);

/* All findings in the order of the text, owned by the caller; frees what the checker holds. */
GPtrArray *_mft_checker_finish (MftChecker *checker);

/* Goes to a reading, or with NULL to no block at all. */
void _mft_checker_go (MftChecker *checker, MftReading *reading);
MftReading *_mft_checker_find (MftChecker *checker, MftBlock *block);

/* Adds a finding about the bytes `start` to `end` of the text. Then come the message's arguments
 * (copied), ended by NULL. Borrowed. */
MftFinding *_mft_checker_report (MftChecker *checker, const MftRule *rule, MftSeverity severity,
                                 gsize start, gsize end, const char *message,
                                 ...) G_GNUC_NULL_TERMINATED;

/* Proposes `words` for these bytes, unless an atom has a part in them: that is computed. */
void _mft_checker_propose (MftChecker *checker, MftFinding *finding, gsize start, gsize end,
                           const char *words);

/* Proposes italics for these bytes. */
void _mft_checker_propose_italic (MftChecker *checker, MftFinding *finding, gsize start, gsize end);

/* Proposes to count the block's label again instead of keeping it as it stands. */
void _mft_checker_propose_label (MftChecker *checker, MftFinding *finding);

/* Proposes another value for a field. */
void _mft_checker_propose_field (MftChecker *checker, MftFinding *finding, const char *field,
                                 const char *value);

/* Whether these bytes are words that a person typed. */
gboolean _mft_checker_is_typed (MftChecker *checker, gsize start, gsize end);

/* The same, or words about another law. */
gboolean _mft_checker_is_written (MftChecker *checker, gsize start, gsize end);

/* The style of the character at this byte. */
MftStyle _mft_checker_style (MftChecker *checker, gsize at);

/* Whether the block stands in that part of the agreement. */
gboolean _mft_checker_is_in (MftChecker *checker, MftBlockKind part);

/* Marks a message for gettext; the faces translate it. */
#define N_(text) text

G_END_DECLS
