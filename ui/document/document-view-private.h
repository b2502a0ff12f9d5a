/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/document/document-sheet.h"
#include "ui/document/document-view.h"
#include "ui/document/page-find.h"
#include "ui/document/text-selection.h"

G_BEGIN_DECLS

struct _MftDocumentView
{
  AdwBin parent_instance;

  /* Borrowed */
  GtkScrolledWindow *scroller;
  GtkBox *sheets;
  GtkListBox *thumbs;
  AdwClamp *clamp;
  GtkWidget *bar;
  GtkLabel *page_label, *shown_label, *zoom_label;
  GtkWidget *shown_image;
  MftPageFind *find;

  /* Owned */
  PopplerDocument *document;
  GPtrArray *pages;  /* MftDocumentSheet, borrowed */
  GPtrArray *small;  /* MftDocumentSheet, borrowed */
  GPtrArray *checks; /* GtkImage, borrowed */
  gboolean *shown;
  guint n_shown;
  guint current; /* from 0 */
  int zoom;      /* in per cent */
  gboolean hides_shown;
  guint look_source;
  guint wanted; /* a page to go to once there is a layout; 0: none */
  MftPdfRect wanted_rect;
  MftTextSelection *selection;
};

/* document-view-find.c */
void _mft_document_view_install_find (GtkWidgetClass *widget_class);
void _mft_document_view_init_find (MftDocumentView *self);

/* Marks what is found and selected around the current page. */
void _mft_document_view_mark (MftDocumentView *self);

G_END_DECLS
