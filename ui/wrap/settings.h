/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the window remembers. Owned by the caller. */
GSettings *mft_settings_new (void);

G_END_DECLS
