/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The sentence with whom to call, where the office has set it. Owned by the caller. */
char *mft_with_verifikator (const char *sentence);

G_END_DECLS
