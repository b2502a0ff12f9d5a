/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/wrap/tone.h"

G_BEGIN_DECLS

/* A row of a boxed list that says one thing. Texts are plain, whatever comes from a certificate. */
GtkWidget *mft_fact_row_new (const char *title, const char *fact);

/* The same with what it means in front. */
GtkWidget *mft_fact_row_new_with_tone (MftTone tone, const char *title, const char *fact);

/* Adds a button that copies `text`, named `tooltip`. */
void mft_fact_row_add_copy (GtkWidget *row, const char *text, const char *tooltip);

/* "B5F3 6672 FD7C…", for reading aloud and comparing. Owned by the caller. */
char *mft_fingerprint_words (const char *sha256);

G_END_DECLS
