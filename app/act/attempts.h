/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So many wrong passphrases in a row may be entered before there is a pause. */
#define MFT_ATTEMPTS_MOST 3
#define MFT_ATTEMPTS_PAUSE (60 * G_USEC_PER_SEC)

typedef struct
{
  guint left;   /* how many are left before the pause, from 1 to MFT_ATTEMPTS_MOST */
  gint64 until; /* microseconds since 1970; 0: there is no pause now */
} MftAttempts;

/* What the journal says about the last attempts to sign as `signer` (NULL: with a file that does not say
 * whose it is). A right passphrase, and an hour
 * without attempts, begin anew. */
MftAttempts mft_attempts_look (const char *signer, gint64 now);

G_END_DECLS
