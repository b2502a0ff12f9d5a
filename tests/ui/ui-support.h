/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* main() of a widget test: as mft_test_init(), with the words in Indonesian and an own data folder.
 * Without a display it says so in TAP and ends the program well. */
void mft_ui_test_init (int *argc, char ***argv);

/* Lets the main loop run until `done` says so; aborts after twenty seconds. */
typedef gboolean (*MftUiTestDone) (gpointer data);
void mft_ui_test_until (MftUiTestDone done, gpointer data);

/* Lets the main loop run for a while. */
void mft_ui_test_spin (guint milliseconds);

/* Until what was put off to a quiet moment is done, however long that takes. */
void mft_ui_test_settle (void);

/* The first widget below `top` of the type whose text (label, title, heading) is `text`; NULL. */
GtkWidget *mft_ui_test_find (GtkWidget *top, GType type, const char *text);

/* As above, aborting when it is not there. */
GtkWidget *mft_ui_test_get (GtkWidget *top, GType type, const char *text);

/* A window with toasts around a widget, on the screen. */
GtkWindow *mft_ui_test_present (GtkWidget *child);

/* The newest window over others; aborts when there is none. */
GtkWindow *mft_ui_test_dialog (void);

/* A message with this heading, NULL: any; NULL while there is none. */
AdwMessageDialog *mft_ui_test_message (const char *heading);

/* Saves under the name that the open file dialog proposes, in a new folder; the path, owned by the
 * caller. What opens the dialog is done by `ask`. */
char *mft_ui_test_save (void (*ask) (gpointer data), gpointer data, const char *name);

/* Waits for a dialog that proposes the name `name` for a file, and cancels it. */
void mft_ui_test_cancel_saving (const char *name);

/* Lets files fall onto a widget that takes some. */
void mft_ui_test_drop (GtkWidget *widget, GFile **files, guint count);

/* Presses the button of this label below `top`. */
void mft_ui_test_press (GtkWidget *top, const char *label);

G_END_DECLS
