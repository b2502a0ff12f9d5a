/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/file-error.h"

#include <errno.h>

gboolean
mft_file_fail (GError **error, int errno_value, const char *what, const char *path)
{
  if (errno_value == EDQUOT || errno_value == EFBIG)
    errno_value = ENOSPC;
  g_set_error (error, G_FILE_ERROR, (gint) g_file_error_from_errno (errno_value), "%s '%s': %s",
               what, path, g_strerror (errno_value));
  return FALSE;
}
