/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The dictionary of a language, with a memory. Any thread. Private to the room. */
typedef struct MftSpeller MftSpeller;

/* `language`: "id". */
MftSpeller *_mft_speller_new (const char *language);
void _mft_speller_free (MftSpeller *speller);

/* The Indonesian one; lives for ever. */
MftSpeller *_mft_speller_get_default (void);

/* FALSE: there is no dictionary of the language here; then every word is right. */
gboolean _mft_speller_is_available (MftSpeller *speller);

/* Whether it is a word, in any form that people build with prefixes and suffixes. */
gboolean _mft_speller_knows (MftSpeller *speller, const char *word);

/* The word that was most likely meant, or NULL. Owned by the caller. */
char *_mft_speller_suggest (MftSpeller *speller, const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftSpeller, _mft_speller_free)

G_END_DECLS
