/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "act/signer.h"

G_BEGIN_DECLS

/* Everybody who can sign here, as MftSigner: the certificates that are kept, what the tokens hold
 * (MftTokenSigner; NULL: none), the service where it is switched on, and a key file (NULL: none). The
 * error, if there is one, is of the certificates alone; what there is comes all the same. */
GPtrArray *mft_signer_list (GPtrArray *tokens, const char *file, GError **error);

/* How a list shows it. Owned by the caller. */
char *mft_signer_list_name (const MftSigner *signer);

/* By which it is known again the next time; borrowed. */
const char *mft_signer_list_key (const MftSigner *signer);

G_END_DECLS
