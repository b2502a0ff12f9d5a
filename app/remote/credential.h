/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/secret.h"

G_BEGIN_DECLS

/* The password of the application's account, in the desktop's own keyring (Secret Service) and nowhere
 * else. Where there is none it is asked each time. They block: not on the main thread, but for the
 * moment in which the person stores it. */

/* NULL, without an error, where none is kept; owned by the caller. Errors: G_IO_ERROR and those of the
 * keyring. */
MftSecret *mft_credential_find (const char *url, const char *user, GCancellable *cancellable,
                                GError **error);

/* NULL forgets it. */
gboolean mft_credential_keep (const char *url, const char *user, MftSecret *password,
                              GError **error);

G_END_DECLS
