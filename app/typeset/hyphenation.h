/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads the dictionary; else the first use does. Any thread. */
void mft_hyphenation_prepare (void);

/* Where an Indonesian word may break: sets breaks[i] if a line may end after letter i. Bounded:
 * three letters stay on each side; words under six letters, in capitals, or beyond the dictionary's letters
 * do not break. Any thread. Without the dictionary (package hyphen-id) nothing breaks. */
void mft_hyphenate (const gunichar *letters, guint count, guint8 *breaks);

G_END_DECLS
