/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A template of the person's own: its text, what it asks for and what it lets choose. Saved by itself, as
 * agreements are. */
#define MFT_TYPE_TEMPLATE_EDITOR (mft_template_editor_get_type ())
G_DECLARE_FINAL_TYPE (MftTemplateEditor, mft_template_editor, MFT, TEMPLATE_EDITOR, AdwBin)

/* `id`: see own-templates.h. Errors: what loading gives. */
MftTemplateEditor *mft_template_editor_new (const char *id, GError **error);

/* Saves now if something is not saved yet. FALSE: it was told why not; a second time the last changes
 * are given up. */
gboolean mft_template_editor_may_close (MftTemplateEditor *self);

G_END_DECLS
