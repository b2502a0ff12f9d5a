/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/library.h"

G_BEGIN_DECLS

/* What a version can be chosen from: a file, a pasted text, the works of the library and each one's versions. Actions
 * "version.file", "version.paste", "version.work" (s: id) and "version.kept" (sx: id and number). `library` may be
 * NULL. Owned by the caller. */
GMenuModel *mft_version_menu_new (MftLibrary *library, gboolean pastes);

G_END_DECLS
