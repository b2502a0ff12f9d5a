/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/document/page-find.h"
#include "ui/document/text-selection.h"
#include "ui/preview/page-view.h"
#include "ui/preview/preview-pane.h"

G_BEGIN_DECLS

/* How wide pages are shown. */
typedef enum
{
  FIT_WIDTH,
  FIT_PAGE,
  FIT_NONE, /* by the zoom */
} Fit;

struct _MftPreviewPane
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkScrolledWindow *scroller;
  GtkListView *list;
  GtkRevealer *thumbnails_revealer;
  GtkListView *thumbnails;
  MftPageFind *find;
  GtkLabel *count;
  GtkMenuButton *settings;
  GtkStack *stack;
  AdwStatusPage *trouble;

  /* Owned */
  MftAgreement *agreement;
  GtkStringList *items;     /* one for each page, only counted */
  GtkSliceListModel *slice; /* all of them, or the one page that is shown */
  GPtrArray *views;         /* borrowed: those on the screen, thumbnails too */
  MftPages *pages;
  MftJob *job; /* NULL: nothing is being laid out */
  char *current;
  guint64 laid_out; /* the agreement's revision that is or will be shown */
  guint source, resizing;
  Fit fit;
  double zoom;   /* 1: as wide as on paper at 96 dpi */
  double turned; /* by the wheel, since the last page */
  gboolean single, dark;
  MftTextSelection *selection;
};

/* preview-zoom.c */
int _mft_preview_pane_page_width (MftPreviewPane *self);
void _mft_preview_pane_resize (MftPreviewPane *self);
void _mft_preview_pane_install_zoom (GtkWidgetClass *widget_class);
void _mft_preview_pane_init_zoom (MftPreviewPane *self);

/* preview-find.c */
void _mft_preview_pane_mark (MftPreviewPane *self, MftPageView *view);
void _mft_preview_pane_install_find (GtkWidgetClass *widget_class);
void _mft_preview_pane_init_find (MftPreviewPane *self);

/* preview-print.c */
void _mft_preview_pane_install_print (GtkWidgetClass *widget_class);

/* Brings a page into sight. */
void _mft_preview_pane_show_page (MftPreviewPane *self, guint page);

/* The page at the top of the view. */
guint _mft_preview_pane_page_in_sight (MftPreviewPane *self);

G_END_DECLS
