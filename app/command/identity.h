/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command/command.h"
#include "store/identity.h"

G_BEGIN_DECLS

/* The own certificate that `word` means: the beginning of its fingerprint (at least 8 digits), or the
 * holder's whole name. Says so where there is none or more than one. Owned by the caller. */
MftExit mft_command_find_identity (const char *word, MftIdentity **identity);

/* Whether `word` means this certificate, as above. */
gboolean mft_command_means_certificate (const char *word, const MftCertificate *certificate);

G_END_DECLS
