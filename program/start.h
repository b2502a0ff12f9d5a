/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "command/exit.h"

G_BEGIN_DECLS

/* What both programs do before anything else: words, settings, secrets, the data folder. Takes
 * "--data-dir DIR" from the front of the arguments. Returns MFT_EXIT_DONE, or the status to leave
 * with after it was told why. */
MftExit mft_start (int *argc, char **argv);

/* A file beside the running program; NULL if that isn't known. Free with g_free(). */
char *mft_start_beside (const char *name);

/* Tells why on standard error; returns `status`. */
MftExit mft_start_refuse (MftExit status, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* The first word is no command, option or file that is there. */
MftExit mft_start_refuse_word (const char *word);

G_END_DECLS
