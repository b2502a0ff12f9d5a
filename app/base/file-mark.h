/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What changes with the file: which one it is, its size, when it was last written and touched. Owned by
 * the caller; NULL: there is no such file. */
char *mft_file_mark (const char *path);

G_END_DECLS
