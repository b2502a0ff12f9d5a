/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui-support.h"

#include "random-edits.h"
#include "support.h"

#include "ui/editor/paper.h"

G_BEGIN_DECLS

/* A paper without a window around the agreement for tests, and what a person does with it. */
typedef struct
{
  MftAgreement *agreement;
  GtkWidget *paper;
  GtkTextBuffer *buffer;
  MftSync *sync;
} Editor;

void editor_set_up (Editor *editor, gconstpointer data);
void editor_tear_down (Editor *editor, gconstpointer data);

/* All that the buffer shows; owned by the caller. */
char *editor_shown (Editor *editor);

/* Aborts unless the buffer says what the agreement says. */
void editor_assert_in_step (Editor *editor);

MftBlock *editor_pasal (Editor *editor, guint number);

/* Key by key, as GTK hands them over. */
void editor_type (Editor *editor, const char *words);
void editor_backspace (Editor *editor);

char *editor_line_with_cursor (Editor *editor);
void editor_assert_line (Editor *editor, const char *expected);

G_END_DECLS
