/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/library.h"

G_BEGIN_DECLS

/* What a version can be chosen from: a file, a pasted text, the works of the library and each one's versions. Actions
 * "version.file", "version.paste", "version.work" (s: id) and "version.kept" (sx: id and number). `library` may be
 * NULL. Owned by the caller. */
GMenuModel *mft_version_menu_new (MftLibrary *library, gboolean pastes);

/* "TITLE · 03-02-2026 10.15": versions of one agreement have one title; when each was changed or kept
 * (microseconds since 1970) says which is which. Owned by the caller. */
char *mft_version_dup_dated (const char *title, gint64 time);

G_END_DECLS
