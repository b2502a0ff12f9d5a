/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command/verify-signed.h"

#include <glib/gi18n.h>

#include "verify/revision.h"

#include "command/subcommand.h"

MftExit
mft_verify_save_signed (const char *path, const char *field, const MftVerifyOptions *options,
                        const char *output, gboolean replace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftVerifyReport) report = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const MftSignatureReport *signature;
  MftExit status = mft_output_check (path, output, replace);

  if (status != MFT_EXIT_DONE)
    return status;
  report = mft_verify_file (path, options, mft_command_job (), &error);
  if (report == NULL)
    return mft_command_fail (MFT_EXIT_UNREADABLE, path, error);
  signature = mft_verify_report_find (report, field);
  if (signature == NULL || signature->state != MFT_SIGNATURE_SIGNED)
    return mft_command_misuse (_ ("%s: no signature in a field of this name"), field);
  bytes = mft_signed_revision (path, signature, &error);
  return bytes != NULL ? mft_output_bytes (bytes, output, replace)
                       : mft_command_fail (MFT_EXIT_REFUSED, path, error);
}
