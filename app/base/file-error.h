/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* G_FILE_ERROR for `errno_value`: "`what` '`path`': reason". Always FALSE, to be returned. A quota,
 * and the largest file that the file system takes, count as a full disk: for this user it is. */
gboolean mft_file_fail (GError **error, int errno_value, const char *what, const char *path);

G_END_DECLS
