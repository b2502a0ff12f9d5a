/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a person or an office chose once, for window and command line alike: "pengaturan.ini" in the
 * data folder. Every call reads or writes the file; any thread. */

/* NULL if it is not set, or there is no file that can be read. Owned by the caller. */
char *mft_preferences_get (const char *group, const char *key);

/* NULL or "" takes it back. Errors: G_FILE_ERROR, G_KEY_FILE_ERROR. */
gboolean mft_preferences_set (const char *group, const char *key, const char *value,
                              GError **error);

G_END_DECLS
