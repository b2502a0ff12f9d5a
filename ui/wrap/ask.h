/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A question with a form in it, over its parent. AdwMessageDialog closes before it tells its answer,
 * so what stood in the form would be gone.
 *
 * Signal "answered" (gboolean accepted): once, while the form still stands; then it closes. */
#define MFT_TYPE_ASK (mft_ask_get_type ())
G_DECLARE_FINAL_TYPE (MftAsk, mft_ask, MFT, ASK, AdwWindow)

/* Texts are plain; `action` names the button, with a mnemonic. It sleeps until mft_ask_set_ready(). */
MftAsk *mft_ask_new (GtkWindow *parent, const char *heading, const char *body, const char *action,
                     GtkWidget *form);

/* A question for a name, in a row called `title` that says `name` at first (or NULL). A name that is
 * required has to be there before it can be accepted. */
MftAsk *mft_ask_new_for_name (GtkWindow *parent, const char *heading, const char *body,
                              const char *action, const char *title, const char *name,
                              gboolean required);

/* What is written there, without space around it. Owned by the caller. */
char *mft_ask_dup_name (MftAsk *self);
void mft_ask_set_name (MftAsk *self, const char *name);

/* Asks for something else below the name. */
void mft_ask_add_row (MftAsk *self, GtkWidget *row);

void mft_ask_set_ready (MftAsk *self, gboolean ready);

G_END_DECLS
