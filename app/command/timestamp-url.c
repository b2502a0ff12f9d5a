/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command/timestamp-url.h"

#include "command/subcommand.h"
#include "net/http.h"

MftExit
mft_command_timestamp_authority (const char *url, const char *account_file,
                                 MftTimestampAuthority **authority)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftSecret) account = NULL;

  if (url == NULL)
    return MFT_EXIT_DONE;
  if (account_file != NULL)
    {
      account = mft_secret_new_from_file (account_file, &error);
      if (account == NULL)
        return mft_command_fail (MFT_EXIT_UNREADABLE, account_file, error);
    }
  mft_net_allow (TRUE);
  *authority = mft_timestamp_authority_new (url, account);
  return MFT_EXIT_DONE;
}
