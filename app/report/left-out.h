/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/clean/clean.h"

G_BEGIN_DECLS

/* What a clean copy does not take along, in the person's language: a line for each kind that there was
 * any of. Owned by the caller; NULL-terminated, may be empty. */
char **mft_left_out_lines (const guint left_out[MFT_LEFT_OUT_N]);

G_END_DECLS
