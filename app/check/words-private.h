/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Going through a text word by word. Private to the room. */

/* The next word at or after `*end`: letters and digits, with hyphens, slashes and apostrophes between
 * letters ("perundang-undangan"). Start with both at 0; FALSE after the last. */
gboolean _mft_word_next (const char *text, gsize *start, gsize *end);

/* Whether the phrase, whose words are separated by one space, stands here, whatever the space between
 * its words. Bytes taken, 0 if it does not, or if its last word goes on. */
gsize _mft_phrase_match (const char *at, const char *phrase, gboolean match_case);

/* Whether a sentence begins at this byte. */
gboolean _mft_word_begins_sentence (const char *text, gsize start);

/* The first of these phrases (ended by NULL), lower case, in the text in any case; place and size.
 * FALSE if there is none. */
gboolean _mft_phrase_find (const char *text, const char *const *phrases, gsize *start, gsize *size);

/* Rewrites `phrase` in the capitals of the text that it replaces: all, the first letter, none. Owned by
 * the caller. */
char *_mft_phrase_in_case_of (const char *phrase, const char *text, gsize size);

G_END_DECLS
