/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Programs of others that read what we cannot. Errors: MFT_EXCHANGE_ERROR, _TOOL with the Debian package quoted in the
 * message, _FAILED for a program that fails or takes too long. */

gboolean mft_external_find (const char *program, const char *package, GError **error);

/* Runs a command, at most so long; what it prints, owned by the caller. */
char *mft_external_run (const char *const *command, const char *package, guint seconds,
                        GError **error);

/* A private folder for its files, and its removal. The path is owned by the caller. */
char *mft_external_folder (GError **error);
void mft_external_remove (const char *folder);

G_END_DECLS
