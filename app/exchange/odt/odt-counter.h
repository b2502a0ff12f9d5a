/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/odt/odt-style-sheet.h"

G_BEGIN_DECLS

/* Computes the numbers of lists (ODF 1.3 part 3 §5.3, §16.30): prefixes, suffixes, levels shown, lists
 * that go on with others. */
typedef struct MftOdtCounter MftOdtCounter;

/* One list that counts. */
typedef struct MftOdtList MftOdtList;

MftOdtCounter *mft_odt_counter_new (MftOdtStyleSheet *sheet);
void mft_odt_counter_free (MftOdtCounter *counter);

/* The list that an outermost text:list is a part of: a new one, or one that it goes on with. `style` is
 * what its paragraphs bring if it names none. Borrowed. */
MftOdtList *mft_odt_counter_open (MftOdtCounter *counter, const xmlNode *list, const char *style);

/* The list of all headings, NULL if they have no numbers. Borrowed. */
MftOdtList *mft_odt_counter_outline (MftOdtCounter *counter);

/* What stands in front of a paragraph. */
typedef struct
{
  char *label; /* owned by the caller; NULL: nothing */
  gboolean bullet;
  guint list;
} MftOdtLabel;

/* The next number at a level, from 1. `style` is what the nearest text:list names, or NULL; `start` is
 * where an item begins anew, or NULL. */
MftOdtLabel mft_odt_counter_next (MftOdtCounter *counter, MftOdtList *list, const char *style,
                                  guint level, const char *start);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftOdtCounter, mft_odt_counter_free)

G_END_DECLS
