/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/file-mark.h"

#include <sys/stat.h>

char *
mft_file_mark (const char *path)
{
  struct stat status;

  if (stat (path, &status) != 0)
    return NULL;
  return g_strdup_printf ("%" G_GUINT64_FORMAT "-%" G_GUINT64_FORMAT "-%" G_GINT64_FORMAT
                          "-%" G_GINT64_FORMAT ".%09ld-%" G_GINT64_FORMAT ".%09ld",
                          (guint64) status.st_dev, (guint64) status.st_ino, (gint64) status.st_size,
                          (gint64) status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
                          (gint64) status.st_ctim.tv_sec, status.st_ctim.tv_nsec);
}
