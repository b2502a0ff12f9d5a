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
} MftJournalEntry;

/* Adds an entry. Errors: G_FILE_ERROR. */
gboolean mft_journal_add (const MftJournalEntry *entry, GError **error);

/* Whether every line fits the one before it; the number of the first that does not, from 1, else 0.
 * A journal that is not there is whole. Errors: G_FILE_ERROR; then the result is G_MAXUINT. */
guint mft_journal_check (GError **error);

G_END_DECLS
