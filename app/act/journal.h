/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What was done, kept in the data folder ("catatan.jsonl"): one JSON object a line, each with the
 * SHA-256 of the line before it, so that a change inside shows. BSrE's acceptance form asks for every
 * failed signing. No name of a file, no passphrase, no NIK. */
typedef struct
{
  const char *act;     /* "sign" */
  const char *outcome; /* "done", or the error as "mft-pki-error/0" */
  const char *sha256;  /* of the document before, or NULL */
  const char *result;  /* of the document after, or NULL */
  const char *field;
  const char *signer;
  const char *basis;
  const char *told_by;      /* who explained the document, where that is the basis */
  guint pages_shown, pages; /* of the document, on the screen; 0, 0: not known */
} MftJournalEntry;

/* An error as an outcome: "mft-pki-error/0". Owned by the caller. */
char *mft_journal_outcome (const GError *error);

/* Adds an entry. Errors: G_FILE_ERROR. */
gboolean mft_journal_add (const MftJournalEntry *entry, GError **error);

/* Whether every line fits the one before it; the number of the first that does not, from 1, else 0.
 * A journal that is not there is whole. Errors: G_FILE_ERROR; then the result is G_MAXUINT. */
guint mft_journal_check (GError **error);

/* An entry as it is read back. Strings may be NULL. */
typedef struct
{
  gint64 time; /* microseconds since 1970; 0: not readable */
  char *act;
  char *outcome;
  char *sha256;
  char *result;
  char *field;
  char *signer;
  char *basis;
} MftJournalRecord;

/* The last entries, newest first, at most `most` and as far as they stand in the last 16 MiB; lines
 * that are none are passed over. An array of MftJournalRecord, owned by the caller. Errors:
 * G_FILE_ERROR. */
GPtrArray *mft_journal_list (guint most, GError **error);

/* Whether the entry is an act that failed. */
gboolean mft_journal_record_failed (const MftJournalRecord *record);

void mft_journal_record_free (MftJournalRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftJournalRecord, mft_journal_record_free)

G_END_DECLS
