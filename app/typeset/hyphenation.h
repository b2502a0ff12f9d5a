/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where an Indonesian word may break: sets breaks[i] if a line may end after letter i. Bounded:
 * three letters stay on each side; words under six letters, in capitals, or with other letters than a
 * to z do not break. The patterns are those of the package hyphen-id at build time. Any thread. */
void mft_hyphenate (const gunichar *letters, guint count, guint8 *breaks);

G_END_DECLS
