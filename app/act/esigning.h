/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "act/signing.h"

G_BEGIN_DECLS

/* Signs with a key that BSrE keeps, as `request->esign` says: the person's state, then the document,
 * then proof: the first bytes are those that were sent, exactly one signature was added and nothing
 * else, it is by a certificate of that name, and everything verifies (DESIGN.md §5). A field is only a
 * place, as the service makes its own. Of this room only. */
MftSigningResult *_mft_act_esign (const MftSigningRequest *request, MftJob *job, GError **error);

G_END_DECLS
