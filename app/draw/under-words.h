/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/canvas.h"

G_BEGIN_DECLS

/* Words that lie under a picture of them in a PDF, each where it is seen: they are found, selected and read
 * aloud. Points from the picture's upper left corner. */
typedef struct MftUnderWords MftUnderWords;

MftUnderWords *mft_under_words_new (void);
void mft_under_words_free (MftUnderWords *self);

/* In reading order; what has no size or no visible character is left out. */
void mft_under_words_add (MftUnderWords *self, const char *words, double left, double top,
                          double right, double bottom);

/* At 0, 0; what would stand out of this size is cut. */
void mft_under_words_show (const MftUnderWords *self, MftCanvas *canvas, double width,
                           double height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftUnderWords, mft_under_words_free)

G_END_DECLS
