/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/compare.h"
#include "store/sent.h"

G_BEGIN_DECLS

/* A file that comes back from the other party: which of the library's texts it answers, and what is
 * different in it. */
typedef struct
{
  char *agreement; /* of the library */
  char *title;
  MftSent *sent; /* what it answers; NULL: the text as it is now, for nothing like it was sent */
  MftAgreement *answered; /* what was sent, or what the library has */
  guint likeness;         /* how much of its text it shares, in percent */
  gboolean by_ids; /* found by our own marks in the file, which leave no doubt; else by its words */
  MftComparison *comparison; /* what was sent with what came back */
  MftAgreement *returned;
} MftReply;

/* Below this much nothing is an answer. */
#define MFT_REPLY_LIKENESS_LEAST 40

/* Whatever the file is called. NULL without error: nothing in the library is like it. Errors: of the
 * reader; MFT_STORE_ERROR. */
MftReply *mft_reply_find (MftLibrary *library, GBytes *bytes, const char *name, GError **error);
void mft_reply_free (MftReply *reply);

/* Which version it answers and how sure that is, in the person's language. Owned by the caller. */
char *mft_reply_sentence (const MftReply *reply);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftReply, mft_reply_free)

G_END_DECLS
