/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why something failed and what to do about it, for people, as one sentence. Owned by the caller. */
char *mft_error_words (const GError *error);

G_END_DECLS
