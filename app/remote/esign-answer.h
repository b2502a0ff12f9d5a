/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "remote/esign.h"

G_BEGIN_DECLS

/* What a refusal means: the HTTP status, and what the body says in JSON, or anything. Always sets
 * `error`. */
void mft_esign_refuse (guint status, GBytes *body, GError **error);

/* The word for a state, by which v1 and v2 call it. */
MftEsignState mft_esign_state_of (const char *word);

/* Sets `error` for every state but ISSUE. `word` is told for one that is not known. */
gboolean mft_esign_state_may_sign (MftEsignState state, const char *word, GError **error);

/* A text of the answer, at most 200 characters, harmless to show and without a NIK; NULL: there is none. Owned by
 * the caller. */
char *mft_esign_text (JsonObject *answer, const char *key);

G_END_DECLS
