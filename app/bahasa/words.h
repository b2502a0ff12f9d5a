/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A bag of words: which words a text has and how often, whatever their order. A word is a run of
 * letters and digits after mft_text_normalize(); so hyphens, quotes and line ends change nothing.
 * Import shows with it that not one word was lost. */
typedef struct _MftWords MftWords;

MftWords *mft_words_new (const char *text);
void mft_words_free (MftWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftWords, mft_words_free)

void mft_words_add (MftWords *words, const char *text);

/* All words, repeated ones too. */
guint mft_words_count (const MftWords *words);

/* Sorted, each word as often as `words` has it more than `others`; free with g_strfreev(). */
char **mft_words_missing (const MftWords *words, const MftWords *others);

G_END_DECLS
