/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "act/reply.h"
#include "ui/application.h"
#include "ui/editor/editor-page.h"

G_BEGIN_DECLS

/* The one window: places in a switcher, and documents that lie on top of them. */
#define MFT_TYPE_WINDOW (mft_window_get_type ())
G_DECLARE_FINAL_TYPE (MftWindow, mft_window, MFT, WINDOW, AdwApplicationWindow)

MftWindow *mft_window_new (MftApplication *application);

/* Shows one of the places: "agreements", "comparison", "certificates". Documents on top of them are
 * closed. */
void mft_window_show_place (MftWindow *self, const char *name);
const char *mft_window_get_place (MftWindow *self);

/* Lays a document's page on top; its header bar has a button with the action "win.back". */
void mft_window_push (MftWindow *self, GtkWidget *page);

/* The person's library, opened when it is first asked for; NULL with an error if it cannot be. */
MftLibrary *mft_window_get_library (MftWindow *self, GError **error);

/* Opens a file for its text; a folder is checked. What cannot be opened is told to the person. */
void mft_window_open_file (MftWindow *self, GFile *file);

/* Opens what was dropped or comes from another program: a signed PDF is verified, what answers
 * something that was sent is shown as a reply, everything else is opened for its text. */
void mft_window_receive_file (MftWindow *self, GFile *file);

/* The same for many (GFile): several PDFs, and nothing else, are checked side by side. */
void mft_window_receive_files (MftWindow *self, GSList *files);

/* Says what a file of the other party answers, and what it changed. */
void mft_window_open_reply (MftWindow *self, GFile *file);

/* Checks the signatures of a PDF, in the place for it. */
void mft_window_verify_file (MftWindow *self, const char *path);

/* The same for every PDF in a folder and below it. */
void mft_window_verify_folder (MftWindow *self, const char *path);

/* Lays the signing act for a PDF on top; what cannot be signed is told to the person. */
void mft_window_sign_file (MftWindow *self, const char *path);

/* How many documents on the desk but `except` wait for the person; `next` gets the first of them,
 * borrowed, or NULL. */
guint mft_window_n_to_sign (MftWindow *self, const char *except, const char **next);

/* Takes an agreement into the library and opens the editor; `origin`: the file's name, or NULL. Returns
 * the editor, borrowed; NULL, told to the person, where that cannot be. */
MftEditorPage *mft_window_edit_new (MftWindow *self, MftAgreement *agreement, const char *origin);

/* Shows a reply, which it takes over, in the place for comparing, at one of its changes; NULL: at the
 * first. Where the work still reads as it was sent, changes can be taken into it. */
void mft_window_compare_reply (MftWindow *self, MftReply *reply, const char *name,
                               const MftChange *change);

/* Takes the text before some changes into the library and shows what they would do, to be taken over one by
 * one. `name`: the file's. */
void mft_window_review_changes (MftWindow *self, MftAgreement *before, MftAgreement *after,
                                const char *name);

/* Opens the editor on one that the library has. */
void mft_window_edit_work (MftWindow *self, const char *id);

/* Lays a comparison of an older text, called `name`, with a work on top. */
void mft_window_compare (MftWindow *self, MftAgreement *older, const char *name,
                         MftWorkingCopy *work);

G_END_DECLS
