/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text from a certificate or a foreign file, safe to show in one line: bytes that are no UTF-8
 * become U+FFFD; control, bidirectional, invisible and unassigned characters become "<U+202E>", so
 * that a name cannot dress itself up as another. Owned by the caller. */
char *mft_display_name (const char *bytes, gssize size);

G_END_DECLS
