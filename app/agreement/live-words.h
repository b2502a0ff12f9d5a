/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* Typed words whose place atoms can take, changing no more than capitals: "Pasal 4 ayat (1)" a
 * reference, "30 (tiga puluh)" a number, "26 November 2026" a date. What names nothing in this
 * agreement, another law's articles, numbers whose words disagree, and headings stay words. */
typedef struct
{
  guint start; /* characters of the block's text */
  guint end;
  MftText *with; /* what takes their place */
} MftLiveWords;

/* Those in the block's text that end between the characters `from` and `to`, both included; in
 * typing the places before and behind the last character, in pasting those around it. "Pasal 4",
 * which became live before " ayat (1)" was typed, joins what follows; before "KUHPerdata" it becomes
 * words again. Array of MftLiveWords, owned by the caller. */
GArray *mft_live_words_find (MftAgreement *agreement, MftBlock *block, guint from, guint to);

/* Puts it there, in a step of its own: undo gives the words back. `to` goes along with what
 * stands there. FALSE: there are none. */
gboolean mft_live_words_apply (MftAgreement *agreement, MftBlock *block, guint from, guint *to);

/* The same in whole blocks that a step, which is not over yet, has just put there: each may refer to those
 * behind it. `blocks` are MftBlock. */
void mft_live_words_apply_all (MftAgreement *agreement, GPtrArray *blocks);

/* What completes a number whose bracket was opened: "tiga puluh)" behind "… 30 (", "sepuluh ribu
 * rupiah)" behind "Rp10.000,00 (", "lima persen)" behind "5% (". NULL if `words` do not end so.
 * Owned by the caller. */
char *mft_live_words_complete (const char *words);

G_END_DECLS
