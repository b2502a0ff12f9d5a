/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words and acronyms of government and law that a dictionary does not know; as written there, or in
 * capitals. Any thread. Private to the room. */
gboolean _mft_known_words_contain (const char *word);

G_END_DECLS
