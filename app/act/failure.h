/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an error means for a person: one or two plain sentences, what happened and what to do, in the
 * program's language. What nobody thought of is shown as received. Owned by the caller. */
char *mft_failure_sentence (const GError *error);

/* The same for what the journal says ("mft-pki-error/0"; NULL: nothing known); subjects are left out.
 * Owned by the caller. */
char *mft_failure_sentence_of_outcome (const char *outcome);

G_END_DECLS
