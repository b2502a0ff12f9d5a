/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Every engine test's main() starts with this instead of g_test_init(): sets the locale (and fails
 * if MFT_TEST_LOCALE is asked for and not there), fixes random numbers, freezes nothing. */
void mft_test_init (int *argc, char ***argv);

/* A new empty folder that is removed, with everything in it, at the end of the program.
 * Owned by the caller. */
char *mft_test_folder (void);

/* tests/PATH of the source tree. Owned by the caller. */
char *mft_test_file (const char *path);

/* Reads tests/PATH; aborts if it is not there. Owned by the caller. */
GBytes *mft_test_read (const char *path);

/* Asserts equal text and, when they differ, prints the first differing line. */
void mft_test_assert_text (const char *actual, const char *expected);

G_END_DECLS
