/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands over or under the text of every page, in pieces: what tabs and ends of lines part. */
typedef struct MftImportMargin MftImportMargin;

MftImportMargin *mft_import_margin_new (void);
void mft_import_margin_free (MftImportMargin *self);

/* A reader hands over words, that a number of pages is computed here, and that a piece ends. */
void mft_import_margin_words (MftImportMargin *self, const char *words);
void mft_import_margin_number (MftImportMargin *self);
void mft_import_margin_break (MftImportMargin *self);

/* All its words, "- 2 -" and "Halaman 2 dari 9" that the source computes left out; "" for none. `single`: they
 * are words of one piece and may stand on every page. Owned by the caller. */
char *mft_import_margin_end (MftImportMargin *self, gboolean *single);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftImportMargin, mft_import_margin_free)

G_END_DECLS
