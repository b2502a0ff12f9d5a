/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reading text from outside, from left to right. All functions look at the text `at` (ends with
 * NUL, need not be valid UTF-8) and return how many bytes they took, 0 for "not here". White space
 * is any Unicode one, also the no-break space; soft hyphens and zero-width characters count as
 * nothing. */

/* The longest word that a reader here knows; longer ones are of no use to it. */
#define MFT_SCAN_WORD_SIZE 64

/* The character here, 0 at the end, U+FFFD for a broken byte. `size` gets its bytes. */
gunichar mft_scan_char (const char *at, gsize *size);

/* Whether this is a soft hyphen or of no width. */
gboolean mft_scan_is_invisible (gunichar c);

/* White space and invisible characters. */
gsize mft_scan_space (const char *at);

/* Whether a word could begin or end here: no letter or digit follows. */
gboolean mft_scan_boundary (const char *at);

/* A whole word of the letters a–z, lower-cased into `word`; an apostrophe inside is dropped
 * (Jum'at). Other letters, a digit at its end, or more than the room: no word. */
gsize mft_scan_word (const char *at, char word[MFT_SCAN_WORD_SIZE]);

/* This word (lower case), whole and in any case. */
gsize mft_scan_keyword (const char *at, const char *keyword);

/* `least` to `most` decimal digits (at most 18) that no further digit follows. */
gsize mft_scan_digits (const char *at, guint least, guint most, guint64 *value);

G_END_DECLS
