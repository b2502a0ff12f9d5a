/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui-support.h"

#include "random-edits.h"
#include "support.h"

#include "ui/editor/editor-page.h"
#include "ui/editor/paper.h"

G_BEGIN_DECLS

/* The editor's page in a window of its own, on the agreement for tests in a new library. */
typedef struct
{
  MftLibrary *library;
  MftAgreement *agreement;
  MftWorkingCopy *copy;
  GtkWidget *window;
  GtkWidget *page;
  MftPaper *paper;
} Page;

void page_set_up (Page *page, gconstpointer data);
void page_tear_down (Page *page, gconstpointer data);

/* All that the text shows; owned by the caller. */
char *page_text (Page *page);

G_END_DECLS
