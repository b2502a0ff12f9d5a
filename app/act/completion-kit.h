/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/job.h"
#include "sign/level.h"

G_BEGIN_DECLS

/* What the person switched on for proving a signature later; nothing of it is on by itself. */
typedef struct
{
  const char *timestamp_url; /* NULL or "": no timestamp */
  gboolean evidence;         /* ask what certificates name whether they were revoked */
} MftCompletionWish;

/* All that a level takes, together. Made anywhere, used by one thread at a time. */
typedef struct MftCompletionKit MftCompletionKit;

/* Opens the way out if anything is wished. */
MftCompletionKit *mft_completion_kit_new (const MftCompletionWish *wish);
void mft_completion_kit_free (MftCompletionKit *kit);

/* The highest level that the wish reaches: B-B, B-T, or B-LTA; a practice certificate, about which nobody
 * can be asked, B-T at most. Borrows from the kit. */
MftSignCompletion mft_completion_kit_get (const MftCompletionKit *kit,
                                          const MftCertificate *certificate);

/* The same for signatures that exist: B-LTA as far as it is wished, else B-T; at least B-T. */
MftSignCompletion mft_completion_kit_get_extension (const MftCompletionKit *kit);

/* Asks the timestamp authority about nothing in particular, to know before the passphrase is asked
 * whether it can be reached. TRUE where none is wished. Errors: MFT_NET_ERROR,
 * MFT_PKI_ERROR_TIMESTAMP. */
gboolean mft_completion_kit_try (const MftCompletionKit *kit, MftJob *job, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftCompletionKit, mft_completion_kit_free)

G_END_DECLS
