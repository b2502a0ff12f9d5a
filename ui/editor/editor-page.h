/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "exchange/import-report.h"
#include "ui/editor/working-copy.h"

G_BEGIN_DECLS

/* One agreement over the whole window: where one is at the left, the text in the middle, the blanks
 * and the pages at the right. */
#define MFT_TYPE_EDITOR_PAGE (mft_editor_page_get_type ())
G_DECLARE_FINAL_TYPE (MftEditorPage, mft_editor_page, MFT, EDITOR_PAGE, AdwBin)

GtkWidget *mft_editor_page_new (MftWorkingCopy *copy);

/* Says what an import guessed, at once and later when asked; takes `report` over. */
void mft_editor_page_set_report (MftEditorPage *self, MftImportReport *report);

/* Before the page goes: FALSE, told to the person, when the last changes cannot be saved. */
gboolean mft_editor_page_may_close (MftEditorPage *self);

G_END_DECLS
