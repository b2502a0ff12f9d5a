/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Runs a command line, without a shell, in the folder; aborts with what it said if it fails. */
void mft_test_run (const char *folder, const char *command);

G_END_DECLS
