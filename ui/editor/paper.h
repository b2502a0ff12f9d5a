/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/editor/sync.h"

G_BEGIN_DECLS

/* The agreement's text on the screen, in the face of its pages. What shapes an agreement (levels,
 * places, bold, a new Pasal) are its actions "paper.…", with keys; what is pasted comes in as words. A double click on what
 * is computed leads to where it comes from, and a tooltip says what it is.
 *
 * Signal "field" (const char *id): the person wants to change a field's value. */
#define MFT_TYPE_PAPER (mft_paper_get_type ())
G_DECLARE_FINAL_TYPE (MftPaper, mft_paper, MFT, PAPER, GtkTextView)

/* Once; shows and edits the agreement from then on. */
void mft_paper_set_agreement (MftPaper *self, MftAgreement *agreement);

/* Borrowed; NULL before there is an agreement. */
MftSync *mft_paper_get_sync (MftPaper *self);

/* 1.0: as large as it is by itself. */
void mft_paper_set_zoom (MftPaper *self, double factor);

G_END_DECLS
