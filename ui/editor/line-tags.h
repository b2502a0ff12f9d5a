/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "check/finding.h"
#include "ui/editor/line.h"

G_BEGIN_DECLS

/* How lines look: indents by level, labels in grey, atoms tinted by what they are. */

/* Adds the tags to the buffer's table; indents are as wide as the labels in the face of `view`. */
void mft_line_tags_add (GtkTextBuffer *buffer, GtkWidget *view);

/* The same indents after the face of `view` changed. */
void mft_line_tags_fit (GtkTextBuffer *buffer, GtkWidget *view);

/* `dark`: colours for a dark page. */
void mft_line_tags_set_dark (GtkTextBuffer *buffer, gboolean dark);

/* What a rule found: marked by an underline and a tint, on top of the rest. */
void mft_line_tags_mark (GtkTextBuffer *buffer, const GtkTextIter *start, const GtkTextIter *end,
                         MftSeverity severity);
void mft_line_tags_clear_marks (GtkTextBuffer *buffer);

/* Dresses line number `row` of the buffer, which shows `line`, anew. */
void mft_line_tags_apply (GtkTextBuffer *buffer, guint row, const MftLine *line);

G_END_DECLS
