/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The person's data: --data-dir, else MUFAKAT_DATA_DIR, else $XDG_DATA_HOME/mufakat. */

/* From the command line, before anything asks. NULL takes it back. */
void mft_data_folder_set (const char *path);

/* The folder NAME inside it (NULL: itself), made with mode 0700 where missing. Owned by the caller.
 * Errors: G_FILE_ERROR. */
char *mft_data_folder (const char *name, GError **error);

G_END_DECLS
