/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "act/signer.h"

G_BEGIN_DECLS

/* What the person and their institution are called in their certificates, for finding their side of an
 * agreement. NULL-terminated, owned by the caller. Any thread. */
char **mft_own_names (void);

/* The same of who signs alone; `signer` may be NULL. */
char **mft_signer_names (const MftSigner *signer);

/* The lines of a page that may be meant for the person's signature: names with and without titles, and
 * offices. NULL-terminated, owned by the caller. Any thread. */
char **mft_own_lines (void);

G_END_DECLS
