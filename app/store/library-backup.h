/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* Writes the whole library, with all versions, into one file: whole or not at all. Errors: G_FILE_ERROR;
 * EXIST without `replace`. */
gboolean mft_library_back_up (MftLibrary *library, const char *path, gboolean replace,
                              GError **error);

/* Puts what a backup holds in the place of what is there, which is first kept beside the library:
 * `kept` (may be NULL) gets that file's name, owned by the caller, or NULL where there was nothing.
 * Errors: FOREIGN where the file is no backup; NEWER; OCCUPIED where agreements would be replaced
 * without `replace`. */
gboolean mft_library_restore (MftLibrary *library, const char *path, gboolean replace, char **kept,
                              GError **error);

G_END_DECLS
