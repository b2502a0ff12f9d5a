/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many entries a folder has. */
guint mft_test_count_files (const char *folder);

/* The bytes with the first `from` replaced; aborts if there is none. Owned by the caller. */
GBytes *mft_test_replaced (GBytes *bytes, const char *from, const char *to);

G_END_DECLS
