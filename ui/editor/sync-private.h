/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/editor/line.h"
#include "ui/editor/sync.h"

G_BEGIN_DECLS

struct _MftSync
{
  GObject parent_instance;

  /* Borrowed */
  GtkTextView *view;
  GtkTextBuffer *buffer;

  /* Owned */
  MftAgreement *agreement;
  GPtrArray *lines; /* of MftLine; its index is the line number in the buffer */
  char *current;
  char **terms; /* those that are defined, sorted */

  /* Words that became live */
  char *live;            /* the block where they last did */
  guint64 live_revision; /* of the agreement then */
  char *declined;        /* the block where the person took that back */

  gboolean writing;   /* what happens to the buffer is ours */
  gboolean editing;   /* what happens to the agreement is the person's */
  gboolean joined;    /* a user action with several edits is open in the history */
  gboolean composing; /* an input method shows text that is not in the buffer yet */
  gboolean stale;     /* the agreement changed meanwhile */
};

/* Writes what changed in the agreement into the buffer now, also inside mft_edit_begin(). */
void _mft_sync_refresh (MftSync *self);

/* The person's edits; `at` and `to` are where the buffer wanted to change. */
void _mft_sync_insert (MftSync *self, const GtkTextIter *at, const char *words);
void _mft_sync_delete (MftSync *self, const GtkTextIter *from, const GtkTextIter *to);

/* Words that end between two characters become live. Returns `to` as it is then. */
guint _mft_sync_make_live (MftSync *self, MftBlock *block, guint from, guint to);

/* sync-terms.c: the uses of defined terms in a line, and in all once other terms are defined. */
void _mft_sync_tag_terms (MftSync *self, guint row);
void _mft_sync_follow_terms (MftSync *self);

/* The agreement changed, not by the person's typing. */
void _mft_sync_note_undo (MftSync *self);

/* Where the cursor stands in the text of its block. */
guint _mft_sync_cursor_offset (MftSync *self);

/* The line and block under an iter. NULL: no block. */
MftLine *_mft_sync_line_at (MftSync *self, const GtkTextIter *iter);
MftBlock *_mft_sync_block (MftSync *self, const MftLine *line);

/* Tells why; an error of the agreement's domain. */
void _mft_sync_refuse (MftSync *self, const GError *error);

/* For what has no block or text to edit. Returns FALSE. */
gboolean _mft_sync_deny (MftAgreementError code, GError **error);

G_END_DECLS
