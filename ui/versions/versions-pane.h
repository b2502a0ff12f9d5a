/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/editor/working-copy.h"

G_BEGIN_DECLS

/* What the text was before: kept by itself, under a name, sent, final. Its buttons activate
 * "page.compare-version" and "page.restore-version" with a version's number. */
#define MFT_TYPE_VERSIONS_PANE (mft_versions_pane_get_type ())
G_DECLARE_FINAL_TYPE (MftVersionsPane, mft_versions_pane, MFT, VERSIONS_PANE, AdwBin)

GtkWidget *mft_versions_pane_new (MftWorkingCopy *copy);

/* Looks again what there is. */
void mft_versions_pane_refresh (MftVersionsPane *self);

/* What a version is called: its name, else its kind. */
const char *mft_version_title (const MftLibraryVersion *version);

/* When it was kept and what was changed. Owned by the caller. */
char *mft_version_dup_subtitle (const MftLibraryVersion *version);

G_END_DECLS
