/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "act/desk.h"
#include "base/job.h"
#include "ui/signing/desk-page.h"

G_BEGIN_DECLS

struct _MftDeskPage
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkListBox *lists[MFT_DESK_GROUP_N];
  GtkWidget *groups[MFT_DESK_GROUP_N];
  GtkLabel *mine_heading;
  GtkListBox *library_list;
  GtkWidget *library_group;
  GtkListBox *preservation_list;
  GtkWidget *preservation_group;
  GtkButton *together;
  GtkLabel *folder_label;
  GtkWidget *folder_box;
  GtkSpinner *spinner;

  /* Owned */
  MftDesk *desk;
  GPtrArray *items; /* MftDeskItem, in the order of the list */
  MftJob *job;
  GFileMonitor *monitor;
  char *monitored;

  /* Borrowed */
  MftLibrary *library;
};

/* Empties the lists of documents: their rows borrow the items. */
void _mft_desk_page_clear (MftDeskPage *self);

/* Shows the items, and what the library has. */
void _mft_desk_page_show (MftDeskPage *self);

/* Those that are chosen; all of the person's where none is. MftDeskItem, borrowed. */
GPtrArray *_mft_desk_page_chosen (MftDeskPage *self);

/* A row was activated: its summary, or its signatures. */
void _mft_desk_page_activated_cb (MftDeskPage *self, GtkListBoxRow *row);

/* Keeps which documents lie on the desk. */
void _mft_desk_page_save (MftDeskPage *self);

/* Adding files, watching a folder, signing together, dropping. */
void _mft_desk_page_install_actions (GtkWidgetClass *widget_class);
void _mft_desk_page_take_drops (MftDeskPage *self);

G_END_DECLS
