/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* One page about an agreement for whoever signs it, made from its structure: nothing in it is
 * anybody's opinion. */
typedef enum
{
  MFT_SUMMARY_PARTY,
  MFT_SUMMARY_OBJECT,
  MFT_SUMMARY_MONEY,
  MFT_SUMMARY_DUTY, /* of the person's own side; of all where it is not known which that is */
  MFT_SUMMARY_DEADLINE,
  MFT_SUMMARY_CHECK,   /* errors and warnings that are open */
  MFT_SUMMARY_PARAF,   /* given and outstanding */
  MFT_SUMMARY_CHANGED, /* since this person saw the agreement last */
} MftSummaryKind;

#define MFT_SUMMARY_KIND_N (MFT_SUMMARY_CHANGED + 1)

typedef struct
{
  MftSummaryKind kind;
  char *place; /* "Pasal 7 ayat (1)", "PIHAK KESATU"; "" */
  char *text;
} MftSummaryLine;

typedef struct
{
  char *title;
  gboolean is_guess;    /* recognised from the pages, not from a source of ours */
  gboolean seen_before; /* else there is nothing to compare with */
  GPtrArray *lines;     /* MftSummaryLine, by kind */
  guint errors, warnings;
} MftSummary;

/* The agreement that a PDF's pages are, from its own source if the pages still say the same; NULL: none
 * can be read. `is_guess` may be NULL. */
MftAgreement *mft_summary_agreement (const char *path, gboolean *is_guess);

/* `names` (NULL-terminated, may be NULL): what the person and their institution are called, to find
 * their side. Never fails. */
MftSummary *mft_summary_new (MftAgreement *agreement, const char *const *names);
void mft_summary_free (MftSummary *summary);

/* The party that one of the names belongs to, from 1; 0: none, or it is not known. */
guint mft_summary_own_party (MftAgreement *agreement, const char *const *names);

/* The parties' names, joined. Owned by the caller. */
char *mft_summary_parties (MftAgreement *agreement);

/* Keeps the agreement as seen, for the next time. Errors: G_FILE_ERROR. */
gboolean mft_summary_note_seen (MftAgreement *agreement, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftSummary, mft_summary_free)

G_END_DECLS
