/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/editor/editor-page.h"

#include "ui/editor/fields-pane.h"
#include "ui/editor/find-bar.h"
#include "ui/editor/findings-pane.h"
#include "ui/editor/outline.h"
#include "ui/editor/paper.h"
#include "ui/preview/preview-pane.h"
#include "ui/review/comments-pane.h"
#include "ui/versions/versions-pane.h"
#include "ui/wrap/banner.h"

G_BEGIN_DECLS

struct _MftEditorPage
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkLabel *title;
  GtkMenuButton *status_button;
  GtkLabel *status_label;
  GtkLabel *saved_label;
  MftBanner *banner;
  MftBanner *clauses_banner;
  AdwFlap *outline_flap;
  AdwFlap *panel_flap;
  MftOutline *outline;
  MftPaper *paper;
  MftFindBar *find_bar;
  AdwViewStack *panels;
  GtkWidget *sign_button;
  GtkWidget *tools;
  AdwClampScrollable *clamp;

  /* Panes, owned by `panels` */
  MftPreviewPane *preview;
  MftFieldsPane *fields;
  MftFindingsPane *findings;
  MftCommentsPane *comments;
  MftVersionsPane *versions;

  /* Owned */
  MftWorkingCopy *copy;
  MftAgreement *agreement;
  gboolean meeting;        /* only the text, large */
  gboolean abandoned;      /* the person goes without the last changes */
  char *changed_clause;    /* the first that the library says otherwise; NULL: none */
  MftImportReport *report; /* NULL: not imported, or nothing to look at */

  gulong pane_mapped; /* waits for the pane that gets the focus; 0: none */
};

/* editor-page.c: where the page stands, and the cursor in it. Borrowed; NULL: in no block. */
GtkWindow *_mft_editor_page_get_window (MftEditorPage *self);
MftBlock *_mft_editor_page_get_block (MftEditorPage *self);

/* NULL, after it was told: the cursor is in none. */
MftBlock *_mft_editor_page_get_pasal (MftEditorPage *self);

/* editor-page-panes.c: what stands at the right, once there is an agreement. */
void _mft_editor_page_add_panes (MftEditorPage *self);
void _mft_editor_page_show_pane (MftEditorPage *self, const char *name);

/* editor-page-state.c: title, banner, what can be undone, whether it can be signed. */
void _mft_editor_page_show_title (MftEditorPage *self);
void _mft_editor_page_show_state (MftEditorPage *self);
char *_mft_editor_page_dup_saved_time (MftEditorPage *self);
void _mft_editor_page_show_history (MftEditorPage *self);
void _mft_editor_page_show_lock (MftEditorPage *self);
void _mft_editor_page_show_readiness (MftEditorPage *self);

/* editor-page-status.c: where the agreement stands, and how it goes on. */
void _mft_editor_page_show_status (MftEditorPage *self);
void _mft_editor_page_connect_status (MftEditorPage *self);
void _mft_editor_page_install_status_actions (GtkWidgetClass *widget_class);

/* Asks for what comes late and makes it ready to be signed; then activates `next`, if not NULL. */
void _mft_editor_page_make_ready (MftEditorPage *self, const char *next);

/* "26 November 2026" where the opening names another day than today, else NULL. */
char *_mft_editor_page_dup_other_day (MftEditorPage *self);

/* editor-page-view.c: as large as the person set it, and as wide as the window lets it be. */
void _mft_editor_page_show_zoom (MftEditorPage *self);
void _mft_editor_page_follow_width (MftEditorPage *self);

/* The actions "page.…" and their keys. */
void _mft_editor_page_install_actions (GtkWidgetClass *widget_class);
void _mft_editor_page_install_file_actions (GtkWidgetClass *widget_class);
void _mft_editor_page_install_view_actions (GtkWidgetClass *widget_class);

/* editor-page-clauses.c: the clause library beside the text, and what changed in it. */
void _mft_editor_page_show_clause_changes (MftEditorPage *self);
void _mft_editor_page_install_clause_actions (GtkWidgetClass *widget_class);

/* editor-page-library.c: what is kept of the text for other agreements. */
void _mft_editor_page_install_library_actions (GtkWidgetClass *widget_class);

/* editor-page-content.c: parties, chapters, attachments, house style. */
void _mft_editor_page_install_content_actions (GtkWidgetClass *widget_class);

/* editor-page-versions.c: a name for the text, back to a version, beside it. */
void _mft_editor_page_install_version_actions (GtkWidgetClass *widget_class);

G_END_DECLS
