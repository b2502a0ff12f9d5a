/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "act/timestamp-authority.h"
#include "command/command.h"

G_BEGIN_DECLS

/* The authority behind --timestamp-url (NULL: none), with the account in the first line of
 * --timestamp-auth-file (NULL: none). Naming one is what switches the network on. Says what is
 * wrong. */
MftExit mft_command_timestamp_authority (const char *url, const char *account_file,
                                         MftTimestampAuthority **authority);

G_END_DECLS
