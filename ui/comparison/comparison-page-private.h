/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/comparison/comparison-page.h"

#include "ui/comparison/overview-ruler.h"

#include "base/job.h"
#include "compare/compare.h"
#include "review/review.h"

G_BEGIN_DECLS

struct _MftComparisonPage
{
  AdwBin parent_instance;

  /* Template widgets */
  MftVersionChooser *left;
  MftVersionChooser *right;
  GtkStack *stack;
  GtkLabel *sentence;
  GtkListView *articles;
  GtkListView *list;
  MftOverviewRuler *ruler;
  GtkMenuButton *filter_button;
  GtkWidget *decision_bar;
  GtkWidget *decision; /* on the change that is selected */
  GtkLabel *chosen_path;
  GtkEntry *note;

  /* Owned */
  MftComparison *comparison; /* NULL before two are chosen */
  GPtrArray *summaries;      /* of MftArticleSummary */
  GListStore *items;         /* of MftChangeItem */
  GListStore *firsts;        /* of MftChangeItem: the first one of each summary */
  GtkFilterListModel *shown; /* those that the filter lets through */
  GtkSingleSelection *selection;
  GSimpleActionGroup *filters; /* an action a class, named as it: whether it is marked */
  guint scroll;                /* the tick that brings the selected row into view; 0: none waits */
  guint frames;                /* that it has seen */
  gboolean arrives;            /* the person goes on in the changes, once they are there */
  guint hidden;                /* classes that are not: bits 1 << class */
  MftJob *job;                 /* the comparing that is under way */
  MftReview *review;           /* of the work into which changes are taken; NULL: there is none */
};

/* The change that is selected, or NULL; borrowed. */
const MftChange *_mft_comparison_page_get_change (MftComparisonPage *self);

/* Compares again what is chosen. */
void _mft_comparison_page_compare (MftComparisonPage *self);

/* Shows the rows anew: what is marked, what was decided. */
void _mft_comparison_page_refresh (MftComparisonPage *self);

/* comparison-page-take.c: changes go into the person's work, with a stance and a note. */
void _mft_comparison_page_install_take_actions (GtkWidgetClass *widget_class);
void _mft_comparison_page_load_review (MftComparisonPage *self);
void _mft_comparison_page_show_selected (MftComparisonPage *self);
const MftDecision *_mft_comparison_page_find_decision (const MftChange *change, gpointer self);
void _mft_comparison_page_save_note (MftComparisonPage *self);
void _mft_comparison_page_end_note (MftComparisonPage *self);

/* comparison-page-amend.c: an addendum from the two, the consolidated text with one. */
void _mft_comparison_page_install_amend_actions (GtkWidgetClass *widget_class);

/* comparison-page-merge.c: what both changed since a version in common. */
void _mft_comparison_page_install_merge_actions (GtkWidgetClass *widget_class);

/* comparison-page-files.c: matrix, redline, a message; files that are dropped. */
void _mft_comparison_page_install_file_actions (GtkWidgetClass *widget_class);
void _mft_comparison_page_add_drop (MftComparisonPage *self);

G_END_DECLS
